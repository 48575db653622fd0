package org.answerable.foi;

import static org.answerable.foi.CaseKind.ICO_COMPLAINT;
import static org.answerable.foi.CaseKind.INTERNAL_REVIEW;
import static org.answerable.foi.CaseKind.REQUEST;
import static org.answerable.foi.CaseKind.SUBJECT_ACCESS;
import static org.answerable.foi.CaseKind.TRIBUNAL;
import static org.answerable.foi.CaseState.ALLOCATED;
import static org.answerable.foi.CaseState.APPROVED;
import static org.answerable.foi.CaseState.ASSESSING;
import static org.answerable.foi.CaseState.AWAITING_APPROVAL;
import static org.answerable.foi.CaseState.AWAITING_CLARIFICATION;
import static org.answerable.foi.CaseState.CLOSED;
import static org.answerable.foi.CaseState.COMPUTING;
import static org.answerable.foi.CaseState.DISPATCHED;
import static org.answerable.foi.CaseState.DRAFTING;
import static org.answerable.foi.CaseState.FEE_PENDING;
import static org.answerable.foi.CaseState.GATHERING;
import static org.answerable.foi.CaseState.INVALID;
import static org.answerable.foi.CaseState.LAPSED;
import static org.answerable.foi.CaseState.PUBLISHED;
import static org.answerable.foi.CaseState.RECEIVED;
import static org.answerable.foi.CaseState.TRANSFERRED;
import static org.answerable.foi.CaseState.VALIDATING;
import static org.answerable.foi.CaseState.WITHDRAWN;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The whole way of a case as one table: which action is possible in which states, to which states it
 * may lead, who may do it, and the rule behind it. Commands, pages and the diagram in the documents
 * all read this table and nothing else.
 */
public final class CaseFlow {

    /**
     * One line of the table.
     *
     * @param from the states in which the action is possible
     * @param to the states to which it may lead; empty: the case stays where it is
     * @param roles one of them is needed
     * @param kinds the kinds of case that know the action
     * @param rule where the step comes from
     */
    public record Step(
            CaseAction action,
            Set<CaseState> from,
            Set<CaseState> to,
            Set<Role> roles,
            Set<CaseKind> kinds,
            String rule) {}

    private static final Set<CaseState> ANY = EnumSet.allOf(CaseState.class);
    private static final Set<CaseState> STAGES = Set.of(GATHERING, COMPUTING, ASSESSING, DRAFTING);
    private static final Set<CaseState> WORK = with(STAGES, ALLOCATED);
    private static final Set<CaseState> OPEN =
            ANY.stream().filter(CaseState::open).collect(Collectors.toUnmodifiableSet());
    private static final Set<CaseState> NONE = Set.of();

    private static final Set<Role> OFFICER = Set.of(Role.OFFICER);
    private static final Set<Role> OFFICER_OR_REQUESTER = Set.of(Role.OFFICER, Role.REQUESTER);
    private static final Set<CaseKind> REQUESTS = Set.of(REQUEST);
    private static final Set<CaseKind> ANSWERED = Set.of(REQUEST, INTERNAL_REVIEW);
    private static final Set<CaseKind> APPEALS = Set.of(ICO_COMPLAINT, TRIBUNAL);
    private static final Set<CaseKind> ALL = EnumSet.allOf(CaseKind.class);

