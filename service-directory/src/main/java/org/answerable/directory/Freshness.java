package org.answerable.directory;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * How far a record can be relied on: {@code 100 · (0.50 · R + 0.25 · P + 0.25 · C)}, shown with its parts. R is 1 up to
 * 91 days since the date of assurance, then goes straight down to 0 at 365; without a date it is 0.
 *
 * @param recency R, 0 to 1
 * @param provenance P: 1.0 confirmed by the provider, 0.8 contract, 0.6 feed of an assured partner, 0.3 other import,
 *     0.1 unknown
 * @param completeness C: share of the eight things that a person needs to know
 */
public record Freshness(double recency, double provenance, double completeness) {

    private static final int FULL_DAYS = 91;
    private static final int LAST_DAYS = 365;

    public static Freshness on(
            LocalDate today, LocalDate assured, double provenance, double completeness) {
        double recency = 0;
        if (assured != null) {
            long days = ChronoUnit.DAYS.between(assured, today);
            recency =
                    Math.max(0, Math.min(1, (LAST_DAYS - days) / (double) (LAST_DAYS - FULL_DAYS)));
        }
        return new Freshness(recency, provenance, completeness);
    }

    /** 0 to 100. */
    public int score() {
        return (int) Math.round(100 * (0.5 * recency + 0.25 * provenance + 0.25 * completeness));
    }

    /** A from 80, B from 60, C from 40, else D. */
    public String grade() {
        int score = score();
        return score >= 80 ? "A" : score >= 60 ? "B" : score >= 40 ? "C" : "D";
    }
}
