package org.answerable.directory;

import java.time.Instant;
import java.util.List;

/**
 * Two services that may be one.
 *
 * @param score 0 to 1
 * @param reasons why
 * @param state open, distinct or merged
 * @param kept the service that stayed, or null
 * @param decidedBy user name, or null
 */
public record DuplicatePair(
        long id,
        Side one,
        Side other,
        double score,
        List<String> reasons,
        List<Field> fields,
        String state,
        String kept,
        String decidedBy,
        Instant decidedAt) {

    public static final double LIKELY = 0.9;

    /** Pairs below it are not shown to anybody. */
    public static final double POSSIBLE = 0.6;

    public DuplicatePair {
        reasons = List.copyOf(reasons);
        fields = List.copyOf(fields);
    }

    /**
     * One of the two.
     *
     * @param sources where it came from, or null
     */
    public record Side(
            String id, String name, String organization, String status, String sources) {}

    /** A field of both, in words; blank where one has nothing. */
    public record Field(String label, String one, String other) {

        public boolean same() {
            return one.equals(other);
        }
    }

    public boolean likely() {
        return score >= LIKELY;
    }

    public boolean open() {
        return state.equals("open");
    }

    public boolean merged() {
        return state.equals("merged");
    }
}
