package org.answerable.cohort.chart;

import java.util.Comparator;
import java.util.List;
import org.answerable.cohort.Figure;

/**
 * Many rows in the order of their values, from low to high: a point each with its 95 % limits, and
 * all together as a broken line. Which row is which stands in the table.
 */
final class Ranking {

    private static final String BLUE = "#12436D";
    private static final String PURPLE = "#801650";
    private static final int WIDTH = 760;
    private static final int HEIGHT = 360;
    private static final int LEFT = 64;
    private static final int RIGHT = 10;
    private static final int TOP = 34;
    private static final int BOTTOM = 50;
    private static final int FEW = 200;

    private final Figure figure;
    private final Measured measured;
    private final List<Measured.Point> points;
    private final Axis axis;

    Ranking(Figure figure, Measured measured) {
        this.figure = figure;
        this.measured = measured;
        this.points =
                measured.points().stream()
                        .sorted(
                                Comparator.comparing(Measured.Point::value)
                                        .thenComparing(p -> p.row().label()))
                        .toList();
        this.axis =
                Axis.over(
                        points.stream().mapToDouble(p -> p.upper().doubleValue()).max().orElse(0));
    }

    String draw() {
        Svg svg =
                new Svg(
                        figure.id() + "-chart",
                        WIDTH,
                        HEIGHT,
                        figure.title(),
                        figure.sentence()
                                + " "
                                + points.size()
                                + " rows in the order of their values."
                                + Words.note(figure, points.size()));
        svg.text(0, 16, "start", Svg.INK, measured.heading());
        for (double mark : axis.marks()) {
            svg.line(LEFT, y(mark), WIDTH - RIGHT, y(mark), "stroke=\"#d9d9d9\"");
            svg.text(LEFT - 8, y(mark) + 5, "end", Svg.QUIET, axis.words(mark));
        }
        StringBuilder limits = new StringBuilder();
        StringBuilder values = new StringBuilder();
        for (int i = 0; i < points.size(); i++) {
            Measured.Point point = points.get(i);
            if (point.hasLimits()) {
                upright(limits, i, point.lower().doubleValue(), point.upper().doubleValue());
            }
            double y = y(point.value().doubleValue());
            values.append('M')
                    .append(Svg.place(x(i)))
                    .append(' ')
                    .append(Svg.place(y))
                    .append("h0");
        }
        svg.path(limits, "stroke=\"" + BLUE + "\" stroke-opacity=\"0.5\" fill=\"none\"");
        String size = points.size() > FEW ? "3" : "6";
        svg.path(
                values,
                "stroke=\""
                        + BLUE
                        + "\" stroke-width=\""
                        + size
                        + "\" stroke-linecap=\"round\" fill=\"none\"");
        String reading =
                points.size()
                        + " rows, from low to high"
                        + (measured.hasLimits() ? ", with 95 % limits." : ".");
        if (measured.hasLimits() && measured.total().isPresent()) {
            Measured.Point all = measured.total().get();
            double y = y(all.value().doubleValue());
            svg.line(
                    LEFT,
                    y,
                    WIDTH - RIGHT,
                    y,
                    "stroke=\"" + PURPLE + "\" stroke-width=\"2\" stroke-dasharray=\"6 4\"");
            reading += " Broken line: " + all.row().label() + ", " + all.words() + ".";
        }
        svg.text(0, HEIGHT - 10, "start", Svg.QUIET, reading);
        return svg.done();
    }

    private void upright(StringBuilder path, int place, double from, double to) {
        path.append('M')
                .append(Svg.place(x(place)))
                .append(' ')
                .append(Svg.place(y(from)))
                .append('V')
                .append(Svg.place(y(to)));
    }

    private double x(int place) {
        return LEFT + (place + 0.5) * (WIDTH - LEFT - RIGHT) / points.size();
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - axis.share(value) * (HEIGHT - TOP - BOTTOM);
    }
}
