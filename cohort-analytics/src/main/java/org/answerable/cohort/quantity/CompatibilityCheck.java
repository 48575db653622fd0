package org.answerable.cohort.quantity;

import static org.answerable.cohort.quantity.Operation.DIFFERENCE;
import static org.answerable.cohort.quantity.Operation.RATE;
import static org.answerable.cohort.quantity.Operation.RATIO;
import static org.answerable.cohort.quantity.Operation.SUM;
import static org.answerable.cohort.quantity.Operation.TREND;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.answerable.cohort.quantity.TimeBasis.PersonTime;
import org.answerable.cohort.quantity.TimeBasis.Snapshot;

/** One check of two numbers, code by code. */
final class CompatibilityCheck {

    private final Operation operation;
    private final Quantity first;
    private final Quantity second;
    private final Thresholds thresholds;
    private final CohortOverlap overlap;
    private final List<Reason> reasons = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    CompatibilityCheck(
            Operation operation, Quantity first, Quantity second, Thresholds thresholds) {
        this.operation = operation;
        this.first = first;
        this.second = second;
        this.thresholds = thresholds;
        this.overlap = CohortOverlap.of(first, second);
    }

    Compatibility run() {
        units();
        stockAndPeriod();
        flowAndPersons();
        windows();
        snapshotOutside();
        bands();
        ageRules();
        whoseAge();
        sources();
        bases();
        vintages();
        partOfWhole();
        countedTwice();
        states();
        rounding();
        births();
        return new Compatibility(reasons, warnings, overlap);
    }

    private void units() {
        if (!concerns(Operation.PROPORTION, Operation.COVERAGE, SUM, DIFFERENCE, TREND)) {
            return;
        }
        if (first.unit() != second.unit()) {
            refuse(
                    Code.U1,
                    "%s counts %s, %s counts %s.",
                    number(first),
                    first.unit().plural(),
                    number(second),
                    second.unit().plural());
        }
        for (Quantity q : List.of(first, second)) {
            LabelReading.otherUnit(q)
                    .ifPresent(
                            named ->
                                    refuse(
                                            Code.U1,
                                            "The label of %s says %s, but it counts %s.",
                                            number(q),
                                            named.plural(),
                                            q.unit().plural()));
        }
    }

    private void stockAndPeriod() {
        if (!concerns(Operation.PROPORTION, Operation.COVERAGE, SUM, DIFFERENCE, TREND)) {
            return;
        }
        if (first.time() instanceof Snapshot && second.countsPersonsOfAPeriod()) {
            stockAgainstPeriod(first, second);
        } else if (second.time() instanceof Snapshot && first.countsPersonsOfAPeriod()) {
            stockAgainstPeriod(second, first);
        } else if (first.time() instanceof PersonTime != second.time() instanceof PersonTime) {
            Quantity lived = first.time() instanceof PersonTime ? first : second;
            Quantity counted = lived == first ? second : first;
            refuse(
                    Code.T1,
                    "%s is time lived, in years; %s is a number of %s.",
                    number(lived),
                    number(counted),
                    counted.unit().plural());
        }
    }

    private void stockAgainstPeriod(Quantity stock, Quantity period) {
        refuse(
                Code.T1,
                "%s counts the %s of one day, %s; %s counts the %s of a whole period, %s. More people"
                        + " pass through a period than are there on one day of it.",
                number(stock),
                stock.unit().plural(),
                stock.time().dates(),
                number(period),
                period.unit().plural(),
                period.time().dates());
    }

    private void flowAndPersons() {
        if (operation.isPartOfWhole() && first.countsEvents() != second.countsEvents()) {
            Quantity flow = first.countsEvents() ? first : second;
            Quantity persons = flow == first ? second : first;
            refuse(
                    Code.T2,
                    "%s counts events (%s), %s counts %s.",
                    number(flow),
                    flow.unit().plural(),
                    number(persons),
                    persons.unit().plural());
        }
    }

    /** A trend compares windows at different dates, so that only their length has to agree. */
    private void windows() {
        if (operation == RATE || operation == RATIO) {
            return;
        }
        TimeBasis one = first.time();
        TimeBasis other = second.time();
        if (one.isPeriod() && other.isPeriod()) {
            boolean sameDays =
                    one.firstDay().equals(other.firstDay())
                            && one.lastDay().equals(other.lastDay());
            if (operation == TREND ? one.months() != other.months() : !sameDays) {
                refuse(
                        Code.T3,
                        "The windows differ: that of %s is %s; that of %s is %s.",
                        number(first),
                        one.dates(),
                        number(second),
                        other.dates());
            }
        } else if (!one.isPeriod()
                && !other.isPeriod()
                && concerns(SUM, DIFFERENCE)
                && !one.equals(other)) {
            refuse(
                    Code.T3,
                    "The days differ: %s is the number of %s, %s that of %s.",
                    number(first),
                    one.dates(),
                    number(second),
                    other.dates());
        }
    }

    private void snapshotOutside() {
        if (!operation.isPartOfWhole() || first.time().isPeriod() == second.time().isPeriod()) {
            return;
        }
        Quantity stock = first.time().isPeriod() ? second : first;
        Quantity period = stock == first ? second : first;
        if (!period.time().holds(stock.time().firstDay())) {
            refuse(
                    Code.T4,
                    "%s is the number of %s; the window of %s is %s, and that day is not in it.",
                    number(stock),
                    stock.time().dates(),
                    number(period),
                    period.time().dates());
        }
    }

