package org.answerable.cohort.reconciliation;

import java.util.HashMap;
import java.util.Map;
import org.answerable.cohort.QuantityQuestion;
import org.answerable.cohort.QuantityText;

/** Questions about the published case: families engaged in a year, and children of one day. */
final class Asked {

    private Asked() {}

    /** Families with the youngest child 2 or under, engaged from 1 April 2022 to 1 April 2023. */
    static Map<String, String> families() {
        return new HashMap<>(
                Map.ofEntries(
                        Map.entry("value", "13870"),
                        Map.entry("unit", "family"),
                        Map.entry("time.from", "2022-04-01"),
                        Map.entry("time.to", "2023-04-01"),
                        Map.entry("age.from", "0"),
                        Map.entry("age.to", "36"),
                        Map.entry("age.unit", "months"),
                        Map.entry("age.rule", "at-event"),
                        Map.entry("source", "service-record"),
                        Map.entry("geography.basis", "resident"),
                        Map.entry("geography.area", "E10000019")));
    }

    /** Children on a GP list of 2 April 2024. */
    static Map<String, String> children(String count, String toMonths) {
        return new HashMap<>(
                Map.ofEntries(
                        Map.entry("value", count),
                        Map.entry("unit", "child"),
                        Map.entry("time.snapshot", "2024-04-02"),
                        Map.entry("age.from", "0"),
                        Map.entry("age.to", toMonths),
                        Map.entry("age.unit", "months"),
                        Map.entry("age.rule", "at-snapshot"),
                        Map.entry("source", "gp-registration"),
                        Map.entry("geography.basis", "resident"),
                        Map.entry("geography.area", "E10000019")));
    }

    static QuantityQuestion coverage(
            Map<String, String> numerator, Map<String, String> denominator) {
        return question("coverage", numerator, denominator);
    }

    static QuantityQuestion question(
            String operation, Map<String, String> numerator, Map<String, String> denominator) {
        return new QuantityQuestion(
                operation,
                new QuantityText("numerator", numerator),
                new QuantityText("denominator", denominator),
                Map.of());
    }

    /** A copy with one part in place of another. */
    static Map<String, String> with(Map<String, String> parts, String name, String value) {
        Map<String, String> copy = new HashMap<>(parts);
        copy.put(name, value);
        return copy;
    }

    static Map<String, String> without(Map<String, String> parts, String... names) {
        Map<String, String> copy = new HashMap<>(parts);
        for (String name : names) {
            copy.remove(name);
        }
        return copy;
    }
}
