package org.answerable.cohort.conversion;

import java.util.List;
import java.util.Optional;
import org.answerable.cohort.quantity.AgeBasis;
import org.answerable.cohort.quantity.Code;
import org.answerable.cohort.quantity.ConversionName;
import org.answerable.cohort.quantity.MonthBand;
import org.answerable.cohort.quantity.Quantity;
import org.answerable.cohort.quantity.Range;
import org.answerable.cohort.quantity.Rounding;
import org.answerable.cohort.quantity.Source;
import org.answerable.cohort.quantity.Value;

/** Conversions that take nothing but the counts given with the numbers, and a cited ratio. */
final class FromCounts {

    private FromCounts() {}

    /** The band of the other number, summed from single years of age. */
    static Optional<Conversion> reband(Pair pair) {
        if (!pair.has(Code.A1)) {
            return Optional.empty();
        }
        MonthBand one = pair.first().age().band();
        MonthBand other = pair.second().age().band();
        String description = "Count both numbers for the same ages.";
        if (one.equals(other)) {
            return Optional.of(
                    Conversion.lacking(
                            pair,
                            ConversionName.REBAND,
                            description,
                            "A label that says the ages that were counted, or a count of the ages that"
                                    + " the label says."));
        }
        return Conversions.both(pair)
                .filter(q -> q.counted(pair.other(q).age().band()).isPresent())
                .findFirst()
                .map(q -> rebanded(pair, q))
                .or(
                        () ->
                                Optional.of(
                                        Conversion.lacking(
                                                pair,
                                                ConversionName.REBAND,
                                                description,
                                                "Counts by single year of age, so that one number can be"
                                                        + " summed for the ages of the other: "
                                                        + one.label()
                                                        + ", or "
                                                        + other.label()
                                                        + ".")));
    }

    private static Conversion rebanded(Pair pair, Quantity from) {
        MonthBand band = pair.other(from).age().band();
        long count = from.counted(band).orElseThrow();
        Quantity result =
                new Quantity(
                        "",
                        new Value.Estimated(count, count, count),
                        from.unit(),
                        from.time(),
                        new AgeBasis(band, from.age().rule(), from.age().whose()),
                        from.source(),
                        from.geography(),
                        from.rounding(),
                        from.singleYears());
        return Conversion.done(
                pair,
                ConversionName.REBAND,
                "The "
                        + from.unit().plural()
                        + " "
                        + band.label()
                        + ", summed from single years of age, in place of "
                        + from.amount()
                        + " "
                        + from.age().band().label()
                        + ".",
                from,
                result,
                pair.with(from, result),
                List.of(),
                List.of("A sum of counts: it has no range of its own."));
    }

    /** One source's number as the other source would have it. */
    static Optional<Conversion> sourceRatio(Pair pair) {
        if (!pair.has(Code.S1)) {
            return Optional.empty();
        }
        Source wanted = pair.first().source();
        Source had = pair.second().source();
        String description =
                "The second number as “" + wanted.inWords() + "” would have counted it.";
        if (pair.second().value().isKnown()) {
            for (SourceRatio ratio : pair.inputs().sourceRatios()) {
                if (had.isOf(ratio.from()) && wanted.isOf(ratio.to())) {
                    return Optional.of(scaled(pair, description, ratio, ratio.ratio()));
                }
                if (had.isOf(ratio.to()) && wanted.isOf(ratio.from())) {
                    Range inverse = Range.exactly(1).over(ratio.ratio());
                    return Optional.of(scaled(pair, description, ratio, inverse));
                }
            }
        }
        return Optional.of(
                Conversion.lacking(
                        pair,
                        ConversionName.SOURCE_RATIO,
                        description,
                        "The ratio of “"
                                + wanted.inWords()
                                + "” to “"
                                + had.inWords()
                                + "” at these ages, from a date for which both were published; it is"
                                + " kept among the assumptions with its citation."));
    }

    private static Conversion scaled(
            Pair pair, String description, SourceRatio ratio, Range factor) {
        Quantity from = pair.second();
        Range number = from.value().range().times(factor);
        Quantity result =
                new Quantity(
                        from.label(),
                        new Value.Estimated(number.low(), number.central(), number.high()),
                        from.unit(),
                        from.time(),
                        from.age(),
                        pair.first().source(),
                        from.geography(),
                        from.rounding(),
                        java.util.Map.of());
        return Conversion.done(
                pair,
                ConversionName.SOURCE_RATIO,
                description,
                from,
                result,
                pair.with(from, result),
                List.of(ratio.assumption()),
                List.of("One ratio is taken for all ages of the band."));
    }

    /** What the result may be when a rounded number may be half a base off. */
    static Optional<Conversion> propagateRounding(Pair pair) {
        if (!pair.has(Code.R1) || pair.has(Code.Z1)) {
            return Optional.empty();
        }
        Quantity one = unrounded(pair.first());
        Quantity other = unrounded(pair.second());
        Quantity result = pair.first().rounding().isRounded() ? one : other;
        return Optional.of(
                Conversion.done(
                        pair,
                        ConversionName.PROPAGATE_ROUNDING,
                        "The rounded number with what it may have been: half a rounding base to either"
                                + " side.",
                        pair.first().rounding().isRounded() ? pair.first() : pair.second(),
                        result,
                        pair.outcome(one, other),
                        List.of(),
                        List.of("The ends are bounds, not an interval with a confidence.")));
    }

    private static Quantity unrounded(Quantity quantity) {
        if (!quantity.rounding().isRounded() || !quantity.value().isKnown()) {
            return quantity;
        }
        Range bounds = quantity.rounding().bounds(quantity.value().range());
        return quantity.with(Rounding.NONE)
                .with(new Value.Estimated(bounds.low(), bounds.central(), bounds.high()));
    }
}
