package org.answerable.cohort;

import java.util.function.DoubleUnaryOperator;

/**
 * Where a number lies: its median, and the limits between which it lies with 80 % and with 95 %.
 */
public record NeedLimits(
        double lower95, double lower80, double median, double upper80, double upper95) {

    /** The chances of these five, in order. */
    public static final double[] CHANCES = {0.025, 0.1, 0.5, 0.9, 0.975};

    public static NeedLimits of(double... five) {
        return new NeedLimits(five[0], five[1], five[2], five[3], five[4]);
    }

    /** The five of some number for each chance. */
    public static NeedLimits of(DoubleUnaryOperator quantile) {
        double[] five = new double[CHANCES.length];
        for (int i = 0; i < five.length; i++) {
            five[i] = quantile.applyAsDouble(CHANCES[i]);
        }
        return of(five);
    }

    /** The five, in the order of their chances. */
    public double[] inOrder() {
        return new double[] {lower95, lower80, median, upper80, upper95};
    }

    /** Of a function that rises with the number. */
    public NeedLimits rising(DoubleUnaryOperator of) {
        return of(
                of.applyAsDouble(lower95),
                of.applyAsDouble(lower80),
                of.applyAsDouble(median),
                of.applyAsDouble(upper80),
                of.applyAsDouble(upper95));
    }

    /** Of a function that falls as the number rises: the ends change places. */
    public NeedLimits falling(DoubleUnaryOperator of) {
        return of(
                of.applyAsDouble(upper95),
                of.applyAsDouble(upper80),
                of.applyAsDouble(median),
                of.applyAsDouble(lower80),
                of.applyAsDouble(lower95));
    }
}
