package org.answerable.foi.store;

import static org.answerable.foi.store.TestDesk.APPROVER;
import static org.answerable.foi.store.TestDesk.CONTRIBUTOR;
import static org.answerable.foi.store.TestDesk.ICB_OFFICER;
import static org.answerable.foi.store.TestDesk.OFFICER;
import static org.answerable.foi.store.TestDesk.OFFICER_AND_APPROVER;
import static org.answerable.foi.store.TestDesk.QUALIFIED;
import static org.answerable.foi.store.TestDesk.REVIEWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.answerable.foi.Actor;
import org.answerable.foi.Answer;
import org.answerable.foi.AppealDecision;
import org.answerable.foi.CaseAction;
import org.answerable.foi.CaseEvent;
import org.answerable.foi.CaseKind;
import org.answerable.foi.CaseReference;
import org.answerable.foi.CaseState;
import org.answerable.foi.CaseView;
import org.answerable.foi.Channel;
import org.answerable.foi.ClockEvent;
import org.answerable.foi.Conflict;
import org.answerable.foi.CostEstimate;
import org.answerable.foi.DispatchDetails;
import org.answerable.foi.FieldError;
import org.answerable.foi.Ground;
import org.answerable.foi.HeldStatus;
import org.answerable.foi.HistoryKind;
import org.answerable.foi.InvalidInput;
import org.answerable.foi.LetterKind;
import org.answerable.foi.LetterView;
import org.answerable.foi.LinkType;
import org.answerable.foi.NewAppeal;
import org.answerable.foi.NewRequest;
import org.answerable.foi.NotAllowed;
import org.answerable.foi.NotFound;
import org.answerable.foi.Outcome;
import org.answerable.foi.PublicInterestTest;
import org.answerable.foi.QualifiedOpinion;
import org.answerable.foi.Requester;
import org.answerable.foi.ReviewRequest;
import org.answerable.foi.Role;
import org.answerable.foi.Validity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The way of a case, by the rules of the law; today is Tuesday 9 April 2024. */
class CaseFlowIT {

    private static final PublicInterestTest TEST =
            new PublicInterestTest("Openness.", "Harm.", "Harm weighs more.");

    private static TestDesk desk;

    @BeforeAll
    static void start() {
        desk = new TestDesk();
    }

    @AfterAll
    static void stop() throws IOException {
        desk.close();
    }

    @Test
    void nothing_is_worked_on_before_the_request_is_found_valid_R1() {
        CaseReference reference = register("1. a?\n2. b?");
        assertThat(view(reference).objection(CaseAction.ANSWER)).contains("check first");
        assertThatThrownBy(() -> grant(reference, 1)).isInstanceOf(Conflict.class);
        Validity nameless = new Validity(true, false, true, true, "");
        assertThat(fields(() -> check(reference, nameless))).containsExactly("advice");
        check(reference, new Validity(true, false, true, true, "Give us your name."));

        CaseView view = view(reference);
        assertThat(view.state()).isEqualTo(CaseState.INVALID);
        assertThat(view.clock().due()).isEmpty();
        assertThat(last(view)).contains("no real name").doesNotContain("Give us");
        assertThatThrownBy(() -> check(reference, Validity.complete()))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("ended");
    }

    @Test
    void a_request_is_acknowledged_once_with_a_letter() {
        CaseReference reference = valid("How many?");
        desk(c -> c.clock().acknowledge(reference, Channel.EMAIL, OFFICER));
        assertThat(view(reference).letters())
                .extracting(LetterView::kind)
                .containsExactly(LetterKind.ACKNOWLEDGEMENT);
        assertThatThrownBy(
                        () -> desk(c -> c.clock().acknowledge(reference, Channel.EMAIL, OFFICER)))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("already");
        assertThat(view(reference).letters()).hasSize(1);
    }

