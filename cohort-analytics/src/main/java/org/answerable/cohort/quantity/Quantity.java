package org.answerable.cohort.quantity;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A number that knows what it counts: unit, time, age, source and place. Without these parts no two
 * numbers can be compared, so none may be left out.
 *
 * @param label what its owner calls it; empty for none
 * @param singleYears the same count by completed year of age, when known; empty otherwise
 */
public record Quantity(
        String label,
        Value value,
        Unit unit,
        TimeBasis time,
        AgeBasis age,
        Source source,
        Geography geography,
        Rounding rounding,
        Map<Integer, Long> singleYears) {

    public Quantity {
        singleYears = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(singleYears));
    }

    /** Whether it counts what happens, and so one person perhaps twice. */
    public boolean countsEvents() {
        return unit.isEvent()
                || time instanceof TimeBasis.Window w && w.counting() == TimeBasis.Counting.EVENTS;
    }

    /** Whether it counts distinct persons or families over a period. */
    public boolean countsPersonsOfAPeriod() {
        return time instanceof TimeBasis.Window && !countsEvents();
    }

    /** The count of a band from its single years, when they cover the band. */
    public Optional<Long> counted(MonthBand band) {
        if (!band.wholeYears()) {
            return Optional.empty();
        }
        SortedMap<Integer, Long> years =
                new TreeMap<>(singleYears).subMap(band.from() / 12, band.to() / 12);
        return years.size() == band.years()
                ? Optional.of(years.values().stream().mapToLong(Long::longValue).sum())
                : Optional.empty();
    }

    /** {@code 12,606 children}; for what is not known, the words for that. */
    public String amount() {
        return value.isKnown() ? value.inWords() + " " + unit.plural() : value.inWords();
    }

    /** What the number is, in one phrase with every part of it. */
    public String inWords() {
        return amount()
                + " "
                + age.inWords()
                + ", "
                + time.inWords()
                + ", "
                + geography.inWords()
                + " ("
                + source.inWords()
                + ")";
    }

    public Quantity with(Value other) {
        return new Quantity(
                label, other, unit, time, age, source, geography, rounding, singleYears);
    }

    public Quantity with(Rounding other) {
        return new Quantity(label, value, unit, time, age, source, geography, other, singleYears);
    }
}
