package org.answerable.cohort.conversion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.answerable.cohort.conversion.BirthsModel.Input;
import org.answerable.cohort.quantity.AgeBasis;
import org.answerable.cohort.quantity.ConversionName;
import org.answerable.cohort.quantity.MonthBand;
import org.answerable.cohort.quantity.Outcome;
import org.answerable.cohort.quantity.Quantity;
import org.answerable.cohort.quantity.Range;
import org.answerable.cohort.quantity.Rounding;
import org.answerable.cohort.quantity.Source;
import org.answerable.cohort.quantity.Unit;
import org.answerable.cohort.quantity.Value;
import org.answerable.cohort.quantity.WhoseAge;

/**
 * Families in place of children, by {@link BirthsModel}: at the date of the children, or, for a
 * period, the families that had such a child at some time in it. The second does not start from the
 * number of children at all; it takes the births of the population that the families belong to.
 */
final class ChildrenToFamilies {

    private static final ConversionName NAME = ConversionName.CHILDREN_TO_FAMILIES;
    private static final String WHAT_IS_LEFT_OUT =
            "A twin birth is one maternity. Children who leave the family, deaths and new partnerships"
                    + " are left out.";

    private final Pair pair;
    private final Quantity children;
    private final Quantity families;
    private final BirthsModel model;

    private ChildrenToFamilies(Pair pair, Quantity children) {
        this.pair = pair;
        this.children = children;
        this.families = pair.other(children);
        this.model = pair.inputs().births();
    }

    static Optional<Conversion> offer(Pair pair) {
        if (pair.liftedBy(NAME).isEmpty()) {
            return Optional.empty();
        }
        return Conversions.both(pair)
                .filter(q -> q.unit() == Unit.CHILD && pair.other(q).unit() == Unit.FAMILY)
                .findFirst()
                .map(q -> new ChildrenToFamilies(pair, q).convert());
    }

    private Conversion convert() {
        if (families.countsPersonsOfAPeriod()) {
            return families.age().band().from() > 0 ? needsABandFromBirth() : duringTheWindow();
        }
        if (!children.time().isPeriod() && children.value().isKnown()) {
            return children.age().band().from() > 0 ? needsABandFromBirth() : onTheDay();
        }
        return Conversion.lacking(
                pair,
                NAME,
                "Count families in place of children.",
                "The children on one day, as a count, or the families over a window.");
    }

    private Conversion needsABandFromBirth() {
        return Conversion.lacking(
                pair,
                NAME,
                "Count families in place of children.",
                "A band that begins at birth: the formula is about the youngest child of a family.");
    }

    /** F(A,W). */
    private Conversion duringTheWindow() {
        double age = families.age().band().years();
        double window = families.time().years();
        Quantity result = during(model.familiesDuring(age, window));
        return Conversion.done(
                        pair,
                        NAME,
                        "Families with a child "
                                + under(families.age().band())
                                + " at some time in the window, modelled from births; this takes the"
                                + " place of "
                                + children.amount()
                                + ".",
                        children,
                        result,
                        pair.with(children, result),
                        List.of(
                                Assumed.WINDOW,
                                Assumed.MATERNITIES,
                                Assumed.SIBLING_GAPS,
                                Assumed.MOVING_IN),
                        notes(age, window))
                .with(
                        influences(
                                m -> m.familiesDuring(age, window),
                                age + window,
                                range -> pair.with(children, during(range))));
    }

    private Quantity during(Range range) {
        return new Quantity(
                "Modelled families",
                new Value.Estimated(range.low(), range.central(), range.high()),
                Unit.FAMILY,
                families.time(),
                families.age(),
                new Source("model of families from births", "", ""),
                families.geography(),
                Rounding.NONE,
                Map.of());
    }

    private List<String> notes(double age, double window) {
        List<String> notes = new ArrayList<>();
        notes.add(
                String.format(
                        Locale.UK,
                        "Families = maternities a year × mean years to the next birth within %s years"
                                + " (%.2f) + families moving in over %s.",
                        plain(age + window),
                        model.gaps().expectedYears(age + window),
                        window == 1 ? "the year" : plain(window) + " years"));
        if (model.countsYearByYear(age + window)) {
            notes.add("The maternities of each year are taken, not one number for all years.");
        }
        if (age + window > model.gaps().reach()) {
            notes.add(
                    "The table of gaps ends at "
                            + model.gaps().reach()
                            + " years; beyond that the share of mothers without another birth is held"
                            + " constant.");
        }
        notes.add(
                "The maternities must be those of the population that the families belong to. Moving in"
                        + " only adds families, so that none moving in gives the highest reach.");
        if (model.maternities().central() > 0 && families.value().isKnown()) {
            notes.add(
                    String.format(
                            Locale.UK,
                            "For comparison: %s is %.2f years of maternities.",
                            families.amount(),
                            families.value().range().central() / model.maternities().central()));
        }
        if (!children.time().isPeriod()
                && children.value().isKnown()
                && children.age().band().from() == 0) {
            notes.add(onTheDayInWords());
        }
        notes.add(WHAT_IS_LEFT_OUT);
        return notes;
    }

