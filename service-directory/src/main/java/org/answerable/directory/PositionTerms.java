package org.answerable.directory;

import java.time.LocalDate;
import java.util.List;

/**
 * What a commissioner declares about a need in an area and period.
 *
 * @param tier the tier it is about, or null for every tier
 * @param areas codes of areas or of LSOAs of 2021
 * @param to last day, or null while it holds
 * @param programmes programmes of the training register that the approach names; never capacity
 * @param services public ids of services that the approach names
 * @param statement in the commissioner's words
 * @param declaredBy the office that declared it, no name of a person
 * @param evidence where it can be read
 */
public record PositionTerms(
        String commissioner,
        String need,
        Tier tier,
        List<String> areas,
        LocalDate from,
        LocalDate to,
        PositionStatus status,
        Approach approach,
        List<String> programmes,
        List<String> services,
        String statement,
        String declaredBy,
        LocalDate declaredOn,
        String evidence) {

    /** How a need is met. */
    public enum Approach {
        TEAM("A team"),
        WORKFORCE("The workforce: training for those who meet families anyway"),
        OTHER("Another way"),
        NONE("Nothing is said");

        private final String label;

        Approach(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public PositionTerms {
        areas = List.copyOf(areas);
        programmes = List.copyOf(programmes);
        services = List.copyOf(services);
    }

    public boolean inForce(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    /** Whether it says something about a tier. */
    public boolean about(Tier asked) {
        return tier == null || tier == asked;
    }
}
