package org.answerable.cohort.statistics;

import java.util.List;

/**
 * Slope and relative index of inequality (Low and Low, J Public Health 2004;26:388). Groups from the most
 * to the least deprived, with shares a = n/Σn and midpoints b of the cumulated shares; weighted least
 * squares of y on b with weights a give the slope β and the intercept α. {@code SII = m·β}; {@code RII =
 * (α+β)/α}, its reciprocal when m is below 0, not available unless both ends are above 0.
 *
 * <p>The closed intervals hold for values that are independent and near normal: {@code c = a(b-b̄)/D}, D =
 * Σ a(b-b̄)², {@code Var β = Σ c²se²}; for the RII by the delta method on the log scale, or by Fieller (JRSS
 * B 1954;16:175). {@link SlopeSimulation} draws instead.
 */
public final class SlopeIndex {

    public static final int FEWEST_GROUPS = 5;
    public static final int MOST_GROUPS = 100;

    /** More groups than this are better joined: a warning, no error. */
    public static final int USUAL_GROUPS = 10;

    private static final NotAvailable NO_RATIO =
            new NotAvailable("the fitted line is not above 0 at both ends");
    private static final NotAvailable UNBOUNDED =
            new NotAvailable("Fieller's interval has no end: the fitted value at one end may be 0");

    /** How the interval of the relative index is found. */
    public enum RatioInterval {
        LOG_DELTA,
        FIELLER
    }

    /** The two indices. */
    public record Indices(Estimate slope, Estimate ratio) {}

    private final double[] slopeWeights;
    private final double[] interceptWeights;

    /**
     * @param population of each group, from the most to the least deprived
     * @throws InvalidArgument {@code quantile}: there are not 5 to 100 groups; {@code population} is not
     *     above 0
     */
    public SlopeIndex(double[] population) {
        int groups = population.length;
        if (groups < FEWEST_GROUPS || groups > MOST_GROUPS) {
            throw new InvalidArgument("quantile", "Give from 5 to 100 quantiles. Found: " + groups);
        }
        double total = 0;
        for (double n : population) {
            total += InvalidArgument.aboveZero("population", n);
        }
        double[] shares = new double[groups];
        double[] middles = new double[groups];
        double before = 0;
        double mean = 0;
        for (int i = 0; i < groups; i++) {
            shares[i] = population[i] / total;
            middles[i] = before + shares[i] / 2;
            before += shares[i];
            mean += shares[i] * middles[i];
        }
        double spread = 0;
        for (int i = 0; i < groups; i++) {
            spread += shares[i] * (middles[i] - mean) * (middles[i] - mean);
        }
        slopeWeights = new double[groups];
        interceptWeights = new double[groups];
        for (int i = 0; i < groups; i++) {
            slopeWeights[i] = shares[i] * (middles[i] - mean) / spread;
            interceptWeights[i] = shares[i] - slopeWeights[i] * mean;
        }
    }

    /** β for these values. */
    public double slope(double[] values) {
        return product(slopeWeights, values);
    }

    /** α for these values: the fitted value at the most deprived end. */
    public double intercept(double[] values) {
        return product(interceptWeights, values);
    }

    /**
     * Both indices with closed intervals.
     *
     * @param values of each group
     * @param standardErrors of each value
     * @param multiplier not 0; below 0 where a high value is good
     * @throws InvalidArgument {@code value}, {@code standard_error} or {@code multiplier} cannot be used
     */
    public Indices closed(
            double[] values,
            double[] standardErrors,
            double multiplier,
            RatioInterval kind,
            List<Confidence> confidences) {
        check(values, standardErrors, multiplier);
        double beta = slope(values);
        double alpha = intercept(values);
        double varianceBeta = covariance(slopeWeights, slopeWeights, standardErrors);
        double half = Math.abs(multiplier) * Math.sqrt(varianceBeta);
        Estimate slope =
                Estimate.of(
                        Result.of(multiplier * beta),
                        confidences,
                        c ->
                                Interval.of(
                                        multiplier * beta - half * c.z(),
                                        multiplier * beta + half * c.z()));
        return new Indices(
                slope, ratio(alpha, alpha + beta, standardErrors, multiplier, kind, confidences));
    }

    private Estimate ratio(
            double alpha,
            double end,
            double[] standardErrors,
            double multiplier,
            RatioInterval kind,
            List<Confidence> confidences) {
        if (!(alpha > 0 && end > 0)) {
            return Estimate.notAvailable(NO_RATIO, confidences);
        }
        double[] ends = new double[slopeWeights.length];
        for (int i = 0; i < ends.length; i++) {
            ends[i] = slopeWeights[i] + interceptWeights[i];
        }
        Moments moments =
                new Moments(
                        alpha,
                        end,
                        covariance(interceptWeights, interceptWeights, standardErrors),
                        covariance(ends, ends, standardErrors),
                        covariance(ends, interceptWeights, standardErrors));
        boolean reciprocal = multiplier < 0;
        return Estimate.of(
                Result.of(reciprocal ? alpha / end : end / alpha),
                confidences,
                c -> {
                    Moments m = reciprocal ? moments.reversed() : moments;
                    return kind == RatioInterval.FIELLER ? m.fieller(c.z()) : m.logDelta(c.z());
                });
    }

    /** What is known of the fitted line at its two ends, as the two parts of a ratio. */
    private record Moments(
            double below, double above, double varBelow, double varAbove, double covariance) {

        Moments reversed() {
            return new Moments(above, below, varAbove, varBelow, covariance);
        }

        Interval logDelta(double z) {
            double variance =
                    varAbove / (above * above)
                            + varBelow / (below * below)
                            - 2 * covariance / (above * below);
            double factor = Math.exp(z * Math.sqrt(Math.max(0, variance)));
            return Interval.of(above / below / factor, above / below * factor);
        }

        /** Ratios that the data do not refute: (above - ratio·below)² ≤ z² Var(above - ratio·below). */
        Interval fieller(double z) {
            double zz = z * z;
            double a = below * below - zz * varBelow;
            double b = above * below - zz * covariance;
            double c = above * above - zz * varAbove;
            if (a <= 0) {
                return Interval.notAvailable(UNBOUNDED);
            }
            double root = Math.sqrt(Math.max(0, b * b - a * c));
            return Interval.of((b - root) / a, (b + root) / a);
        }
    }

    void check(double[] values, double[] standardErrors, double multiplier) {
        if (values.length != slopeWeights.length || standardErrors.length != slopeWeights.length) {
            throw new InvalidArgument(
                    "value", "Give one value and one standard error for each group.");
        }
        for (int i = 0; i < values.length; i++) {
            InvalidArgument.finite("value", values[i]);
            InvalidArgument.atLeastZero("standard_error", standardErrors[i]);
        }
        if (InvalidArgument.finite("multiplier", multiplier) == 0) {
            throw new InvalidArgument("multiplier", "Give a number that is not 0.");
        }
    }

    private static double product(double[] weights, double[] values) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * values[i];
        }
        return sum;
    }

    private static double covariance(double[] first, double[] second, double[] errors) {
        double sum = 0;
        for (int i = 0; i < first.length; i++) {
            sum += first[i] * second[i] * errors[i] * errors[i];
        }
        return sum;
    }
}
