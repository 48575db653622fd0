package org.answerable.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * One version of the way from a need to services.
 *
 * @param reference such as W-2026-0001
 * @param owner the office that looks after it
 */
public record Pathway(
        String reference,
        int version,
        Terms terms,
        String authority,
        boolean demonstration,
        Instant recordedAt,
        String recordedBy) {

    /** What it says. */
    public record Terms(
            String name, String need, String owner, LocalDate inForceFrom, List<Step> steps) {
        public Terms {
            steps = List.copyOf(steps);
        }
    }

    /**
     * One step.
     *
     * @param number from 1, in order
     * @param need code of the need that the step meets
     * @param profession code of the profession that must lead, or null
     * @param referral how a family gets there, or null
     * @param longestWaitDays or null
     * @param farthestKm how far a family can be asked to go, or null
     * @param next the next step by outcome, in words, or null
     */
    public record Step(
            int number,
            String name,
            CohortWindow window,
            Tier tier,
            String need,
            String profession,
            String referral,
            Integer longestWaitDays,
            Integer farthestKm,
            String next) {}
}
