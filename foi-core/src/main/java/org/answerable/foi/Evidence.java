package org.answerable.foi;

import java.time.Instant;
import java.util.List;

/**
 * A figure as released under a disclosure policy. The case keeps an immutable copy of it, so a
 * later reload of data cannot change an answer that was sent.
 *
 * @param figureId the source's public id
 * @param sentence says what is counted: unit, age, place, time
 * @param unit what one counted thing is, for example {@code child}
 * @param period as-at date or period, in words
 * @param columns headings of the cells, without the heading of the row labels
 * @param rows plain digits or a suppression symbol, never an unprotected count
 * @param policy the policy under which it was released
 * @param method how it was worked out
 */
public record Evidence(
        String figureId,
        String title,
        String sentence,
        String unit,
        String period,
        List<String> columns,
        List<Row> rows,
        List<Source> sources,
        String policy,
        String method,
        Instant computedAt) {

    /** One line of the table; {@code cells} are as many as the columns. */
    public record Row(String label, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** A dataset that the figure was computed from. */
    public record Source(
            String id,
            String version,
            String title,
            String publisher,
            String sha256,
            String licence) {}

    public Evidence {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        sources = List.copyOf(sources);
    }

    /** What an answer can rest on, told by the letter of its reference. */
    public enum Kind {
        FIGURE("Figure", "Area", "Dataset", "/figures/"),
        ESTIMATE("Estimate", "Assumption or tier", "Share", "/need/"),
        STATEMENT("Statement", "Record", "Record", "/statements/");

        private final String label;
        private final String rows;
        private final String sources;
        private final String place;

        Kind(String label, String rows, String sources, String place) {
            this.label = label;
            this.rows = rows;
            this.sources = sources;
            this.place = place;
        }

        public String label() {
            return label;
        }

        /** Heading of the first column: what a row is about. */
        public String rows() {
            return rows;
        }

        /** What a source is called. */
        public String sources() {
            return sources;
        }

        /** Where its page is, before the reference. */
        public String place() {
            return place;
        }
    }

    public Kind kind() {
        return switch (figureId().charAt(0)) {
            case 'N' -> Kind.ESTIMATE;
            case 'D' -> Kind.STATEMENT;
            default -> Kind.FIGURE;
        };
    }
}
