package org.answerable.cohort.statistics;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * A share that is not the same in all populations: {@code p ~ Beta(mκ, (1-m)κ)}, mean m, variance {@code
 * m(1-m)/(κ+1)}. The effective size κ says how much populations differ, so it comes from the heterogeneity
 * between studies (Higgins et al., JRSS A 2009;172:137) and never from the number of people studied.
 *
 * @param mean within [0, 1]; at 0 and 1 the share is certain
 * @param effectiveSize κ, above 0
 */
public record BetaShare(double mean, double effectiveSize) {

    /**
     * @throws InvalidArgument {@code mean} is not within [0, 1]; {@code effectiveSize} is not above 0
     */
    public BetaShare {
        if (!(mean >= 0 && mean <= 1)) {
            throw new InvalidArgument("mean", "Give a share from 0 to 1: 0.1 is 10%.");
        }
        if (!(effectiveSize > 0 && effectiveSize <= MOST)) {
            throw new InvalidArgument(
                    "effectiveSize", "Give an effective size above 0, at most 1,000,000,000.");
        }
    }

    private static final double MOST = 1e9;

    /** Whether there is nothing uncertain in it. */
    public boolean certain() {
        return mean == 0 || mean == 1;
    }

    public double alpha() {
        return mean * effectiveSize;
    }

    public double beta() {
        return (1 - mean) * effectiveSize;
    }

    public double variance() {
        return mean * (1 - mean) / (effectiveSize + 1);
    }

    /** {@code E[p(1-p)] = m(1-m) κ/(κ+1)}: the variance of one person's outcome beyond that of p. */
    public double chanceVariance() {
        return mean * (1 - mean) * effectiveSize / (effectiveSize + 1);
    }

    /** The chance of a share of at most this. */
    public double cumulative(double share) {
        if (certain()) {
            return share >= mean ? 1 : 0;
        }
        return BetaDistribution.of(alpha(), beta()).cumulativeProbability(share);
    }

    /** The share that is not exceeded with this chance. */
    public double quantile(double chance) {
        return certain()
                ? mean
                : BetaDistribution.of(alpha(), beta()).inverseCumulativeProbability(chance);
    }
}
