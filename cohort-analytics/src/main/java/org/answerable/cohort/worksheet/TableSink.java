package org.answerable.cohort.worksheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.answerable.cohort.StatisticTable;

/** Keeps the answers as a table. */
final class TableSink implements Sink {

    private final List<String> columns = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();
    private int kept;

    @Override
    public void begin(List<String> fromTable, List<String> results) {
        kept = fromTable.size();
        for (String column : fromTable) {
            columns.add(column.isBlank() ? "column_" + (columns.size() + 1) : column);
        }
        columns.addAll(results);
        columns.add("note");
    }

    @Override
    public void row(Row row, Results results) throws IOException {
        List<String> cells = new ArrayList<>(columns.size());
        for (int i = 0; i < kept; i++) {
            cells.add(row.cell(i));
        }
        for (int i = 0; i < results.size(); i++) {
            if (results.words(i) != null || Double.isNaN(results.number(i))) {
                cells.add(results.words(i));
            } else {
                StringBuilder number = new StringBuilder();
                NumberText.write(results.number(i), number);
                cells.add(number.toString());
            }
        }
        cells.add(results.note());
        rows.add(Collections.unmodifiableList(cells));
    }

    @Override
    public void end() {
        // All is kept.
    }

    StatisticTable table() {
        return new StatisticTable(columns, kept, rows);
    }
}
