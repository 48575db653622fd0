package org.answerable.cohort.statistics;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Slope and relative index of inequality with intervals from seeded draws: each value is drawn from the
 * normal distribution of its standard error on the scale of the transform, the line is fitted there, and
 * its ends are taken back. The same seed gives the same limits on every machine.
 *
 * @param draws 1,000 to 1,000,000; 10,000 or more for an answer
 * @param seed printed with the result
 */
public record SlopeSimulation(Transform transform, int draws, long seed) {

    private static final int FEWEST = 1_000;
    private static final int MOST = 1_000_000;
    private static final NotAvailable NO_RATIO =
            new NotAvailable("in some draws the fitted line is not above 0 at both ends");

    public SlopeSimulation {
        if (draws < FEWEST || draws > MOST) {
            throw new InvalidArgument("draws", "Give from 1,000 to 1,000,000 draws.");
        }
    }

    /**
     * @throws InvalidArgument as {@link SlopeIndex#closed}; {@code value} does not fit the transform
     */
    public SlopeIndex.Indices of(
            SlopeIndex index,
            double[] values,
            double[] standardErrors,
            double multiplier,
            List<Confidence> confidences) {
        index.check(values, standardErrors, multiplier);
        double[] centres = new double[values.length];
        double[] errors = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            transform.check(values[i]);
            centres[i] = transform.to(values[i]);
            errors[i] = transform.error(values[i], standardErrors[i]);
        }
        double[] slopes = new double[draws];
        double[] ratios = new double[draws];
        draw(index, centres, errors, multiplier, slopes, ratios);
        double start = transform.from(index.intercept(centres));
        double end = transform.from(index.intercept(centres) + index.slope(centres));
        return new SlopeIndex.Indices(
                Estimate.of(
                        Result.of(multiplier * (end - start)), confidences, c -> limits(slopes, c)),
                Estimate.of(
                        ratio(start, end, multiplier),
                        confidences,
                        c -> ratios[0] > 0 ? limits(ratios, c) : Interval.notAvailable(NO_RATIO)));
    }

    /** Fills and sorts; a draw without a ratio counts as 0, the lowest. */
    private void draw(
            SlopeIndex index,
            double[] centres,
            double[] errors,
            double multiplier,
            double[] slopes,
            double[] ratios) {
        ZigguratSampler.NormalizedGaussian normal =
                ZigguratSampler.NormalizedGaussian.of(
                        RandomSource.XO_RO_SHI_RO_128_PP.create(seed));
        double[] drawn = new double[centres.length];
        for (int draw = 0; draw < draws; draw++) {
            for (int i = 0; i < drawn.length; i++) {
                drawn[i] = centres[i] + errors[i] * normal.sample();
            }
            double intercept = index.intercept(drawn);
            double start = transform.from(intercept);
            double end = transform.from(intercept + index.slope(drawn));
            slopes[draw] = multiplier * (end - start);
            Result ratio = ratio(start, end, multiplier);
            ratios[draw] = ratio.available() ? ratio.number() : 0;
        }
        Arrays.sort(slopes);
        Arrays.sort(ratios);
    }

    private static Result ratio(double start, double end, double multiplier) {
        if (!(start > 0 && end > 0)) {
            return NO_RATIO;
        }
        return Result.of(multiplier < 0 ? start / end : end / start);
    }

    private static Interval limits(double[] sorted, Confidence confidence) {
        return Interval.of(
                quantile(sorted, confidence.tail()), quantile(sorted, 1 - confidence.tail()));
    }

    /** Between the two nearest draws, in proportion. */
    private static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
