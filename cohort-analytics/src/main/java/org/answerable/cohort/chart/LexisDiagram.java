package org.answerable.cohort.chart;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.answerable.cohort.quantity.CohortOverlap;
import org.answerable.cohort.quantity.DateInterval;
import org.answerable.cohort.quantity.Quantity;
import org.answerable.cohort.quantity.TimeBasis;

/**
 * Two numbers in the plane of time and age (Lexis diagram): everyone moves up along a diagonal from
 * the day of birth. Each number is a parallelogram, the births behind it followed up to the end of
 * its band; a thick line or frame marks where it was counted; the births behind both are hatched.
 * Solid and dashed outlines tell the two apart without colour.
 */
public final class LexisDiagram {

    private static final int WIDTH = 760;
    private static final int HEIGHT = 420;
    private static final int LEFT = 60;
    private static final int RIGHT = 740;
    private static final int TOP = 74;
    private static final int BOTTOM = 362;
    private static final int MOST_TICKS = 12;
    private static final double YEAR = 365.25;
    private static final String FIRST =
            "fill=\"#12436D\" fill-opacity=\"0.15\" stroke=\"#12436D\" stroke-width=\"2\"";
    private static final String SECOND =
            "fill=\"#F46A25\" fill-opacity=\"0.15\" stroke=\"#801650\" stroke-width=\"2\""
                    + " stroke-dasharray=\"8 4\"";

    private final Quantity first;
    private final Quantity second;
    private final CohortOverlap overlap;
    private final double start;
    private final double end;
    private final double oldest;
    private final Svg svg;

    private LexisDiagram(Quantity first, Quantity second, CohortOverlap overlap) {
        this.first = first;
        this.second = second;
        this.overlap = overlap;
        oldest = Math.max(age(first), age(second));
        start = Math.min(born(overlap.numerator()), born(overlap.denominator()));
        end =
                Math.max(
                        grown(overlap.numerator(), age(first)),
                        grown(overlap.denominator(), age(second)));
        svg = new Svg("lexis", WIDTH, HEIGHT, "The births behind the two numbers", description());
    }

    /** The diagram of two numbers. */
    public static String of(Quantity first, Quantity second, CohortOverlap overlap) {
        return new LexisDiagram(first, second, overlap).draw();
    }

    private String draw() {
        svg.hatching("lexis-hatching");
        axes();
        cohort(overlap.numerator(), age(first), FIRST);
        cohort(overlap.denominator(), age(second), SECOND);
        overlap.common()
                .ifPresent(
                        births ->
                                cohort(
                                        births,
                                        Math.min(age(first), age(second)),
                                        "fill=\"url(#lexis-hatching)\" stroke=\"#0b0c0c\""));
        counted(first, "#12436D");
        counted(second, "#801650");
        legend();
        return svg.done();
    }

    private void cohort(DateInterval births, double age, String look) {
        double from = born(births);
        double to = births.last().toEpochDay() + 1.0;
        double shift = age * YEAR;
        svg.polygon(
                look, x(from), y(0), x(to), y(0), x(to + shift), y(age), x(from + shift), y(age));
    }

    /** A day as a thick line, a window as a frame, between the ages of the band. */
    private void counted(Quantity quantity, String colour) {
        TimeBasis time = quantity.time();
        double lower = y(quantity.age().band().from() / 12.0);
        double upper = y(age(quantity));
        double from = x(time.firstDay().toEpochDay());
        if (time.isPeriod()) {
            double to = x(time.lastDay().toEpochDay() + 1.0);
            svg.rect(
                    from,
                    upper,
                    to - from,
                    lower - upper,
                    "fill=\"none\" stroke=\"" + colour + "\" stroke-width=\"3\"");
        } else {
            svg.line(from, lower, from, upper, "stroke=\"" + colour + "\" stroke-width=\"5\"");
        }
    }

    private void axes() {
        svg.line(LEFT, BOTTOM, RIGHT, BOTTOM, "stroke=\"#0b0c0c\"");
        svg.line(LEFT, BOTTOM, LEFT, TOP, "stroke=\"#0b0c0c\"");
        int first = LocalDate.ofEpochDay((long) start).getYear() + 1;
        int last = LocalDate.ofEpochDay((long) end).getYear();
        int years = step(last - first + 1);
        for (int year = first; year <= last; year += years) {
            double x = x(LocalDate.of(year, 1, 1).toEpochDay());
            svg.line(x, BOTTOM, x, TOP, "stroke=\"#b1b4b6\" stroke-dasharray=\"2 4\"");
            svg.text(x, BOTTOM + 18.0, "middle", Svg.INK, String.valueOf(year));
        }
        int ages = step((int) Math.ceil(oldest) + 1);
        for (int age = 0; age <= oldest; age += ages) {
            svg.line(LEFT - 5.0, y(age), LEFT, y(age), "stroke=\"#0b0c0c\"");
            svg.text(LEFT - 10.0, y(age) + 5, "end", Svg.INK, String.valueOf(age));
        }
        svg.text(LEFT, TOP - 10.0, "start", Svg.QUIET, "Age in years");
        svg.text(RIGHT, BOTTOM + 40.0, "end", Svg.QUIET, "1 January of the year");
    }

    private static int step(int count) {
        return (count + MOST_TICKS - 1) / MOST_TICKS;
    }

    private void legend() {
        svg.rect(0, 6, 22, 14, FIRST).text(30, 18, "start", Svg.INK, name("First", first));
        svg.rect(0, 30, 22, 14, SECOND).text(30, 42, "start", Svg.INK, name("Second", second));
        svg.rect(430, 6, 22, 14, "fill=\"url(#lexis-hatching)\" stroke=\"#0b0c0c\"")
                .text(460, 18, "start", Svg.INK, "Births behind both");
        svg.rect(430, 30, 22, 14, "fill=\"none\" stroke=\"#0b0c0c\" stroke-width=\"3\"")
                .text(460, 42, "start", Svg.INK, "Where it was counted");
    }

    private static String name(String which, Quantity quantity) {
        return which + ": " + (quantity.value().isKnown() ? quantity.amount() : "no count");
    }

    private String description() {
        return String.format(
                Locale.UK,
                "%s: born %s. %s: born %s. Days of births in common: %,d, %.1f%% of the first and"
                        + " %.1f%% of the second. The table gives the same.",
                name("First", first),
                words(overlap.numerator()),
                name("Second", second),
                words(overlap.denominator()),
                overlap.days(),
                100 * overlap.shareOfNumerator(),
                100 * overlap.shareOfDenominator());
    }

    private static String words(DateInterval days) {
        DateTimeFormatter words = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
        return words.format(days.first()) + " to " + words.format(days.last());
    }

    private static double age(Quantity quantity) {
        return quantity.age().band().to() / 12.0;
    }

    private static double born(DateInterval births) {
        return births.first().toEpochDay();
    }

    private static double grown(DateInterval births, double age) {
        return births.last().toEpochDay() + 1 + age * YEAR;
    }

    private double x(double day) {
        return LEFT + (day - start) / (end - start) * (RIGHT - LEFT);
    }

    private double y(double age) {
        return BOTTOM - age / oldest * (BOTTOM - TOP);
    }
}
