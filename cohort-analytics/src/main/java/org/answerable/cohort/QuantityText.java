package org.answerable.cohort;

import java.util.Map;

/**
 * A number with what it counts, as it was typed or sent. Its parts by name:
 *
 * <ul>
 *   <li>{@code label}; {@code unit}; {@code rounding} (a base); {@code source} or {@code
 *       source.system}, {@code source.extract}, {@code source.sha256}
 *   <li>{@code value}, or {@code value.low}, {@code value.central} and {@code value.high}, or the
 *       words of {@code value.structuralZero}, {@code value.missing} or {@code value.suppressed}
 *   <li>{@code time.snapshot}, or {@code time.from} and {@code time.to} (the last day, counted too)
 *       with {@code time.counting}: {@code persons}, {@code events} or {@code person-time}
 *   <li>{@code age.from}, {@code age.to} (not in the band), {@code age.unit}, {@code age.rule},
 *       {@code age.whose}
 *   <li>{@code geography.basis}, {@code geography.area}, {@code geography.vintage}
 *   <li>{@code singleYears.0}, {@code singleYears.1} … the same count by year of age, where known
 * </ul>
 *
 * @param field what the sender calls this number; errors name {@code field.part}
 * @param parts what was given, by the names above
 */
public record QuantityText(String field, Map<String, String> parts) {

    public QuantityText {
        parts = Map.copyOf(parts);
    }

    /** What was given for a part, or nothing. */
    public String part(String name) {
        return parts.getOrDefault(name, "").strip();
    }

    /** Whether anything was given for a part or what is within it. */
    public boolean has(String name) {
        return parts.keySet().stream()
                .anyMatch(key -> key.equals(name) || key.startsWith(name + "."));
    }
}
