package org.answerable.cohort.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A value and its intervals.
 *
 * @param intervals one for each confidence asked for, in the same order
 */
public record Estimate(Result value, List<Interval> intervals) {

    static Estimate of(
            Result value, List<Confidence> confidences, Function<Confidence, Interval> interval) {
        List<Interval> intervals = new ArrayList<>(confidences.size());
        for (Confidence confidence : confidences) {
            intervals.add(interval.apply(confidence));
        }
        return new Estimate(value, intervals);
    }

    static Estimate notAvailable(NotAvailable why, List<Confidence> confidences) {
        return of(why, confidences, confidence -> Interval.notAvailable(why));
    }
}
