package org.answerable.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObjectBuilder;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests, queries and JSON that cannot be taken: told where the fault is, and nothing broken. */
class BadInputIT {

    private static final RunningAnswerable SERVER = RunningAnswerable.shared();
    private static final String TEXT = "1. How many?\n2. How much?";

    private static Visitor officer;
    private static String token;

    @BeforeAll
    static void signIn() {
        officer = Visitor.signedIn(SERVER, "officer");
        token = Line.token(SERVER, "officer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n\t\n"})
    void an_empty_text_is_refused_and_the_rest_is_kept(String text) {
        HttpResponse<String> answer =
                Line.registration(officer, "About nothing", text).sendBy(officer);
        Document page = Answered.refusedField(answer, "text", "text of the request");
        assertThat(page.getElementById("subject").val()).isEqualTo("About nothing");
        assertThat(page.select("[name=received-year]").val()).isEqualTo("2024");
        assertThat(page.getElementById("requester-name").val()).isEqualTo(Line.REQUESTER_NAME);
    }

    @Test
    void two_megabytes_of_text_are_refused_with_both_numbers_and_kept() {
        String text = "How many? ".repeat(200_000).strip();
        HttpResponse<String> answer = Line.registration(officer, "Much", text).sendBy(officer);
        Document page = Answered.refusedField(answer, "text", "100,000");
        assertThat(page.getElementById("text-error").text()).contains("1,999,999");
        assertThat(page.getElementById("text").wholeText().strip()).isEqualTo(text);
    }

    @Test
    void two_megabytes_of_json_text_are_refused_with_both_numbers() {
        HttpResponse<String> answer = register(body().add("text", "a ".repeat(1_000_000) + "?"));
        Answered.namesField(answer, "text");
        assertThat(answer.body()).contains("100,000").contains("2,000,001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Is this \u200fright-to-left\u200e or \u202enot\u202c?",
                "How many 👶🏽 were born? Café, naïve, Łódź, 東京, مرحبا?",
                "<script>alert(1)</script> & \"quotes\" </textarea><b>bold</b> &amp; ${7*7}?"
            })
    void strange_text_is_kept_as_it_came_and_shown_as_text(String text) {
        String reference = Line.register(officer, "Strange text", text);
        Document page = officer.page(Line.casePath(reference));
        assertThat(page.select(".app-verbatim").eachText())
                .anyMatch(shown -> shown.equals(text.strip()));
        assertThat(page.select("main script, main b")).isEmpty();
        Document questions = officer.page(Line.casePath(reference) + "/questions");
        assertThat(questions.getElementById("text-1").wholeText().strip()).isEqualTo(text);
        String kept = Json.object(officer.get("/api/foi/cases/" + reference)).getString("text");
        assertThat(kept).isEqualTo(text);
    }

    @Test
    void html_in_a_refused_form_comes_back_as_text() {
        String text = "</textarea><script>alert(1)</script>?";
        FilledForm form = Line.registration(officer, "\"><script>alert(2)</script>", text);
        Document page =
                Answered.refusedField(
                        form.with("requester-email", "\"><i>x").sendBy(officer),
                        "requester-email",
                        "email");
        assertThat(page.select("script:not([src]), main i")).isEmpty();
        assertThat(page.getElementById("text").wholeText().strip()).isEqualTo(text);
        assertThat(page.getElementById("subject").val()).isEqualTo("\"><script>alert(2)</script>");
    }

    @Test
    void control_characters_are_taken_out_and_that_is_recorded() {
        String reference =
                Line.register(officer, "With NUL\u0000 bytes", "1. What\u0000 is\u0007 this?");
        String found = officer.get("/api/foi/cases/" + reference).body();
        assertThat(found).contains("What is this?").doesNotContain("\\u0000");
        assertThat(officer.page(Line.casePath(reference)).select(".app-timeline").text())
                .contains("2 control character");
    }

    @Test
    void a_date_in_the_future_is_refused() {
        LocalDate tomorrow = LocalDate.now(ZoneId.of("Europe/London")).plusDays(2);
        HttpResponse<String> answer =
                Line.registration(officer, "Too early", TEXT)
                        .withDate(
                                "received",
                                tomorrow.getDayOfMonth(),
                                tomorrow.getMonthValue(),
                                tomorrow.getYear())
                        .sendBy(officer);
        Answered.refusedField(answer, "received", "after today");
        Answered.namesField(register(body().add("received", tomorrow.toString())), "received");
    }

