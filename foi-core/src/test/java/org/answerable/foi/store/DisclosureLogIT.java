package org.answerable.foi.store;

import static org.answerable.foi.store.TestDesk.APPROVER;
import static org.answerable.foi.store.TestDesk.OFFICER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.answerable.foi.Answer;
import org.answerable.foi.CaseOutcome;
import org.answerable.foi.CaseReference;
import org.answerable.foi.CaseState;
import org.answerable.foi.Channel;
import org.answerable.foi.Disclosure;
import org.answerable.foi.DisclosureFilter;
import org.answerable.foi.DisclosurePage;
import org.answerable.foi.DisclosureSummary;
import org.answerable.foi.DispatchDetails;
import org.answerable.foi.HeldStatus;
import org.answerable.foi.InvalidInput;
import org.answerable.foi.NewRequest;
import org.answerable.foi.Outcome;
import org.answerable.foi.PublicText;
import org.answerable.foi.Requester;
import org.answerable.foi.Validity;
import org.answerable.foi.document.DisclosureForm;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DisclosureLogIT {

    private static TestDesk desk;
    private static CaseReference hubs;
    private static CaseReference visits;

    @BeforeAll
    static void start() {
        desk = new TestDesk();
        hubs = sent("How many babies are there? Quentin Questioner", "2024-03-21");
        publish(hubs, "Babies in Lincolnshire", "How many babies are there?");
        visits = sent("How many health visitors?", "2024-03-25");
        publish(visits, "Health visiting staff", "How many health visitors?");
    }

    @AfterAll
    static void stop() throws IOException {
        desk.close();
    }

    @Test
    void the_public_copy_is_an_allow_list_without_the_requester_R28() {
        Disclosure disclosure = get(hubs);
        String json = DisclosureForm.write(disclosure).toString();

        assertThat(disclosure.outcome()).isEqualTo(CaseOutcome.GRANTED);
        assertThat(disclosure.received()).isEqualTo("2024-03-21");
        assertThat(disclosure.answered()).isEqualTo("2024-04-09");
        assertThat(disclosure.questions().get(0).figures())
                .containsExactly(desk.figures.release("children-0-2", OFFICER));
        assertThat(json).contains("6719", "[c]", "Population estimates");
        assertThat(json.toLowerCase()).doesNotContain("quentin", "questioner", "example.org");
    }

    @Test
    void the_requester_named_in_the_public_text_stops_the_publication_R28() {
        CaseReference reference = sent("How many?", "2024-03-22");
        for (String text : List.of("Asked by quentin QUESTIONER", "See quentin@example.org")) {
            assertThatThrownBy(() -> publish(reference, "Hubs", text))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("names the requester");
        }
        assertThat(state(reference)).isEqualTo(CaseState.CLOSED);
    }

    @Test
    void every_question_is_reviewed_before_publication() {
        CaseReference reference = sent("How many?", "2024-03-22");
        assertThatThrownBy(
                        () ->
                                desk.run(
                                        d -> {
                                            d.casework()
                                                    .publish(
                                                            reference,
                                                            new PublicText("Hubs", List.of()),
                                                            OFFICER);
                                            return null;
                                        }))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("Question 1 is missing");
    }

    @Test
    void search_finds_by_word_stem_reference_and_filters_latest_first() {
        assertThat(found("baby")).containsExactly(hubs.toString());
        assertThat(found(visits.toString().toLowerCase())).containsExactly(visits.toString());
        assertThat(found("\"health visitors\" -babies")).containsExactly(visits.toString());
        assertThat(found("'; drop table x; --")).isEmpty();
        assertThat(found("")).startsWith(visits.toString()).contains(hubs.toString());
        DisclosureFilter filter =
                new DisclosureFilter(
                        "",
                        Optional.of(LocalDate.of(2024, 4, 10)),
                        Optional.empty(),
                        Optional.of(CaseOutcome.GRANTED),
                        Optional.of("lincolnshire-cc"),
                        1,
                        10);
        assertThat(desk.run(d -> d.log().search(filter)).total()).isZero();
        assertThat(desk.run(d -> d.log().search(DisclosureFilter.all().at(2, 1))).items())
                .hasSize(1);
    }

    @Test
    void a_withdrawn_copy_leaves_a_note_only_and_may_be_published_anew() {
        CaseReference reference = sent("How many midwives?", "2024-03-26");
        publish(reference, "Midwives", "How many midwives?");
        desk.run(
                d -> {
                    d.casework().withdrawPublication(reference, "A name was left in.", OFFICER);
                    return null;
                });
        Disclosure tombstone = get(reference);

        assertThat(tombstone.withdrawal().orElseThrow().reason()).isEqualTo("A name was left in.");
        assertThat(tombstone.questions()).isEmpty();
        assertThat(DisclosureForm.write(tombstone).toString()).doesNotContain("idwives");
        assertThat(found("midwives")).isEmpty();
        assertThat(state(reference)).isEqualTo(CaseState.CLOSED);

        publish(reference, "Midwives again", "How many midwives?");
        assertThat(get(reference).withdrawal()).isEmpty();
        assertThat(found("midwives")).containsExactly(reference.toString());
    }

    @Test
    void the_log_is_served_by_a_role_that_may_read_no_other_table_R28() throws Exception {
        try (Connection connection = desk.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create role log_reader login");
            statement.execute("grant usage on schema foi to log_reader");
            statement.execute("grant select on foi.disclosure, foi.withdrawal to log_reader");
        }
        DisclosurePage page = desk.logAs("log_reader", log -> log.search(DisclosureFilter.all()));
        assertThat(page.items()).isNotEmpty();
        Disclosure one = desk.logAs("log_reader", log -> log.get(hubs.toString()).orElseThrow());
        assertThat(one.questions()).hasSize(1);
    }

    private static Disclosure get(CaseReference reference) {
        return desk.run(d -> d.log().get(reference.toString())).orElseThrow();
    }

    private static List<String> found(String q) {
        DisclosureFilter filter =
                new DisclosureFilter(
                        q,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        1,
                        50);
        return desk.run(d -> d.log().search(filter)).items().stream()
                .map(DisclosureSummary::reference)
                .toList();
    }

    private static CaseState state(CaseReference reference) {
        return desk.run(d -> d.cases().get(reference, OFFICER)).state();
    }

    private static void publish(CaseReference reference, String subject, String question) {
        PublicText text =
                new PublicText(
                        subject,
                        List.of(new PublicText.PublicQuestion(1, question, "Ten of them.")));
        desk.run(
                d -> {
                    d.casework().publish(reference, text, OFFICER);
                    return null;
                });
    }

    private static CaseReference sent(String text, String received) {
        NewRequest request =
                new NewRequest(
                        "",
                        "lincolnshire-cc",
                        received,
                        "email",
                        "Family hubs",
                        new Requester("Quentin Questioner", "quentin@example.org", ""),
                        text,
                        List.of());
        return desk.run(
                d -> {
                    CaseReference reference = d.casework().register(request, OFFICER);
                    d.clock().checkValidity(reference, Validity.complete(), OFFICER);
                    d.casework().citeFigure(reference, 1, "children-0-2", OFFICER);
                    Answer answer = Answer.of("Ten.", HeldStatus.HELD, Outcome.GRANTED);
                    int version = d.cases().get(reference, OFFICER).questions().get(0).version();
                    d.casework().answerQuestion(reference, 1, version, answer, OFFICER);
                    d.casework().submitForApproval(reference, OFFICER);
                    int seen = d.cases().get(reference, OFFICER).version();
                    d.casework().approve(reference, seen, APPROVER);
                    LocalDate day = LocalDate.of(2024, 4, 9);
                    d.casework()
                            .dispatch(
                                    reference,
                                    new DispatchDetails(day, Channel.EMAIL, ""),
                                    OFFICER);
                    return reference;
                });
    }
}
