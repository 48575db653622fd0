package org.answerable.cohort.reconciliation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.answerable.cohort.QuantityAnswer;
import org.answerable.cohort.quantity.Operation;
import org.answerable.cohort.quantity.Outcome;
import org.answerable.cohort.quantity.Quantity;
import org.answerable.cohort.quantity.Value;
import org.answerable.cohort.statistics.Confidence;
import org.answerable.cohort.statistics.Interval;
import org.answerable.cohort.statistics.Rate;
import org.answerable.cohort.statistics.WilsonInterval;

/**
 * How far a result of two counts may lie from what is behind it by chance: Wilson's interval of a
 * share, the interval of the count of a rate. What was modelled has a range and no such interval.
 */
final class SamplingInterval {

    private static final double PER = 1000;

    private SamplingInterval() {}

    static Optional<QuantityAnswer.Interval> of(Outcome outcome, Quantity first, Quantity second) {
        if (!(first.value() instanceof Value.Observed x)
                || !(second.value() instanceof Value.Observed n)) {
            return Optional.empty();
        }
        Confidence confidence = Confidence.OF_95;
        if (outcome.operation().isPartOfWhole()) {
            Interval share = WilsonInterval.of(x.count(), n.count(), confidence);
            return shown(share, "Wilson", "%.0f%% interval %.1f%% to %.1f%%", 100);
        }
        if (outcome.operation() == Operation.RATE) {
            Rate rate = new Rate(PER, List.of(confidence));
            return shown(
                    rate.of(x.count(), n.count()).intervals().get(0),
                    "Byar; exact Poisson below 10",
                    "%.0f%% interval %.1f to %.1f",
                    1);
        }
        return Optional.empty();
    }

    private static Optional<QuantityAnswer.Interval> shown(
            Interval interval, String method, String format, double factor) {
        return interval.lower().available() && interval.upper().available()
                ? Optional.of(
                        new QuantityAnswer.Interval(
                                Confidence.OF_95.level(),
                                interval.lower().number(),
                                interval.upper().number(),
                                method,
                                String.format(
                                        Locale.UK,
                                        format,
                                        100 * Confidence.OF_95.level(),
                                        factor * interval.lower().number(),
                                        factor * interval.upper().number())))
                : Optional.empty();
    }
}