    /** F(A) = N E[min(A,G)]/(μA). */
    private Conversion onTheDay() {
        Quantity result = day(familiesOnTheDay(model));
        double age = children.age().band().years();
        return Conversion.done(
                        pair,
                        NAME,
                        "Families in which the "
                                + children.amount()
                                + " live, modelled from the gaps between births.",
                        children,
                        result,
                        pair.with(children, result),
                        List.of(Assumed.SIBLING_GAPS, Assumed.CHILDREN_PER_MATERNITY),
                        List.of(onTheDayInWords(), WHAT_IS_LEFT_OUT))
                .with(
                        influences(
                                this::familiesOnTheDay,
                                age,
                                range -> pair.with(children, day(range))));
    }

    private Range familiesOnTheDay(BirthsModel births) {
        return children.value()
                .range()
                .times(births.familiesPerChild(children.age().band().years()));
    }

    private Quantity day(Range range) {
        return new Quantity(
                "Modelled families",
                new Value.Estimated(range.low(), range.central(), range.high()),
                Unit.FAMILY,
                children.time(),
                new AgeBasis(children.age().band(), children.age().rule(), WhoseAge.YOUNGEST_CHILD),
                children.source(),
                children.geography(),
                Rounding.NONE,
                Map.of());
    }

    private String onTheDayInWords() {
        double factor = model.familiesPerChild(children.age().band().years()).central();
        return String.format(
                Locale.UK,
                "On the day itself, %s, the %s live in about %.1f thousand families (× %.3f).",
                children.time().inWords(),
                children.amount(),
                children.value().range().central() * factor / 1000,
                factor);
    }

    /** One bar for each input that has a range: on the outcome, or on the number without one. */
    private List<Influence> influences(
            Function<BirthsModel, Range> number,
            double years,
            Function<Range, Optional<Outcome>> operation) {
        List<Influence> bars = new ArrayList<>();
        for (Input input : Input.values()) {
            Range range = number.apply(model.varying(input));
            if (!range.isExact()) {
                bars.add(bar(input, years, range, operation));
            }
        }
        bars.sort(Comparator.comparingDouble(Influence::width).reversed());
        return List.copyOf(bars);
    }

    private Influence bar(
            Input input, double years, Range number, Function<Range, Optional<Outcome>> operation) {
        // More children per maternity mean fewer families.
        boolean falling = input == Input.CHILDREN_PER_MATERNITY;
        Range ends = input(input, years);
        return new Influence(
                words(input, years),
                print(input, ends.low()),
                print(input, ends.high()),
                value(falling ? number.high() : number.low(), operation),
                value(falling ? number.low() : number.high(), operation));
    }

    private static double value(double number, Function<Range, Optional<Outcome>> operation) {
        return operation
                .apply(Range.exactly(number))
                .map(outcome -> outcome.range().central())
                .orElse(number);
    }

    private Range input(Input input, double years) {
        return switch (input) {
            case MATERNITIES -> model.maternities();
            case SIBLING_GAPS -> model.expectedYears(years);
            case MOVING_IN -> model.movingIn();
            case CHILDREN_PER_MATERNITY -> model.childrenPerMaternity();
        };
    }

    private static String words(Input input, double years) {
        return switch (input) {
            case MATERNITIES -> "Maternities a year";
            case SIBLING_GAPS -> "Mean years to the next birth, within " + plain(years) + " years";
            case MOVING_IN -> "Families moving in a year";
            case CHILDREN_PER_MATERNITY -> "Children per maternity";
        };
    }

    private static String print(Input input, double number) {
        String format =
                switch (input) {
                    case MATERNITIES, MOVING_IN -> "%,.0f";
                    case SIBLING_GAPS -> "%.2f";
                    case CHILDREN_PER_MATERNITY -> "%.3f";
                };
        return String.format(Locale.UK, format, number);
    }

    static String under(MonthBand band) {
        return band.wholeYears() ? "under " + band.to() / 12 : "under " + band.to() + " months";
    }

    static String plain(double years) {
        return years == Math.rint(years)
                ? String.valueOf((long) years)
                : String.format(Locale.UK, "%.2f", years);
    }
}