    @Test
    void a_clarification_resets_the_clock_and_is_no_pause_R5() {
        CaseReference reference = valid("How many?");
        record(reference, event(ClockEvent.Type.CLARIFICATION_REQUESTED, "2024-04-02"));
        CaseView waiting = view(reference);
        assertThat(waiting.state()).isEqualTo(CaseState.AWAITING_CLARIFICATION);
        assertThat(waiting.clock().due()).isEmpty();
        assertThat(waiting.clock().lapsesOn()).contains(LocalDate.of(2024, 7, 2));

        record(reference, event(ClockEvent.Type.CLARIFICATION_RECEIVED, "2024-04-08"));
        CaseView back = view(reference);
        assertThat(back.state()).isEqualTo(CaseState.VALIDATING);
        assertThat(back.clock().due()).contains(LocalDate.of(2024, 5, 7));
        assertThat(back.received()).isEqualTo("2024-03-21");
        assertThat(last(back)).contains("none while we wait → 7 May 2024");
        check(reference, Validity.complete());
        assertThat(view(reference).state()).isEqualTo(CaseState.ALLOCATED);
    }

    @Test
    void a_clarification_cannot_come_before_it_was_asked_nor_lapse_before_three_months() {
        CaseReference reference = valid("How many?");
        assertThatThrownBy(
                        () ->
                                record(
                                        reference,
                                        event(
                                                ClockEvent.Type.CLARIFICATION_RECEIVED,
                                                "2024-04-02")))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("Waiting for clarification");
        record(reference, event(ClockEvent.Type.CLARIFICATION_REQUESTED, "2024-04-02"));
        assertThat(
                        fields(
                                () ->
                                        record(
                                                reference,
                                                event(
                                                        ClockEvent.Type.CLARIFICATION_RECEIVED,
                                                        "2024-04-01"))))
                .containsExactly("date");
        assertThatThrownBy(() -> record(reference, event(ClockEvent.Type.LAPSED, "2024-04-09")))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("2 July 2024");
        record(reference, event(ClockEvent.Type.WITHDRAWN, "2024-04-09"));
        assertThat(view(reference).state()).isEqualTo(CaseState.WITHDRAWN);
    }

    @Test
    void days_from_the_fees_notice_to_the_payment_do_not_count_R6() {
        CaseReference reference = valid("How many?");
        CaseEvent notice = event(ClockEvent.Type.FEES_NOTICE, "2024-03-27");
        assertThatThrownBy(() -> record(reference, event(ClockEvent.Type.FEE_PAID, "2024-04-08")))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("Waiting for the fee");
        record(reference, notice.costing(new BigDecimal("25.50")));
        assertThat(view(reference).state()).isEqualTo(CaseState.FEE_PENDING);
        record(reference, event(ClockEvent.Type.FEE_PAID, "2024-04-08"));
        CaseView view = view(reference);
        assertThat(view.state()).isEqualTo(CaseState.ALLOCATED);
        assertThat(view.clock().due()).contains(LocalDate.of(2024, 5, 1));
        assertThat(view.clock().ledger().get(0).amount()).contains(new BigDecimal("25.50"));
    }

    @Test
    void an_event_before_receipt_or_in_the_future_is_refused_and_one_sent_twice_recorded_once() {
        CaseReference reference = valid("How many?");
        for (String day : List.of("2024-03-20", "2024-04-10")) {
            assertThat(
                            fields(
                                    () ->
                                            record(
                                                    reference,
                                                    event(
                                                            ClockEvent.Type.CLARIFICATION_REQUESTED,
                                                            day))))
                    .containsExactly("date");
        }
        CaseEvent asked = event(ClockEvent.Type.CLARIFICATION_REQUESTED, "2024-04-02");
        record(reference, asked);
        record(reference, asked);
        assertThat(view(reference).clock().ledger()).hasSize(1);
    }

