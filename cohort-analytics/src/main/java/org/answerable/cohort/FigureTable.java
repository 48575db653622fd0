package org.answerable.cohort;

import java.util.List;

/**
 * Counts by area and single year of age, with their sums.
 *
 * @param columns headings: the area, each single year of age, the sum
 * @param ages the single years of age, one for each entry of {@link Row#counts()}
 * @param rows one row an area, in order of the label; empty when only the total was asked for
 * @param total the total row, counted by the database over all areas
 */
public record FigureTable(List<String> columns, List<Integer> ages, List<Row> rows, Row total) {

    public FigureTable {
        columns = List.copyOf(columns);
        ages = List.copyOf(ages);
        rows = List.copyOf(rows);
    }

    /**
     * One row.
     *
     * @param code code of the area, or empty when the row is a district known by name, or the total
     * @param label name of the area
     * @param counts one count for each single year of age
     * @param sum all of these together
     */
    public record Row(String code, String label, List<Long> counts, long sum) {
        public Row {
            counts = List.copyOf(counts);
        }
    }
}
