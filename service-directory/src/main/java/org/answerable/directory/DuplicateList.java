package org.answerable.directory;

import java.util.List;

/**
 * One page of pairs.
 *
 * @param total of all pages
 */
public record DuplicateList(List<Line> lines, long total) {

    public DuplicateList {
        lines = List.copyOf(lines);
    }

    /**
     * A pair in few words.
     *
     * @param score 0 to 1
     * @param reasons why they may be one
     */
    public record Line(
            long id,
            String oneName,
            String oneOrganization,
            String otherName,
            String otherOrganization,
            double score,
            List<String> reasons) {

        public Line {
            reasons = List.copyOf(reasons);
        }

        public boolean likely() {
            return score >= DuplicatePair.LIKELY;
        }
    }
}
