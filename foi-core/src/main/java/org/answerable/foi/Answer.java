package org.answerable.foi;

import java.util.List;
import java.util.Optional;

/**
 * The answer to one question. A draft may lack the decision; an outcome needs a held status (I5).
 *
 * @param narrative the words of the answer
 * @param advice advice and assistance (s.16 FOIA, reg 9 EIR): what the requester could ask for
 *     instead; needed with a refusal for cost (R14)
 */
public record Answer(
        String narrative,
        Optional<HeldStatus> heldStatus,
        Optional<Outcome> outcome,
        List<Ground> grounds,
        String advice) {

    public Answer {
        grounds = List.copyOf(grounds);
        advice = advice == null ? "" : advice;
    }

    public Answer(
            String narrative,
            Optional<HeldStatus> heldStatus,
            Optional<Outcome> outcome,
            List<Ground> grounds) {
        this(narrative, heldStatus, outcome, grounds, "");
    }

    /** A decided answer without grounds. */
    public static Answer of(String narrative, HeldStatus heldStatus, Outcome outcome) {
        return new Answer(narrative, Optional.of(heldStatus), Optional.of(outcome), List.of());
    }
}
