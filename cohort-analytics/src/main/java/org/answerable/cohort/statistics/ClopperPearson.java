package org.answerable.cohort.statistics;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * The exact interval of a binomial proportion (Clopper and Pearson, Biometrika 1934;26:404): {@code L =
 * B⁻¹(a/2; x, n-x+1)}, {@code U = B⁻¹(1-a/2; x+1, n-x)}; 0 and 1 at the ends.
 */
public final class ClopperPearson {

    private ClopperPearson() {}

    /**
     * The interval of x out of n as a share; not available for n = 0.
     *
     * @throws InvalidArgument {@code numerator} or {@code denominator} is below 0 or no number, or the
     *     first is above the second
     */
    public static Interval of(double x, double n, Confidence confidence) {
        InvalidArgument.part(x, n);
        if (n == 0) {
            return Interval.notAvailable(NotAvailable.NO_DENOMINATOR);
        }
        if (confidence.total()) {
            return Interval.of(0, 1);
        }
        double tail = confidence.tail();
        return Interval.of(
                x == 0 ? 0 : BetaDistribution.of(x, n - x + 1).inverseCumulativeProbability(tail),
                x == n ? 1 : BetaDistribution.of(x + 1, n - x).inverseSurvivalProbability(tail));
    }
}
