package org.answerable.foi.casework;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.answerable.foi.Actor;
import org.answerable.foi.CaseAction;
import org.answerable.foi.CaseState;
import org.answerable.foi.Conflict;
import org.answerable.foi.NotAllowed;
import org.answerable.foi.Role;

/**
 * Who may do what in which state. The commands and the list of actions on a page read the same
 * rules.
 */
final class CaseRules {

    private CaseRules() {}

    /** The roles of which one is needed. */
    private static Role[] roles(CaseAction action) {
        return switch (action) {
            case CORRECT_DETAILS,
                    CORRECT_QUESTIONS,
                    SUBMIT,
                    DISPATCH,
                    PUBLISH,
                    WITHDRAW_PUBLICATION ->
                    new Role[] {Role.OFFICER};
            case ANSWER, CITE_FIGURE -> new Role[] {Role.OFFICER, Role.CONTRIBUTOR};
            case APPROVE -> new Role[] {Role.APPROVER};
            case RETURN_TO_DRAFTING -> new Role[] {Role.APPROVER, Role.OFFICER};
        };
    }

    /** The states in which the action is possible at all. */
    private static List<CaseState> states(CaseAction action) {
        return switch (action) {
            case CORRECT_DETAILS ->
                    List.of(
                            CaseState.RECEIVED,
                            CaseState.DRAFTING,
                            CaseState.AWAITING_APPROVAL,
                            CaseState.APPROVED);
            case CORRECT_QUESTIONS, ANSWER, CITE_FIGURE ->
                    List.of(CaseState.RECEIVED, CaseState.DRAFTING);
            case SUBMIT -> List.of(CaseState.DRAFTING);
            case APPROVE -> List.of(CaseState.AWAITING_APPROVAL);
            case RETURN_TO_DRAFTING -> List.of(CaseState.AWAITING_APPROVAL, CaseState.APPROVED);
            case DISPATCH -> List.of(CaseState.APPROVED);
            case PUBLISH -> List.of(CaseState.DISPATCHED);
            case WITHDRAW_PUBLICATION -> List.of(CaseState.PUBLISHED);
        };
    }

    static void requireRole(CaseAction action, Actor actor) {
        actor.require(roles(action));
    }

    /** Passes when the actor may do this to the case now. */
    static void require(CaseAction action, FoiCase foiCase, Actor actor) {
        requireRole(action, actor);
        personal(action, foiCase, actor)
                .ifPresent(
                        reason -> {
                            throw new NotAllowed(reason);
                        });
        byState(action, foiCase)
                .ifPresent(
                        reason -> {
                            throw new Conflict(reason);
                        });
    }

    /** Why the actor may not do this now; empty when they may. */
    static Optional<String> objection(CaseAction action, FoiCase foiCase, Actor actor) {
        try {
            require(action, foiCase, actor);
            return Optional.empty();
        } catch (NotAllowed | Conflict refused) {
            return Optional.of(refused.getMessage());
        }
    }

    private static Optional<String> personal(CaseAction action, FoiCase foiCase, Actor actor) {
        if (action == CaseAction.APPROVE && foiCase.draftedOrSubmittedBy(actor)) {
            return Optional.of(
                    "You drafted or submitted a part of this answer: another approver must decide.");
        }
        boolean onlyOfficer = !actor.has(Role.APPROVER);
        if (action == CaseAction.RETURN_TO_DRAFTING
                && onlyOfficer
                && foiCase.state() == CaseState.AWAITING_APPROVAL) {
            return Optional.of("While the case awaits approval, only an approver may return it.");
        }
        return Optional.empty();
    }

    private static Optional<String> byState(CaseAction action, FoiCase foiCase) {
        if (!states(action).contains(foiCase.state())) {
            return Optional.of(whatWouldAllow(action, foiCase));
        }
        List<Integer> undecided = foiCase.undecided();
        if (action == CaseAction.SUBMIT && !undecided.isEmpty()) {
            return Optional.of(
                    (undecided.size() == 1 ? "Question " : "Questions ")
                            + listed(undecided)
                            + (undecided.size() == 1 ? " is" : " are")
                            + " not decided yet: answer every question first.");
        }
        return Optional.empty();
    }

    private static String listed(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static String whatWouldAllow(CaseAction action, FoiCase foiCase) {
        String now = "The case is “" + foiCase.state().label() + "”: ";
        boolean sent = !foiCase.state().open();
        return switch (action) {
            case CORRECT_DETAILS, CORRECT_QUESTIONS, ANSWER, CITE_FIGURE ->
                    now
                            + (sent
                                    ? "an answer that was sent stays as it was sent."
                                    : "return it to drafting to change it.");
            case SUBMIT ->
                    now
                            + (foiCase.state() == CaseState.RECEIVED
                                    ? "answer its questions first."
                                    : "it has been submitted already.");
            case APPROVE ->
                    now
                            + (foiCase.state().editable()
                                    ? "it can be approved after an officer submits it."
                                    : "it has been approved already.");
            case RETURN_TO_DRAFTING ->
                    now
                            + (sent
                                    ? "an answer that was sent stays as it was sent."
                                    : "it is being drafted already.");
            case DISPATCH ->
                    now
                            + (sent
                                    ? "it has been sent already."
                                    : "it can be sent after an approver approves it.");
            case PUBLISH ->
                    now
                            + (sent
                                    ? "it is in the disclosure log already."
                                    : "it can be published after the answer is sent.");
            case WITHDRAW_PUBLICATION -> now + "it is not in the disclosure log.";
        };
    }
}
