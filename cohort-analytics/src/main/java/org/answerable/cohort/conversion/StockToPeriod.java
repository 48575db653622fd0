package org.answerable.cohort.conversion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.answerable.cohort.quantity.AgeBasis;
import org.answerable.cohort.quantity.Code;
import org.answerable.cohort.quantity.ConversionName;
import org.answerable.cohort.quantity.Quantity;
import org.answerable.cohort.quantity.Range;
import org.answerable.cohort.quantity.Rounding;
import org.answerable.cohort.quantity.TimeBasis;
import org.answerable.cohort.quantity.Unit;
import org.answerable.cohort.quantity.Value;

/**
 * Everyone who was in the band at some time in the window, in place of those who were there on one
 * day: those there at its start, those who come into the band during it, and those who move in.
 */
final class StockToPeriod {

    private static final ConversionName NAME = ConversionName.STOCK_TO_PERIOD;

    private StockToPeriod() {}

    static Optional<Conversion> offer(Pair pair) {
        if (!pair.has(Code.T1)) {
            return Optional.empty();
        }
        return Conversions.both(pair)
                .filter(q -> !q.time().isPeriod() && pair.other(q).countsPersonsOfAPeriod())
                .findFirst()
                .map(q -> convert(pair, q, pair.other(q)));
    }

    private static Conversion convert(Pair pair, Quantity stock, Quantity period) {
        String description =
                "All "
                        + stock.unit().plural()
                        + " "
                        + stock.age().band().label()
                        + " at some time in the window, in place of "
                        + stock.amount()
                        + " on one day.";
        BirthsModel model = pair.inputs().births();
        double window = period.time().years();
        double width = stock.age().band().years();
        if (stock.unit() == Unit.CHILD) {
            boolean withinWindow =
                    stock.value().isKnown() && period.time().holds(stock.time().firstDay());
            Range start = withinWindow ? stock.value().range() : model.childrenAt(width);
            Range number = start.plus(model.childrenComingIn(window));
            return done(pair, stock, period, description, number, notes(stock, withinWindow));
        }
        if (stock.unit() == Unit.FAMILY && stock.age().band().from() == 0) {
            return done(
                    pair,
                    stock,
                    period,
                    description,
                    model.familiesDuring(width, window),
                    List.of("Modelled from births, not from the number of one day."));
        }
        return Conversion.lacking(
                pair,
                NAME,
                description,
                "The "
                        + stock.unit().plural()
                        + " in the band on "
                        + period.time().firstDay()
                        + ", and how many came into it until "
                        + period.time().lastDay()
                        + ".");
    }

    private static List<String> notes(Quantity stock, boolean withinWindow) {
        List<String> notes = new ArrayList<>();
        notes.add(
                withinWindow
                        ? "The number of one day in the window stands for the number at its start."
                        : "The number at the start of the window is modelled as births × width of the"
                                + " band, since "
                                + stock.value().inWords()
                                + " was not counted in the window.");
        notes.add(
                "Those who come into the band are as many as the births of as long a time; one child is"
                        + " counted for each family that moves in. Moving out takes nobody away: who"
                        + " was there counts.");
        return notes;
    }

    private static Conversion done(
            Pair pair,
            Quantity stock,
            Quantity period,
            String description,
            Range number,
            List<String> notes) {
        Quantity result =
                new Quantity(
                        "",
                        new Value.Estimated(number.low(), number.central(), number.high()),
                        stock.unit(),
                        (TimeBasis.Window) period.time(),
                        new AgeBasis(stock.age().band(), period.age().rule(), stock.age().whose()),
                        stock.source(),
                        stock.geography(),
                        Rounding.NONE,
                        Map.of());
        return Conversion.done(
                pair,
                NAME,
                description,
                stock,
                result,
                pair.with(stock, result),
                List.of(
                        Assumed.MATERNITIES,
                        stock.unit() == Unit.CHILD
                                ? Assumed.CHILDREN_PER_MATERNITY
                                : Assumed.SIBLING_GAPS,
                        Assumed.MOVING_IN),
                notes);
    }
}
