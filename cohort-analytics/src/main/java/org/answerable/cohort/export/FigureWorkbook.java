package org.answerable.cohort.export;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.answerable.cohort.Figure;
import org.answerable.cohort.FigureTable;
import org.answerable.spreadsheet.Cell;
import org.answerable.spreadsheet.Table;
import org.answerable.spreadsheet.Workbook;

/**
 * A figure as a workbook after the Government Analysis Function's rules: a cover that says what it
 * is, notes with source and method, one sheet with one table.
 */
final class FigureWorkbook {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private FigureWorkbook() {}

    static Workbook of(Figure figure) {
        List<String> cover = new ArrayList<>();
        cover.add(figure.sentence());
        cover.add("Figure " + figure.id() + ", computed on " + day(figure) + ".");
        for (Figure.Source source : figure.sources()) {
            cover.add("Source: " + FigureExplanation.source(source) + ".");
        }
        List<String> notes = new ArrayList<>(FigureExplanation.notes(figure));
        notes.add("[x] means not available, [z] means that there is none.");
        return new Workbook(
                figure.title(),
                figure.authority(),
                figure.computedAt(),
                cover,
                notes,
                List.of(table(figure)));
    }

    private static Table table(Figure figure) {
        FigureTable table = figure.table();
        boolean coded = FigureColumns.coded(table);
        return new Table(
                figure.id(),
                figure.title(),
                FigureColumns.of(table).stream().map(FigureColumns.Column::title).toList(),
                table.rowsAndTotal().stream().map(row -> cells(row, table, coded)).toList());
    }

    private static List<Cell> cells(FigureTable.Row row, FigureTable table, boolean coded) {
        List<Cell> cells = new ArrayList<>();
        if (coded) {
            cells.add(row.code().isEmpty() ? Cell.notApplicable() : Cell.text(row.code()));
        }
        cells.add(Cell.text(row.label()));
        row.counts().forEach(count -> cells.add(Cell.number(count)));
        cells.add(Cell.number(row.sum()));
        for (int i = 0; i < table.derived().size(); i++) {
            cells.add(i < row.derived().size() ? cell(row.derived().get(i)) : Cell.notApplicable());
        }
        return cells;
    }

    private static Cell cell(FigureTable.Cell cell) {
        if (cell.number() != null) {
            return Cell.number(cell.number());
        }
        return cell.words().equals("not available") ? Cell.notAvailable() : Cell.text(cell.words());
    }

    private static String day(Figure figure) {
        return DAY.format(LocalDate.ofInstant(figure.computedAt(), ZoneOffset.UTC));
    }
}
