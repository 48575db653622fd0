package org.answerable.cohort;

import java.util.List;

/**
 * The answer to a small table.
 *
 * @param columns those that came with the table, then the results, the last one {@code note}
 * @param kept how many of them came with the table
 * @param rows one cell a column; null where there is nothing
 */
public record StatisticTable(List<String> columns, int kept, List<List<String>> rows) {

    public StatisticTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}
