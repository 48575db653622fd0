package org.answerable.foi;

import java.util.List;
import java.util.Optional;

/**
 * The answer to one question. A draft may lack the decision; an outcome needs a held status (I5).
 *
 * @param narrative the words of the answer
 */
public record Answer(
        String narrative,
        Optional<HeldStatus> heldStatus,
        Optional<Outcome> outcome,
        List<Ground> grounds) {

    public Answer {
        grounds = List.copyOf(grounds);
    }

    /** A decided answer without grounds. */
    public static Answer of(String narrative, HeldStatus heldStatus, Outcome outcome) {
        return new Answer(narrative, Optional.of(heldStatus), Optional.of(outcome), List.of());
    }
}
