package org.answerable.cohort;

import java.math.BigDecimal;
import java.util.List;

/**
 * Counts of parts that share out a whole, with their sums, and what is worked out from them. The
 * parts are single years of age, or those who had a contact and those who had not.
 *
 * @param columns headings: the row, each part, the sum
 * @param ages the single years of age, one for each part; empty when the parts are no ages
 * @param rows one row an area, tenth or period, in order; empty when only the total was asked for
 * @param total the total row, counted by the database over all
 * @param derived headings of what is worked out: a percentage, a rate, their limits
 */
public record FigureTable(
        List<String> columns, List<Integer> ages, List<Row> rows, Row total, List<String> derived) {

    public FigureTable {
        columns = List.copyOf(columns);
        ages = List.copyOf(ages);
        rows = List.copyOf(rows);
        derived = List.copyOf(derived);
    }

    /** Counts only. */
    public FigureTable(List<String> columns, List<Integer> ages, List<Row> rows, Row total) {
        this(columns, ages, rows, total, List.of());
    }

    /** All headings in order. */
    public List<String> headings() {
        return java.util.stream.Stream.concat(columns.stream(), derived.stream()).toList();
    }

    /** The total row, unless the rows are of different times and have none. */
    public List<Row> rowsAndTotal() {
        return total == null
                ? rows
                : java.util.stream.Stream.concat(rows.stream(), java.util.stream.Stream.of(total))
                        .toList();
    }

    /**
     * One row.
     *
     * @param code code of the area, or empty when the row is a district known by name, or the total
     * @param label name of the area
     * @param counts one count for each part
     * @param sum all of these together
     * @param derived one entry for each derived heading
     */
    public record Row(String code, String label, List<Long> counts, long sum, List<Cell> derived) {
        public Row {
            counts = List.copyOf(counts);
            derived = List.copyOf(derived);
        }

        /** Counts only. */
        public Row(String code, String label, List<Long> counts, long sum) {
            this(code, label, counts, sum, List.of());
        }
    }

    /**
     * A number or words.
     *
     * @param number rounded as it is printed; null when it is words, or not available
     * @param words why there is no number, or what is said instead of one; empty with a number
     */
    public record Cell(BigDecimal number, String words) {
        public static Cell of(BigDecimal number) {
            return new Cell(number, "");
        }

        public static Cell words(String words) {
            return new Cell(null, words);
        }
    }
}
