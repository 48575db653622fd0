package org.answerable.foi;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the statutory clock says after all events.
 *
 * @param deadline absent while the authority waits for a clarification or a fee, and after an end
 *     without an answer
 * @param response how long the answer took, once there is one
 * @param steps how each event moved the date, in order, with the rule applied
 * @param warnings what is unusual about the events and was left out or needs a look
 */
public record DeadlineAnswer(
        Status status,
        Optional<Deadline> deadline,
        Optional<Response> response,
        List<Step> steps,
        List<String> warnings) {

    /** Whether the clock runs. */
    public enum Status {
        RUNNING,
        AWAITING_CLARIFICATION,
        AWAITING_FEE,
        RESPONDED,
        ENDED
    }

    /**
     * When the answer went out.
     *
     * @param daysTaken working days after day 0 that count: 0 on the same day, 20 on the due date
     * @param daysLate working days after the due date; 0 when in time
     */
    public record Response(LocalDate date, int daysTaken, int daysLate) {}

    /** One application of a rule of the clock, in words. */
    public record Step(String rule, String text) {}

    public DeadlineAnswer {
        steps = List.copyOf(steps);
        warnings = List.copyOf(warnings);
    }
}
