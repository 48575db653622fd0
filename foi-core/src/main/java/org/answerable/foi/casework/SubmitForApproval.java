package org.answerable.foi.casework;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.answerable.foi.Actor;
import org.answerable.foi.CaseAction;
import org.answerable.foi.CaseReference;
import org.answerable.foi.HistoryKind;

/** An officer asks for approval, when every question that is due is decided. */
@Dependent
public class SubmitForApproval {

    private final CaseFile file;
    private final DecisionBasis basis;

    @Inject
    public SubmitForApproval(CaseFile file, DecisionBasis basis) {
        this.file = file;
        this.basis = basis;
    }

    void submit(CaseReference reference, Actor actor) {
        FoiCase foiCase = file.open(reference, CaseAction.SUBMIT, actor);
        basis.require(foiCase, file.today());
        foiCase.submit(actor, file.now());
        file.record(
                foiCase,
                actor,
                HistoryKind.SUBMITTED,
                "Submitted for approval: " + what(foiCase) + ".");
    }

    private static String what(FoiCase foiCase) {
        List<Question> going = foiCase.toSend();
        if (going.size() == foiCase.questions().size()) {
            return foiCase.outcome().orElseThrow().label();
        }
        return "question "
                + PlainWords.numbers(going.stream().map(Question::number).toList())
                + "; the others follow or are answered";
    }
}
