package org.answerable.web.wiring;

import java.util.List;
import java.util.function.Supplier;
import org.answerable.cohort.FigureChoice;
import org.answerable.foi.Actor;
import org.answerable.foi.Conflict;
import org.answerable.foi.EvidenceChoice;
import org.answerable.foi.NotAllowed;
import org.answerable.foi.NotFound;

/** What analytics says, in the words of casework. */
final class InCasework {

    private InCasework() {}

    static List<EvidenceChoice> choices(List<FigureChoice> choices) {
        return choices.stream()
                .map(choice -> new EvidenceChoice(choice.id(), choice.title(), choice.sentence()))
                .toList();
    }

    /** Why something is released, for the ledger. */
    static String reason(Actor actor) {
        return "Cited in an answer by an officer of " + actor.authority();
    }

    /** What is released, or why it is not. */
    static <T> T released(Supplier<T> release) {
        try {
            return found(release);
        } catch (org.answerable.cohort.NotAllowed e) {
            throw new NotAllowed(e.getMessage());
        } catch (org.answerable.cohort.Conflict e) {
            throw new Conflict(e.getMessage());
        }
    }

    /** What is there, or that it is not. */
    static <T> T found(Supplier<T> look) {
        try {
            return look.get();
        } catch (org.answerable.cohort.NotFound e) {
            throw new NotFound(e.getMessage());
        }
    }
}
