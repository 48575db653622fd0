package org.answerable.foi;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Something that moves or stops the statutory clock.
 *
 * @param to the estimated day of the decision, for {@link Type#PUBLIC_INTEREST_EXTENSION} only
 */
public record ClockEvent(Type type, LocalDate date, Optional<LocalDate> to) {

    /** The events of the HTTP contract. */
    public enum Type {
        CLARIFICATION_REQUESTED,
        CLARIFICATION_RECEIVED,
        FEES_NOTICE,
        FEE_PAID,
        PUBLIC_INTEREST_EXTENSION,
        EIR_EXTENSION,
        RESPONDED
    }

    public static ClockEvent of(Type type, LocalDate date) {
        return new ClockEvent(type, date, Optional.empty());
    }
}
