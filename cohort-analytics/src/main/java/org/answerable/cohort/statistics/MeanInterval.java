package org.answerable.cohort.statistics;

import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A mean with Student's interval, {@code x̄ ± t⁻¹(1-a/2; n-1)·sd/√n}, sd with n - 1. Values are added one
 * by one (Welford, Technometrics 1962;4:419), so memory does not grow with them.
 */
public final class MeanInterval {

    private static final NotAvailable NO_VALUE = new NotAvailable("there is no value");
    private static final NotAvailable ONE_VALUE =
            new NotAvailable("an interval needs at least 2 values");

    private long n;
    private double mean;
    private double squares;

    /**
     * @throws InvalidArgument {@code value} is no number
     */
    public void add(double value) {
        InvalidArgument.finite("value", value);
        n++;
        double from = value - mean;
        mean += from / n;
        squares += from * (value - mean);
    }

    public long n() {
        return n;
    }

    /** The standard deviation with n - 1. */
    public Result deviation() {
        return n < 2 ? ONE_VALUE : Result.of(Math.sqrt(squares / (n - 1)));
    }

    /**
     * The mean; its interval is not available below 2 values.
     *
     * @throws InvalidArgument a confidence is 1
     */
    public Estimate mean(List<Confidence> confidences) {
        if (n == 0) {
            return Estimate.notAvailable(NO_VALUE, confidences);
        }
        return Estimate.of(Result.of(mean), confidences, this::interval);
    }

    private Interval interval(Confidence confidence) {
        if (confidence.total()) {
            throw new InvalidArgument(
                    "confidence", "Give a level below 1: at 1 the interval of a mean has no end.");
        }
        if (n < 2) {
            return Interval.notAvailable(ONE_VALUE);
        }
        double t = TDistribution.of(n - 1.0).inverseSurvivalProbability(confidence.tail());
        double half = t * Math.sqrt(squares / (n - 1) / n);
        return Interval.of(mean - half, mean + half);
    }
}
