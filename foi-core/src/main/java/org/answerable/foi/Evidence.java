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
}