    @Test
    void an_extension_is_for_a_qualified_exemption_in_time_and_for_some_questions_only_R7() {
        CaseReference reference = valid("1. a?\n2. b?");
        CaseEvent extension = event(ClockEvent.Type.PUBLIC_INTEREST_EXTENSION, "2024-04-08");
        LocalDate may = LocalDate.of(2024, 5, 20);
        assertThat(fields(() -> record(reference, extension)))
                .containsExactly("exemptions", "questions", "to");
        assertThat(
                        fields(
                                () ->
                                        record(
                                                reference,
                                                extension.extending(
                                                        may, List.of(2), List.of("s.41")))))
                .containsExactly("exemptions");
        assertThat(
                        fields(
                                () ->
                                        record(
                                                reference,
                                                extension.extending(
                                                        LocalDate.of(2024, 4, 20),
                                                        List.of(2),
                                                        List.of("s.43(2)")))))
                .containsExactly("to");
        assertThatThrownBy(
                        () ->
                                record(
                                        reference,
                                        extension.extending(
                                                LocalDate.of(2024, 7, 1),
                                                List.of(2),
                                                List.of("s.43(2)"))))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining("40 working days");
        record(reference, extension.extending(may, List.of(2), List.of("s.43(2)")));

        CaseView view = view(reference);
        assertThat(view.questions().get(0).due()).contains(LocalDate.of(2024, 4, 22));
        assertThat(view.questions().get(1).due()).contains(may);
        assertThat(view.clock().due()).contains(LocalDate.of(2024, 4, 22));
        assertThat(view.clock().groups()).hasSize(2);
    }

    @Test
    void questions_that_are_due_are_answered_while_others_have_more_time_R7() {
        CaseReference reference = valid("1. a?\n2. b?");
        record(
                reference,
                event(ClockEvent.Type.PUBLIC_INTEREST_EXTENSION, "2024-04-08")
                        .extending(LocalDate.of(2024, 5, 20), List.of(2), List.of("s.43(2)")));
        assertThatThrownBy(() -> desk(c -> c.casework().submitForApproval(reference, OFFICER)))
                .isInstanceOf(Conflict.class);
        grant(reference, 1);
        submitAndApprove(reference);
        dispatch(reference);

        CaseView part = view(reference);
        assertThat(part.state()).isEqualTo(CaseState.ASSESSING);
        assertThat(part.questions().get(0).sentOn()).contains(TestDesk.TODAY);
        assertThat(part.questions().get(1).sentOn()).isEmpty();
        assertThat(part.clock().due()).contains(LocalDate.of(2024, 5, 20));
        assertThat(part.dispatch()).isEmpty();
        assertThatThrownBy(() -> grant(reference, 1))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("stays as it was sent");
        assertThatThrownBy(
                        () ->
                                sql(
                                        "update foi.question set narrative = 'x' where number = 1"
                                                + " and sent_on is not null"))
                .hasMessageContaining("can no longer change");

        grant(reference, 2);
        submitAndApprove(reference);
        dispatch(reference);
        CaseView whole = view(reference);
        assertThat(whole.state()).isEqualTo(CaseState.CLOSED);
        assertThat(whole.dispatch().orElseThrow().daysTaken()).isEqualTo(11);
        assertThat(whole.letters()).hasSize(3); // the extension and the two parts
    }

    @Test
    void the_time_of_an_environmental_question_is_extended_once_to_forty_days_R19() {
        CaseReference reference = valid("1. a?\n2. b?");
        CaseEvent extension = event(ClockEvent.Type.EIR_EXTENSION, "2024-04-08");
        assertThat(fields(() -> record(reference, extension))).containsExactly("questions");
        desk(c -> c.casework().changeRegime(reference, 2, "EIR", "A noise map.", OFFICER));
        assertThat(view(reference).questions().get(1).regime()).isEqualTo("EIR");
        record(reference, extension);
        CaseView view = view(reference);
        assertThat(view.questions().get(1).due()).contains(LocalDate.of(2024, 5, 21));
        assertThat(view.questions().get(0).due()).contains(LocalDate.of(2024, 4, 22));
        assertThatThrownBy(
                        () -> record(reference, event(ClockEvent.Type.EIR_EXTENSION, "2024-04-09")))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("once");
    }

