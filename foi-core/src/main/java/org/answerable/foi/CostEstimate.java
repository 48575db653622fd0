package org.answerable.foi;

import java.util.List;

/**
 * An estimate under s.12 FOIA (R12): minutes of the four activities that count (reg 4(3) SI
 * 2004/3244) for the questions concerned, and of earlier requests that may be added (reg 5).
 *
 * @param questions numbers; empty: all
 * @param confirmOnly only finding out whether the information is held (s.12(2))
 * @param aggregated references of the requests that are added
 * @param aggregatedMinutes what those cost
 * @param basis how the minutes were found, for example by a sample
 */
public record CostEstimate(
        List<Integer> questions,
        boolean confirmOnly,
        int determining,
        int locating,
        int retrieving,
        int extracting,
        List<String> aggregated,
        int aggregatedMinutes,
        String basis) {

    public CostEstimate {
        questions = List.copyOf(questions);
        aggregated = List.copyOf(aggregated);
        basis = basis == null ? "" : basis;
    }

    public long minutes() {
        return (long) determining + locating + retrieving + extracting + aggregatedMinutes;
    }
}
