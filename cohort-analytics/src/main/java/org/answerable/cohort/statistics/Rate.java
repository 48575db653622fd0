package org.answerable.cohort.statistics;

import java.util.List;

/**
 * A crude rate with its intervals: m·x/n, with the limits of the count ({@link CountInterval}) times m/n.
 * It may exceed the multiplier: 250 events among 220 people are possible.
 */
public final class Rate {

    private final double multiplier;
    private final List<Confidence> confidences;
    private final List<CountInterval> counts;

    /**
     * @throws InvalidArgument {@code multiplier} is not above 0, or a confidence is 1
     */
    public Rate(double multiplier, List<Confidence> confidences) {
        this.multiplier = InvalidArgument.multiplier(multiplier);
        this.confidences = List.copyOf(confidences);
        this.counts = confidences.stream().map(CountInterval::new).toList();
    }

    /**
     * Not available for n = 0.
     *
     * @throws InvalidArgument {@code numerator} or {@code denominator} is below 0 or no number
     */
    public Estimate of(double x, double n) {
        InvalidArgument.atLeastZero("denominator", n);
        InvalidArgument.atLeastZero("numerator", x);
        if (n == 0) {
            return Estimate.notAvailable(NotAvailable.NO_DENOMINATOR, confidences);
        }
        Interval[] intervals = new Interval[counts.size()];
        for (int i = 0; i < intervals.length; i++) {
            CountInterval count = counts.get(i);
            intervals[i] =
                    Interval.of(count.lower(x) / n * multiplier, count.upper(x) / n * multiplier);
        }
        return new Estimate(Result.of(x / n * multiplier), List.of(intervals));
    }
}
