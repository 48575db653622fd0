package org.answerable.cohort.loading;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** Days as NHS England writes them: {@code 04JAN2021}, or ISO 8601. */
final class ExtractDates {

    private static final DateTimeFormatter SHORT =
            new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern("ddMMMuuuu")
                    .toFormatter(Locale.ENGLISH);

    private ExtractDates() {}

    /** The day, or null when the text is none. */
    static LocalDate day(String text) {
        try {
            return text.matches("\\d{4}-\\d{2}-\\d{2}.*")
                    ? LocalDate.parse(text.substring(0, 10))
                    : LocalDate.parse(text, SHORT);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
