package org.answerable.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What the public may know of the workforce: people whose training counts, by programme and district,
 * small counts taken out.
 *
 * @param at last day of the month before
 * @param districts names by code, in order
 * @param rule by which counts were taken out
 */
public record WorkforceSummary(
        LocalDate at, Map<String, String> districts, List<Line> lines, String rule) {

    /**
     * A programme.
     *
     * @param counts by code of the district; an absent one is taken out
     * @param total of all districts, or null when it is taken out
     */
    public record Line(Programme programme, Map<String, Integer> counts, Integer total) {
        public Line {
            counts = Map.copyOf(counts);
        }
    }

    public WorkforceSummary {
        lines = List.copyOf(lines);
    }
}
