package org.answerable.foi.store;

import static org.answerable.foi.store.TestDesk.ANALYST;
import static org.answerable.foi.store.TestDesk.APPROVER;
import static org.answerable.foi.store.TestDesk.CONTRIBUTOR;
import static org.answerable.foi.store.TestDesk.ICB_OFFICER;
import static org.answerable.foi.store.TestDesk.OFFICER;
import static org.answerable.foi.store.TestDesk.OFFICER_AND_APPROVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.answerable.foi.Actor;
import org.answerable.foi.Answer;
import org.answerable.foi.CaseAction;
import org.answerable.foi.CaseDetails;
import org.answerable.foi.CaseFilter;
import org.answerable.foi.CaseOutcome;
import org.answerable.foi.CasePage;
import org.answerable.foi.CaseReference;
import org.answerable.foi.CaseRow;
import org.answerable.foi.CaseState;
import org.answerable.foi.CaseView;
import org.answerable.foi.Casework;
import org.answerable.foi.Channel;
import org.answerable.foi.Conflict;
import org.answerable.foi.DispatchDetails;
import org.answerable.foi.FieldError;
import org.answerable.foi.Ground;
import org.answerable.foi.HeldStatus;
import org.answerable.foi.HistoryKind;
import org.answerable.foi.InvalidInput;
import org.answerable.foi.LetterKind;
import org.answerable.foi.LetterView;
import org.answerable.foi.NewRequest;
import org.answerable.foi.NotAllowed;
import org.answerable.foi.NotFound;
import org.answerable.foi.Outcome;
import org.answerable.foi.PublicInterestTest;
import org.answerable.foi.PublicText;
import org.answerable.foi.QuestionText;
import org.answerable.foi.Requester;
import org.answerable.foi.SharedCases;
import org.answerable.foi.Validity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CaseworkIT {

    private static final Requester REQUESTER =
            new Requester("Quentin Questioner", "quentin@example.org", "");
    private static final String THREE_QUESTIONS = "1. How many?\n2. What proportion?\n3. Why?";
    private static final PublicInterestTest TEST =
            new PublicInterestTest("Openness.", "Harm to bidding.", "Harm weighs more.");
    private static final Answer MATERIAL =
            new Answer("Material.", Optional.empty(), Optional.empty(), List.of());
    private static final String FIGURE = TestDesk.Figures.ID;

    private static TestDesk desk;

    @BeforeAll
    static void start() {
        desk = new TestDesk();
    }

    @AfterAll
    static void stop() throws IOException {
        desk.close();
    }

    @AfterEach
    void settle() {
        desk.figures.differences = List.of();
    }

    @Test
    void the_published_request_gets_a_reference_three_questions_and_its_due_date() {
        CaseReference reference = received(SharedCases.publishedRequest(), OFFICER);
        CaseView view = view(reference);

        assertThat(reference.toString()).matches("LCC-2024-\\d{4}");
        assertThat(view.clock().due().orElseThrow()).isEqualTo("2024-04-22");
        assertThat(view.clock().groups().get(0).answer().deadline().orElseThrow().calendar())
                .isEqualTo("UK-union 2026-02-25");
        assertThat(view.questions()).hasSize(3);
        assertThat(view.state()).isEqualTo(CaseState.RECEIVED);
        assertThat(view.clock().workingDaysLeft()).isEqualTo(9);
        assertThat(view.requester()).contains(REQUESTER);
        assertThat(view.history())
                .extracting(CaseView.HistoryEntry::kind)
                .containsExactly(HistoryKind.REGISTERED);
    }

    @Test
    void a_case_walks_from_request_to_publication() {
        CaseReference reference = register(THREE_QUESTIONS, OFFICER);
        command(c -> c.citeFigure(reference, 1, FIGURE, OFFICER));
        answer(reference, 1, Answer.of("21,454 children.", HeldStatus.HELD, Outcome.GRANTED));
        answer(
                reference,
                2,
                new Answer(
                        "Some of it.",
                        Optional.of(HeldStatus.HELD),
                        Optional.of(Outcome.PART),
                        List.of(Ground.of("s.43(2)", "Bids would rise.", TEST))));
        answer(reference, 3, Answer.of("We searched.", HeldStatus.NOT_HELD, Outcome.NOT_HELD));
        command(c -> c.submitForApproval(reference, OFFICER));
        command(c -> c.approve(reference, version(reference), APPROVER));
        command(c -> c.dispatch(reference, sent("2024-04-09"), OFFICER));

        CaseView view = view(reference);
        assertThat(view.outcome()).contains(CaseOutcome.PART);
        assertThat(view.dispatch().orElseThrow().daysTaken()).isEqualTo(11);
        assertThat(view.dispatch().orElseThrow().daysLate()).isZero();
        assertThat(view.letters()).hasSize(1);
        LetterView letter = view.letters().get(0);
        assertThat(letter.kind()).isEqualTo(LetterKind.DECISION);
        assertThat(desk.run(d -> d.letters().read(reference, letter.id(), OFFICER)).body())
                .contains("Quentin Questioner<br/>quentin@example.org")
                .contains("Children aged 0 to 2", "7,098", "[c]")
                .contains(TEST.inFavour(), TEST.against(), TEST.balance(), "s.43(2)")
                .contains("section 50");
        assertThat(desk.dispatched)
                .anySatisfy(
                        event -> {
                            assertThat(event.reference()).isEqualTo(reference);
                            assertThat(event.figureIds()).containsExactly(FIGURE);
                        });

        command(c -> c.publish(reference, reviewed("Children in Lincolnshire"), OFFICER));
        assertThat(view(reference).state()).isEqualTo(CaseState.PUBLISHED);
        assertThat(view(reference).history())
                .extracting(CaseView.HistoryEntry::kind)
                .containsExactly(
                        HistoryKind.REGISTERED,
                        HistoryKind.VALIDITY_CHECKED,
                        HistoryKind.FIGURE_CITED,
                        HistoryKind.ANSWER_DRAFTED,
                        HistoryKind.ANSWER_DRAFTED,
                        HistoryKind.ANSWER_DRAFTED,
                        HistoryKind.SUBMITTED,
                        HistoryKind.APPROVED,
                        HistoryKind.DISPATCHED,
                        HistoryKind.PUBLISHED);
        assertThat(view(reference).history().get(7).actor()).isEqualTo("Ann Approver");
    }

    @Test
    void every_fault_of_the_input_is_told_at_once() {
        NewRequest bad =
                new NewRequest(
                        "",
                        "nowhere",
                        "2024-04-10",
                        "phone",
                        " ",
                        new Requester("", "x@y", ""),
                        "",
                        null);
        InvalidInput refused =
                catchThrowableOfType(
                        InvalidInput.class,
                        () -> desk.run(d -> d.casework().register(bad, OFFICER)));
        assertThat(refused.errors())
                .extracting(FieldError::field)
                .containsExactly(
                        "authority",
                        "channel",
                        "received",
                        "requester.email",
                        "requester.name",
                        "subject",
                        "text");
    }

    @Test
    void two_megabytes_of_text_are_refused_with_both_numbers() {
        assertThatThrownBy(() -> register("a\n".repeat(1_000_000), OFFICER))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("1,999,999")
                .hasMessageContaining("100,000");
    }

    @Test
    void strange_characters_are_kept_and_control_characters_removed_and_reported() {
        CaseReference reference = received("How <b>many</b> 👶\u202E\u0000 are there?", OFFICER);
        CaseView view = view(reference);

        assertThat(view.text()).contains("How <b>many</b> 👶\u202E are there?");
        assertThat(view.history())
                .extracting(CaseView.HistoryEntry::kind)
                .contains(HistoryKind.TEXT_CLEANED);
    }

    @Test
    void a_receipt_that_the_calendar_does_not_cover_is_refused_with_the_horizon() {
        assertThatThrownBy(
                        () ->
                                desk.run(
                                        d ->
                                                d.casework()
                                                        .register(
                                                                request("x", "2011-12-30", ""),
                                                                OFFICER)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("2028-12-26");
    }

    @Test
    void an_officer_registers_for_the_own_authority_only() {
        assertThatThrownBy(() -> register("How many?", ICB_OFFICER))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("own authority");
        assertThatThrownBy(() -> register("How many?", APPROVER)).isInstanceOf(NotAllowed.class);
    }

    @Test
    void submitting_twice_at_once_gives_one_case_and_references_run_on_without_a_gap()
            throws Exception {
        NewRequest same = request("How many?", "2019-03-21", "key-1");
        List<CaseReference> twice = atOnce(6, i -> same);
        assertThat(twice).containsOnly(new CaseReference("LCC", 2019, 1));

        List<CaseReference> others = atOnce(6, i -> request("Why?", "2019-03-21", "other-" + i));
        assertThat(others)
                .extracting(CaseReference::number)
                .containsExactlyInAnyOrder(2, 3, 4, 5, 6, 7);
    }

    @Test
    void a_case_of_another_authority_is_not_found() {
        CaseReference reference = register("How many?", OFFICER);

        assertThatThrownBy(() -> desk.run(d -> d.cases().get(reference, ICB_OFFICER)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> command(c -> c.submitForApproval(reference, ICB_OFFICER)))
                .isInstanceOf(NotFound.class);
        assertThat(desk.run(d -> d.cases().find(CaseFilter.all(), ICB_OFFICER)).rows()).isEmpty();
        assertThatThrownBy(() -> desk.run(d -> d.cases().get(reference, ANALYST)))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void a_contributor_answers_without_seeing_who_asked() {
        CaseReference reference = register(THREE_QUESTIONS, OFFICER);
        assertThatThrownBy(() -> desk.run(d -> d.cases().get(reference, CONTRIBUTOR)))
                .isInstanceOf(NotFound.class);
        allot(reference);
        Answer decided = Answer.of("Ten.", HeldStatus.HELD, Outcome.GRANTED);
        assertThatThrownBy(
                        () -> command(c -> c.answerQuestion(reference, 1, 2, decided, CONTRIBUTOR)))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining("FOI officer's");
        assertThatThrownBy(
                        () ->
                                command(
                                        c ->
                                                c.answerQuestion(
                                                        reference, 2, 1, MATERIAL, CONTRIBUTOR)))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining("not allocated");
        command(c -> c.answerQuestion(reference, 1, 2, MATERIAL, CONTRIBUTOR));
        CaseView seen = desk.run(d -> d.cases().get(reference, CONTRIBUTOR));

        assertThat(seen.requester()).isEmpty();
        assertThat(seen.text()).isEmpty();
        assertThat(seen.questions()).hasSize(1);
        assertThat(seen.history()).isEmpty();
        assertThat(seen.questions().get(0).draftedBy()).contains("Con Tributor");
        assertThat(seen.objection(CaseAction.SUBMIT)).contains("FOI officer");
    }

    @Test
    void a_drafter_may_not_approve() {
        CaseReference reference = register("How many?", OFFICER);
        answer(
                reference,
                1,
                Answer.of("Ten.", HeldStatus.HELD, Outcome.GRANTED),
                OFFICER_AND_APPROVER);
        command(c -> c.submitForApproval(reference, OFFICER));

        assertThatThrownBy(
                        () ->
                                command(
                                        c ->
                                                c.approve(
                                                        reference,
                                                        version(reference),
                                                        OFFICER_AND_APPROVER)))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining("drafted");
        assertThat(
                        desk.run(d -> d.cases().get(reference, OFFICER_AND_APPROVER))
                                .objection(CaseAction.APPROVE))
                .contains("another approver");
        assertThatThrownBy(
                        () ->
                                sql(
                                        "update foi.foi_case set state = 'APPROVED', approved_by ="
                                                + " 'both' where reference = '"
                                                + reference
                                                + "'"))
                .hasMessageContaining("drafted");
    }

    @Test
    void no_submission_with_an_undecided_question() {
        CaseReference reference = register(THREE_QUESTIONS, OFFICER);
        answer(reference, 2, Answer.of("Ten.", HeldStatus.HELD, Outcome.GRANTED));

        assertThatThrownBy(() -> command(c -> c.submitForApproval(reference, OFFICER)))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("Questions 1, 3");
        assertThat(view(reference).may(CaseAction.SUBMIT)).isFalse();
    }

    @Test
    void a_submitted_answer_is_edited_only_after_its_return_to_drafting() {
        CaseReference reference = submitted();
        assertThatThrownBy(
                        () ->
                                answer(
                                        reference,
                                        1,
                                        Answer.of("No.", HeldStatus.HELD, Outcome.GRANTED)))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("return it to drafting");

        command(c -> c.returnToDrafting(reference, "Give the period.", APPROVER));
        answer(reference, 1, Answer.of("Ten in 2023.", HeldStatus.HELD, Outcome.GRANTED));
        assertThat(view(reference).questions().get(0).answer()).isEqualTo("Ten in 2023.");
    }

    @Test
    void an_edit_of_an_old_version_says_who_was_faster_and_loses_nothing() {
        CaseReference reference = register("How many?", OFFICER);
        allot(reference);
        Answer mine = Answer.of("Mine.", HeldStatus.HELD, Outcome.GRANTED);
        command(c -> c.answerQuestion(reference, 1, 2, MATERIAL, CONTRIBUTOR));

        assertThatThrownBy(() -> command(c -> c.answerQuestion(reference, 1, 2, mine, OFFICER)))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("Con Tributor");
        assertThatThrownBy(
                        () ->
                                command(
                                        c ->
                                                c.correctQuestions(
                                                        reference,
                                                        1,
                                                        List.of(new QuestionText(1, "Other?")),
                                                        OFFICER)))
                .isInstanceOf(Conflict.class);
        assertThat(view(reference).questions().get(0).answer()).isEqualTo("Material.");
    }

    @Test
    void corrected_questions_keep_their_answers_and_an_answered_one_cannot_be_dropped() {
        CaseReference reference = register(THREE_QUESTIONS, OFFICER);
        answer(reference, 3, Answer.of("Because.", HeldStatus.HELD, Outcome.GRANTED));
        List<QuestionText> wanted =
                List.of(
                        new QuestionText(0, "Added?"),
                        new QuestionText(3, "Why, then?"),
                        new QuestionText(1, "How many?"));
        command(c -> c.correctQuestions(reference, version(reference), wanted, OFFICER));

        assertThat(view(reference).questions())
                .extracting(CaseView.QuestionView::text)
                .containsExactly("Added?", "Why, then?", "How many?");
        assertThat(view(reference).questions().get(1).answer()).isEqualTo("Because.");
        List<QuestionText> without = List.of(new QuestionText(1, "Added?"));
        assertThatThrownBy(
                        () ->
                                command(
                                        c ->
                                                c.correctQuestions(
                                                        reference,
                                                        version(reference),
                                                        without,
                                                        OFFICER)))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("Question 2");
    }

    @Test
    void corrected_details_are_recorded_without_telling_who_asked() {
        CaseReference reference = received("How many?", OFFICER);
        Requester other = new Requester("Petra Person", "", "1 High Street\nLincoln");
        command(
                c ->
                        c.correctDetails(
                                reference, 1, new CaseDetails("Births", "post", other), OFFICER));
        CaseView view = view(reference);

        assertThat(view.requester()).contains(other);
        assertThat(view.channel()).isEqualTo(Channel.POST);
        assertThat(view.history().get(1).text())
                .contains("details of the requester")
                .doesNotContain("Petra");
    }

    @Test
    void grounds_are_replaced_by_the_next_answer() {
        CaseReference reference = register("How many?", OFFICER);
        Answer refused =
                new Answer(
                        "",
                        Optional.of(HeldStatus.HELD),
                        Optional.of(Outcome.REFUSED),
                        List.of(
                                Ground.of("s.43(2)", "Bids would rise.", TEST),
                                Ground.of("s.41", "Told in confidence.")));
        answer(reference, 1, refused);
        assertThat(view(reference).questions().get(0).grounds())
                .extracting(CaseView.GroundView::code)
                .containsExactly("s.43(2)", "s.41");
        answer(reference, 1, refused);
        answer(reference, 1, Answer.of("Ten.", HeldStatus.HELD, Outcome.GRANTED));
        assertThat(view(reference).questions().get(0).grounds()).isEmpty();
    }

    @Test
    void the_database_refuses_a_refusal_without_ground_and_a_test_for_an_absolute_one_I1_I3() {
        CaseReference reference = register("How many?", OFFICER);
        String question =
                "(select q.id from foi.question q join foi.foi_case c on c.id = q.case_id where"
                        + " c.reference = '"
                        + reference
                        + "')";
        assertThatThrownBy(
                        () ->
                                sql(
                                        "update foi.question set outcome = 'REFUSED', held_status ="
                                                + " 'HELD' where id = "
                                                + question))
                .hasMessageContaining("I3");
        assertThatThrownBy(
                        () ->
                                sql(
                                        "insert into foi.ground values (1, "
                                                + question
                                                + ", 's.41', 'ABSOLUTE', 'v', 'r', 'f', 'a', 'b',"
                                                + " 'x', now(), 1)"))
                .hasMessageContaining("public_interest_test_if_qualified");
    }

    @Test
    void a_changed_figure_stops_the_dispatch_and_says_what_changed() {
        CaseReference reference = approved();
        desk.figures.differences = List.of("Lincolnshire, aged 0: was 6719, is 6720.");

        assertThatThrownBy(() -> command(c -> c.dispatch(reference, sent("2024-04-09"), OFFICER)))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("was 6719, is 6720");
        CaseView back = view(reference);
        assertThat(back.state()).isEqualTo(CaseState.ASSESSING);
        assertThat(back.history().get(back.history().size() - 1).text())
                .contains("was 6719, is 6720");
        assertThat(back.dispatch()).isEmpty();
    }

    @Test
    void an_answer_is_sent_between_receipt_and_today_I5() {
        CaseReference reference = approved();
        for (String day : List.of("2024-03-20", "2024-04-10")) {
            assertThatThrownBy(() -> command(c -> c.dispatch(reference, sent(day), OFFICER)))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("21 March 2024");
        }
    }

    @Test
    void a_late_answer_names_a_team_I5() {
        CaseReference reference =
                valid(
                        desk.run(
                                d ->
                                        d.casework()
                                                .register(
                                                        request("Why?", "2024-01-02", ""),
                                                        OFFICER)),
                        OFFICER);
        decide(reference);
        assertThat(view(reference).clock().overdue()).isTrue();
        assertThatThrownBy(() -> command(c -> c.dispatch(reference, sent("2024-04-09"), OFFICER)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("30 January 2024");
        LocalDate day = LocalDate.parse("2024-04-09");
        command(
                c ->
                        c.dispatch(
                                reference,
                                new DispatchDetails(day, Channel.POST, "Public health"),
                                OFFICER));
        assertThat(view(reference).dispatch().orElseThrow().daysLate()).isEqualTo(47);
    }

    @Test
    void a_removed_figure_leaves_the_answer_and_its_copy_stays() throws SQLException {
        CaseReference reference = register("How many?", OFFICER);
        command(c -> c.citeFigure(reference, 1, FIGURE, OFFICER));
        assertThatThrownBy(() -> command(c -> c.citeFigure(reference, 1, FIGURE, OFFICER)))
                .isInstanceOf(Conflict.class);
        assertThat(desk.openCasesCiting("F-1999-0001", FIGURE)).contains(reference.toString());
        assertThat(desk.openCasesCiting("F-1999-0001")).isEmpty();
        command(c -> c.removeCitation(reference, 1, FIGURE, OFFICER));

        assertThat(desk.openCasesCiting(FIGURE)).doesNotContain(reference.toString());
        assertThat(view(reference).questions().get(0).citations()).isEmpty();
        assertThat(
                        count(
                                "foi.evidence where case_id = (select id from foi.foi_case where reference = '"
                                        + reference
                                        + "')"))
                .isEqualTo(1);
    }

    @Test
    void what_is_recorded_sent_or_published_cannot_be_changed() {
        CaseReference reference = approved();
        command(c -> c.dispatch(reference, sent("2024-04-09"), OFFICER));
        command(c -> c.publish(reference, oneReviewed(), OFFICER));
        for (String table :
                List.of("history", "evidence", "letter", "disclosure", "calendar_version")) {
            assertThatThrownBy(() -> sql("delete from foi." + table))
                    .hasMessageContaining("append-only");
            assertThatThrownBy(() -> sql("truncate foi." + table + " cascade"))
                    .hasMessageContaining("append-only");
        }
        assertThatThrownBy(() -> sql("update foi.history set text = 'x'"))
                .hasMessageContaining("append-only");
        String ofCase = "(select id from foi.foi_case where reference = '" + reference + "')";
        assertThatThrownBy(
                        () ->
                                sql(
                                        "update foi.question set narrative = 'x' where case_id = "
                                                + ofCase))
                .hasMessageContaining("was sent");
        assertThatThrownBy(
                        () ->
                                sql(
                                        "delete from foi.citation where question_id in (select id from foi.question where case_id = "
                                                + ofCase
                                                + ")"))
                .hasMessageContaining("was sent");
    }

    @Test
    void lists_filter_sort_and_count() {
        CaseReference late =
                desk.run(
                        d ->
                                d.casework()
                                        .register(
                                                request("1. Zebra%?\n2. Why?", "2024-01-03", ""),
                                                OFFICER));
        CaseFilter overdue =
                new CaseFilter(
                        Optional.empty(),
                        Optional.of(LocalDate.of(2024, 3, 1)),
                        "zebra%",
                        Optional.of("lincolnshire-cc"),
                        true,
                        CaseFilter.Sort.RECEIVED,
                        1,
                        10);
        CasePage page = desk.run(d -> d.cases().find(overdue, OFFICER));

        assertThat(page.total()).isEqualTo(1);
        CaseRow row = page.rows().get(0);
        assertThat(row.reference()).isEqualTo(late);
        assertThat(row.overdue()).isTrue();
        assertThat(row.workingDaysLeft()).isNegative();
        assertThat(row.questions()).isEqualTo(2);
        assertThat(row.answered()).isZero();
        CasePage all = desk.run(d -> d.cases().find(CaseFilter.all(), OFFICER));
        List<CaseRow> open = all.rows().stream().filter(r -> r.state().open()).toList();
        List<CaseRow> closed = all.rows().stream().filter(r -> !r.state().open()).toList();
        assertThat(open).isNotEmpty().extracting(r -> r.due().orElseThrow()).isSorted();
        assertThat(closed).isNotEmpty();
        assertThat(all.rows()).startsWith(open.toArray(CaseRow[]::new));
    }

    @Test
    void reading_takes_the_same_number_of_statements_whatever_there_is_to_read() {
        CaseReference small = register("1. a?\n2. b?", OFFICER);
        CaseReference large = register("1. a?\n2. b?\n3. c?\n4. d?\n5. e?\n6. f?", OFFICER);
        for (CaseReference reference : List.of(small, large)) {
            for (int number = 1; number <= view(reference).questions().size(); number++) {
                int question = number;
                command(c -> c.citeFigure(reference, question, FIGURE, OFFICER));
            }
        }
        int forSmall = desk.statementsOf(d -> d.cases().get(small, OFFICER));
        assertThat(desk.statementsOf(d -> d.cases().get(large, OFFICER))).isEqualTo(forSmall);
        assertThat(forSmall).isBetween(1, 14);
        assertThat(desk.statementsOf(d -> d.cases().find(CaseFilter.all(), OFFICER)))
                .isBetween(2, 3); // the page, its total, and the calendar
    }

    private static CaseReference submitted() {
        CaseReference reference = register("How many?", OFFICER);
        command(c -> c.citeFigure(reference, 1, FIGURE, OFFICER));
        answer(reference, 1, Answer.of("Ten.", HeldStatus.HELD, Outcome.GRANTED));
        command(c -> c.submitForApproval(reference, OFFICER));
        return reference;
    }

    private static CaseReference approved() {
        CaseReference reference = submitted();
        command(c -> c.approve(reference, version(reference), APPROVER));
        return reference;
    }

    private static void decide(CaseReference reference) {
        answer(reference, 1, Answer.of("Ten.", HeldStatus.HELD, Outcome.GRANTED));
        command(c -> c.submitForApproval(reference, OFFICER));
        command(c -> c.approve(reference, version(reference), APPROVER));
    }

    /** Registered and found valid. */
    private static CaseReference register(String text, Actor actor) {
        return valid(received(text, actor), actor);
    }

    private static void allot(CaseReference reference) {
        desk.run(
                d -> {
                    d.clock().allot(reference, 1, "contributor", OFFICER);
                    return null;
                });
    }

    private static CaseReference received(String text, Actor actor) {
        return desk.run(d -> d.casework().register(request(text, "2024-03-21", ""), actor));
    }

    private static CaseReference valid(CaseReference reference, Actor actor) {
        return desk.run(
                d -> {
                    d.clock().checkValidity(reference, Validity.complete(), actor);
                    return reference;
                });
    }

    private static NewRequest request(String text, String received, String key) {
        return new NewRequest(
                key,
                "lincolnshire-cc",
                received,
                "email",
                "Family hubs",
                REQUESTER,
                text,
                List.of());
    }

    private static void answer(CaseReference reference, int number, Answer answer) {
        answer(reference, number, answer, OFFICER);
    }

    private static void answer(CaseReference reference, int number, Answer answer, Actor actor) {
        int version = view(reference).questions().get(number - 1).version();
        command(c -> c.answerQuestion(reference, number, version, answer, actor));
    }

    private static void command(Consumer<Casework> command) {
        desk.run(
                d -> {
                    command.accept(d.casework());
                    return null;
                });
    }

    private static CaseView view(CaseReference reference) {
        return desk.run(d -> d.cases().get(reference, OFFICER));
    }

    private static int version(CaseReference reference) {
        return view(reference).version();
    }

    private static DispatchDetails sent(String day) {
        return new DispatchDetails(LocalDate.parse(day), Channel.EMAIL, "");
    }

    private static PublicText reviewed(String subject) {
        return new PublicText(
                subject,
                List.of(
                        new PublicText.PublicQuestion(1, "How many?", "21,454."),
                        new PublicText.PublicQuestion(2, "What proportion?", "Some."),
                        new PublicText.PublicQuestion(3, "Why?", "We searched.")));
    }

    private static PublicText oneReviewed() {
        return new PublicText(
                "Hubs", List.of(new PublicText.PublicQuestion(1, "How many?", "Ten.")));
    }

    private static List<CaseReference> atOnce(int times, Function<Integer, NewRequest> request)
            throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(times);
        try {
            List<Callable<CaseReference>> calls =
                    java.util.stream.IntStream.range(0, times)
                            .<Callable<CaseReference>>mapToObj(
                                    i ->
                                            () ->
                                                    desk.run(
                                                            d ->
                                                                    d.casework()
                                                                            .register(
                                                                                    request.apply(
                                                                                            i),
                                                                                    OFFICER)))
                            .toList();
            List<CaseReference> results = new java.util.ArrayList<>();
            for (Future<CaseReference> result : pool.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        } finally {
            pool.shutdown();
        }
    }

    private static void sql(String statement) throws SQLException {
        try (Connection connection = desk.dataSource().getConnection();
                Statement s = connection.createStatement()) {
            s.executeUpdate(statement);
        }
    }

    private static int count(String from) throws SQLException {
        try (Connection connection = desk.dataSource().getConnection();
                Statement s = connection.createStatement();
                var rows = s.executeQuery("select count(*) from " + from)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
