package org.answerable.cohort.export;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.answerable.cohort.FigureTable;

/** The columns of a figure's table as files have them, and what is in each. */
final class FigureColumns {

    /** What the cells of a column are. */
    enum Kind {
        WORDS,
        COUNT,
        DECIMAL
    }

    /**
     * @param title heading
     * @param kind what its cells are
     * @param words said in it instead of a number; empty for words
     */
    record Column(String title, Kind kind, Set<String> words) {}

    private FigureColumns() {}

    /** A code column comes first, only when the rows have codes. */
    static boolean coded(FigureTable table) {
        return table.rows().stream().anyMatch(r -> !r.code().isEmpty());
    }

    static List<Column> of(FigureTable table) {
        List<Column> columns = new ArrayList<>();
        if (coded(table)) {
            columns.add(new Column("Code", Kind.WORDS, Set.of()));
        }
        for (int i = 0; i < table.columns().size(); i++) {
            columns.add(
                    new Column(table.columns().get(i), i == 0 ? Kind.WORDS : Kind.COUNT, Set.of()));
        }
        for (int i = 0; i < table.derived().size(); i++) {
            columns.add(derived(table, i));
        }
        return columns;
    }

    private static Column derived(FigureTable table, int at) {
        Set<String> words = new LinkedHashSet<>();
        boolean number = false;
        for (FigureTable.Row row : table.rowsAndTotal()) {
            if (at < row.derived().size()) {
                FigureTable.Cell cell = row.derived().get(at);
                number |= cell.number() != null;
                if (cell.number() == null) {
                    words.add(cell.words());
                }
            } else {
                words.add("");
            }
        }
        String title = table.derived().get(at);
        return number
                ? new Column(title, Kind.DECIMAL, words)
                : new Column(title, Kind.WORDS, Set.of());
    }
}