    @ParameterizedTest
    @CsvSource({
        "31, 2, 2024",
        "0, 0, 0",
        "'', '', ''",
        "first, March, 2024",
        "21, 3, 99999999999",
        "21, 3, 999999999",
        "21, 3, 1066",
        "21, 3, -5"
    })
    void a_date_that_is_none_or_of_another_age_is_refused_and_kept(
            String day, String month, String year) {
        HttpResponse<String> answer =
                Line.registration(officer, "When", TEXT)
                        .with("received-day", day)
                        .with("received-month", month)
                        .with("received-year", year)
                        .sendBy(officer);
        Document page = Answered.refusedField(answer, "received", "da");
        assertThat(page.select("[name=received-day]").val()).isEqualTo(day);
        assertThat(page.select("[name=received-month]").val()).isEqualTo(month);
        assertThat(page.select("[name=received-year]").val()).isEqualTo(year);
    }

    @ParameterizedTest
    @CsvSource({
        "authority, nowhere, authority",
        "authority, '', authority",
        "authority, lincolnshire-icb, authority",
        "channel, PIGEON, channel",
        "channel, '', channel",
        "subject, '', subject",
        "requester-email, not an email, requester-email",
        "requester-email, a@b@c, requester-email",
        "requester-email, @example.org, requester-email",
        "requester-name, '', requester-name"
    })
    void a_field_that_cannot_be_used_is_named(String field, String value, String named) {
        HttpResponse<String> answer =
                Line.registration(officer, "Which field", TEXT).with(field, value).sendBy(officer);
        Answered.refusedField(answer, named, "");
    }

    @Test
    void many_faults_are_told_at_once_in_the_order_of_the_page() {
        HttpResponse<String> answer =
                Line.registration(officer, "", "")
                        .withDate("received", 31, 2, 2024)
                        .with("requester-email", "nobody")
                        .sendBy(officer);
        Document page = Answered.refusedField(answer, "text", "");
        assertThat(page.select(".govuk-error-summary a").eachAttr("href"))
                .containsExactly("#text", "#subject", "#received", "#requester-email");
    }

    @Test
    void sending_a_form_twice_makes_one_case() {
        FilledForm form = Line.registration(officer, "Sent twice", TEXT);
        String first = Line.next(form.sendBy(officer), "first");
        String second = Line.next(form.sendBy(officer), "second");
        assertThat(second).isEqualTo(first);
        assertThat(officer.page("/cases?q=Sent+twice").select("tbody tr")).hasSize(1);
    }

    @Test
    void sending_a_form_twice_at_once_makes_one_case() {
        FilledForm form = Line.registration(officer, "Clicked twice", TEXT);
        CompletableFuture<HttpResponse<String>> one =
                CompletableFuture.supplyAsync(() -> form.sendBy(officer));
        CompletableFuture<HttpResponse<String>> two =
                CompletableFuture.supplyAsync(() -> form.sendBy(officer));
        assertThat(Line.next(one.join(), "one")).isEqualTo(Line.next(two.join(), "two"));
        assertThat(officer.page("/cases?q=Clicked+twice").select("tbody tr")).hasSize(1);
    }

    @Test
    void an_answer_that_was_changed_meanwhile_is_not_overwritten() {
        String reference = Line.register(officer, "Two at a desk", TEXT);
        FilledForm late = Line.answer(officer, reference, 1, "The late words.");
        Line.grant(officer, reference, 1, "The early words.");
        HttpResponse<String> answer = late.with("outcome", "GRANTED").sendBy(officer);
        Document page = Answered.refusedField(answer, "narrative", "");
        assertThat(page.getElementById("narrative").wholeText()).contains("The late words.");
        assertThat(page.text()).contains("The early words.");
    }

    @Test
    void a_qualified_exemption_without_its_public_interest_test_is_refused() {
        String reference = Line.register(officer, "Withheld", TEXT);
        HttpResponse<String> answer =
                Line.answer(officer, reference, 1, "Some of it.")
                        .with("outcome", "PART")
                        .with("grounds-0-code", "s.43(2)")
                        .with("grounds-0-reason", "A tender is running.")
                        .sendBy(officer);
        Document page = Answered.refusedField(answer, "grounds-0-test", "public");
        assertThat(page.getElementById("grounds-0-reason").wholeText())
                .contains("A tender is running.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "\"text\"",
                "{\"text\": }",
                "{\"text\": \"\\ud800\"",
                "not json"
            })
    void malformed_json_is_told_as_such(String body) {
        Answered.namesField(registerRaw(body), "body");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{\"name\": \"a\nb\"}"})
    void malformed_json_makes_no_token(String body) {
        Visitor program = new Visitor(SERVER);
        Answered.well(
                program.send(
                        program.request("/api/tokens")
                                .header("Authorization", Line.basic("officer", "demo-officer"))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body))),
                400,
                422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/foi/cases", "/api/foi/deadline", "/api/cohort/figures"})
    void deeply_nested_json_is_refused(String path) {
        String body = "{\"x\":" + "[".repeat(200_000) + "]".repeat(200_000) + "}";
        String bearer = path.contains("cohort") ? Line.token(SERVER, "analyst") : token;
        Answered.well(send(path, body, bearer, ""), 400, 422);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text | {\"text\": 5}",
                "received | {\"received\": 20240321}",
                "requester | {\"requester\": \"Jo\"}",
                "requester.email | {\"requester\": {\"name\": \"Jo\", \"email\": []}}",
                "questions | {\"questions\": \"one\"}",
                "questions | {\"questions\": [1, 2]}",
                "channel | {\"channel\": true}",
                "subject | {\"subject\": {}}"
            })
    void json_of_the_wrong_type_is_named(String field, String body) {
        Answered.namesField(registerRaw(body), field);
    }

