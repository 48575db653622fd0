package org.answerable.foi.rest;

import java.io.IOException;
import java.util.List;
import org.answerable.foi.DisclosureSummary;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The disclosure log as CSV (RFC 4180). */
final class DisclosureCsv {

    private static final CSVFormat FORM =
            CSVFormat.RFC4180
                    .builder()
                    .setHeader(
                            "reference",
                            "authority",
                            "authority_name",
                            "subject",
                            "received",
                            "answered",
                            "outcome",
                            "questions",
                            "published_at")
                    .get();

    private DisclosureCsv() {}

    static String write(List<DisclosureSummary> items) throws IOException {
        StringBuilder out = new StringBuilder();
        try (CSVPrinter csv = new CSVPrinter(out, FORM)) {
            for (DisclosureSummary d : items) {
                csv.printRecord(
                        d.reference(),
                        d.authority(),
                        guarded(d.authorityName()),
                        guarded(d.subject()),
                        d.received(),
                        d.answered(),
                        d.outcome(),
                        d.questions(),
                        d.publishedAt());
            }
        }
        return out.toString();
    }

    /** A spreadsheet would run a text that starts like a formula; an apostrophe makes it text. */
    static String guarded(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }
}
