package org.answerable.foi;

import java.time.LocalDate;
import java.util.List;

/** The statutory clock as a pure calculation, for anybody, with the current calendar. */
public interface DeadlineCalculator {

    /**
     * The due date after all events, which may come in any order and repeated.
     *
     * @param regime {@code FOIA}, {@code EIR} or {@code SAR}
     * @throws InvalidInput for an unknown regime, an event that the regime does not know, a date
     *     before receipt, or a count that goes beyond the known holidays; the message names the
     *     horizon
     */
    DeadlineAnswer calculate(String regime, LocalDate received, List<ClockEvent> events);
}
