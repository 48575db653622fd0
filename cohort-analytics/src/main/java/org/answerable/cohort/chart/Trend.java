package org.answerable.cohort.chart;

import java.util.List;
import org.answerable.cohort.Figure;

/**
 * Periods one after the other as a line from zero, with its 95 % limits as a band. Each point
 * carries its number; the axis names each period by its words in the table.
 */
final class Trend {

    private static final String BLUE = "#12436D";
    private static final int WIDTH = 760;
    private static final int HEIGHT = 380;
    private static final int LEFT = 64;
    private static final int RIGHT = 24;
    private static final int TOP = 40;
    private static final int BOTTOM = 84;
    private static final int MOST_LABELS = 5;

    private final Figure figure;
    private final Measured measured;
    private final List<Measured.Point> points;
    private final Axis axis;

    Trend(Figure figure, Measured measured) {
        this.figure = figure;
        this.measured = measured;
        this.points = measured.points();
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
                        figure.sentence() + Words.note(figure, points.size()));
        svg.text(0, 16, "start", Svg.INK, measured.heading());
        for (double mark : axis.marks()) {
            svg.line(LEFT, y(mark), WIDTH - RIGHT, y(mark), "stroke=\"#d9d9d9\"");
            svg.text(LEFT - 8, y(mark) + 5, "end", Svg.QUIET, axis.words(mark));
        }
        if (measured.hasLimits()) {
            svg.polygon("fill=\"" + BLUE + "\" fill-opacity=\"0.2\"", band());
        }
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < points.size(); i++) {
            line.append(i == 0 ? 'M' : 'L')
                    .append(Svg.place(x(i)))
                    .append(' ')
                    .append(Svg.place(y(points.get(i).value().doubleValue())));
        }
        svg.path(line, "fill=\"none\" stroke=\"" + BLUE + "\" stroke-width=\"2.5\"");
        for (int i = 0; i < points.size(); i++) {
            double y = y(points.get(i).value().doubleValue());
            svg.circle(x(i), y, 4, "fill=\"" + BLUE + "\"");
            label(svg, i, y);
        }
        if (measured.hasLimits()) {
            svg.text(0, HEIGHT - 8, "start", Svg.QUIET, "Band: 95 % limits.");
        }
        return svg.done();
    }

    /** The words of a period lie on two lines; where there are many, not each has them. */
    private void label(Svg svg, int i, double y) {
        Measured.Point point = points.get(i);
        String anchor = i == 0 ? "start" : i == points.size() - 1 ? "end" : "middle";
        double at = i == 0 ? x(i) - 8 : i == points.size() - 1 ? x(i) + 8 : x(i);
        String number = point.value().toPlainString();
        int every = (points.size() + MOST_LABELS - 1) / MOST_LABELS;
        if ((points.size() - 1 - i) % every == 0) {
            svg.text(at, y - 12, anchor, Svg.INK, number);
            String[] words = point.row().label().split(" to ", 2);
            svg.text(at, HEIGHT - BOTTOM + 20, anchor, Svg.QUIET, words[0]);
            if (words.length > 1) {
                svg.text(at, HEIGHT - BOTTOM + 38, anchor, Svg.QUIET, "to " + words[1]);
            }
        }
    }

    private double[] band() {
        double[] band = new double[points.size() * 4];
        for (int i = 0; i < points.size(); i++) {
            Measured.Point point = points.get(i);
            band[2 * i] = x(i);
            band[2 * i + 1] = y(point.upper().doubleValue());
            int back = band.length - 2 - 2 * i;
            band[back] = x(i);
            band[back + 1] = y(point.lower().doubleValue());
        }
        return band;
    }

    private double x(int i) {
        double room = WIDTH - LEFT - RIGHT - 40.0;
        return LEFT + 20 + (points.size() < 2 ? room / 2 : room * i / (points.size() - 1));
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - axis.share(value) * (HEIGHT - TOP - BOTTOM);
    }
}
