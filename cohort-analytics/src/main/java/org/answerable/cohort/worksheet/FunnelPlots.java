package org.answerable.cohort.worksheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.answerable.cohort.StatisticTable;
import org.answerable.cohort.chart.FunnelPlot;
import org.answerable.cohort.statistics.FunnelLimits;
import org.answerable.cohort.statistics.Interval;

/** Draws the answer of a funnel. */
final class FunnelPlots {

    private static final int MOST_POINTS = 2_000;

    private FunnelPlots() {}

    /** The plot, when the method is a funnel and has some values, not too many to be told apart. */
    static Optional<String> of(String method, Options options, StatisticTable answer) {
        if (!method.startsWith("funnel-")) {
            return Optional.empty();
        }
        double multiplier = options.number("multiplier");
        Header header = new Header(answer.columns());
        List<FunnelPlot.Point> points = new ArrayList<>();
        double reference = Double.NaN;
        for (List<String> row : answer.rows()) {
            String value = row.get(header.place("value"));
            if (value != null) {
                reference = Double.parseDouble(row.get(header.place("reference"))) / multiplier;
                points.add(
                        new FunnelPlot.Point(
                                label(header, row),
                                Double.parseDouble(row.get(header.place("denominator")).strip()),
                                Double.parseDouble(value),
                                row.get(header.place("significance"))));
            }
        }
        if (points.isEmpty() || points.size() > MOST_POINTS) {
            return Optional.empty();
        }
        double overall = reference;
        BiFunction<FunnelLimits, Double, Interval> limits =
                method.equals("funnel-proportion")
                        ? (at, n) -> at.proportion(overall, n)
                        : (at, n) -> at.counts(n * overall);
        boolean counts = !method.equals("funnel-proportion");
        return Optional.of(
                new FunnelPlot(
                                points,
                                overall * multiplier,
                                (tail, n) -> scaled(limits, tail, n, counts, multiplier))
                        .draw());
    }

    private static double[] scaled(
            BiFunction<FunnelLimits, Double, Interval> limits,
            double tail,
            double n,
            boolean counts,
            double multiplier) {
        Interval interval = limits.apply(new FunnelLimits(tail), n);
        double scale = counts ? multiplier / n : multiplier;
        return interval.lower().available()
                ? new double[] {
                    interval.lower().number() * scale, interval.upper().number() * scale
                }
                : new double[0];
    }

    private static String label(Header header, List<String> row) {
        for (int i = 0; i < header.names().size(); i++) {
            boolean number =
                    header.place("numerator") == i
                            || header.place("denominator") == i
                            || header.place("value") <= i;
            if (!number && row.get(i) != null) {
                return row.get(i);
            }
        }
        return "";
    }
}
