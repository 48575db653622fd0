package org.answerable.web.cohort;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.answerable.web.page.DateParts;
import org.answerable.web.page.PageForm;

/**
 * The form filled with the numbers of a published answer (Lincolnshire County Council, FOI 9260205,
 * 9 April 2024), which invite a division that means nothing.
 */
final class QuantityExample {

    private static final LocalDate WINDOW_START = LocalDate.of(2022, 4, 1);
    private static final LocalDate WINDOW_END = LocalDate.of(2023, 4, 1);
    private static final LocalDate EXTRACT = LocalDate.of(2024, 4, 2);
    private static final String LINCOLNSHIRE = "E10000019";

    private QuantityExample() {}

    static PageForm filled() {
        Map<String, String> values =
                new HashMap<>(DateParts.of("numerator-time-from", WINDOW_START));
        values.putAll(DateParts.of("numerator-time-to", WINDOW_END));
        values.putAll(DateParts.of("denominator-time-from", EXTRACT));
        values.put("operation", "coverage");
        number(values, "numerator", "Families engaged in the year", "13870", "family");
        values.put("numerator-age-to", "2");
        values.put("numerator-age-rule", "at-event");
        values.put("numerator-source", "service-record");
        values.put("numerator-geography-basis", "resident");
        number(values, "denominator", "Children on the GP list", "12606", "child");
        values.put("denominator-age-to", "1");
        values.put("denominator-age-rule", "at-snapshot");
        values.put("denominator-source", "gp-registration");
        values.put("denominator-source-extract", "extract of 2 April 2024");
        values.put("denominator-geography-basis", "registered");
        values.put("denominator-single-years", "0: 5981, 1: 6625, 2: 7030");
        return PageForm.filled(values);
    }

    private static void number(
            Map<String, String> values, String side, String label, String count, String unit) {
        values.put(side + "-label", label);
        values.put(side + "-value", count);
        values.put(side + "-value-kind", "count");
        values.put(side + "-unit", unit);
        values.put(side + "-age-from", "0");
        values.put(side + "-age-unit", "years");
        values.put(side + "-geography-area", LINCOLNSHIRE);
    }
}
