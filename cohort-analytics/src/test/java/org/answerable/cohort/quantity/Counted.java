package org.answerable.cohort.quantity;

import java.time.LocalDate;
import java.util.Map;
import org.answerable.cohort.quantity.TimeBasis.Counting;
import org.answerable.cohort.quantity.TimeBasis.Snapshot;
import org.answerable.cohort.quantity.TimeBasis.Window;

/** Quantities for tests: children under 3 of a day, and what they become with one part changed. */
public record Counted(Quantity quantity) {

    public static final LocalDate DAY = LocalDate.of(2022, 6, 30);
    public static final Thresholds THRESHOLDS = new Thresholds(0.95, 1, 20);

    /** Children under 3 on a day, residents of Lincolnshire, from the GP list. */
    public static Counted children(long count) {
        return new Counted(
                new Quantity(
                        "",
                        new Value.Observed(count),
                        Unit.CHILD,
                        new Snapshot(DAY),
                        new AgeBasis(
                                new MonthBand(0, 36), AgeRule.AT_SNAPSHOT, WhoseAge.THE_PERSON),
                        new Source("gp-registration", "", ""),
                        new Geography(GeographyBasis.RESIDENT, "E10000019", ""),
                        Rounding.NONE,
                        Map.of()));
    }

    /** Children under 3 seen at some time from 1 April 2022 to 31 March 2023. */
    public static Counted seen(long count) {
        return children(count).in(year(2022)).ruled(AgeRule.EVER_IN_WINDOW);
    }

    /** The year that begins on 1 April. */
    public static Window year(int year) {
        return new Window(LocalDate.of(year, 4, 1), LocalDate.of(year + 1, 4, 1), Counting.PERSONS);
    }

    public Counted called(String label) {
        return with(label, quantity.unit(), quantity.time(), quantity.age(), quantity.geography());
    }

    public Counted of(Unit unit) {
        AgeBasis age = quantity.age();
        return with(
                quantity.label(),
                unit,
                quantity.time(),
                new AgeBasis(age.band(), age.rule(), WhoseAge.of(unit)),
                quantity.geography());
    }

    public Counted in(TimeBasis time) {
        return with(quantity.label(), quantity.unit(), time, quantity.age(), quantity.geography());
    }

    public Counted at(LocalDate day) {
        return in(new Snapshot(day));
    }

    public Counted aged(int from, int to) {
        AgeBasis age = quantity.age();
        return with(
                quantity.label(),
                quantity.unit(),
                quantity.time(),
                new AgeBasis(new MonthBand(from, to), age.rule(), age.whose()),
                quantity.geography());
    }

    public Counted ruled(AgeRule rule) {
        AgeBasis age = quantity.age();
        return with(
                quantity.label(),
                quantity.unit(),
                quantity.time(),
                new AgeBasis(age.band(), rule, age.whose()),
                quantity.geography());
    }

    public Counted whose(WhoseAge whose) {
        AgeBasis age = quantity.age();
        return with(
                quantity.label(),
                quantity.unit(),
                quantity.time(),
                new AgeBasis(age.band(), age.rule(), whose),
                quantity.geography());
    }

    public Counted in(GeographyBasis basis, String area, String vintage) {
        return with(
                quantity.label(),
                quantity.unit(),
                quantity.time(),
                quantity.age(),
                new Geography(basis, area, vintage));
    }

    public Counted from(String system) {
        Quantity q = quantity;
        return new Counted(
                new Quantity(
                        q.label(),
                        q.value(),
                        q.unit(),
                        q.time(),
                        q.age(),
                        new Source(system, "", ""),
                        q.geography(),
                        q.rounding(),
                        q.singleYears()));
    }

    public Counted byYear(Map<Integer, Long> years) {
        Quantity q = quantity;
        return new Counted(
                new Quantity(
                        q.label(),
                        q.value(),
                        q.unit(),
                        q.time(),
                        q.age(),
                        q.source(),
                        q.geography(),
                        q.rounding(),
                        years));
    }

    public Counted rounded(int base) {
        return new Counted(quantity.with(new Rounding(base)));
    }

    public Counted valued(Value value) {
        return new Counted(quantity.with(value));
    }

    private Counted with(
            String label, Unit unit, TimeBasis time, AgeBasis age, Geography geography) {
        Quantity q = quantity;
        return new Counted(
                new Quantity(
                        label,
                        q.value(),
                        unit,
                        time,
                        age,
                        q.source(),
                        geography,
                        q.rounding(),
                        q.singleYears()));
    }
}
