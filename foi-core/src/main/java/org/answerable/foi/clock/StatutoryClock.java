package org.answerable.foi.clock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.answerable.foi.Deadline;
import org.answerable.foi.DeadlineDay;

/**
 * Counts working days (s.10(1) and (6) FOIA, reg 5(2) EIR). The day of receipt is day 0 even when
 * it is not a working day, and the next working day is day 1 (R2). Same input, same output: it
 * reads no system time, and "overdue" is the caller's comparison with a date (R4).
 */
public final class StatutoryClock {

    private StatutoryClock() {}

    /**
     * The due date with every date on the way to it.
     *
     * @param workingDays the limit, at least 1: 20 for FOIA (R2) and EIR (R19), 40 for an extended
     *     EIR
     */
    public static ClockResult due(LocalDate received, int workingDays, WorkingCalendar calendar) {
        return due(received, workingDays, calendar, List.of());
    }

    /** The same, where the days of the pauses do not count (R6). */
    static ClockResult due(
            LocalDate received, int workingDays, WorkingCalendar calendar, List<Pause> pauses) {
        if (workingDays < 1) {
            throw new IllegalArgumentException("A limit has at least one working day");
        }
        return walk(received, calendar, pauses, (day, counted) -> counted == workingDays);
    }

    /** The explanation up to a given date, whatever kind of day it is. */
    static ClockResult until(
            LocalDate received, LocalDate end, WorkingCalendar calendar, List<Pause> pauses) {
        return walk(received, calendar, pauses, (day, counted) -> !day.isBefore(end));
    }

    private static ClockResult walk(
            LocalDate received,
            WorkingCalendar calendar,
            List<Pause> pauses,
            BiPredicate<LocalDate, Integer> end) {
        List<DeadlineDay> days = new ArrayList<>();
        days.add(new DeadlineDay(received, DeadlineDay.Kind.DAY_ZERO, 0, "", List.of()));
        LocalDate dayOne = null;
        LocalDate date = received;
        int counted = 0;
        do {
            if (!calendar.covers(date) || !calendar.covers(date.plusDays(1))) {
                return new ClockResult.BeyondHorizon(
                        received, calendar.coversFrom(), calendar.horizon());
            }
            date = date.plusDays(1);
            DeadlineDay day = day(date, counted + 1, calendar, pauses);
            days.add(day);
            if (day.kind() == DeadlineDay.Kind.COUNTED) {
                counted++;
                dayOne = dayOne == null ? date : dayOne;
            }
        } while (!end.test(date, counted));
        return new ClockResult.Due(
                new Deadline(
                        received,
                        dayOne == null ? date : dayOne,
                        date,
                        counted,
                        calendar.version(),
                        days));
    }

    /** One date: first match of weekend, bank holiday, pause; else it counts. */
    private static DeadlineDay day(
            LocalDate date, int number, WorkingCalendar calendar, List<Pause> pauses) {
        if (!calendar.isWorkingDay(date)) {
            return skipped(date, calendar);
        }
        if (pauses.stream().anyMatch(p -> p.contains(date))) {
            String reason = "waiting for the fee";
            return new DeadlineDay(date, DeadlineDay.Kind.SKIPPED, 0, reason, List.of());
        }
        return new DeadlineDay(date, DeadlineDay.Kind.COUNTED, number, "", List.of());
    }

    /**
     * Working days after {@code from} up to and including {@code to}; negative when {@code to} is
     * earlier. It serves to say how long something took or has left, so beyond the calendar it
     * counts weekdays; a due date never rests on it.
     */
    public static int workingDaysBetween(LocalDate from, LocalDate to, WorkingCalendar calendar) {
        if (to.isBefore(from)) {
            return -workingDaysBetween(to, from, calendar);
        }
        return (int) calendar.workingDays(from, to);
    }

    private static DeadlineDay skipped(LocalDate date, WorkingCalendar calendar) {
        String reason = calendar.notWorking(date).orElseThrow();
        Holiday holiday = calendar.holidays().get(date);
        boolean weekend = reason.equals("Saturday") || reason.equals("Sunday");
        List<String> nations = weekend || holiday == null ? List.of() : holiday.nationLabels();
        return new DeadlineDay(date, DeadlineDay.Kind.SKIPPED, 0, reason, nations);
    }
}
