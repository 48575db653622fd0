package org.answerable.web.page;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A date typed as day, month and year. */
public final class DateParts {

    private DateParts() {}

    /** The date, or nothing when the three parts are not a date. */
    public static Optional<LocalDate> read(PageForm form, String field) {
        try {
            return Optional.of(
                    LocalDate.of(
                            part(form, field, "year"),
                            part(form, field, "month"),
                            part(form, field, "day")));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The date in ISO form; what was typed instead when it is no date. */
    public static String iso(PageForm form, String field) {
        return read(form, field)
                .map(LocalDate::toString)
                .orElseGet(
                        () ->
                                form.value(field + "-year")
                                        + "-"
                                        + form.value(field + "-month")
                                        + "-"
                                        + form.value(field + "-day"));
    }

    /** The parts of a date, as the fields of a form. */
    public static Map<String, String> of(String field, LocalDate date) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(field + "-day", Integer.toString(date.getDayOfMonth()));
        parts.put(field + "-month", Integer.toString(date.getMonthValue()));
        parts.put(field + "-year", Integer.toString(date.getYear()));
        return parts;
    }

    private static int part(PageForm form, String field, String part) {
        return Integer.parseInt(form.value(field + "-" + part).strip());
    }
}