    private void bands() {
        if (operation == RATIO) {
            return;
        }
        MonthBand one = first.age().band();
        MonthBand other = second.age().band();
        boolean adjacentSum = operation == SUM && one.isNextTo(other);
        if (!one.equals(other) && !adjacentSum) {
            refuse(
                    Code.A1,
                    "%s holds those %s, %s holds those %s.",
                    number(first),
                    one.label(),
                    number(second),
                    other.label());
        }
        for (Quantity q : List.of(first, second)) {
            LabelReading.otherBand(q)
                    .ifPresent(
                            named ->
                                    refuse(
                                            Code.A1,
                                            "The label of %s reads as %s, but it holds those %s.",
                                            number(q),
                                            named.label(),
                                            q.age().band().label()));
        }
    }

    private void ageRules() {
        if (operation.isPartOfWhole() && first.age().rule() != second.age().rule()) {
            refuse(
                    Code.A2,
                    "The age is taken at different moments: for %s %s, for %s %s.",
                    number(first),
                    first.age().rule().words(),
                    number(second),
                    second.age().rule().words());
        }
    }

    private void whoseAge() {
        if (operation.isPartOfWhole() && first.age().whose() != second.age().whose()) {
            refuse(
                    Code.A3,
                    "The age in %s is that of %s, in %s that of %s.",
                    number(first),
                    first.age().whose().words(),
                    number(second),
                    second.age().whose().words());
        }
    }

    private void sources() {
        if (first.source().isOfSameSystemAs(second.source())) {
            return;
        }
        String sentence =
                sentence(
                        "The sources differ: %s comes from “%s”, %s from “%s”.",
                        number(first),
                        first.source().inWords(),
                        number(second),
                        second.source().inWords());
        if (concerns(TREND, DIFFERENCE, SUM)) {
            reasons.add(new Reason(Code.S1, sentence));
        } else if (operation.isPartOfWhole()) {
            warnings.add(sentence + " Two systems rarely hold exactly the same people.");
        }
    }

    private void bases() {
        if ((operation.isPartOfWhole() || operation == SUM)
                && first.geography().basis() != second.geography().basis()) {
            refuse(
                    Code.G1,
                    "%s counts people %s the area, %s counts people %s the area.",
                    number(first),
                    first.geography().basis().phrase(),
                    number(second),
                    second.geography().basis().phrase());
        }
    }

    private void vintages() {
        if (operation != RATIO && first.geography().isOfAnotherVintageThan(second.geography())) {
            refuse(
                    Code.G2,
                    "The boundaries differ: %s uses %s, %s uses %s.",
                    number(first),
                    first.geography().vintage(),
                    number(second),
                    second.geography().vintage());
        }
    }

    private void partOfWhole() {
        if (!operation.isPartOfWhole()) {
            return;
        }
        String area = first.geography().area();
        String other = second.geography().area();
        if (!area.equalsIgnoreCase(other)) {
            refuse(
                    Code.P1,
                    "%s is about area %s, %s about area %s: one is not known to be a part of the other.",
                    number(first),
                    area,
                    number(second),
                    other);
        }
        if (first.value().isKnown()
                && second.value().isKnown()
                && first.value().range().low() > second.value().range().high()) {
            refuse(
                    Code.P1,
                    "%s is more than %s: a part cannot be larger than its whole, so one of the two does"
                            + " not count what it is taken to count.",
                    number(first),
                    number(second));
        }
    }

    private void countedTwice() {
        if (operation.isPartOfWhole() && first.countsEvents() && !second.countsEvents()) {
            refuse(
                    Code.D1,
                    "%s counts %s, so that one person may be in it several times.",
                    number(first),
                    first.unit().plural());
        }
    }

    private void states() {
        for (Quantity q : List.of(first, second)) {
            if (!q.value().isKnown()) {
                refuse(
                        Code.Z1,
                        "%s number is %s: it is printed in words and nothing is computed from it.",
                        q == first ? "The first" : "The second",
                        q.value().inWords());
            }
        }
    }

    private void rounding() {
        for (Quantity q : List.of(first, second)) {
            int base = q.rounding().base();
            if (!q.rounding().isRounded() || !q.value().isKnown()) {
                continue;
            }
            boolean small = q.value().range().central() < thresholds.smallBases() * base;
            if (operation == DIFFERENCE || operation.isPartOfWhole() && small) {
                refuse(
                        Code.R1,
                        "%s is rounded to the nearest %d, so that it may be off by %s.",
                        number(q),
                        base,
                        base % 2 == 0 ? String.valueOf(base / 2) : base / 2 + ".5");
            }
        }
    }

    private void births() {
        double share = overlap.share();
        if (!operation.isPartOfWhole() || share >= thresholds.warnBelow()) {
            return;
        }
        String sentence =
                sentence(
                        "The births behind the two numbers are not the same: %,d days of births are in"
                                + " common, %.1f%% of those behind %s and %.1f%% of those behind %s.",
                        overlap.days(),
                        100 * overlap.shareOfNumerator(),
                        number(first),
                        100 * overlap.shareOfDenominator(),
                        number(second));
        if (share < thresholds.refuseBelow()) {
            reasons.add(new Reason(Code.O1, sentence));
        } else {
            warnings.add(sentence);
        }
    }

    private boolean concerns(Operation... operations) {
        return Set.of(operations).contains(operation);
    }

    private void refuse(Code code, String sentence, Object... parts) {
        reasons.add(new Reason(code, sentence(sentence, parts)));
    }

    private static String sentence(String sentence, Object... parts) {
        String text = String.format(Locale.UK, sentence, parts);
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** The number itself, or words that stand for it. */
    private String number(Quantity q) {
        if (q.value().isKnown()) {
            return q.value().inWords();
        }
        return q == first ? "the first number" : "the second number";
    }
}
