package org.answerable.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A statement of the directory that an answer can cite. Immutable; holds public facts only.
 *
 * @param id such as D-2026-0001
 * @param sentence says what is stated, of where and when
 * @param columns headings of the cells, without the heading of the labels
 * @param references the records that it rests on
 * @param method how it was made, in plain English
 * @param madeBy user name
 */
public record Citation(
        String id,
        CitationRequest request,
        String title,
        String sentence,
        List<String> columns,
        List<Row> rows,
        List<Reference> references,
        String method,
        Instant madeAt,
        String madeBy) {

    /** One line of the table. */
    public record Row(String label, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A record in the version that was used.
     *
     * @param publisher who stands behind it
     * @param sha256 of what the record said, in hexadecimal digits
     */
    public record Reference(
            String record, int version, String title, String publisher, String sha256) {}

    /** The day that it speaks of. */
    public LocalDate at() {
        return request.at();
    }

    public Citation {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        references = List.copyOf(references);
    }
}