    @Test
    void a_transfer_needs_the_requesters_permission_R9() {
        CaseReference reference = valid("How many?");
        CaseEvent transfer = event(ClockEvent.Type.TRANSFERRED, "2024-04-09");
        assertThat(fields(() -> record(reference, transfer))).containsExactly("body", "permitted");
        record(reference, transfer.to("NHS Lincolnshire ICB", true));
        assertThat(view(reference).state()).isEqualTo(CaseState.TRANSFERRED);
        assertThat(view(reference).clock().due()).isEmpty();
    }

    @Test
    void an_answer_is_no_event_that_can_be_recorded_by_itself() {
        CaseReference reference = valid("How many?");
        assertThatThrownBy(() -> record(reference, event(ClockEvent.Type.RESPONDED, "2024-04-09")))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("sending it");
    }

    @Test
    void stages_go_on_one_by_one_and_back_to_any_earlier_one() {
        CaseReference reference = valid("How many?");
        assertThatThrownBy(
                        () -> desk(c -> c.clock().moveTo(reference, CaseState.DRAFTING, OFFICER)))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("next stage");
        for (CaseState stage :
                List.of(
                        CaseState.GATHERING,
                        CaseState.COMPUTING,
                        CaseState.ASSESSING,
                        CaseState.DRAFTING,
                        CaseState.GATHERING)) {
            desk(c -> c.clock().moveTo(reference, stage, OFFICER));
            assertThat(view(reference).state()).isEqualTo(stage);
        }
        assertThatThrownBy(
                        () -> desk(c -> c.clock().moveTo(reference, CaseState.APPROVED, OFFICER)))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void work_is_allocated_to_a_contributor_of_the_own_authority() {
        CaseReference reference = valid("1. a?\n2. b?");
        assertThat(fields(() -> desk(c -> c.clock().allot(reference, 2, "nobody", OFFICER))))
                .containsExactly("username");
        desk(c -> c.clock().allot(reference, 2, "contributor", OFFICER));
        assertThat(view(reference).state()).isEqualTo(CaseState.GATHERING);
        CaseView seen = desk.run(d -> d.cases().get(reference, CONTRIBUTOR));
        assertThat(seen.questions()).extracting(CaseView.QuestionView::number).containsExactly(2);
        assertThat(seen.requester()).isEmpty();
        desk(c -> c.clock().allot(reference, 2, "", OFFICER));
        assertThatThrownBy(() -> desk.run(d -> d.cases().get(reference, CONTRIBUTOR)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void s36_needs_the_opinion_of_somebody_who_drafts_nothing_I2() {
        CaseReference reference = valid("How many?");
        refuse(reference, Ground.of("s.36(2)", "Free advice would suffer.", TEST), "");
        assertThatThrownBy(() -> desk(c -> c.casework().submitForApproval(reference, OFFICER)))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("qualified person");
        QualifiedOpinion opinion =
                new QualifiedOpinion(
                        "Mo Nitoring",
                        "Monitoring officer",
                        "36(2)(b)(i)",
                        "It would be likely to inhibit advice.",
                        LocalDate.of(2024, 4, 8));
        assertThatThrownBy(
                        () -> desk(c -> c.casework().recordOpinion(reference, 1, opinion, OFFICER)))
                .isInstanceOf(NotAllowed.class);
        desk(c -> c.casework().recordOpinion(reference, 1, opinion, QUALIFIED));
        assertThat(view(reference).questions().get(0).opinions()).containsExactly(opinion);
        submitAndApprove(reference);
        dispatch(reference);
        assertThat(view(reference).state()).isEqualTo(CaseState.CLOSED);
    }

    @Test
    void the_database_refuses_to_send_s36_without_opinion_and_s12_without_estimate_I2_R12() {
        for (String code : List.of("s.36(2)", "s.12(1)")) {
            CaseReference reference = valid("How many?");
            boolean test = code.startsWith("s.36");
            refuse(
                    reference,
                    test ? Ground.of(code, "Because.", TEST) : Ground.of(code, "Because."),
                    "One year.");
            assertThatThrownBy(
                            () ->
                                    sql(
                                            "update foi.question set sent_on = '2024-04-09' where"
                                                    + " case_id = (select id from foi.foi_case"
                                                    + " where reference = '"
                                                    + reference
                                                    + "')"))
                    .hasMessageContaining(test ? "I2" : "R12");
        }
    }

    @Test
    void a_refusal_for_cost_rests_on_an_estimate_above_the_limit_R12() {
        CaseReference reference = valid("How many?");
        refuse(reference, Ground.of("s.12(1)", "Too many files."), "One year of it.");
        estimate(reference, estimate(18 * 60, List.of(), 0));
        assertThatThrownBy(() -> desk(c -> c.casework().submitForApproval(reference, OFFICER)))
                .isInstanceOf(Conflict.class) // exactly the limit does not exceed it
                .hasMessageContaining("estimate above the cost limit");
        estimate(reference, estimate(18 * 60 + 1, List.of(), 0));
        desk(c -> c.casework().submitForApproval(reference, OFFICER));
        assertThat(view(reference).estimates())
                .extracting(CaseView.EstimateView::exceeds)
                .containsExactly(false, true);
    }

    @Test
    void requests_are_added_up_within_sixty_working_days_only_R12() {
        CaseReference near = valid("How many cats?", "2024-01-02");
        CaseReference far = valid("How many dogs?", "2023-12-01");
        CaseReference reference = valid("How many?");
        assertThat(fields(() -> estimate(reference, estimate(600, List.of("LCC-1999-0001"), 5))))
                .containsExactly("aggregated");
        assertThat(fields(() -> estimate(reference, estimate(600, List.of(far.toString()), 600))))
                .containsExactly("aggregated");
        estimate(reference, estimate(600, List.of(near.toString()), 600));
        assertThat(view(reference).estimates().get(0).exceeds()).isTrue();
    }

    @Test
    void a_repeated_request_names_an_answered_one_of_the_same_requester_R13() {
        CaseReference earlier = closed("How many?");
        CaseReference reference = valid("How many?");
        Ground repeated = Ground.of("s.14(2)", "Answered in April.");
        assertThat(fields(() -> refuse(reference, repeated.referringTo("LCC-2099-0001"), "")))
                .containsExactly("grounds[0].refersTo");
        refuse(reference, repeated.referringTo(earlier.toString()), "");
        assertThat(view(reference).questions().get(0).grounds().get(0).refersTo())
                .isEqualTo(earlier.toString());
    }

    @Test
    void the_requesters_own_data_open_a_subject_access_case_I4_R22() {
        CaseReference reference = valid("What do you hold about me?");
        refuse(reference, Ground.of("s.40(1)", "It is about you."), "");
        CaseView.LinkView link = view(reference).links().get(0);
        assertThat(link.type()).isEqualTo(LinkType.SUBJECT_ACCESS_OF);
        CaseView access = view(link.reference());
        assertThat(access.kind()).isEqualTo(CaseKind.SUBJECT_ACCESS);
        assertThat(access.clock().due()).contains(LocalDate.of(2024, 4, 22)); // 21 is a Sunday
        desk(c -> c.links().handOver(link.reference(), "Information rights", OFFICER));
        assertThat(view(link.reference()).state()).isEqualTo(CaseState.CLOSED);
        refuse(reference, Ground.of("s.40(1)", "It is about you, again."), "");
        assertThat(view(reference).links()).hasSize(1);
    }

    @Test
    void a_review_is_decided_by_somebody_who_had_no_part_R23() {
        CaseReference original = closed("1. a?\n2. b?");
        ReviewRequest wish =
                new ReviewRequest(TestDesk.TODAY, Channel.EMAIL, "You hold more.", false, "");
        CaseReference review = desk.run(d -> d.links().openReview(original, wish, OFFICER));
        CaseView opened = view(review);
        assertThat(opened.kind()).isEqualTo(CaseKind.INTERNAL_REVIEW);
        assertThat(opened.state()).isEqualTo(CaseState.ALLOCATED);
        assertThat(opened.clock().due()).contains(LocalDate.of(2024, 5, 8));
        assertThat(opened.questions()).hasSize(2);

        assertThatThrownBy(() -> grant(review, 1))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining("internal reviewer");
        answer(review, 1, granted(), REVIEWER);
        answer(
                review,
                2,
                Answer.of("We searched again.", HeldStatus.NOT_HELD, Outcome.NOT_HELD),
                REVIEWER);
        desk(c -> c.casework().decideReview(review, version(review), REVIEWER));
        assertThat(last(view(review))).contains("partly overturned, question 2");
        dispatch(review);
        assertThat(view(review).state()).isEqualTo(CaseState.CLOSED);
        assertThat(view(original).links())
                .anyMatch(l -> l.words().equals("Internal review") && l.reference().equals(review));
    }

    @Test
    void whoever_approved_or_drafted_cannot_review_R23() {
        CaseReference original = closed("How many?");
        Actor approverWhoReviews = with(APPROVER, Role.REVIEWER);
        ReviewRequest wish = new ReviewRequest(TestDesk.TODAY, Channel.EMAIL, "More.", false, "");
        CaseReference review = desk.run(d -> d.links().openReview(original, wish, OFFICER));
        assertThatThrownBy(() -> answer(review, 1, granted(), approverWhoReviews))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining("part in the decision");
        answer(review, 1, granted(), REVIEWER);
        assertThatThrownBy(
                        () ->
                                sql(
                                        "update foi.foi_case set state = 'APPROVED', submitted_by ="
                                                + " 'approver', approved_by = 'approver' where"
                                                + " reference = '"
                                                + review
                                                + "'"))
                .hasMessageContaining("part in the decision");
    }

    @Test
    void a_complaint_and_an_appeal_are_cases_of_their_own_R23() {
        CaseReference original = closed("How many?");
        NewAppeal complaint =
                new NewAppeal(
                        CaseKind.ICO_COMPLAINT,
                        TestDesk.TODAY,
                        "IC-1",
                        Optional.of(LocalDate.of(2024, 5, 1)),
                        "They complain.");
        CaseReference ico = desk.run(d -> d.links().openAppeal(original, complaint, OFFICER));
        assertThat(view(ico).clock().due()).contains(LocalDate.of(2024, 5, 1));
        assertThat(view(ico).questions()).hasSize(1);
        NewAppeal tribunal =
                new NewAppeal(
                        CaseKind.TRIBUNAL, TestDesk.TODAY, "EA-1", Optional.empty(), "Appeal.");
        assertThat(fields(() -> desk.run(d -> d.links().openAppeal(original, tribunal, OFFICER))))
                .containsExactly("kind");
        desk(
                c ->
                        c.links()
                                .recordDecision(
                                        ico,
                                        new AppealDecision(
                                                TestDesk.TODAY,
                                                AppealDecision.Result.NOT_UPHELD,
                                                Optional.empty(),
                                                "The exemption stands."),
                                        OFFICER));
        assertThat(view(ico).state()).isEqualTo(CaseState.CLOSED);
        CaseReference appeal = desk.run(d -> d.links().openAppeal(ico, tribunal, OFFICER));
        assertThat(view(appeal).links().get(0).type()).isEqualTo(LinkType.TRIBUNAL_ABOUT);
    }

    @Test
    void links_are_made_by_hand_within_the_authority_and_on_a_whitelist() {
        CaseReference a = valid("a?");
        CaseReference b = valid("b?");
        assertThat(fields(() -> link(a, a, LinkType.RELATED))).containsExactly("target");
        assertThat(fields(() -> link(a, b, LinkType.INTERNAL_REVIEW_OF))).containsExactly("type");
        assertThat(fields(() -> link(a, CaseReference.of("LCC-2099-0001"), LinkType.RELATED)))
                .containsExactly("target");
        link(a, b, LinkType.DUPLICATE);
        link(a, b, LinkType.DUPLICATE);
        assertThat(view(a).links()).hasSize(1);
        assertThat(view(b).links().get(0).words()).isEqualTo("Has the duplicate");
        desk(c -> c.links().unlink(a, b, LinkType.DUPLICATE, OFFICER));
        assertThat(view(b).links()).isEmpty();
        assertThatThrownBy(() -> desk(c -> c.links().unlink(a, b, LinkType.DUPLICATE, ICB_OFFICER)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(
                        () ->
                                sql(
                                        "insert into foi.case_link select x.id, y.id,"
                                                + " 'INTERNAL_REVIEW_OF', now(), 'x' from"
                                                + " foi.foi_case x, foi.foi_case y where"
                                                + " x.reference = '"
                                                + a
                                                + "' and y.reference = '"
                                                + b
                                                + "'"))
                .hasMessageContaining("cannot be linked");
    }

    @Test
    void every_step_is_in_the_chained_history() throws SQLException {
        CaseReference reference = closed("How many?");
        assertThat(view(reference).history())
                .extracting(CaseView.HistoryEntry::kind)
                .containsExactly(
                        HistoryKind.REGISTERED,
                        HistoryKind.VALIDITY_CHECKED,
                        HistoryKind.ANSWER_DRAFTED,
                        HistoryKind.SUBMITTED,
                        HistoryKind.APPROVED,
                        HistoryKind.DISPATCHED);
        assertThat(
                        desk.<Boolean>run(
                                d -> new SqlHistories(d.em()).verify(reference, OFFICER).whole()))
                .isTrue();
    }

    @Test
    void cases_that_move_in_opposite_directions_never_wait_for_each_other_and_are_counted()
            throws Exception {
        CaseReference there = valid("a?");
        CaseReference back = valid("b?");
        desk(c -> c.clock().moveTo(back, CaseState.GATHERING, OFFICER));
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            for (CaseReference reference : List.of(there, back)) {
                pool.submit(
                        () -> {
                            for (int i = 0; i < 20; i++) {
                                boolean gathering = view(reference).state() == CaseState.GATHERING;
                                CaseState next =
                                        gathering ? CaseState.COMPUTING : CaseState.GATHERING;
                                desk(c -> c.clock().moveTo(reference, next, OFFICER));
                            }
                            return null;
                        });
            }
        } finally {
            pool.shutdown();
            assertThat(pool.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        }
        assertThat(view(there).history()).hasSize(22);
        assertThat(view(back).history()).hasSize(23);
        Object wrong =
                desk.run(
                        d ->
                                d.em().createNativeQuery(
                                                "select count(*) from (select authority, state,"
                                                        + " count(*) as cases from foi.foi_case"
                                                        + " group by authority, state) c full join"
                                                        + " (select * from foi.case_count where"
                                                        + " cases > 0) k using (authority, state)"
                                                        + " where c.cases is distinct from k.cases")
                                        .getSingleResult());
        assertThat(((Number) wrong).intValue()).isZero();
    }

    @Test
    void what_the_officer_writes_to_the_requester_stays_out_of_the_history() {
        CaseReference reference = valid("How many?");
        record(
                reference,
                CaseEvent.of(
                        ClockEvent.Type.CLARIFICATION_REQUESTED,
                        TestDesk.TODAY,
                        "Dear Quentin Questioner",
                        Channel.EMAIL));
        assertThat(view(reference).history()).noneMatch(entry -> entry.text().contains("Quentin"));
        assertThat(view(reference).clock().ledger().get(0).note()).contains("Quentin");
    }

    @Test
    void an_approver_may_be_an_officer_but_never_of_the_own_draft() {
        CaseReference reference = valid("How many?");
        answer(reference, 1, granted(), OFFICER_AND_APPROVER);
        desk(c -> c.casework().submitForApproval(reference, OFFICER));
        int version = version(reference);
        assertThatThrownBy(
                        () ->
                                desk(
                                        c ->
                                                c.casework()
                                                        .approve(
                                                                reference,
                                                                version,
                                                                OFFICER_AND_APPROVER)))
                .isInstanceOf(NotAllowed.class);
    }

    private static Actor with(Actor actor, Role role) {
        Set<Role> roles = new HashSet<>(actor.roles());
        roles.add(role);
        return new Actor(actor.username(), actor.displayName(), actor.authority(), roles);
    }

    private static CostEstimate estimate(int minutes, List<String> aggregated, int others) {
        return new CostEstimate(
                List.of(), false, 0, minutes, 0, 0, aggregated, others, "A sample of ten files.");
    }

    private static void estimate(CaseReference reference, CostEstimate estimate) {
        desk(c -> c.casework().estimateCost(reference, estimate, OFFICER));
    }

    private static CaseEvent event(ClockEvent.Type type, String day) {
        return CaseEvent.of(type, LocalDate.parse(day), "Words.", Channel.EMAIL);
    }

    private static void record(CaseReference reference, CaseEvent event) {
        desk(c -> c.clock().record(reference, event, OFFICER));
    }

    private static void check(CaseReference reference, Validity validity) {
        desk(c -> c.clock().checkValidity(reference, validity, OFFICER));
    }

    private static void link(CaseReference from, CaseReference to, LinkType type) {
        desk(c -> c.links().link(from, to, type, OFFICER));
    }

    private static Answer granted() {
        return Answer.of("Ten.", HeldStatus.HELD, Outcome.GRANTED);
    }

    private static void grant(CaseReference reference, int number) {
        answer(reference, number, granted(), OFFICER);
    }

    private static void refuse(CaseReference reference, Ground ground, String advice) {
        answer(
                reference,
                1,
                new Answer(
                        "No.",
                        Optional.of(HeldStatus.HELD),
                        Optional.of(Outcome.REFUSED),
                        List.of(ground),
                        advice),
                OFFICER);
    }

    private static void answer(CaseReference reference, int number, Answer answer, Actor actor) {
        int version = view(reference).questions().get(number - 1).version();
        desk(c -> c.casework().answerQuestion(reference, number, version, answer, actor));
    }

    private static void submitAndApprove(CaseReference reference) {
        desk(c -> c.casework().submitForApproval(reference, OFFICER));
        desk(c -> c.casework().approve(reference, version(reference), APPROVER));
    }

    private static void dispatch(CaseReference reference) {
        desk(
                c ->
                        c.casework()
                                .dispatch(
                                        reference,
                                        new DispatchDetails(TestDesk.TODAY, Channel.EMAIL, ""),
                                        OFFICER));
    }

    private static CaseReference closed(String text) {
        CaseReference reference = valid(text);
        for (CaseView.QuestionView question : view(reference).questions()) {
            grant(reference, question.number());
        }
        submitAndApprove(reference);
        dispatch(reference);
        return reference;
    }

    private static CaseReference valid(String text) {
        return valid(text, "2024-03-21");
    }

    private static CaseReference valid(String text, String received) {
        CaseReference reference = register(text, received);
        check(reference, Validity.complete());
        return reference;
    }

    private static CaseReference register(String text) {
        return register(text, "2024-03-21");
    }

    private static CaseReference register(String text, String received) {
        return desk.run(
                d ->
                        d.casework()
                                .register(
                                        new NewRequest(
                                                "",
                                                "lincolnshire-cc",
                                                received,
                                                "email",
                                                "Numbers",
                                                new Requester(
                                                        "Quentin Questioner",
                                                        "quentin@example.org",
                                                        ""),
                                                text,
                                                List.of()),
                                        OFFICER));
    }

    private static CaseView view(CaseReference reference) {
        return desk.run(d -> d.cases().get(reference, OFFICER));
    }

    private static int version(CaseReference reference) {
        return view(reference).version();
    }

    private static String last(CaseView view) {
        return view.history().get(view.history().size() - 1).text();
    }

    private static void desk(Consumer<TestDesk.Desk> work) {
        Function<TestDesk.Desk, Void> wrapped =
                d -> {
                    work.accept(d);
                    return null;
                };
        desk.run(wrapped);
    }

    private static List<String> fields(Runnable work) {
        InvalidInput refused = catchThrowableOfType(InvalidInput.class, work::run);
        return refused.errors().stream().map(FieldError::field).distinct().toList();
    }

    private static void sql(String statement) throws SQLException {
        try (Connection connection = desk.dataSource().getConnection();
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute(statement);
            connection.commit();
        }
    }
}
