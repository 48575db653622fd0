package org.answerable.cohort.statistics;

import java.math.BigDecimal;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A confidence level with its normal deviate, which is dear and so worked out once. 95 % and 99.8 %
 * are the pair of public health.
 */
public final class Confidence {

    public static final Confidence OF_95 = of(0.95);
    public static final Confidence OF_998 = of(0.998);

    private static final double PER_CENT = 100;

    private final double level;
    private final double tail;
    private final double z;

    private Confidence(double level) {
        this.level = level;
        this.tail = (1 - level) / 2;
        this.z = NormalDistribution.of(0, 1).inverseSurvivalProbability(tail);
    }

    /**
     * A level between 0 and 1, or the same in per cent: 0.95 and 95 are one. Only for a proportion is
     * there an interval at 1: everything from 0 to 1.
     *
     * @throws InvalidArgument the level is not within (0, 1] or (1, 100]
     */
    public static Confidence of(double level) {
        double share = level > 1 ? level / PER_CENT : level;
        if (!(share > 0 && share <= 1)) {
            throw new InvalidArgument(
                    "confidence", "Give a level above 0 and below 1, for example 0.95 or 95.");
        }
        return new Confidence(share);
    }

    /** Between 0 and 1. */
    public double level() {
        return level;
    }

    /** The share beyond each limit: 0.025 at 95 %. */
    public double tail() {
        return tail;
    }

    /** The normal deviate: 1.96 at 95 %. */
    public double z() {
        return z;
    }

    /** Whether this is all of the distribution, so that only a proportion has limits. */
    public boolean total() {
        return level == 1;
    }

    /** As in the name of a column: per cent without the point, {@code 95} or {@code 998}. */
    public String suffix() {
        return BigDecimal.valueOf(level)
                .movePointRight(2)
                .stripTrailingZeros()
                .toPlainString()
                .replace(".", "");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Confidence c && c.level == level;
    }

    @Override
    public int hashCode() {
        return Double.hashCode(level);
    }

    @Override
    public String toString() {
        return "confidence " + level;
    }
}
