package org.answerable.foi.casework;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.answerable.foi.Actor;
import org.answerable.foi.CaseAction;
import org.answerable.foi.CaseReference;
import org.answerable.foi.Colleague;
import org.answerable.foi.Colleagues;
import org.answerable.foi.HistoryKind;
import org.answerable.foi.InvalidInput;
import org.answerable.foi.Role;

/** An officer gives a question to a contributor, who then sees that question and nothing else. */
@Dependent
public class AllotQuestion {

    private final CaseFile file;
    private final Colleagues colleagues;

    @Inject
    public AllotQuestion(CaseFile file, Colleagues colleagues) {
        this.file = file;
        this.colleagues = colleagues;
    }

    void allot(CaseReference reference, int number, String username, Actor actor) {
        FoiCase foiCase = file.open(reference, CaseAction.ALLOT, actor);
        Question question = foiCase.question(number);
        Colleague colleague = username.isBlank() ? null : find(username, foiCase.authority());
        question.allot(colleague, actor, file.now());
        if (colleague == null) {
            foiCase.touched(actor, file.now());
        } else {
            foiCase.allotted(actor, file.now());
        }
        file.record(
                foiCase,
                actor,
                HistoryKind.ALLOTTED,
                "Question "
                        + number
                        + (colleague == null
                                ? " is no longer allocated."
                                : " allocated to " + colleague.displayName() + "."));
    }

    private Colleague find(String username, String authority) {
        return colleagues.of(authority, Role.CONTRIBUTOR).stream()
                .filter(c -> c.username().equals(username))
                .findFirst()
                .orElseThrow(
                        () ->
                                new InvalidInput(
                                        "username",
                                        "Choose a contributor of your authority from the list."));
    }
}
