package org.answerable.cohort.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.answerable.cohort.Figure;
import org.answerable.cohort.FigureTable;

/**
 * What is drawn of a figure's rows: the share or rate that was worked out, with its 95 % limits, or
 * the count. A row without a number is not drawn.
 */
final class Measured {

    private static final String LOWER = "Lower 95 % limit";
    private static final String UPPER = "Upper 95 % limit";

    private final FigureTable table;
    private final int value;
    private final String heading;

    Measured(Figure figure) {
        this.table = figure.table();
        int limits = table.derived().indexOf(LOWER);
        this.value = limits - 1;
        this.heading =
                limits < 1
                        ? table.columns().get(table.columns().size() - 1)
                        : table.derived().get(value);
    }

    /** Whether there are limits to draw. */
    boolean hasLimits() {
        return value >= 0;
    }

    /** What the numbers are: the heading of their column. */
    String heading() {
        return heading;
    }

    List<Point> points() {
        List<Point> points = new ArrayList<>();
        for (FigureTable.Row row : table.rows()) {
            point(row).ifPresent(points::add);
        }
        return points;
    }

    Optional<Point> total() {
        return Optional.ofNullable(table.total()).flatMap(this::point);
    }

    private Optional<Point> point(FigureTable.Row row) {
        if (value < 0) {
            BigDecimal count = BigDecimal.valueOf(row.sum());
            return Optional.of(new Point(row, count, count, count));
        }
        BigDecimal number = number(row, value);
        if (number == null) {
            return Optional.empty();
        }
        BigDecimal lower = number(row, table.derived().indexOf(LOWER));
        BigDecimal upper = number(row, table.derived().indexOf(UPPER));
        return Optional.of(
                new Point(
                        row,
                        number,
                        lower == null ? number : lower,
                        upper == null ? number : upper));
    }

    private static BigDecimal number(FigureTable.Row row, int at) {
        return at < row.derived().size() ? row.derived().get(at).number() : null;
    }

    /** One row as drawn; without limits both are the value. */
    record Point(FigureTable.Row row, BigDecimal value, BigDecimal lower, BigDecimal upper) {

        boolean hasLimits() {
            return lower.compareTo(upper) != 0;
        }

        /** The numbers as the table prints them. */
        String words() {
            return hasLimits()
                    ? value.toPlainString()
                            + " ("
                            + lower.toPlainString()
                            + " to "
                            + upper.toPlainString()
                            + ")"
                    : value.scale() == 0
                            ? String.format(Locale.UK, "%,d", value.longValue())
                            : value.toPlainString();
        }
    }
}
