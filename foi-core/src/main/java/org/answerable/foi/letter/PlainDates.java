package org.answerable.foi.letter;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How letters write a date: 21 March 2024. */
final class PlainDates {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private PlainDates() {}

    static String of(LocalDate date) {
        return DAY.format(date);
    }
}
