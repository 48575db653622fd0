package org.answerable.foi.casework;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.answerable.foi.Actor;
import org.answerable.foi.CaseAction;
import org.answerable.foi.CaseReference;
import org.answerable.foi.CaseState;
import org.answerable.foi.HistoryKind;

/** The work on a case goes on to the next stage, or back to an earlier one. */
@Dependent
public class MoveCase {

    private final CaseFile file;

    @Inject
    public MoveCase(CaseFile file) {
        this.file = file;
    }

    void move(CaseReference reference, CaseState stage, Actor actor) {
        FoiCase foiCase = file.open(reference, CaseAction.MOVE, actor);
        CaseState before = foiCase.state();
        if (before == stage) {
            return;
        }
        foiCase.moveToStage(stage, actor, file.now());
        file.record(
                foiCase,
                actor,
                HistoryKind.MOVED,
                "Moved from “" + before.label() + "” to “" + stage.label() + "”.");
    }

    /** The answer went out although the outbox does not know it. */
    void confirmSent(CaseReference reference, Actor actor) {
        FoiCase foiCase = file.open(reference, CaseAction.CONFIRM_SENT, actor);
        foiCase.confirmSent(actor, file.now());
        file.record(foiCase, actor, HistoryKind.CONFIRMED_SENT, "Confirmed: the answer went out.");
    }
}
