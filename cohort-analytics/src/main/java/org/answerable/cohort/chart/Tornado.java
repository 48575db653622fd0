package org.answerable.cohort.chart;

import java.util.List;
import java.util.Locale;
import org.answerable.cohort.conversion.Influence;

/**
 * What each uncertain input does to a result: one bar for each, from the result at the input's low
 * end to that at its high end, the strongest first, around a line at the central result. The ends
 * are written beside the bars.
 */
public final class Tornado {

    private static final int WIDTH = 760;
    private static final int LEFT = 210;
    private static final int RIGHT = 550;
    private static final int TOP = 30;
    private static final int ROW = 62;
    private static final int BAR = 24;

    private Tornado() {}

    /**
     * @param id unique on the page
     * @param central the result with every input at its central value
     * @param share whether results are shares, printed as percentages
     */
    public static String of(String id, double central, boolean share, List<Influence> influences) {
        int height = TOP + influences.size() * ROW + 16;
        Svg svg =
                new Svg(
                        "tornado-" + id,
                        WIDTH,
                        height,
                        "What the result hangs on",
                        description(central, share, influences));
        double low = central;
        double high = central;
        for (Influence influence : influences) {
            low = Math.min(low, Math.min(influence.atLow(), influence.atHigh()));
            high = Math.max(high, Math.max(influence.atLow(), influence.atHigh()));
        }
        double room = high > low ? high - low : 1;
        int y = TOP;
        for (Influence influence : influences) {
            boolean rising = influence.atLow() <= influence.atHigh();
            double one = Math.min(influence.atLow(), influence.atHigh());
            double other = Math.max(influence.atLow(), influence.atHigh());
            double left = LEFT + (one - low) / room * (RIGHT - LEFT);
            double right = LEFT + (other - low) / room * (RIGHT - LEFT);
            svg.text(0, y + 12.0, "start", Svg.INK, influence.input());
            svg.rect(left, y + 20.0, Math.max(1, right - left), BAR, "fill=\"#12436D\"");
            svg.text(
                    left - 8,
                    y + 37.0,
                    "end",
                    Svg.INK,
                    end(one, share, rising ? influence.low() : influence.high()));
            svg.text(
                    right + 8,
                    y + 37.0,
                    "start",
                    Svg.INK,
                    end(other, share, rising ? influence.high() : influence.low()));
            y += ROW;
        }
        double middle = LEFT + (central - low) / room * (RIGHT - LEFT);
        svg.line(middle, TOP - 8.0, middle, y - 10.0, "stroke=\"#F46A25\" stroke-width=\"3\"");
        svg.text(middle, 14, "middle", Svg.INK, print(central, share));
        return svg.done();
    }

    /** A result as bars and tables print it: {@code 59.1%}, {@code 23,460}. */
    public static String print(double result, boolean share) {
        return share
                ? String.format(Locale.UK, "%.1f%%", 100 * result)
                : String.format(Locale.UK, "%,.0f", result);
    }

    private static String end(double result, boolean share, String input) {
        return print(result, share) + " (at " + input + ")";
    }

    private static String description(double central, boolean share, List<Influence> influences) {
        StringBuilder words =
                new StringBuilder("The central result is ")
                        .append(print(central, share))
                        .append('.');
        for (Influence influence : influences) {
            words.append(' ')
                    .append(influence.input())
                    .append(" from ")
                    .append(influence.low())
                    .append(" to ")
                    .append(influence.high())
                    .append(": ")
                    .append(print(influence.atLow(), share))
                    .append(" to ")
                    .append(print(influence.atHigh(), share))
                    .append('.');
        }
        return words.toString();
    }
}