    @ParameterizedTest
    @CsvSource({
        "channel, pigeon",
        "authority, nowhere",
        "received, yesterday",
        "received, 2024-02-31",
        "received, +999999999-12-31",
        "text, ''"
    })
    void json_with_a_value_that_is_none_is_named(String field, String value) {
        Answered.namesField(register(body().add(field, value)), field);
    }

    @Test
    void an_idempotency_key_makes_one_case() {
        String key = "key-" + System.nanoTime();
        HttpResponse<String> first = registerWithKey(key);
        HttpResponse<String> second = registerWithKey(key);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
    }

    @ParameterizedTest
    @CsvSource({"-1", "0", "abc", "1.5", "99999999999999999999", "' '"})
    void days_of_a_token_that_are_no_number_are_refused(String days) {
        HttpResponse<String> answer =
                FilledForm.on(officer.page("/account"), "/account/tokens")
                        .with("name", "Report")
                        .with("days", days)
                        .sendBy(officer);
        Document page = Answered.refusedField(answer, "days", "366");
        assertThat(page.getElementById("name").val()).isEqualTo("Report");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "abc", "", "1.5", "1000000", "99999999999999999999"})
    void any_page_number_of_a_list_is_answered(String number) {
        for (String list : new String[] {"/disclosures", "/services", "/cases"}) {
            HttpResponse<String> answer = officer.get(list + "?page=" + number);
            assertThat(answer.statusCode()).as(list).isEqualTo(200);
            Answered.leaksNothing(answer.body());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "page, 0",
        "page, -1",
        "page, abc",
        "page, 99999999999",
        "per_page, 0",
        "per_page, -1",
        "per_page, abc",
        "per_page, 201",
        "per_page, 100000",
        "from, yesterday",
        "from, 2024-02-31",
        "to, 21/3/2024",
        "outcome, PERHAPS"
    })
    void a_query_parameter_that_cannot_be_used_is_named(String name, String value) {
        Answered.namesField(
                officer.get("/api/foi/disclosures?" + name + "=" + encode(value)), name);
    }

    @ParameterizedTest
    @CsvSource({"page, 0", "per_page, 100000", "state, LOST", "due_before, soon", "sort, colour"})
    void a_query_parameter_of_the_cases_that_cannot_be_used_is_named(String name, String value) {
        Answered.namesField(officer.get("/api/foi/cases?" + name + "=" + value), name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"page=0", "page=abc", "per_page=100000", "per_page=-1"})
    void a_query_parameter_of_the_datasets_that_cannot_be_used_is_refused(String query) {
        Visitor analyst = Visitor.signedIn(SERVER, "analyst");
        Answered.well(analyst.get("/api/cohort/datasets?" + query), 400, 404, 422);
    }

    @Test
    void a_page_far_beyond_the_last_is_empty() {
        HttpResponse<String> answer = officer.get("/api/foi/disclosures?page=1000000&per_page=200");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(Json.object(answer).getJsonArray("items")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%00",
                "' OR 1=1 --",
                "\"unfinished",
                "((((",
                "a & | ! :*",
                "-",
                "%",
                "_",
                "\\",
                "\ud83d\udc76",
                "\u202e"
            })
    void any_search_is_answered(String words) {
        String q = words.equals("%00") ? words : encode(words);
        for (String list :
                new String[] {"/disclosures", "/services", "/cases", "/api/foi/disclosures"}) {
            HttpResponse<String> answer = officer.get(list + "?q=" + q);
            assertThat(answer.statusCode()).as(list).isIn(200, 422);
            Answered.leaksNothing(answer.body());
        }
    }

    @Test
    void a_search_that_is_too_long_says_how_long_it_may_be() {
        String q = encode("babies ".repeat(200));
        Answered.refusedField(officer.get("/disclosures?q=" + q), "q", "500");
        Answered.namesField(officer.get("/api/foi/disclosures?q=" + q), "q");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/disclosures/%2e%2e",
                "/disclosures/'%20OR%201=1",
                "/disclosures/LCC-2024-99999999999999999999",
                "/cases/LCC-2024-0001%27",
                "/cases/LCC-2024-999999999",
                "/cases/lcc-2024-0001",
                "/cases/LCC-2024-0001/questions/0",
                "/cases/LCC-2024-0001/questions/999",
                "/cases/LCC-2024-0001/questions/99999999999",
                "/figures/F-2026-999999999999",
                "/figures/F-2026-0001.exe",
                "/services/00000000-0000-0000-0000-000000000000",
                "/services/------------------------------------",
                "/api/foi/cases/..%2f..%2fetc",
                "/api/foi/cases/LCC-2024-999999999",
                "/api/foi/disclosures/..%2f..%2fetc",
                "/api/cohort/figures/F-1-1",
                "/api/cohort/figures/F-2026-999999999999.csv",
                "/api/cohort/datasets/..%2fx"
            })
    void an_id_that_is_none_is_not_found(String path) {
        Answered.well(officer.get(path), 403, 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/disclosures/..%2f..%2fetc%2fpasswd",
                "/cases/..%2f..%2f",
                "/figures/..%2f..%2fetc",
                "/assets/..%2fMETA-INF%2fpersistence.xml",
                "/assets/%2e%2e/db/foi/V001__cases.sql",
                "/assets/..%2f..%2f..%2fWEB-INF%2fbeans.xml",
                "/META-INF/beans.xml"
            })
    void a_path_out_of_its_place_leads_nowhere(String path) {
        HttpResponse<String> answer = officer.get(path);
        assertThat(answer.statusCode()).isIn(400, 404);
        Answered.leaksNothing(answer.body());
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/foi/cases, text/xml, 415",
        "POST, /api/tokens, text/plain, 415",
        "DELETE, /api/foi/cases, application/json, 405",
        "PUT, /api/foi/disclosures, application/json, 405",
        "DELETE, /disclosures, text/plain, 405",
        "PATCH, /cases, text/plain, 405"
    })
    void a_method_or_format_that_is_not_taken_is_told(
            String method, String path, String type, int status) {
        HttpResponse<String> answer =
                officer.send(
                        officer.request(path)
                                .header("Content-Type", type)
                                .method(method, BodyPublishers.ofString("<x/>")));
        Answered.well(answer, status);
    }

    @Test
    void a_format_that_cannot_be_given_is_told() {
        Answered.well(
                officer.send(
                        officer.request("/api/foi/disclosures")
                                .header("Accept", "image/png")
                                .GET()),
                406);
    }

    @Test
    void a_number_in_a_hidden_field_that_is_none_is_refused() {
        String reference = Line.register(officer, "Hidden fields", TEXT);
        String form = officer.tokenOf("/account");
        Answered.well(officer.post("/account/tokens/revoke", form, "id", "x"), 400, 404, 422);
        Answered.well(
                officer.post(
                        Line.questionPath(reference, 1), form, "version", "x", "narrative", "a"),
                409,
                422);
        Visitor approver = Visitor.signedIn(SERVER, "approver");
        Answered.well(
                approver.post(
                        Line.casePath(reference) + "/approve",
                        approver.tokenOf("/account"),
                        "version",
                        "x"),
                400,
                404,
                409,
                422);
    }

    private static HttpResponse<String> register(JsonObjectBuilder body) {
        return registerRaw(body.build().toString());
    }

    private static HttpResponse<String> registerRaw(String body) {
        return send("/api/foi/cases", body, token, "");
    }

    private static HttpResponse<String> registerWithKey(String key) {
        return send("/api/foi/cases", body().build().toString(), token, key);
    }

    private static HttpResponse<String> send(
            String path, String body, String bearer, String idempotencyKey) {
        Visitor program = new Visitor(SERVER);
        HttpRequest.Builder request =
                program.request(path)
                        .header("Authorization", "Bearer " + bearer)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body));
        return program.send(
                idempotencyKey.isEmpty()
                        ? request
                        : request.header("Idempotency-Key", idempotencyKey));
    }

    /** A request that would be taken. */
    private static JsonObjectBuilder body() {
        return jakarta.json.Json.createObjectBuilder()
                .add("authority", "lincolnshire-cc")
                .add("received", "2024-03-21")
                .add("channel", "email")
                .add("subject", "By a program")
                .add(
                        "requester",
                        jakarta.json.Json.createObjectBuilder()
                                .add("name", Line.REQUESTER_NAME)
                                .add("email", Line.REQUESTER_EMAIL))
                .add("text", TEXT);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
