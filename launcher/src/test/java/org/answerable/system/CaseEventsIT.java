package org.answerable.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clock events and steps of a case over JSON, as other programs send them. */
class CaseEventsIT {

    private static final RunningAnswerable SERVER = RunningAnswerable.shared();
    private static final String TEXT = "1. How many trees?\n2. What did they cost?";
    private static final String RECEIVED = "2024-03-21";

    private static Program officer;
    private static Visitor desk;

    @BeforeAll
    static void signIn() {
        officer = Program.of(SERVER, "officer");
        desk = Visitor.signedIn(SERVER, "officer");
    }

    @Test
    void clarification_resets_the_clock() {
        String reference = officer.register("Reset", RECEIVED, TEXT);
        JsonObject waits =
                officer.taken(reference, "CLARIFICATION_REQUESTED", "date", "2024-04-02");
        assertThat(waits.getString("state")).isEqualTo("AWAITING_CLARIFICATION");
        assertThat(waits).as("no date while we wait").doesNotContainKey("due");

        JsonObject back = officer.taken(reference, "CLARIFICATION_RECEIVED", "date", "2024-04-15");
        assertThat(back.getString("state")).isEqualTo("VALIDATING");
        assertThat(back.getString("due")).isEqualTo("2024-05-14");
        assertThat(back.getString("received")).isEqualTo(RECEIVED);
    }

    @Test
    void a_fee_pauses_the_clock() {
        String reference = allocated("Pause");
        JsonObject waits = Json.object(officer.event(reference, fee("2024-03-27")));
        assertThat(waits.getString("state")).isEqualTo("FEE_PENDING");
        assertThat(waits).doesNotContainKey("due");
        JsonObject paid = officer.taken(reference, "FEE_PAID", "date", "2024-04-10");
        assertThat(paid.getString("state")).isEqualTo("ALLOCATED");
        assertThat(paid.getString("due")).isEqualTo("2024-05-03");
    }

    @Test
    void an_environmental_request_is_extended_once_to_40_working_days() {
        String reference = allocated("Forty");
        refused(extension(reference, "2024-04-10"), 422, "EIR");
        for (int question : List.of(1, 2)) {
            String path = Line.questionPath(reference, question) + "/regime";
            Line.next(
                    FilledForm.on(desk.page(path), path)
                            .with("regime", "EIR")
                            .with("reason", "Trees are part of the environment.")
                            .sendBy(desk),
                    "regime");
        }
        Answered.namesField(extension(reference, "2024-04-23"), "date");
        JsonObject extended = Json.object(extension(reference, "2024-04-10"));
        assertThat(extended.getString("due")).isEqualTo("2024-05-21");
        refused(extension(reference, "2024-04-11"), 409, "once");
    }

    @Test
    void a_step_is_named_by_the_state_that_it_leads_to() {
        String reference = officer.register("Steps", RECEIVED, TEXT);
        for (String state : List.of("ALLOCATED", "GATHERING", "COMPUTING", "ASSESSING")) {
            assertThat(officer.taken(reference, state).getString("state")).isEqualTo(state);
        }
        assertThat(officer.taken(reference, "drafting").getString("state")).isEqualTo("DRAFTING");
        assertThat(officer.taken(reference, "GATHERING").getString("state")).isEqualTo("GATHERING");
    }

    @Test
    void a_request_that_lacks_something_is_invalid_and_no_clock_runs() {
        String reference = officer.register("Invalid", RECEIVED, TEXT);
        Answered.well(officer.event(reference, "INVALID"), 422);
        JsonObject invalid =
                officer.taken(reference, "INVALID", "words", "Please tell us your name.");
        assertThat(invalid.getString("state")).isEqualTo("INVALID");
        assertThat(invalid).doesNotContainKey("due");
    }

