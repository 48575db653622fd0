package org.answerable.web.cohort;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.answerable.cohort.StatisticMethod;
import org.answerable.cohort.StatisticTable;
import org.answerable.spreadsheet.Cell;
import org.answerable.spreadsheet.Table;
import org.answerable.spreadsheet.Workbook;

/** An answer as a file: all rows, numbers with all their digits. */
final class StatisticsFile {

    private static final String NUMBER = "-?(0|[1-9]\\d{0,17})(\\.\\d+)?(E-?\\d+)?";

    private StatisticsFile() {}

    static Table table(StatisticMethod method, StatisticTable answer) {
        return new Table(
                method.name(),
                method.title(),
                answer.columns(),
                () -> answer.rows().stream().map(StatisticsFile::cells).iterator());
    }

    private static List<Cell> cells(List<String> row) {
        List<Cell> cells = new ArrayList<>();
        for (String cell : row.subList(0, row.size() - 1)) {
            cells.add(cell(cell));
        }
        String note = row.get(row.size() - 1);
        cells.add(note == null ? Cell.notApplicable() : Cell.text(note));
        return cells;
    }

    private static Cell cell(String text) {
        return text != null && text.matches(NUMBER)
                ? Cell.number(new BigDecimal(text))
                : Cell.text(text);
    }

    static Workbook workbook(
            StatisticMethod method,
            StatisticTable answer,
            Map<String, String> options,
            Instant at) {
        List<String> cover = new ArrayList<>();
        cover.add(method.sentence());
        cover.add(
                options.isEmpty()
                        ? "Every option had its usual value."
                        : "Options: "
                                + options.entrySet().stream()
                                        .map(option -> option.getKey() + " " + option.getValue())
                                        .collect(Collectors.joining("; "))
                                + ".");
        List<String> notes = new ArrayList<>();
        notes.add(method.formula());
        notes.add("Source: " + method.source());
        notes.addAll(method.rules());
        notes.add("[x] means not available, [z] means that there is no note.");
        return new Workbook(
                method.title(), "Answerable", at, cover, notes, List.of(table(method, answer)));
    }
}
