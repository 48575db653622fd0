package org.answerable.web.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates as pages print them: 22 April 2024; times in local time. */
public final class Dates {

    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter WEEKDAY =
            DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMMM yyyy 'at' HH:mm", Locale.UK);

    private Dates() {}

    public static String words(LocalDate date) {
        return DAY.format(date);
    }

    public static String words(Instant instant) {
        return DAY.format(instant.atZone(ZONE));
    }

    public static String weekday(LocalDate date) {
        return WEEKDAY.format(date);
    }

    public static String minute(Instant instant) {
        return MINUTE.format(instant.atZone(ZONE));
    }
}