    @ParameterizedTest
    @CsvSource({
        "FEE_PAID, 2024-04-10",
        "CLARIFICATION_RECEIVED, 2024-04-10",
        "LAPSED, 2024-04-10",
        "RESPONDED, 2024-04-10",
        "AWAITING_APPROVAL, ''",
        "APPROVED, ''",
        "CLOSED, ''"
    })
    void a_state_that_forbids_it_is_told_with_the_reason(String type, String date) {
        String reference = allocated("Not now");
        HttpResponse<String> answer =
                date.isEmpty()
                        ? officer.event(reference, type)
                        : officer.event(reference, type, "date", date);
        assertThat(answer.statusCode()).as(type + " " + answer.body()).isIn(403, 409);
        assertThat(Json.object(answer).getString("detail")).isNotBlank();
        JsonObject now = Json.object(officer.get("/api/foi/cases/" + reference));
        assertThat(now.getString("state")).isEqualTo("ALLOCATED");
        assertThat(now.getJsonArray("events")).isEmpty();
    }

    @Test
    void what_cannot_be_done_from_a_state_is_a_conflict() {
        String reference = officer.register("Conflict", RECEIVED, TEXT);
        refused(officer.event(reference, "GATHERING"), 409, "");
        refused(officer.event(reference, fee("2024-03-27")), 409, "");
        officer.taken(reference, "WITHDRAWN", "date", "2024-04-02");
        refused(officer.event(reference, "ALLOCATED"), 409, "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-03-20", "1999-01-01", "tomorrow", "2024-02-30", "", "+0001"})
    void a_date_before_the_receipt_or_none_is_named(String date) {
        String reference = officer.register("Dates", RECEIVED, TEXT);
        Answered.namesField(
                officer.event(reference, "CLARIFICATION_REQUESTED", "date", date), "date");
    }

