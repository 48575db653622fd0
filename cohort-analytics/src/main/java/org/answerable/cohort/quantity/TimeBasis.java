package org.answerable.cohort.quantity;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * When a number holds. A stock at a date is not the number of people seen in a period, and neither
 * is the time that they lived in it.
 */
public sealed interface TimeBasis {

    /** What a window counts. */
    enum Counting {
        /** Distinct people or families with at least one event, or eligible at some time. */
        PERSONS,
        /** Each event. */
        EVENTS
    }

    /** The first day it speaks of. */
    LocalDate firstDay();

    /** The last day it speaks of. */
    LocalDate lastDay();

    /** The time in words, to follow a noun: {@code at 30 June 2020}. */
    String inWords();

    /** The dates alone: {@code 30 June 2020}, {@code from … to …, both days included}. */
    default String dates() {
        return isPeriod()
                ? "from " + words(firstDay()) + " to " + words(lastDay()) + ", both days included"
                : words(firstDay());
    }

    /** Whether it spans a period. */
    default boolean isPeriod() {
        return !(this instanceof Snapshot);
    }

    /** Length in whole months, the nearest; none for a snapshot. */
    default long months() {
        long days = ChronoUnit.DAYS.between(firstDay(), lastDay()) + 1;
        return isPeriod() ? Math.round(days * 12 / 365.25) : 0;
    }

    /**
     * Length in years: of whole months when it is so many of them, or a day more or less (1 April to
     * 1 April is a year); otherwise of days. None for a snapshot.
     */
    default double years() {
        long months = months();
        LocalDate end = lastDay().plusDays(1);
        long off = ChronoUnit.DAYS.between(firstDay().plusMonths(months), end);
        if (!isPeriod() || months > 0 && Math.abs(off) <= 1) {
            return months / 12.0;
        }
        return ChronoUnit.DAYS.between(firstDay(), end) / 365.25;
    }

    /** Whether the day is one of it. */
    default boolean holds(LocalDate day) {
        return !day.isBefore(firstDay()) && !day.isAfter(lastDay());
    }

    private static String words(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK).format(day);
    }

    private static void insistOnAPeriod(LocalDate start, LocalDate end) {
        if (!end.isAfter(start)) {
            throw new IllegalArgumentException("no period from " + start + " to before " + end);
        }
    }

    /** A stock at one date. */
    record Snapshot(LocalDate at) implements TimeBasis {
        @Override
        public LocalDate firstDay() {
            return at;
        }

        @Override
        public LocalDate lastDay() {
            return at;
        }

        @Override
        public String inWords() {
            return "at " + dates();
        }
    }

    /**
     * Distinct persons, or events, of a window.
     *
     * @param start the first day
     * @param end the day after the last
     * @throws IllegalArgumentException an empty or reversed window
     */
    record Window(LocalDate start, LocalDate end, Counting counting) implements TimeBasis {
        public Window {
            insistOnAPeriod(start, end);
        }

        @Override
        public LocalDate firstDay() {
            return start;
        }

        @Override
        public LocalDate lastDay() {
            return end.minusDays(1);
        }

        @Override
        public String inWords() {
            return (counting == Counting.EVENTS ? "" : "at some time ") + dates();
        }
    }

    /**
     * Years lived in the band inside the window: the only denominator of an incidence rate.
     *
     * @param start the first day
     * @param end the day after the last
     * @throws IllegalArgumentException an empty or reversed window
     */
    record PersonTime(LocalDate start, LocalDate end) implements TimeBasis {
        public PersonTime {
            insistOnAPeriod(start, end);
        }

        @Override
        public LocalDate firstDay() {
            return start;
        }

        @Override
        public LocalDate lastDay() {
            return end.minusDays(1);
        }

        @Override
        public String inWords() {
            return "as years lived " + dates();
        }
    }
}
