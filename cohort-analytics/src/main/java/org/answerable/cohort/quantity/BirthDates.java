package org.answerable.cohort.quantity;

import java.time.LocalDate;

/**
 * The birth dates behind a number. A child of the band {@code [lo,hi)} at day D was born from D
 * less hi years plus a day to D less lo years; over a window any of its days will do. Years are
 * taken off on the calendar, and a child born on 29 February has its birthday on 1 March in other
 * years, as {@link java.time.temporal.ChronoUnit#YEARS} counts (assumption A1).
 */
public final class BirthDates {

    private BirthDates() {}

    /**
     * The birth dates of the people in the band. An age at one day, told of a window, is the age on
     * its first day.
     */
    public static DateInterval of(TimeBasis time, AgeBasis age) {
        LocalDate first = time.firstDay();
        LocalDate last = age.rule().looksAtOneDay() ? first : time.lastDay();
        return new DateInterval(
                first.minusMonths(age.band().to()).plusDays(1),
                last.minusMonths(age.band().from()));
    }
}
