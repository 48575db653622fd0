package org.answerable.cohort.statistics;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * The exact interval of a Poisson count (Garwood, Biometrika 1936;28:437): {@code L = ½ χ²⁻¹(a/2; 2x)}, 0
 * when x = 0; {@code U = ½ χ²⁻¹(1 - a/2; 2x + 2)}.
 */
public final class ExactPoisson {

    private ExactPoisson() {}

    /**
     * @throws InvalidArgument {@code count} is below 0 or no number
     */
    public static Interval of(double count, Confidence confidence) {
        InvalidArgument.atLeastZero("count", count);
        return Interval.of(lower(count, confidence.tail()), upper(count, confidence.tail()));
    }

    /** The mean at which a count this high or higher has the probability {@code tail}. */
    static double lower(double count, double tail) {
        return count == 0
                ? 0
                : ChiSquaredDistribution.of(2 * count).inverseCumulativeProbability(tail) / 2;
    }

    /** The mean at which a count this low or lower has the probability {@code tail}. */
    static double upper(double count, double tail) {
        return ChiSquaredDistribution.of(2 * count + 2).inverseSurvivalProbability(tail) / 2;
    }
}
