package org.answerable.foi.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.answerable.foi.CalendarChange;
import org.answerable.foi.CalendarChange.Kind;
import org.answerable.foi.CalendarDay;
import org.answerable.foi.clock.Holiday;
import org.answerable.foi.clock.Nation;
import org.answerable.foi.clock.WorkingCalendar;

/** Date by date, how two versions of the calendar differ. */
final class CalendarComparison {

    private CalendarComparison() {}

    static List<CalendarChange> of(WorkingCalendar older, WorkingCalendar newer) {
        SortedSet<LocalDate> dates = new TreeSet<>(older.holidays().keySet());
        dates.addAll(newer.holidays().keySet());
        List<CalendarChange> changes = new ArrayList<>();
        for (LocalDate date : dates) {
            Optional<Holiday> before = Optional.ofNullable(older.holidays().get(date));
            Optional<Holiday> after = Optional.ofNullable(newer.holidays().get(date));
            if (!before.equals(after)) {
                changes.add(
                        new CalendarChange(
                                kind(before, after),
                                date,
                                before.map(CalendarComparison::day),
                                after.map(CalendarComparison::day)));
            }
        }
        return changes;
    }

    private static Kind kind(Optional<Holiday> before, Optional<Holiday> after) {
        if (before.isEmpty()) {
            return Kind.ADDED;
        }
        if (after.isEmpty()) {
            return Kind.DROPPED;
        }
        if (!after.get().nations().containsAll(before.get().nations())) {
            return Kind.NARROWED;
        }
        return after.get().nations().equals(before.get().nations()) ? Kind.RETITLED : Kind.WIDENED;
    }

    static CalendarDay day(Holiday holiday) {
        return new CalendarDay(
                holiday.date(),
                holiday.title(),
                EnumSet.copyOf(holiday.nations()).stream().map(Nation::label).toList());
    }
}
