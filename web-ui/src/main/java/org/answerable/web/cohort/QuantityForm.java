package org.answerable.web.cohort;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.answerable.cohort.FieldError;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.QuantityQuestion;
import org.answerable.cohort.QuantityText;
import org.answerable.web.page.DateParts;
import org.answerable.web.page.FieldProblem;
import org.answerable.web.page.PageForm;

/**
 * The form about two numbers. Pages ask for the youngest and the oldest age, both counted, and for a
 * last day only when there is one; the module has bands that end before an age, and snapshots.
 */
final class QuantityForm {

    static final String FIRST = "numerator";
    static final String SECOND = "denominator";
    private static final String OTHER_SOURCE = "other";
    private static final List<String> PARTS =
            List.of(
                    "label",
                    "value",
                    "value-kind",
                    "value-words",
                    "unit",
                    "time-from",
                    "time-to",
                    "age-from",
                    "age-to",
                    "age-unit",
                    "age-rule",
                    "source",
                    "source-extract",
                    "geography-basis",
                    "geography-area",
                    "geography-vintage",
                    "rounding",
                    "single-years");

    private final PageForm form;

    QuantityForm(PageForm form) {
        this.form = form;
    }

    /** Whether there is anything to check. */
    boolean isSent() {
        return form.values().containsKey(FIRST + "-value");
    }

    QuantityQuestion question() {
        return new QuantityQuestion(
                form.value("operation"), quantity(FIRST), quantity(SECOND), parameters());
    }

    private QuantityText quantity(String side) {
        Map<String, String> parts = new HashMap<>();
        take(parts, side, "label", "label");
        value(parts, side);
        take(parts, side, "unit", "unit");
        time(parts, side);
        take(parts, side, "age-from", "age.from");
        take(parts, side, "age-unit", "age.unit");
        take(parts, side, "age-rule", "age.rule");
        parts.put("age.to", endOf(form.value(side + "-age-to").strip()));
        source(parts, side);
        take(parts, side, "geography-basis", "geography.basis");
        take(parts, side, "geography-area", "geography.area");
        take(parts, side, "geography-vintage", "geography.vintage");
        take(parts, side, "rounding", "rounding");
        singleYears(parts, form.value(side + "-single-years"));
        return new QuantityText(side, parts);
    }

    private void take(Map<String, String> parts, String side, String field, String part) {
        parts.put(part, form.value(side + "-" + field));
    }

    private void value(Map<String, String> parts, String side) {
        String words = form.value(side + "-value-words");
        switch (form.value(side + "-value-kind")) {
            case "zero" -> parts.put("value.structuralZero", words);
            case "missing" -> parts.put("value.missing", words);
            case "withheld" -> parts.put("value.suppressed", words);
            default -> take(parts, side, "value", "value");
        }
    }

    private void time(Map<String, String> parts, String side) {
        String first = DateParts.iso(form, side + "-time-from");
        if (isEmpty(side + "-time-to")) {
            parts.put("time.snapshot", first);
        } else {
            parts.put("time.from", first);
            parts.put("time.to", DateParts.iso(form, side + "-time-to"));
        }
    }

    private boolean isEmpty(String date) {
        return Stream.of("-day", "-month", "-year")
                .allMatch(part -> form.value(date + part).isBlank());
    }

    /** What is no number is left for the module to refuse. */
    private static String endOf(String oldest) {
        return oldest.matches("\\d{1,4}") ? Integer.toString(Integer.parseInt(oldest) + 1) : oldest;
    }

    private void source(Map<String, String> parts, String side) {
        String source = form.value(side + "-source");
        String extract = form.value(side + "-source-extract");
        if (source.equals(OTHER_SOURCE)) {
            parts.put("source.system", extract);
        } else {
            parts.put("source.system", source);
            parts.put("source.extract", extract);
        }
    }

    /** {@code 0: 5981, 1: 6625}; thousands must not be marked here. */
    private static void singleYears(Map<String, String> parts, String text) {
        for (String entry : text.split("[,;\\n]")) {
            if (!entry.isBlank()) {
                String[] pair = entry.split(":", 2);
                parts.put("singleYears." + pair[0].strip(), pair.length < 2 ? "" : pair[1].strip());
            }
        }
    }

    /** Numbers of assumptions, by {@code A4.within24}; the page has {@code A4-within24}. */
    private Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        form.values().keySet().stream()
                .filter(name -> name.matches("[A-Z][0-9]{1,3}-[A-Za-z0-9]+"))
                .forEach(name -> parameters.put(name.replace('-', '.'), form.value(name)));
        return parameters;
    }

    /** The form with what the module says beside the fields of the page. */
    PageForm refused(InvalidInput invalid) {
        List<String> order =
                Stream.concat(
                                Stream.of("operation"),
                                Stream.of(FIRST, SECOND)
                                        .flatMap(
                                                side ->
                                                        PARTS.stream()
                                                                .map(part -> side + "-" + part)))
                        .toList();
        return form.with(
                invalid.errors().stream()
                        .map(error -> new FieldProblem(field(error), message(error)))
                        .distinct()
                        .toList(),
                order);
    }

    /** Both numbers have the same fields, so that a fault says whose it is. */
    private static String message(FieldError error) {
        if (error.field().startsWith(FIRST + ".")) {
            return "First number: " + error.message();
        }
        return error.field().startsWith(SECOND + ".")
                ? "Second number: " + error.message()
                : error.message();
    }

    private static String field(FieldError error) {
        String name = error.field();
        int dot = name.indexOf('.');
        if (dot < 0) {
            return name;
        }
        String part =
                switch (name.substring(dot + 1)) {
                    case "time", "time.snapshot" -> "time-from";
                    case "value.structuralZero", "value.missing", "value.suppressed" ->
                            "value-words";
                    case "age" -> "age-from";
                    case "geography" -> "geography-basis";
                    case "source.system" -> "source";
                    case "singleYears" -> "single-years";
                    default -> name.substring(dot + 1).replace('.', '-');
                };
        return name.substring(0, dot) + "-" + part;
    }
}
