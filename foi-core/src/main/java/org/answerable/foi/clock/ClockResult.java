package org.answerable.foi.clock;

import java.time.LocalDate;
import org.answerable.foi.Deadline;

/**
 * What the count of days gives: a due date, or the statement that the calendar does not reach so
 * far.
 */
public sealed interface ClockResult {

    /** A due date that stands, with its explanation. */
    record Due(Deadline deadline) implements ClockResult {}

    /**
     * The count needs a date outside of the calendar, so no due date is given.
     *
     * @param covered the first date that the calendar covers
     * @param horizon the last one
     */
    record BeyondHorizon(LocalDate received, LocalDate covered, LocalDate horizon)
            implements ClockResult {}
}
