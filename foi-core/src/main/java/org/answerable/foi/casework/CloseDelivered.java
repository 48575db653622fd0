package org.answerable.foi.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Set;
import org.answerable.foi.Actor;
import org.answerable.foi.CaseState;
import org.answerable.foi.HistoryKind;
import org.answerable.foi.LetterDelivered;

/** The mail server has the answer: the case closes, in the same transaction. */
@ApplicationScoped
public class CloseDelivered {

    private final Cases cases;
    private final CaseFile file;

    /** For the container's proxy. */
    protected CloseDelivered() {
        this(null, null);
    }

    @Inject
    public CloseDelivered(Cases cases, CaseFile file) {
        this.cases = cases;
        this.file = file;
    }

    /** A letter other than the last answer moves nothing: the case is not on its way then. */
    public void close(@Observes LetterDelivered letter) {
        if (!letter.kind().carriesDecisions()) {
            return;
        }
        cases.lockAny(letter.reference())
                .filter(c -> c.state() == CaseState.DISPATCHED)
                .ifPresent(
                        c -> {
                            Actor system =
                                    new Actor("system", "Answerable", c.authority(), Set.of());
                            c.confirmSent(system, file.now());
                            file.record(
                                    c,
                                    system,
                                    HistoryKind.CONFIRMED_SENT,
                                    "Closed: the answer has gone out.");
                        });
    }
}
