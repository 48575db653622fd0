package org.answerable.cohort;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Invented figures for tests that need no database. */
public final class Samples {

    private Samples() {}

    public static FigureTable table(FigureTable.Row total, FigureTable.Row... rows) {
        return new FigureTable(
                List.of("District", "Aged 0", "Aged 1", "Aged 0 and 1 (under 2)"),
                List.of(0, 1),
                List.of(rows),
                total);
    }

    public static FigureTable.Row row(String label, long... counts) {
        List<Long> all = java.util.Arrays.stream(counts).boxed().toList();
        return new FigureTable.Row("", label, all, all.stream().mapToLong(Long::longValue).sum());
    }

    public static Figure figure(String title, FigureTable table) {
        return new Figure(
                "F-2026-0042",
                title,
                "Children aged 0 and 1 (under 2) usually resident in Shire at 30 June 2020.",
                "children",
                "at 30 June 2020",
                "aged 0 and 1 (under 2)",
                new FigureRequest("D-2026-0001", title, 0, 2, List.of(), GroupBy.DISTRICT, "Shire"),
                List.of(
                        new Figure.Source(
                                "D-2026-0001",
                                1,
                                "Estimates",
                                "ab".repeat(32),
                                "ONS",
                                "ONS estimates",
                                LocalDate.of(2021, 6, 25),
                                "OGL",
                                "Source: ONS",
                                "RESIDENT",
                                "LSOA_2011",
                                "",
                                false)),
                table,
                "cd".repeat(32),
                new Figure.Query("SELECT ?", List.of(new Figure.Parameter("first age", "0"))),
                "Added up.",
                "1.2.3",
                Instant.parse("2026-03-02T09:30:00Z"),
                "Ana Lyst",
                "shire-cc",
                null);
    }

    /** A share with its limits, as a measure of a cohort has it. */
    public static FigureTable.Row share(
            String code, String label, long part, long whole, String value, String... limits) {
        List<FigureTable.Cell> cells = new java.util.ArrayList<>();
        cells.add(FigureTable.Cell.of(new BigDecimal(value)));
        for (String limit : limits) {
            cells.add(FigureTable.Cell.of(new BigDecimal(limit)));
        }
        return new FigureTable.Row(code, label, List.of(part, whole - part), whole, cells);
    }

    /** A share out of nobody. */
    public static FigureTable.Row noShare(String code, String label) {
        FigureTable.Cell none = FigureTable.Cell.words("not available");
        return new FigureTable.Row(code, label, List.of(0L, 0L), 0, List.of(none, none, none));
    }

    public static Figure measured(
            MeasureRequest.Breakdown by, FigureTable.Row total, FigureTable.Row... rows) {
        Figure plain =
                figure(
                        "Seen",
                        new FigureTable(
                                List.of("Area", "Met the conditions", "Did not", "Children in all"),
                                List.of(),
                                List.of(rows),
                                total,
                                List.of("Per cent", "Lower 95 % limit", "Upper 95 % limit")));
        return new Figure(
                plain.id(),
                plain.title(),
                plain.sentence(),
                plain.unit(),
                plain.time(),
                plain.ageLabel(),
                new MeasureRequest(
                        "C-2026-0001", 1, MeasureRequest.Measure.PROPORTION, by, "", 1, "", ""),
                plain.sources(),
                plain.table(),
                plain.tableSha256(),
                plain.query(),
                plain.method(),
                plain.softwareVersion(),
                plain.computedAt(),
                plain.computedBy(),
                plain.authority(),
                null);
    }
}