    private static final List<Step> STEPS =
            List.of(
                    step(
                            CaseAction.CHECK_VALIDITY,
                            Set.of(RECEIVED, VALIDATING),
                            Set.of(VALIDATING, ALLOCATED, INVALID),
                            OFFICER,
                            REQUESTS,
                            "R1, s.8"),
                    step(
                            CaseAction.ACKNOWLEDGE,
                            with(WORK, RECEIVED, VALIDATING),
                            NONE,
                            OFFICER,
                            ANSWERED,
                            "s.45 Code; R2: the requester is told the due date"),
                    step(
                            CaseAction.REQUEST_CLARIFICATION,
                            with(WORK, RECEIVED, VALIDATING),
                            Set.of(AWAITING_CLARIFICATION),
                            OFFICER,
                            REQUESTS,
                            "R5, s.1(3)"),
                    step(
                            CaseAction.RECEIVE_CLARIFICATION,
                            Set.of(AWAITING_CLARIFICATION),
                            Set.of(VALIDATING),
                            OFFICER_OR_REQUESTER,
                            REQUESTS,
                            "R5, s.1(3)"),
                    step(
                            CaseAction.GIVE_FEES_NOTICE,
                            WORK,
                            Set.of(FEE_PENDING),
                            OFFICER,
                            REQUESTS,
                            "R6, s.9"),
                    step(
                            CaseAction.RECORD_FEE,
                            Set.of(FEE_PENDING),
                            Set.of(ALLOCATED),
                            OFFICER,
                            REQUESTS,
                            "R6, s.10(2)"),
                    step(
                            CaseAction.EXTEND,
                            WORK,
                            NONE,
                            Set.of(Role.OFFICER, Role.APPROVER),
                            REQUESTS,
                            "R7, s.10(3); R19, reg 7 EIR"),
                    step(
                            CaseAction.TRANSFER,
                            with(WORK, RECEIVED, VALIDATING),
                            Set.of(TRANSFERRED),
                            OFFICER,
                            REQUESTS,
                            "R9"),
                    step(
                            CaseAction.WITHDRAW_REQUEST,
                            OPEN,
                            Set.of(WITHDRAWN),
                            OFFICER_OR_REQUESTER,
                            ALL,
                            "the requester's wish"),
                    step(
                            CaseAction.LAPSE,
                            Set.of(AWAITING_CLARIFICATION, FEE_PENDING),
                            Set.of(LAPSED),
                            OFFICER,
                            REQUESTS,
                            "R5; R6, s.9(2)"),
                    step(CaseAction.ALLOT, WORK, Set.of(GATHERING), OFFICER, REQUESTS, "section 7"),
                    step(
                            CaseAction.MOVE,
                            WORK,
                            STAGES,
                            Set.of(Role.OFFICER, Role.REVIEWER),
                            ANSWERED,
                            "section 7"),
                    step(
                            CaseAction.CORRECT_DETAILS,
                            OPEN,
                            NONE,
                            OFFICER,
                            ALL,
                            "accuracy of personal data"),
                    step(
                            CaseAction.CORRECT_QUESTIONS,
                            with(WORK, RECEIVED, VALIDATING, AWAITING_CLARIFICATION),
                            NONE,
                            OFFICER,
                            REQUESTS,
                            "the question is the unit of decision"),
                    step(
                            CaseAction.ANSWER,
                            WORK,
                            Set.of(DRAFTING),
                            Set.of(Role.OFFICER, Role.CONTRIBUTOR, Role.REVIEWER),
                            ANSWERED,
                            "I1 to I5"),
                    step(
                            CaseAction.CITE_FIGURE,
                            WORK,
                            Set.of(COMPUTING),
                            Set.of(Role.OFFICER, Role.CONTRIBUTOR, Role.REVIEWER),
                            ANSWERED,
                            "R17"),
                    step(
                            CaseAction.CHANGE_REGIME,
                            WORK,
                            NONE,
                            OFFICER,
                            REQUESTS,
                            "I4, s.39 and reg 5 EIR"),
                    step(
                            CaseAction.RECORD_OPINION,
                            WORK,
                            NONE,
                            Set.of(Role.QUALIFIED_PERSON),
                            ANSWERED,
                            "I2, s.36(2)"),
                    step(
                            CaseAction.ESTIMATE_COST,
                            WORK,
                            NONE,
                            Set.of(Role.OFFICER, Role.REVIEWER),
                            ANSWERED,
                            "R12, s.12"),
                    step(
                            CaseAction.SUBMIT,
                            Set.of(DRAFTING),
                            Set.of(AWAITING_APPROVAL),
                            OFFICER,
                            REQUESTS,
                            "I5"),
                    step(
                            CaseAction.APPROVE,
                            Set.of(AWAITING_APPROVAL),
                            Set.of(APPROVED),
                            Set.of(Role.APPROVER),
                            REQUESTS,
                            "section 7: the approver is no drafter"),
                    step(
                            CaseAction.DECIDE_REVIEW,
                            Set.of(DRAFTING),
                            Set.of(APPROVED),
                            Set.of(Role.REVIEWER),
                            Set.of(INTERNAL_REVIEW),
                            "R23, s.45 Code part 5"),
                    step(
                            CaseAction.RETURN_TO_DRAFTING,
                            Set.of(AWAITING_APPROVAL, APPROVED),
                            Set.of(DRAFTING, ASSESSING),
                            Set.of(Role.APPROVER, Role.OFFICER),
                            ANSWERED,
                            "section 7: with a reason"),
                    step(
                            CaseAction.DISPATCH,
                            Set.of(APPROVED),
                            Set.of(DISPATCHED, CLOSED, ASSESSING),
                            OFFICER,
                            ANSWERED,
                            "R2, R7, I5"),
                    step(
                            CaseAction.CONFIRM_SENT,
                            Set.of(DISPATCHED),
                            Set.of(CLOSED),
                            OFFICER,
                            ANSWERED,
                            "the answer has gone out"),
                    step(
                            CaseAction.PUBLISH,
                            Set.of(CLOSED),
                            Set.of(PUBLISHED),
                            Set.of(Role.PUBLISHER),
                            REQUESTS,
                            "R28"),
                    step(
                            CaseAction.WITHDRAW_PUBLICATION,
                            Set.of(PUBLISHED),
                            Set.of(CLOSED),
                            Set.of(Role.PUBLISHER),
                            REQUESTS,
                            "R28"),
                    step(CaseAction.LINK, ANY, NONE, OFFICER, ALL, "section 7"),
                    step(
                            CaseAction.OPEN_REVIEW,
                            Set.of(CLOSED, PUBLISHED),
                            NONE,
                            OFFICER,
                            REQUESTS,
                            "R23; R21, reg 11 EIR"),
                    step(
                            CaseAction.OPEN_APPEAL,
                            ANY,
                            NONE,
                            OFFICER,
                            Set.of(REQUEST, INTERNAL_REVIEW, ICO_COMPLAINT),
                            "s.50; s.57"),
                    step(
                            CaseAction.RECORD_DECISION,
                            Set.of(ALLOCATED),
                            Set.of(CLOSED),
                            OFFICER,
                            APPEALS,
                            "s.50; s.58"),
                    step(
                            CaseAction.HAND_OVER,
                            Set.of(ALLOCATED),
                            Set.of(CLOSED),
                            OFFICER,
                            Set.of(SUBJECT_ACCESS),
                            "R22, I4"));

    private CaseFlow() {}

    /** The table, in the order of a case's life. */
    public static List<Step> steps() {
        return STEPS;
    }

    public static Step step(CaseAction action) {
        return STEPS.stream().filter(s -> s.action() == action).findFirst().orElseThrow();
    }

    /** Whether some action leads from one state to another. */
    public static boolean leads(CaseState from, CaseState to) {
        return from == to
                || STEPS.stream().anyMatch(s -> s.from().contains(from) && s.to().contains(to));
    }

    private static Step step(
            CaseAction action,
            Set<CaseState> from,
            Set<CaseState> to,
            Set<Role> roles,
            Set<CaseKind> kinds,
            String rule) {
        return new Step(action, from, to, roles, kinds, rule);
    }

    private static Set<CaseState> with(Set<CaseState> states, CaseState... more) {
        Set<CaseState> all = EnumSet.copyOf(states);
        all.addAll(List.of(more));
        return Set.copyOf(all);
    }
}
