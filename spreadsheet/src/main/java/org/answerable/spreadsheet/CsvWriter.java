package org.answerable.spreadsheet;

import java.io.IOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A table as CSV (RFC 4180): a header and the rows, written as they are read. Dates are ISO 8601,
 * percentages are shares of 1.
 */
public final class CsvWriter {

    private static final String FORMULA_STARTS = "=+-@\t\r";

    private CsvWriter() {}

    /** Writes to the end and leaves the target open: it belongs to the caller. */
    public static void write(Table table, Appendable to) throws IOException {
        CSVPrinter csv = CSVFormat.RFC4180.print(to);
        csv.printRecord(table.columns().stream().map(CsvWriter::guarded).toList());
        for (var row : table.rows()) {
            csv.printRecord(table.checked(row).stream().map(CsvWriter::value).toList());
        }
    }

    private static String value(Cell cell) {
        if (cell instanceof Cell.Number number) {
            return number.value().toPlainString();
        }
        if (cell instanceof Cell.Percentage share) {
            return share.value().toPlainString();
        }
        if (cell instanceof Cell.Date date) {
            return date.value().toString();
        }
        return guarded(((Cell.Text) cell).value());
    }

    /** A spreadsheet would run a text that starts like a formula; an apostrophe makes it text. */
    static String guarded(String text) {
        return FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
