package org.answerable.foi.rest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.answerable.foi.DisclosureSummary;
import org.answerable.spreadsheet.Cell;
import org.answerable.spreadsheet.CsvWriter;

/** The disclosure log as CSV (RFC 4180), row by row. */
final class DisclosureCsv {

    private static final List<String> COLUMNS =
            List.of(
                    "reference",
                    "authority",
                    "authority_name",
                    "subject",
                    "received",
                    "answered",
                    "outcome",
                    "questions",
                    "published_at",
                    "source");

    private final CsvWriter csv;

    DisclosureCsv(Appendable to) throws IOException {
        csv = new CsvWriter(COLUMNS, to);
    }

    void add(DisclosureSummary d) {
        try {
            csv.add(
                    List.of(
                            Cell.text(d.reference()),
                            Cell.text(d.authority()),
                            Cell.text(d.authorityName()),
                            Cell.text(d.subject()),
                            Cell.date(d.received()),
                            Cell.date(d.answered()),
                            Cell.text(d.outcome().name()),
                            Cell.number(d.questions()),
                            Cell.text(d.publishedAt().toString()),
                            Cell.text(d.imported() ? "earlier log" : "case")));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
