package org.answerable.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * One page of services for editors.
 *
 * @param counts how many there are in each state of verification
 */
public record EditorsList(
        List<Line> lines, long page, int perPage, long total, Map<VerificationState, Long> counts) {

    public EditorsList {
        lines = List.copyOf(lines);
        counts = Map.copyOf(counts);
    }

    /** A service in the list. */
    public record Line(
            String id,
            String name,
            String organization,
            String status,
            boolean internal,
            LocalDate assured,
            VerificationState verification,
            int freshness,
            String grade) {}
}
