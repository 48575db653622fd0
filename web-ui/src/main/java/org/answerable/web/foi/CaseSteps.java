package org.answerable.web.foi;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.answerable.foi.CaseAction;
import org.answerable.foi.CaseKind;
import org.answerable.foi.CaseState;
import org.answerable.foi.CaseView;
import org.answerable.web.page.Option;

/**
 * What the case page offers to do next.
 *
 * @param advice what is to be done now, and by whom
 * @param firstToAnswer number of the first question without a decision; 0 when there is none
 * @param stages the stages to which the case may be moved
 * @param others addresses and names of the steps that are less usual
 */
public record CaseSteps(
        String advice, int firstToAnswer, List<Option> stages, List<Option> others) {

    static CaseSteps of(CaseView view) {
        return new CaseSteps(advice(view), firstToAnswer(view), stages(view), others(view));
    }

    private static String advice(CaseView view) {
        if (view.kind().appeal()) {
            return view.state().open()
                    ? "Answer them in time; record here what they decide."
                    : "This stage has ended.";
        }
        if (view.kind() == CaseKind.SUBJECT_ACCESS) {
            return view.state().open()
                    ? "This is not a matter of freedom of information: hand it over to the team"
                            + " that answers subject access requests."
                    : "It has been handed over.";
        }
        return switch (view.state()) {
            case RECEIVED, VALIDATING -> "Check first that this is a valid request.";
            case AWAITING_CLARIFICATION -> "We wait for the requester's clarification.";
            case FEE_PENDING -> "We wait for the fee.";
            case ALLOCATED, GATHERING, COMPUTING, ASSESSING ->
                    "Gather the material, cite the figures, and answer each question.";
            case DRAFTING ->
                    view.kind() == CaseKind.INTERNAL_REVIEW
                            ? "Answer each question anew; then decide the review."
                            : "Answer each question; then submit the answers for approval.";
            case AWAITING_APPROVAL -> "An approver, who drafted none of it, reads and decides.";
            case APPROVED -> "The answer is ready to be sent.";
            case DISPATCHED -> "The letter is on its way. The case closes when it has gone out.";
            case CLOSED -> "The answer has gone out.";
            case PUBLISHED -> "The answer is in the disclosure log.";
            case INVALID -> "It was no valid request; advice was given. A new one is a new case.";
            case TRANSFERRED -> "Another authority answers it.";
            case WITHDRAWN -> "The requester withdrew it.";
            case LAPSED -> "It lapsed.";
        };
    }

    private static int firstToAnswer(CaseView view) {
        return view.questions().stream()
                .filter(q -> q.outcome().isEmpty())
                .mapToInt(CaseView.QuestionView::number)
                .findFirst()
                .orElse(0);
    }

    private static List<Option> stages(CaseView view) {
        return Stream.of(CaseState.values())
                .filter(CaseState::inProgress)
                .filter(s -> s != view.state() && s.ordinal() <= view.state().ordinal() + 1)
                .map(s -> new Option(s.name(), s.label()))
                .toList();
    }

    private static List<Option> others(CaseView view) {
        String href = "/cases/" + view.reference();
        List<Option> others = new ArrayList<>();
        for (EventForm event : EventForm.all()) {
            boolean main =
                    event.action() == CaseAction.RECEIVE_CLARIFICATION
                            || event.action() == CaseAction.RECORD_FEE;
            if (!main && view.may(event.action()) && fits(event, view)) {
                others.add(new Option(href + "/events/" + event.path(), event.title()));
            }
        }
        add(others, view, CaseAction.ESTIMATE_COST, href + "/estimate");
        add(others, view, CaseAction.OPEN_REVIEW, href + "/review");
        add(others, view, CaseAction.OPEN_APPEAL, href + "/appeal");
        if (view.may(CaseAction.WITHDRAW_PUBLICATION)) {
            others.add(new Option(href + "/withdraw", "Withdraw it from the disclosure log"));
        }
        return others;
    }

    private static boolean fits(EventForm event, CaseView view) {
        return switch (event.type()) {
            case EIR_EXTENSION -> view.questions().stream().anyMatch(q -> q.regime().equals("EIR"));
            case PUBLIC_INTEREST_EXTENSION ->
                    view.questions().stream().anyMatch(q -> q.regime().equals("FOIA"));
            default -> true;
        };
    }

    private static void add(List<Option> others, CaseView view, CaseAction action, String href) {
        if (view.may(action)) {
            others.add(new Option(href, action.label()));
        }
    }
}
