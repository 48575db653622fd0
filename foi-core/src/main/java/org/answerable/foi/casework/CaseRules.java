package org.answerable.foi.casework;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.answerable.foi.Actor;
import org.answerable.foi.CaseAction;
import org.answerable.foi.CaseFlow;
import org.answerable.foi.CaseKind;
import org.answerable.foi.CaseState;
import org.answerable.foi.Conflict;
import org.answerable.foi.NotAllowed;
import org.answerable.foi.Role;

/**
 * Who may do what in which state: the table of {@link CaseFlow}, and what it cannot say. The
 * commands and the list of actions on a page read the same rules.
 */
final class CaseRules {

    private CaseRules() {}

    static void requireRole(CaseAction action, Actor actor) {
        actor.require(
                CaseFlow.step(action).roles().stream()
                        .sorted(Comparator.naturalOrder())
                        .toArray(Role[]::new));
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
        boolean review = foiCase.kind() == CaseKind.INTERNAL_REVIEW;
        return switch (action) {
            case APPROVE ->
                    when(
                            foiCase.draftedOrSubmittedBy(actor),
                            "You drafted or submitted a part of this answer: another approver must"
                                    + " decide.");
            case RETURN_TO_DRAFTING ->
                    when(
                            !actor.has(Role.APPROVER)
                                    && foiCase.state() == CaseState.AWAITING_APPROVAL,
                            "While the case awaits approval, only an approver may return it.");
            case RECORD_OPINION ->
                    when(
                            foiCase.draftedOrSubmittedBy(actor),
                            "You drafted a part of this answer: the qualified person must be"
                                    + " somebody else.");
            case ANSWER, CITE_FIGURE ->
                    review
                            ? when(
                                    !actor.has(Role.REVIEWER),
                                    "A review is decided by an internal reviewer.")
                            : when(
                                    !actor.has(Role.OFFICER)
                                            && foiCase.questions().stream()
                                                    .noneMatch(q -> q.allottedTo(actor)),
                                    "No question of this case is allocated to you: ask the FOI"
                                            + " officer for it.");
            case MOVE, ESTIMATE_COST ->
                    when(
                            !review && !actor.has(Role.OFFICER),
                            "An internal reviewer works on reviews: this request is the FOI"
                                    + " officer's.");
            default -> Optional.empty();
        };
    }

    private static Optional<String> when(boolean applies, String reason) {
        return applies ? Optional.of(reason) : Optional.empty();
    }

    private static Optional<String> byState(CaseAction action, FoiCase foiCase) {
        CaseFlow.Step step = CaseFlow.step(action);
        if (!step.kinds().contains(foiCase.kind())) {
            return Optional.of(
                    "“"
                            + action.label()
                            + "” is not a step of: "
                            + foiCase.kind().label().toLowerCase(Locale.UK)
                            + ".");
        }
        if (!step.from().contains(foiCase.state())) {
            return Optional.of(whatWouldAllow(action, foiCase));
        }
        boolean deciding = action == CaseAction.SUBMIT || action == CaseAction.DECIDE_REVIEW;
        return deciding ? undecided(foiCase) : Optional.empty();
    }

    private static Optional<String> undecided(FoiCase foiCase) {
        List<Integer> undecided = foiCase.undecidedAndDue();
        if (!undecided.isEmpty()) {
            return Optional.of(
                    (undecided.size() == 1 ? "Question " : "Questions ")
                            + PlainWords.numbers(undecided)
                            + (undecided.size() == 1 ? " is" : " are")
                            + " not decided yet: answer every question first.");
        }
        return when(
                foiCase.toSend().isEmpty(),
                "No question is decided yet: decide those whose time is extended first.");
    }

    private static String whatWouldAllow(CaseAction action, FoiCase foiCase) {
        CaseState state = foiCase.state();
        String now = "The case is “" + state.label() + "”: ";
        if (state.answered() && !CaseFlow.step(action).from().contains(CaseState.CLOSED)) {
            return now
                    + switch (action) {
                        case DISPATCH -> "it has been sent already.";
                        case SUBMIT, APPROVE, DECIDE_REVIEW -> "it has been decided already.";
                        case CONFIRM_SENT -> "the answer is known to have gone out.";
                        case WITHDRAW_PUBLICATION -> "it is not in the disclosure log.";
                        default -> "an answer that was sent stays as it was sent.";
                    };
        }
        if (!state.open() && !state.answered()) {
            return now + "it has ended.";
        }
        if (state == CaseState.RECEIVED
                && CaseFlow.step(action).from().contains(CaseState.DRAFTING)) {
            return now + "check first that the request is valid.";
        }
        return now
                + switch (action) {
                    case SUBMIT, DECIDE_REVIEW ->
                            state.editable()
                                    ? "answer its questions first."
                                    : "it has been submitted already.";
                    case APPROVE ->
                            state == CaseState.APPROVED
                                    ? "it has been approved already."
                                    : "it can be approved after an officer submits it.";
                    case DISPATCH -> "it can be sent after it is approved.";
                    case PUBLISH ->
                            state == CaseState.PUBLISHED
                                    ? "it is in the disclosure log already."
                                    : "it can be published after the answer is sent.";
                    case WITHDRAW_PUBLICATION -> "it is not in the disclosure log.";
                    case RETURN_TO_DRAFTING -> "it is not waiting for approval or sending.";
                    case OPEN_REVIEW -> "a review follows an answer.";
                    case ANSWER, CITE_FIGURE, CORRECT_QUESTIONS ->
                            state == CaseState.AWAITING_APPROVAL || state == CaseState.APPROVED
                                    ? "return it to drafting to change it."
                                    : possibleWhile(action);
                    default -> possibleWhile(action);
                };
    }

    private static String possibleWhile(CaseAction action) {
        return "this is possible while it is "
                + Arrays.stream(CaseState.values())
                        .filter(CaseFlow.step(action).from()::contains)
                        .map(s -> "“" + s.label() + "”")
                        .collect(Collectors.joining(", "))
                + ".";
    }
}
