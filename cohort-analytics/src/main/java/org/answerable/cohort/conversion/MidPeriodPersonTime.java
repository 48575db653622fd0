package org.answerable.cohort.conversion;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.answerable.cohort.quantity.ConversionName;
import org.answerable.cohort.quantity.Operation;
import org.answerable.cohort.quantity.Quantity;
import org.answerable.cohort.quantity.Range;
import org.answerable.cohort.quantity.Rounding;
import org.answerable.cohort.quantity.TimeBasis.PersonTime;
import org.answerable.cohort.quantity.Value;

/**
 * Years lived in the window, as its length times the number on a day in it: what a rate of events
 * is divided by when registration dates are not held.
 */
final class MidPeriodPersonTime {

    private static final ConversionName NAME = ConversionName.MID_PERIOD_PERSON_TIME;

    private MidPeriodPersonTime() {}

    static Optional<Conversion> offer(Pair pair) {
        Quantity stock = pair.second();
        Quantity events = pair.first();
        if (pair.operation() != Operation.RATE
                || stock.time().isPeriod()
                || !events.time().isPeriod()
                || !stock.value().isKnown()) {
            return Optional.empty();
        }
        String description =
                "Years lived by " + stock.unit().plural() + " in the window, for a rate over time.";
        if (!events.time().holds(stock.time().firstDay())) {
            return Optional.of(
                    Conversion.lacking(
                            pair,
                            NAME,
                            description,
                            "The number of "
                                    + stock.unit().plural()
                                    + " on a day in the window, best in its middle; "
                                    + stock.time().inWords()
                                    + " is not in it."));
        }
        Range years = stock.value().range().times(events.time().years());
        Quantity lived =
                new Quantity(
                        "",
                        new Value.Estimated(years.low(), years.central(), years.high()),
                        stock.unit(),
                        new PersonTime(
                                events.time().firstDay(), events.time().lastDay().plusDays(1)),
                        stock.age(),
                        stock.source(),
                        stock.geography(),
                        Rounding.NONE,
                        Map.of());
        return Optional.of(
                Conversion.done(
                        pair,
                        NAME,
                        description,
                        stock,
                        lived,
                        pair.with(stock, lived),
                        List.of(),
                        List.of(
                                "The number of that day is taken for the whole window. The mean of the"
                                        + " numbers at both its ends would be better, registration"
                                        + " dates best.")));
    }
}
