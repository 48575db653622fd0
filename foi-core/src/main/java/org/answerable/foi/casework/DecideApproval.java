package org.answerable.foi.casework;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.answerable.foi.Actor;
import org.answerable.foi.CaseAction;
import org.answerable.foi.CaseReference;
import org.answerable.foi.CaseState;
import org.answerable.foi.HistoryKind;
import org.answerable.foi.intake.Faults;

/** An approver, who is no drafter, approves the answers or returns them with a reason. */
@Dependent
public class DecideApproval {

    private static final int MOST_REASON = 2_000;

    private final CaseFile file;

    @Inject
    public DecideApproval(CaseFile file) {
        this.file = file;
    }

    void approve(CaseReference reference, int version, Actor actor) {
        FoiCase foiCase = file.open(reference, CaseAction.APPROVE, actor);
        foiCase.requireRevision(version); // what was read is what is approved
        foiCase.approve(actor, file.now());
        file.record(foiCase, actor, HistoryKind.APPROVED, "Approved the answers.");
    }

    void returnToDrafting(CaseReference reference, String rawReason, Actor actor) {
        FoiCase foiCase = file.open(reference, CaseAction.RETURN_TO_DRAFTING, actor);
        Faults faults = new Faults();
        String reason = faults.needed("reason", "The reason", rawReason, MOST_REASON);
        faults.end();
        foiCase.returnTo(CaseState.DRAFTING, actor, file.now());
        file.record(foiCase, actor, HistoryKind.RETURNED, "Returned to drafting: " + reason);
    }
}
