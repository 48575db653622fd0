package org.answerable.cohort.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An axis from zero over at least all values, with round steps.
 *
 * @param most the end of the axis
 * @param step between two marks
 */
record Axis(double most, double step) {

    private static final int MOST_MARKS = 6;

    /** The axis that reaches over a value; one of 1 for nothing above zero. */
    static Axis over(double highest) {
        if (!(highest > 0) || Double.isInfinite(highest)) {
            return new Axis(1, 1);
        }
        double power = Math.pow(10, Math.floor(Math.log10(highest / MOST_MARKS)));
        for (double factor : new double[] {1, 2, 5, 10}) {
            double step = factor * power;
            // What is left over from rounding is no reason for another step.
            double steps = Math.ceil(highest / step - 1e-9);
            if (steps <= MOST_MARKS) {
                return new Axis(steps * step, step);
            }
        }
        throw new IllegalStateException("Ten times a power of ten is the next power");
    }

    List<Double> marks() {
        List<Double> marks = new ArrayList<>();
        for (int i = 0; i <= Math.round(most / step); i++) {
            marks.add(i * step);
        }
        return marks;
    }

    /** A mark in words: as many decimals as its step has. */
    String words(double mark) {
        int decimals = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
        return String.format(Locale.UK, "%,." + decimals + "f", mark);
    }

    double share(double value) {
        return value / most;
    }
}
