package org.answerable.cohort.statistics;

import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Control limits of a funnel plot (Spiegelhalter, Stat Med 2005;24:1185), for a share {@code tail} of
 * chance beyond each: 0.025 (about 2 standard deviations) or 0.001 (about 3).
 *
 * <p>A proportion: {@code p̄ ± z·√(p̄(1-p̄)/n)} within [0, 1]. A count O against its expectation E: O lies on
 * the lower line at {@code E = ½ χ²⁻¹(1-p; 2O+2)} and on the upper at {@code E = ½ χ²⁻¹(p; 2O)}, 0 for O =
 * 0. The limits at a given E are the same lines read the other way, O taken as continuous. A rate has the
 * same lines with E divided by the overall rate.
 */
public final class FunnelLimits {

    /** Near 2 standard deviations. */
    public static final double TAIL_2SD = 0.025;

    /** Near 3 standard deviations. */
    public static final double TAIL_3SD = 0.001;

    private static final int MOST_STEPS = 200;
    private static final double NEAR = 1e-13;

    private final double tail;
    private final double z;

    /**
     * @throws InvalidArgument {@code tail} is not between 0 and 0.5
     */
    public FunnelLimits(double tail) {
        if (!(tail > 0 && tail < 0.5)) {
            throw new InvalidArgument("tail", "Give a share above 0 and below 0.5.");
        }
        this.tail = tail;
        this.z = NormalDistribution.of(0, 1).inverseSurvivalProbability(tail);
    }

    /**
     * The limits of a proportion in n when the overall proportion is {@code mean}.
     *
     * @throws InvalidArgument {@code reference} is not within [0, 1]; {@code denominator} is below 0
     */
    public Interval proportion(double mean, double n) {
        if (!(mean >= 0 && mean <= 1)) {
            throw new InvalidArgument("reference", "An overall proportion lies between 0 and 1.");
        }
        if (InvalidArgument.atLeastZero("denominator", n) == 0) {
            return Interval.notAvailable(NotAvailable.NO_DENOMINATOR);
        }
        double half = z * Math.sqrt(mean * (1 - mean) / n);
        return Interval.of(Math.max(0, mean - half), Math.min(1, mean + half));
    }

    /**
     * The expectation at which a count lies on the lower line.
     *
     * @throws InvalidArgument {@code count} is below 0 or no number
     */
    public double expectedAtLower(double count) {
        return ExactPoisson.upper(InvalidArgument.atLeastZero("count", count), tail);
    }

    /**
     * The expectation at which a count lies on the upper line.
     *
     * @throws InvalidArgument {@code count} is below 0 or no number
     */
    public double expectedAtUpper(double count) {
        return ExactPoisson.lower(InvalidArgument.atLeastZero("count", count), tail);
    }

    /**
     * The counts on the two lines at an expectation; the lower is 0 where even no event is no surprise.
     *
     * @throws InvalidArgument {@code expected} is below 0 or no number
     */
    public Interval counts(double expected) {
        if (InvalidArgument.atLeastZero("expected", expected) == 0) {
            return Interval.notAvailable(new NotAvailable("no events are expected"));
        }
        boolean never = expected <= -Math.log(tail);
        double lower = never ? 0 : solve(expected, true);
        return Interval.of(lower, solve(expected, false));
    }

    /**
     * The count O with {@code P(Γ(O+1) > E) = p} (lower) or {@code P(Γ(O) ≤ E) = p} (upper), between
     * bounds that the line certainly crosses, by halving with secant steps.
     */
    private double solve(double expected, boolean lower) {
        double reach = z * Math.sqrt(expected) + z * z + 1;
        double low = lower ? 0 : Math.min(expected, Double.MIN_NORMAL);
        double high = lower ? expected : expected + 2 * reach;
        low = lower ? Math.max(low, expected - 2 * reach) : Math.max(low, expected - 1);
        double atLow = miss(low, expected, lower);
        double atHigh = miss(high, expected, lower);
        int side = 0;
        for (int step = 0; step < MOST_STEPS && high - low > NEAR * high; step++) {
            double next = (low * atHigh - high * atLow) / (atHigh - atLow);
            if (!(next > low && next < high)) {
                next = (low + high) / 2;
            }
            double at = miss(next, expected, lower);
            if (at == 0) {
                return next;
            }
            if (at > 0 == atHigh > 0) {
                high = next;
                atHigh = at;
                atLow = side == 1 ? atLow / 2 : atLow; // Illinois: neither end may stand still
                side = 1;
            } else {
                low = next;
                atLow = at;
                atHigh = side == -1 ? atHigh / 2 : atHigh;
                side = -1;
            }
        }
        return (low + high) / 2;
    }

    /** How far the logarithm of the chance at a count is from that of the tail. */
    private double miss(double count, double expected, boolean lower) {
        GammaDistribution gamma = GammaDistribution.of(lower ? count + 1 : count, 1);
        double chance =
                lower ? gamma.survivalProbability(expected) : gamma.cumulativeProbability(expected);
        return Math.log(Math.max(chance, Double.MIN_NORMAL) / tail);
    }
}