    @Test
    void a_date_in_the_future_or_missing_is_named() {
        String reference = officer.register("Future", RECEIVED, TEXT);
        String later = LocalDate.now().plusDays(2).toString();
        Answered.namesField(officer.event(reference, "WITHDRAWN", "date", later), "date");
        Answered.namesField(officer.event(reference, "WITHDRAWN"), "date");
        Answered.namesField(officer.event(reference, "DANCED", "date", RECEIVED), "type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"s.21", "s.40(2)", "s.41", "s.44", "s.12", "s.99", ""})
    void only_a_qualified_exemption_extends_the_time(String exemption) {
        String reference = allocated("Absolute");
        Answered.namesField(
                officer.event(reference, weighing("2024-04-10", exemption)), "exemptions");
    }

    @Test
    void a_qualified_exemption_extends_its_question_alone() {
        String reference = allocated("Qualified");
        HttpResponse<String> answer = officer.event(reference, weighing("2024-04-10", "s.43(2)"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonArray questions = Json.object(answer).getJsonArray("questions");
        assertThat(questions.getJsonObject(0).getString("due")).isEqualTo("2024-04-22");
        assertThat(questions.getJsonObject(1).getString("due")).isEqualTo("2024-05-15");
        assertThat(Json.object(answer).getString("due")).isEqualTo("2024-04-22");
        refused(
                officer.event(
                        allocated("Too far"), weighing("2024-04-10", "2024-09-02", "s.43(2)")),
                403,
                "approver");
    }

    @Test
    void the_same_event_sent_again_is_recorded_once() {
        String reference = officer.register("Twice", RECEIVED, TEXT);
        String[] event = {"date", "2024-04-02", "words", "Which trees?"};
        officer.taken(reference, "CLARIFICATION_REQUESTED", event);
        JsonObject again = officer.taken(reference, "CLARIFICATION_REQUESTED", event);
        assertThat(again.getJsonArray("events")).hasSize(1);
        assertThat(again.getJsonArray("history").getValuesAs(JsonObject.class))
                .filteredOn(entry -> entry.getString("kind").equals("CLOCK_EVENT"))
                .hasSize(1);
    }

    @Test
    void of_two_officers_at_once_the_second_is_told_and_nothing_is_lost() {
        Line.account(SERVER, "officer-at-next-desk", "officer");
        Program other = Program.of(SERVER, "officer-at-next-desk");
        String reference = officer.register("At once", RECEIVED, TEXT);
        List<CompletableFuture<HttpResponse<String>>> both =
                List.of(
                        CompletableFuture.supplyAsync(
                                () -> officer.event(reference, "INVALID", "words", "No name.")),
                        CompletableFuture.supplyAsync(
                                () -> other.event(reference, "WITHDRAWN", "date", "2024-04-02")));
        assertThat(both)
                .extracting(answer -> answer.join().statusCode())
                .containsExactlyInAnyOrder(200, 409);
        JsonObject now = Json.object(officer.get("/api/foi/cases/" + reference));
        assertThat(now.getString("state")).isIn("INVALID", "WITHDRAWN");
        assertThat(now.getJsonArray("events"))
                .hasSize(now.getString("state").equals("WITHDRAWN") ? 1 : 0);
    }

    @Test
    void nobody_but_the_officers_of_the_authority_moves_a_case() {
        String reference = allocated("Others");
        Program icb = Program.of(SERVER, "icb-officer");
        assertThat(icb.event(reference, "WITHDRAWN", "date", "2024-04-02").statusCode())
                .isEqualTo(404);
        Line.account(SERVER, "contributor-by-program", "contributor");
        Program contributor = Program.of(SERVER, "contributor-by-program");
        assertThat(contributor.event(reference, "GATHERING").statusCode())
                .as("a case in which nothing is allocated to them")
                .isIn(403, 404);
        Line.allot(desk, reference, 1, "contributor-by-program");
        for (String type : List.of("ASSESSING", "WITHDRAWN", "AWAITING_APPROVAL")) {
            refused(contributor.event(reference, type, "date", "2024-04-02"), 403, "");
        }
        for (String account : List.of("approver", "analyst", "auditor", "reviewer", "admin")) {
            assertThat(Program.of(SERVER, account).event(reference, "GATHERING").statusCode())
                    .as(account)
                    .isIn(403, 404);
        }
        assertThat(new Program(SERVER, "none").event(reference, "GATHERING").statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "7", "{}", "{\"type\":7}", "{\"type\":null}"})
    void a_body_that_is_no_event_is_told(String body) {
        String reference = officer.register("No event", RECEIVED, TEXT);
        Answered.well(officer.post("/api/foi/cases/" + reference + "/events", body), 400, 422);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "questions | {\"type\":\"EIR_EXTENSION\",\"date\":\"2024-04-02\",\"questions\":7}",
                "questions | {\"type\":\"EIR_EXTENSION\",\"date\":\"2024-04-02\",\"questions\":[9]}",
                "exemptions | {\"type\":\"EIR_EXTENSION\",\"date\":\"2024-04-02\",\"exemptions\":[1]}",
                "amount | {\"type\":\"FEES_NOTICE\",\"date\":\"2024-04-02\",\"amount\":\"much\"}",
                "amount | {\"type\":\"FEES_NOTICE\",\"date\":\"2024-04-02\",\"amount\":-1}",
                "amount | {\"type\":\"FEES_NOTICE\",\"date\":\"2024-04-02\",\"amount\":1e300}",
                "channel | {\"type\":\"FEES_NOTICE\",\"date\":\"2024-04-02\",\"channel\":\"owl\"}",
                "to | {\"type\":\"EIR_EXTENSION\",\"date\":\"2024-04-02\",\"to\":\"soon\"}"
            })
    void a_member_that_cannot_be_used_is_named(String field, String body) {
        Answered.namesField(
                officer.post("/api/foi/cases/" + allocated("Members") + "/events", body), field);
    }

    private static String allocated(String subject) {
        String reference = officer.register(subject, RECEIVED, TEXT);
        officer.taken(reference, "ALLOCATED");
        return reference;
    }

    private static JsonObject fee(String date) {
        return jakarta.json.Json.createObjectBuilder()
                .add("type", "FEES_NOTICE")
                .add("date", date)
                .add("amount", 45)
                .build();
    }

    private static HttpResponse<String> extension(String reference, String date) {
        return officer.event(reference, "EIR_EXTENSION", "date", date);
    }

    private static JsonObject weighing(String date, String exemption) {
        return weighing(date, "2024-05-15", exemption);
    }

    private static JsonObject weighing(String date, String to, String exemption) {
        return jakarta.json.Json.createObjectBuilder()
                .add("type", "PUBLIC_INTEREST_EXTENSION")
                .add("date", date)
                .add("to", to)
                .add("questions", jakarta.json.Json.createArrayBuilder().add(2))
                .add("exemptions", jakarta.json.Json.createArrayBuilder().add(exemption))
                .build();
    }

    private static void refused(HttpResponse<String> answer, int status, String words) {
        Answered.well(answer, status);
        assertThat(answer.body()).contains(words);
    }
}
