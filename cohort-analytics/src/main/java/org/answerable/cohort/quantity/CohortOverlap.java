package org.answerable.cohort.quantity;

import java.util.Optional;

/**
 * How far two numbers speak of the same births, as a Lexis diagram shows it. A proportion needs the
 * same births behind both.
 *
 * @param numerator birth dates behind the first number
 * @param denominator birth dates behind the second
 * @param common those behind both
 */
public record CohortOverlap(
        DateInterval numerator, DateInterval denominator, Optional<DateInterval> common) {

    public static CohortOverlap of(Quantity numerator, Quantity denominator) {
        DateInterval one = BirthDates.of(numerator.time(), numerator.age());
        DateInterval other = BirthDates.of(denominator.time(), denominator.age());
        return new CohortOverlap(one, other, one.common(other));
    }

    public long days() {
        return common.map(DateInterval::days).orElse(0L);
    }

    public double shareOfNumerator() {
        return days() / (double) numerator.days();
    }

    public double shareOfDenominator() {
        return days() / (double) denominator.days();
    }

    /** The lesser of both shares. */
    public double share() {
        return Math.min(shareOfNumerator(), shareOfDenominator());
    }
}
