package org.answerable.cohort.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.answerable.cohort.FigureTable;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A figure's table as CSV (RFC 4180): header, rows, total, and nothing else. A code column is there
 * only when the rows have codes. Its SHA-256 is the hash of the table.
 */
public final class FigureCsv {

    private static final String FORMULA_STARTS = "=+-@\t\r";

    private FigureCsv() {}

    public static void write(FigureTable table, Appendable to) throws IOException {
        boolean coded = table.rows().stream().anyMatch(r -> !r.code().isEmpty());
        // Not closed: the target belongs to the caller, and every record is written through.
        CSVPrinter csv = CSVFormat.RFC4180.print(to);
        List<String> header = new ArrayList<>(table.headings());
        if (coded) {
            header.add(0, "Code");
        }
        csv.printRecord(header.stream().map(FigureCsv::guarded).toList());
        for (FigureTable.Row row : table.rowsAndTotal()) {
            csv.printRecord(cells(row, coded));
        }
    }

    /** SHA-256 of the CSV form in UTF-8, lower-case hexadecimal. */
    public static String sha256(FigureTable table) {
        StringBuilder text = new StringBuilder();
        try {
            write(table, text);
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static List<Object> cells(FigureTable.Row row, boolean coded) {
        List<Object> cells = new ArrayList<>();
        if (coded) {
            cells.add(guarded(row.code()));
        }
        cells.add(guarded(row.label()));
        cells.addAll(row.counts());
        cells.add(row.sum());
        for (FigureTable.Cell cell : row.derived()) {
            cells.add(
                    cell.number() == null ? guarded(cell.words()) : cell.number().toPlainString());
        }
        return cells;
    }

    /** Text that a spreadsheet would run as a formula gets an apostrophe in front. */
    static String guarded(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
