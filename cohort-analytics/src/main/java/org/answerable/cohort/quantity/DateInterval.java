package org.answerable.cohort.quantity;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Days from the first to the last, both of it.
 *
 * @throws IllegalArgumentException reversed
 */
public record DateInterval(LocalDate first, LocalDate last) {

    public DateInterval {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("no days from " + first + " to " + last);
        }
    }

    public long days() {
        return ChronoUnit.DAYS.between(first, last) + 1;
    }

    /** The days that belong to both. */
    public Optional<DateInterval> common(DateInterval other) {
        LocalDate from = first.isAfter(other.first) ? first : other.first;
        LocalDate to = last.isBefore(other.last) ? last : other.last;
        return to.isBefore(from) ? Optional.empty() : Optional.of(new DateInterval(from, to));
    }
}
