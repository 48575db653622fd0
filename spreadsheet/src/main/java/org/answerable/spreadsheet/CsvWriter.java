package org.answerable.spreadsheet;

import java.io.IOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Rows as CSV (RFC 4180): a header and the rows, written as they come. Dates are ISO 8601,
 * percentages are shares of 1. The target is never closed: it belongs to the caller.
 */
public final class CsvWriter {

    private static final String FORMULA_STARTS = "=+-@\t\r";

    private final CSVPrinter csv;

    /** Writes the header. */
    public CsvWriter(List<String> columns, Appendable to) throws IOException {
        csv = CSVFormat.RFC4180.print(to);
        csv.printRecord(columns.stream().map(CsvWriter::guarded).toList());
    }

    public void add(List<Cell> row) throws IOException {
        csv.printRecord(row.stream().map(CsvWriter::value).toList());
    }

    /**
     * A row of a form for exchange between programs, in which a value that is not there is an empty cell.
     *
     * @param row with null for an empty cell
     */
    public void addSparse(List<Cell> row) throws IOException {
        csv.printRecord(row.stream().map(cell -> cell == null ? null : value(cell)).toList());
    }

    /** The whole table. */
    public static void write(Table table, Appendable to) throws IOException {
        CsvWriter writer = new CsvWriter(table.columns(), to);
        for (List<Cell> row : table.rows()) {
            writer.add(table.checked(row));
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
    private static String guarded(String text) {
        return FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
