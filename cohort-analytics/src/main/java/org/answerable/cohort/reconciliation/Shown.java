package org.answerable.cohort.reconciliation;

import java.util.List;
import java.util.Locale;
import org.answerable.cohort.QuantityAnswer;
import org.answerable.cohort.chart.Tornado;
import org.answerable.cohort.conversion.Conversion;
import org.answerable.cohort.conversion.Influence;
import org.answerable.cohort.quantity.CohortOverlap;
import org.answerable.cohort.quantity.ConversionName;
import org.answerable.cohort.quantity.DateInterval;
import org.answerable.cohort.quantity.Operation;
import org.answerable.cohort.quantity.Outcome;
import org.answerable.cohort.quantity.Quantity;
import org.answerable.cohort.quantity.Range;
import org.answerable.cohort.quantity.Reason;
import org.answerable.cohort.quantity.Value;

/** What was found, as it is handed out. */
final class Shown {

    private Shown() {}

    static QuantityAnswer.Reason reason(Reason reason) {
        return new QuantityAnswer.Reason(
                reason.code().name(),
                reason.sentence(),
                reason.code().liftedBy().stream().map(ConversionName::name).toList());
    }

    static QuantityAnswer.Result result(Outcome outcome) {
        Range range = outcome.range();
        return new QuantityAnswer.Result(
                range.low(), range.central(), range.high(), outcome.words());
    }

    static QuantityAnswer.Result number(Quantity quantity) {
        Range range = quantity.value().range();
        String words = Value.rounded(range.central());
        String ends =
                range.isExact()
                        ? String.format(Locale.UK, "%,.0f", range.central())
                        : "about "
                                + words
                                + " ("
                                + Value.rounded(range.low())
                                + " to "
                                + Value.rounded(range.high())
                                + ")";
        return new QuantityAnswer.Result(
                range.low(), range.central(), range.high(), ends + " " + quantity.unit().plural());
    }

    static QuantityAnswer.Overlap overlap(CohortOverlap overlap) {
        return new QuantityAnswer.Overlap(
                overlap.numerator().first(),
                overlap.numerator().last(),
                overlap.denominator().first(),
                overlap.denominator().last(),
                overlap.common().map(DateInterval::first),
                overlap.common().map(DateInterval::last),
                overlap.numerator().days(),
                overlap.denominator().days(),
                overlap.days(),
                overlap.shareOfNumerator(),
                overlap.shareOfDenominator());
    }

    static QuantityAnswer.Offer offer(Conversion conversion) {
        boolean share = conversion.outcome().filter(o -> o.operation().isPartOfWhole()).isPresent();
        List<Influence> influences = conversion.influences();
        return new QuantityAnswer.Offer(
                conversion.name().name(),
                title(conversion.name()),
                conversion.description(),
                conversion.needs(),
                conversion.lifts().stream().map(Enum::name).toList(),
                conversion.result().map(Shown::number),
                conversion.outcome().map(Shown::result),
                conversion.assumptions(),
                influences.stream().map(i -> influence(i, share)).toList(),
                conversion.notes(),
                influences.isEmpty()
                        ? ""
                        : Tornado.of(
                                conversion.name().name().toLowerCase(Locale.ROOT),
                                central(conversion),
                                share,
                                influences));
    }

    private static double central(Conversion conversion) {
        return conversion
                .outcome()
                .map(o -> o.range().central())
                .or(() -> conversion.result().map(q -> q.value().range().central()))
                .orElseThrow();
    }

    private static QuantityAnswer.Influence influence(Influence influence, boolean share) {
        return new QuantityAnswer.Influence(
                influence.input(),
                influence.low(),
                influence.high(),
                Tornado.print(influence.atLow(), share),
                Tornado.print(influence.atHigh(), share));
    }

    static String title(ConversionName name) {
        return switch (name) {
            case CHILDREN_TO_FAMILIES -> "From children to families";
            case EVENTS_TO_PERSONS -> "From events to people";
            case STOCK_TO_PERIOD -> "From one day to the whole window";
            case MID_PERIOD_PERSON_TIME -> "From one day to years lived";
            case RESTRICT_WINDOW -> "The window in common";
            case COHORT_SHIFT -> "The same births";
            case REBAND -> "The same ages";
            case RERULE -> "The same moment for the age";
            case SOURCE_RATIO -> "As the other source would count";
            case REGISTERED_TO_RESIDENT -> "From registered to resident";
            case BEST_FIT -> "The same boundaries";
            case PROPAGATE_ROUNDING -> "With what rounding allows";
        };
    }

    static String title(Operation operation) {
        return switch (operation) {
            case PROPORTION -> "What share the first is of the second";
            case COVERAGE -> "How much of the second the first covers (reach)";
            case RATE -> "A rate: the first per 1,000 of the second";
            case RATIO -> "A ratio: the first per one of the second";
            case SUM -> "Both together";
            case DIFFERENCE -> "The first less the second";
            case TREND -> "How the first has changed since the second";
        };
    }

    static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
