package org.answerable.cohort.chart;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * A funnel plot: a point for each area by its denominator and its value, the reference as a line, and the
 * control limits near 2 and 3 standard deviations as curves. What lies outside has another shape as well as
 * another colour, and its name. Attributes only: no style, no script.
 */
public final class FunnelPlot {

    /** Near 2 and 3 standard deviations. */
    private static final double[] TAILS = {0.025, 0.001};

    private static final String[] DASHES = {"6 4", ""};
    private static final int WIDTH = 760;
    private static final int HEIGHT = 460;
    private static final int LEFT = 78;
    private static final int RIGHT = 20;
    private static final int TOP = 40;
    private static final int BOTTOM = 56;
    private static final int STEPS = 120;
    private static final int TICKS = 5;
    private static final int MOST_NAMES = 30;
    private static final int LABEL = 30;
    private static final String LINE = "#484949";

    /**
     * An area.
     *
     * @param significance {@code High (0.001)} and so on
     */
    public record Point(String label, double denominator, double value, String significance) {

        private boolean outside() {
            return significance != null && !significance.startsWith("Not");
        }
    }

    /** The lower and the upper limit at a denominator, on the scale of the values; empty for none. */
    @FunctionalInterface
    public interface Limits {
        double[] at(double tail, double denominator);
    }

    private final List<Point> points;
    private final double reference;
    private final Limits limits;
    private final double mostX;
    private final double mostY;
    private final Svg svg;

    public FunnelPlot(List<Point> points, double reference, Limits limits) {
        this.points = List.copyOf(points);
        this.reference = reference;
        this.limits = limits;
        this.mostX = round(1.05 * most(Point::denominator));
        this.mostY = round(1.1 * Math.max(most(Point::value), 1.5 * reference));
        this.svg = new Svg("funnel", WIDTH, HEIGHT, "Funnel plot", description());
    }

    private String description() {
        return points.size()
                + (points.size() == 1 ? " area; " : " areas; ")
                + points.stream().filter(Point::outside).count()
                + " outside the limits. The table gives the same numbers.";
    }

    private double most(ToDoubleFunction<Point> of) {
        return points.stream().mapToDouble(of).max().orElse(1);
    }

    /** The next number with one or two digits that is not below. */
    private static double round(double number) {
        if (!(number > 0)) {
            return 1;
        }
        double unit = Math.pow(10, Math.floor(Math.log10(number))) / 2;
        return Math.ceil(number / unit) * unit;
    }

    /** The plot as SVG. */
    public String draw() {
        svg.clip("funnel-inside", LEFT, TOP, WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM);
        axes();
        for (int i = 0; i < TAILS.length; i++) {
            curve(TAILS[i], 0, DASHES[i]);
            curve(TAILS[i], 1, DASHES[i]);
        }
        line(x(0), y(reference), x(mostX), y(reference), Svg.INK);
        points.forEach(this::point);
        legend();
        return svg.done();
    }

    private void axes() {
        for (int i = 0; i <= TICKS; i++) {
            double atX = mostX * i / TICKS;
            double atY = mostY * i / TICKS;
            line(x(0), y(atY), x(mostX), y(atY), "#d9d9d9");
            text(LEFT - 8, y(atY) + 5, "end", number(atY));
            text(x(atX), HEIGHT - BOTTOM + 20, "middle", number(atX));
        }
        text(LEFT, TOP - 22, "start", "Value");
        text(WIDTH - RIGHT, HEIGHT - 12, "end", "Denominator");
    }

    private void curve(double tail, int side, String dashes) {
        StringBuilder path = new StringBuilder();
        for (int i = 1; i <= STEPS; i++) {
            double share = (double) i / STEPS;
            double at = mostX * share * share; // closer together where the curve is steep
            double[] found = limits.at(tail, at);
            if (found.length > side) {
                path.append(path.isEmpty() ? 'M' : 'L').append(Svg.place(x(at))).append(' ');
                path.append(Svg.place(Math.max(-HEIGHT, y(found[side]))));
            }
        }
        svg.path(
                path,
                "clip-path=\"url(#funnel-inside)\" fill=\"none\" stroke=\""
                        + LINE
                        + "\""
                        + (dashes.isEmpty() ? "" : " stroke-dasharray=\"" + dashes + "\""));
    }

    private void point(Point point) {
        double x = x(point.denominator());
        double y = y(point.value());
        if (!point.outside()) {
            svg.circle(x, y, 4, "fill=\"#12436D\"");
            return;
        }
        svg.path(
                "M" + Svg.place(x) + " " + Svg.place(y - 6) + "l6 6l-6 6l-6 -6z",
                "fill=\"#801650\"");
        if (points.stream().filter(Point::outside).count() <= MOST_NAMES) {
            boolean right = x < WIDTH - RIGHT - 140;
            text(right ? x + 10 : x - 10, y + 5, right ? "start" : "end", shortened(point.label()));
        }
    }

    private static String shortened(String label) {
        int most =
                label.offsetByCodePoints(
                        0, Math.min(LABEL, label.codePointCount(0, label.length())));
        return most == label.length() ? label : label.substring(0, most) + "…";
    }

    private void legend() {
        text(
                WIDTH - RIGHT,
                TOP - 22,
                "end",
                "Dashed: 0.025 on each side. Full: 0.001. Diamonds lie outside.");
    }

    private double x(double denominator) {
        return LEFT + denominator / mostX * (WIDTH - LEFT - RIGHT);
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - value / mostY * (HEIGHT - TOP - BOTTOM);
    }

    private void line(double x1, double y1, double x2, double y2, String colour) {
        svg.line(x1, y1, x2, y2, "stroke=\"" + colour + "\"");
    }

    private void text(double x, double y, String anchor, String content) {
        if (!content.isBlank()) {
            svg.text(x, y, anchor, Svg.INK, content);
        }
    }

    private static String number(double number) {
        return Math.abs(number) >= 100 || number == Math.rint(number)
                ? String.format(Locale.UK, "%,.0f", number)
                : String.format(Locale.UK, "%.3g", number);
    }
}
