package org.answerable.foi;

import java.util.List;
import java.util.Optional;

/**
 * What the statutory clock says after all events.
 *
 * @param deadline absent while the authority waits for a clarification or a fee
 * @param steps how each event moved the date, in order, with the rule applied
 * @param warnings what is unusual about the events and was left out or needs a look
 */
public record DeadlineAnswer(
        Status status, Optional<Deadline> deadline, List<Step> steps, List<String> warnings) {

    /** Whether the clock runs. */
    public enum Status {
        RUNNING,
        AWAITING_CLARIFICATION,
        AWAITING_FEE,
        RESPONDED
    }

    /** One application of a rule of the clock, in words. */
    public record Step(String rule, String text) {}

    public DeadlineAnswer {
        steps = List.copyOf(steps);
        warnings = List.copyOf(warnings);
    }
}
