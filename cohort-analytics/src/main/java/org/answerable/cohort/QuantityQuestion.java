package org.answerable.cohort;

import java.util.Map;

/**
 * May this be computed from these two numbers, and what would be right?
 *
 * @param operation {@code proportion}, {@code coverage}, {@code rate}, {@code ratio}, {@code sum},
 *     {@code difference} or {@code trend}; empty for coverage
 * @param parameters numbers to use in place of those of the assumptions in force, by {@code
 *     A4.within24}
 */
public record QuantityQuestion(
        String operation,
        QuantityText numerator,
        QuantityText denominator,
        Map<String, String> parameters) {

    public QuantityQuestion {
        parameters = Map.copyOf(parameters);
    }
}
