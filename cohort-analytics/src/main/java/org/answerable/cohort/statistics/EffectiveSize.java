package org.answerable.cohort.statistics;

/**
 * The effective size κ of a share that differs between populations, for {@link BetaShare}, from what a
 * meta-analysis publishes. On the logit scale {@code Var logit(p) ≈ Var p / (m(1-m))²}, and {@code Var p =
 * m(1-m)/(κ+1)}, so {@code κ ≈ 1/(m(1-m)τ²) - 1} with τ the standard deviation between studies (Higgins,
 * Thompson and Spiegelhalter, JRSS A 2009;172:137). The number of people studied plays no part: it says
 * how well the mean is known, not how much one population differs from the next.
 */
public final class EffectiveSize {

    /** Standard deviations of a normal distribution across its middle 95%. */
    private static final double ACROSS_95 = 3.92;

    private EffectiveSize() {}

    /**
     * κ from the standard deviation of the logit of the share between studies.
     *
     * @param mean the share, above 0 and below 1
     * @param deviation τ, above 0, in logits
     * @throws InvalidArgument {@code mean} or {@code deviation} is out of its bounds, or the deviation is so
     *     wide that κ would not be above 0
     */
    public static double ofLogitDeviation(double mean, double deviation) {
        share("mean", mean);
        InvalidArgument.aboveZero("deviation", deviation);
        double size = 1 / (mean * (1 - mean) * deviation * deviation) - 1;
        if (!(size > 0)) {
            throw new InvalidArgument(
                    "deviation",
                    "Populations that differ this much leave nothing to be said of the next one: the"
                            + " effective size would not be above 0. Give a smaller deviation.");
        }
        return size;
    }

    /**
     * κ from a 95% prediction interval: the range in which the share of a further population is expected.
     * {@code τ = (logit high - logit low) / 3.92}; where the interval was made with a t distribution of few
     * studies this is slightly too wide, which is the careful side.
     *
     * @param mean the share, between the two ends
     * @param low above 0
     * @param high below 1
     * @throws InvalidArgument {@code low} is not from above 0 to below the mean, or {@code high} not from
     *     above the mean to below 1; or as {@link #ofLogitDeviation}
     */
    public static double ofPredictionInterval(double mean, double low, double high) {
        share("mean", mean);
        if (!(share("low", low) < mean)) {
            throw new InvalidArgument("low", "The low end must be below the share.");
        }
        if (!(share("high", high) > mean)) {
            throw new InvalidArgument("high", "The high end must be above the share.");
        }
        return ofLogitDeviation(mean, (logit(high) - logit(low)) / ACROSS_95);
    }

    private static double share(String argument, double share) {
        if (!(share > 0 && share < 1)) {
            throw new InvalidArgument(argument, "Give a share above 0 and below 1: 0.1 is 10%.");
        }
        return share;
    }

    private static double logit(double share) {
        return Math.log(share / (1 - share));
    }
}
