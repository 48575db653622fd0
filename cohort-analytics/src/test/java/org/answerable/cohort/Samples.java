package org.answerable.cohort;

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
}
