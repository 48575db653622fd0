package org.answerable.foi.casework;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.answerable.foi.Actor;
import org.answerable.foi.CaseAction;
import org.answerable.foi.CaseReference;
import org.answerable.foi.HistoryKind;

/** An officer asks for approval, when every question is decided. */
@Dependent
public class SubmitForApproval {

    private final CaseFile file;

    @Inject
    public SubmitForApproval(CaseFile file) {
        this.file = file;
    }

    void submit(CaseReference reference, Actor actor) {
        FoiCase foiCase = file.open(reference, CaseAction.SUBMIT, actor);
        foiCase.submit(actor, file.now());
        file.record(
                foiCase,
                actor,
                HistoryKind.SUBMITTED,
                "Submitted for approval: " + foiCase.outcome().orElseThrow().label() + ".");
    }
}
