package org.answerable.cohort.statistics;

import java.util.List;

/** A part of a whole with its intervals, times a multiplier: x/n by Wilson, or exact if asked for. */
public final class Proportion {

    /** How the interval is found. */
    public enum Method {
        WILSON,
        EXACT
    }

    private final Method method;
    private final double multiplier;
    private final List<Confidence> confidences;

    /**
     * @throws InvalidArgument {@code multiplier} is not above 0
     */
    public Proportion(Method method, double multiplier, List<Confidence> confidences) {
        this.method = method;
        this.multiplier = InvalidArgument.multiplier(multiplier);
        this.confidences = List.copyOf(confidences);
    }

    /**
     * Not available for n = 0.
     *
     * @throws InvalidArgument {@code numerator} or {@code denominator} is below 0 or no number, or the
     *     first is above the second
     */
    public Estimate of(double x, double n) {
        InvalidArgument.part(x, n);
        if (n == 0) {
            return Estimate.notAvailable(NotAvailable.NO_DENOMINATOR, confidences);
        }
        return Estimate.of(
                Result.of(x / n * multiplier),
                confidences,
                confidence -> interval(x, n, confidence).times(multiplier));
    }

    private Interval interval(double x, double n, Confidence confidence) {
        return method == Method.EXACT
                ? ClopperPearson.of(x, n, confidence)
                : WilsonInterval.of(x, n, confidence);
    }
}
