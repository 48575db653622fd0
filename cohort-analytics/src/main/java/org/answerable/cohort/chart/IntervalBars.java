package org.answerable.cohort.chart;

import java.util.List;
import org.answerable.cohort.Figure;

/**
 * Shares or rates as horizontal bars from zero, each with its 95 % limits as a whisker and its
 * numbers as text, and the value of all together as a broken line. The numbers are those of the
 * table.
 */
final class IntervalBars {

    static final int MOST_ROWS = 40;
    private static final String BLUE = "#12436D";
    private static final String PURPLE = "#801650";
    private static final int WIDTH = 760;
    private static final int LABELS = 210;
    private static final int VALUES = 150;
    private static final int TOP = 34;
    private static final int ROW = 28;
    private static final int BOTTOM = 56;
    private static final int LONGEST_LABEL = 28;

    private final Figure figure;
    private final Measured measured;
    private final List<Measured.Point> points;
    private final Axis axis;
    private final int bottom;

    IntervalBars(Figure figure, Measured measured) {
        this.figure = figure;
        this.measured = measured;
        List<Measured.Point> rows = measured.points();
        this.points = rows.isEmpty() ? measured.total().stream().toList() : rows;
        this.axis =
                Axis.over(
                        points.stream().mapToDouble(p -> p.upper().doubleValue()).max().orElse(0));
        this.bottom = TOP + points.size() * ROW;
    }

    String draw() {
        Svg svg =
                new Svg(
                        figure.id() + "-chart",
                        WIDTH,
                        bottom + BOTTOM,
                        figure.title(),
                        figure.sentence() + Words.note(figure, points.size()));
        svg.text(0, 16, "start", Svg.INK, measured.heading());
        for (double mark : axis.marks()) {
            svg.line(x(mark), TOP - 6, x(mark), bottom, "stroke=\"#d9d9d9\"");
            svg.text(x(mark), bottom + 18, "middle", Svg.QUIET, axis.words(mark));
        }
        for (int i = 0; i < points.size(); i++) {
            row(svg, points.get(i), TOP + i * ROW);
        }
        String reading = "Whiskers: 95 % limits.";
        if (!figure.table().rows().isEmpty() && measured.total().isPresent()) {
            Measured.Point all = measured.total().get();
            double x = x(all.value().doubleValue());
            svg.line(
                    x,
                    TOP - 6,
                    x,
                    bottom,
                    "stroke=\"" + PURPLE + "\" stroke-width=\"2\" stroke-dasharray=\"6 4\"");
            reading += " Broken line: " + all.row().label() + ", " + all.words() + ".";
        }
        svg.text(0, bottom + BOTTOM - 10, "start", Svg.QUIET, reading);
        return svg.done();
    }

    private void row(Svg svg, Measured.Point point, int y) {
        double middle = y + ROW / 2.0 - 2;
        svg.text(
                0,
                middle + 5,
                "start",
                Svg.INK,
                Words.shortened(point.row().label(), LONGEST_LABEL));
        svg.rect(
                LABELS,
                y + 3,
                x(point.value().doubleValue()) - LABELS,
                ROW - 10,
                "fill=\"" + BLUE + "\" fill-opacity=\"0.55\"");
        if (point.hasLimits()) {
            double from = x(point.lower().doubleValue());
            double to = x(point.upper().doubleValue());
            String ink = "stroke=\"" + Svg.INK + "\" stroke-width=\"1.5\"";
            svg.line(from, middle, to, middle, ink);
            svg.line(from, middle - 5, from, middle + 5, ink);
            svg.line(to, middle - 5, to, middle + 5, ink);
        }
        svg.text(WIDTH, middle + 5, "end", Svg.INK, point.words());
    }

    private double x(double value) {
        return LABELS + axis.share(value) * (WIDTH - LABELS - VALUES);
    }
}
