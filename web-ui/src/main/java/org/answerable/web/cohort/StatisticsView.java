package org.answerable.web.cohort;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.answerable.cohort.StatisticTable;

/** An answer as a page shows it: the first rows, numbers of the results with six digits. */
public record StatisticsView(StatisticTable table) {

    /** As many rows are shown; the files have all. */
    public static final int MOST_ROWS = 200;

    private static final MathContext SIX_DIGITS = new MathContext(6);
    private static final String NUMBER = "-?\\d+(\\.\\d+)?(E-?\\d+)?";

    /** The rows that are shown. */
    public List<List<String>> rows() {
        return table.rows().subList(0, Math.min(MOST_ROWS, table.rows().size()));
    }

    /** Whether a column is right-aligned: its first cells are numbers. */
    public boolean numeric(int column) {
        return rows().stream()
                .map(row -> row.get(column))
                .filter(cell -> cell != null)
                .limit(10)
                .reduce(
                        false,
                        (before, cell) -> cell.strip().matches(NUMBER),
                        (one, other) -> one || other);
    }

    /** A cell in words: a result that is not there is a dash. */
    public String shown(List<String> row, int column) {
        String cell = row.get(column);
        boolean result = column >= table.kept() && column < table.columns().size() - 1;
        if (cell == null) {
            return result ? "–" : "";
        }
        return result && cell.matches(NUMBER) ? rounded(cell) : cell;
    }

    private static String rounded(String number) {
        BigDecimal exact = new BigDecimal(number);
        return exact.scale() <= 0 ? exact.toPlainString() : exact.round(SIX_DIGITS).toPlainString();
    }
}
