package org.answerable.cohort.chart;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/**
 * The line of an index of inequality: each group as a point in the middle of its share of the population,
 * from the most deprived on the left, with its 95 % interval, and the line that was fitted. Attributes only:
 * no style, no script.
 */
public final class SlopeChart {

    private static final int WIDTH = 760;
    private static final int HEIGHT = 400;
    private static final int LEFT = 78;
    private static final int RIGHT = 20;
    private static final int TOP = 30;
    private static final int BOTTOM = 56;
    private static final int TICKS = 5;
    private static final int STEPS = 40;
    private static final double Z_95 = 1.96;
    private static final String BLUE = "#12436D";

    /**
     * A group.
     *
     * @param middle of its share of the population, from 0 (most deprived) to 1
     */
    public record Group(double middle, double value, double standardError) {}

    private final List<Group> groups;
    private final DoubleUnaryOperator line;
    private final double least;
    private final double most;
    private final Svg svg;

    /**
     * @param line the fitted value at a share of the population
     */
    public SlopeChart(List<Group> groups, DoubleUnaryOperator line) {
        this.groups = List.copyOf(groups);
        this.line = line;
        double low = Math.min(line.applyAsDouble(0), line.applyAsDouble(1));
        double high = Math.max(line.applyAsDouble(0), line.applyAsDouble(1));
        for (Group group : groups) {
            low = Math.min(low, group.value() - Z_95 * group.standardError());
            high = Math.max(high, group.value() + Z_95 * group.standardError());
        }
        double unit =
                Math.pow(10, Math.floor(Math.log10(Math.max(high - Math.min(low, 0), 1e-12)))) / 2;
        // What is left over from rounding is no reason for another step of the axis.
        this.least = Math.min(0, Math.floor(low / unit + 1e-9) * unit);
        this.most = Math.max(least + unit, Math.ceil(high / unit) * unit);
        this.svg =
                new Svg(
                        "slope",
                        WIDTH,
                        HEIGHT,
                        "Values by deprivation, and the fitted line",
                        groups.size()
                                + " groups. The line goes from "
                                + number(line.applyAsDouble(0))
                                + " at the most deprived end to "
                                + number(line.applyAsDouble(1))
                                + " at the least deprived.");
    }

    /** The chart as SVG. */
    public String draw() {
        for (int i = 0; i <= TICKS; i++) {
            double value = least + (most - least) * i / TICKS;
            path("#d9d9d9", x(0), y(value), x(1), y(value));
            text(LEFT - 8, y(value) + 5, "end", number(value));
        }
        text(x(0), HEIGHT - BOTTOM + 24, "start", "Most deprived");
        text(x(1), HEIGHT - BOTTOM + 24, "end", "Least deprived");
        text(x(0), HEIGHT - 10, "start", "Bars: 95 % intervals of the groups");
        for (int i = 0; i < STEPS; i++) {
            double from = (double) i / STEPS;
            double to = (i + 1.0) / STEPS;
            path("#801650", x(from), y(line.applyAsDouble(from)), x(to), y(line.applyAsDouble(to)));
        }
        groups.forEach(this::group);
        return svg.done();
    }

    private void group(Group group) {
        double reach = Z_95 * group.standardError();
        double x = x(group.middle());
        path(BLUE, x, y(group.value() - reach), x, y(group.value() + reach));
        svg.circle(x, y(group.value()), 4, "fill=\"" + BLUE + "\"");
    }

    private double x(double share) {
        return LEFT + share * (WIDTH - LEFT - RIGHT);
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - (value - least) / (most - least) * (HEIGHT - TOP - BOTTOM);
    }

    private void path(String colour, double x1, double y1, double x2, double y2) {
        svg.line(x1, y1, x2, y2, "stroke=\"" + colour + "\" stroke-width=\"1.5\"");
    }

    private void text(double x, double y, String anchor, String content) {
        svg.text(x, y, anchor, Svg.INK, content);
    }

    private String number(double exact) {
        double number = Math.abs(exact) < 1e-9 * (most - least) ? 0 : exact;
        return Math.abs(number) >= 100 || number == Math.rint(number)
                ? String.format(Locale.UK, "%,.0f", number)
                : String.format(Locale.UK, "%.3g", number);
    }
}
