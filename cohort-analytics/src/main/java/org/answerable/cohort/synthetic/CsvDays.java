package org.answerable.cohort.synthetic;

import java.time.LocalDate;

/** Days and months as text. */
final class CsvDays {

    private CsvDays() {}

    static void day(StringBuilder out, int epochDay) {
        LocalDate date = LocalDate.ofEpochDay(epochDay);
        month(out, date);
        int day = date.getDayOfMonth();
        out.append('-').append((char) ('0' + day / 10)).append((char) ('0' + day % 10));
    }

    static void month(StringBuilder out, int epochDay) {
        month(out, LocalDate.ofEpochDay(epochDay));
    }

    private static void month(StringBuilder out, LocalDate date) {
        int month = date.getMonthValue();
        out.append(date.getYear())
                .append('-')
                .append((char) ('0' + month / 10))
                .append((char) ('0' + month % 10));
    }
}
