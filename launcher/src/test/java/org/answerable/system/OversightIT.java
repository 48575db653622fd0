package org.answerable.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands beside the cases: reports, calendars, the public log, earlier answers, retention. */
class OversightIT {

    private static final RunningAnswerable SERVER = RunningAnswerable.shared();
    private static final String PERIOD = "?from=2020-01-01&to=2030-12-31";

    private static Visitor officer;
    private static Visitor admin;

    @BeforeAll
    static void signIn() {
        officer = Visitor.signedIn(SERVER, "officer");
        admin = Visitor.signedIn(SERVER, "admin");
    }

    @Test
    void a_report_has_the_same_numbers_as_page_json_and_csv_and_opens_to_its_cases() {
        JsonObject own = report("&authority=lincolnshire-cc");
        assertThat(own.getBoolean("consistent")).isTrue();
        assertThat(own.getInt("received"))
                .isEqualTo(own.getInt("processed") + own.getInt("notYetProcessed"));
        String received = String.format("%,d", own.getInt("received"));

        Document page = officer.page("/reports" + PERIOD);
        assertThat(page.select("tbody tr").first().text()).contains(received);
        Document cases = officer.page("/reports/cases" + PERIOD);
        assertThat(cases.selectFirst("h1").text()).contains(received + " case");

        HttpResponse<String> csv =
                officer.get(
                        "/api/foi/reports/compliance.csv" + PERIOD + "&authority=lincolnshire-cc");
        assertThat(csv.body()).contains("timeliness,Received," + own.getInt("received") + ",1");
        assertThat(report("").getInt("received")).isGreaterThanOrEqualTo(own.getInt("received"));
    }

    @Test
    void a_report_as_spreadsheet_says_its_kind_first() {
        HttpResponse<String> ods = officer.get("/api/foi/reports/compliance.ods" + PERIOD);
        assertThat(ods.statusCode()).isEqualTo(200);
        assertThat(ods.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/vnd.oasis.opendocument.spreadsheet");
        assertThat(ods.body()).contains("mimetypeapplication/vnd.oasis.opendocument.spreadsheet");
    }

    @Test
    void reports_are_for_officers_of_the_authority_and_bad_periods_are_told() {
        Visitor icb = Visitor.signedIn(SERVER, "icb-officer");
        assertThat(
                        icb.get(
                                        "/api/foi/reports/compliance"
                                                + PERIOD
                                                + "&authority=lincolnshire-cc")
                                .statusCode())
                .isEqualTo(403);
        assertThat(icb.get("/reports/cases" + PERIOD + "&authority=all").statusCode())
                .isEqualTo(403);
        assertThat(Visitor.signedIn(SERVER, "analyst").get("/reports").statusCode()).isEqualTo(403);
        assertThat(new Visitor(SERVER).get("/api/foi/reports/compliance" + PERIOD).statusCode())
                .isEqualTo(401);
        Answered.refusedField(officer.get("/reports?from=soon"), "from", "2026-04-01");
        assertThat(officer.get("/api/foi/reports/compliance?from=2024-02-30").statusCode())
                .isEqualTo(422);
    }

    @Test
    void a_newer_calendar_is_compared_first_and_then_put_in_force() throws IOException {
        byte[] list = govUk("{\"title\":\"A new day\",\"date\":\"2028-11-24\"}");
        HttpResponse<String> proposed =
                FilledForm.on(admin.page("/calendars/new"), "/calendars/new")
                        .sendBy(admin, "bank-holidays.json", list);
        String proposal = Line.next(proposed, "the upload");
        Document diff = admin.page(proposal);
        assertThat(diff.select("tbody tr").eachText())
                .anyMatch(row -> row.contains("24 November 2028") && row.contains("Added"));

        HttpResponse<String> adopted = FilledForm.on(diff, proposal).sendBy(admin);
        Document version = admin.page(Line.next(adopted, "the adoption"));
        assertThat(version.text()).contains("Yes: new cases are counted with it", "A new day");
        assertThat(FilledForm.on(diff, proposal).sendBy(admin).statusCode()).isEqualTo(409);
        assertThat(officer.get("/calendars").statusCode()).isEqualTo(200);
        assertThat(officer.get("/calendars/new").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no json", "{}", "{\"scotland\":{\"events\":[{\"title\":1}]}}"})
    void a_file_that_is_no_list_of_holidays_is_refused(String content) {
        HttpResponse<String> answer =
                FilledForm.on(admin.page("/calendars/new"), "/calendars/new")
                        .sendBy(admin, "x.json", content.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(422);
        Answered.leaksNothing(answer.body());
    }

    @Test
    void an_earlier_log_is_imported_once_found_and_described() {
        String csv =
                "reference,subject,received,answered,outcome,question,answer,exemptions\n"
                        + "SYS-1,Gritting routes,2021-03-01,2021-03-20,REFUSED,Which gritting"
                        + " routes were treated in Skegness?,See the map.,s.21\n";
        Document form = officer.page("/disclosures/import");
        HttpResponse<String> done =
                FilledForm.on(form, "/disclosures/import")
                        .sendBy(officer, "log.csv", csv.getBytes(StandardCharsets.UTF_8));
        assertThat(Line.next(done, "the import")).contains("added=1");
        HttpResponse<String> again =
                FilledForm.on(form, "/disclosures/import")
                        .sendBy(officer, "log.csv", csv.getBytes(StandardCharsets.UTF_8));
        assertThat(Line.next(again, "the import")).contains("added=0", "unchanged=1");

        Visitor reader = new Visitor(SERVER);
        Document found = reader.page("/disclosures?q=gritting&exemption=s.21&year=2021");
        assertThat(found.select("mark").eachText()).contains("gritting");
        assertThat(found.text()).contains("from the authority's earlier log");
        HttpResponse<String> metadata = reader.get("/disclosures/LCC-I-SYS-1.jsonld");
        assertThat(metadata.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/ld+json");
        assertThat(Json.object(metadata).getString("@context")).isEqualTo("https://schema.org");
        assertThat(reader.get("/api/foi/disclosures.jsonld").body()).contains("dcat:Catalog");
        assertThat(reader.get("/api/foi/disclosures.csv?q=gritting").body())
                .contains("LCC-I-SYS-1")
                .contains("earlier log");
    }

    @Test
    void a_faulty_log_is_told_row_by_row_and_kept_out() {
        String csv =
                "reference,subject,received,answered,outcome,question,answer\n"
                        + "SYS-2,Good,2021-03-01,2021-03-20,GRANTED,Q?,A.\n"
                        + "SYS-3,Bad,tomorrow,2021-03-20,GRANTED,Q?,A.\n";
        HttpResponse<String> answer =
                FilledForm.on(officer.page("/disclosures/import"), "/disclosures/import")
                        .sendBy(officer, "log.csv", csv.getBytes(StandardCharsets.UTF_8));
        Document page = Answered.refusedField(answer, "file", "Nothing was imported");
        assertThat(page.select("tbody tr").text()).contains("3 received");
        assertThat(new Visitor(SERVER).get("/disclosures/LCC-I-SYS-2").statusCode()).isEqualTo(404);
        assertThat(Visitor.signedIn(SERVER, "analyst").get("/disclosures/import").statusCode())
                .isEqualTo(403);
    }

    @Test
    void marked_words_are_hidden_before_publishing_and_a_withdrawn_answer_is_gone() {
        String reference = Line.register(officer, "Playgrounds", "Who mends the playgrounds?");
        Line.grant(officer, reference, 1, "Jane Roe of the parks team mends them.");
        Line.submit(officer, reference);
        Line.approve(Visitor.signedIn(SERVER, "approver"), reference);
        Line.dispatch(officer, reference);
        String path = "/cases/" + reference + "/publish";
        String marked = "[[Jane Roe|personal data]] of the parks team mends them.";

        HttpResponse<String> preview =
                FilledForm.on(officer.page(path), path)
                        .with("answer-1", marked)
                        .with("step", "preview")
                        .sendBy(officer);
        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(Jsoup.parse(preview.body()).select(".app-redacted").text())
                .isEqualTo("[redacted: personal data]");
        Answered.refusedField(
                FilledForm.on(officer.page(path), path)
                        .with("answer-1", "[[Jane Roe]] mends them.")
                        .sendBy(officer),
                "answer-1",
                "reason");

        HttpResponse<String> published =
                FilledForm.on(officer.page(path), path).with("answer-1", marked).sendBy(officer);
        Line.next(published, "publishing");
        Visitor reader = new Visitor(SERVER);
        assertThat(reader.get("/disclosures/" + reference).body())
                .contains("[redacted: personal data] of the parks team")
                .doesNotContain("Jane Roe");
        assertThat(reader.get("/api/foi/disclosures/" + reference).body())
                .doesNotContain("Jane Roe");

        String withdraw = "/cases/" + reference + "/withdraw";
        FilledForm.on(officer.page(withdraw), withdraw)
                .with("reason", "It is out of date.")
                .sendBy(officer);
        HttpResponse<String> gone = reader.get("/disclosures/" + reference);
        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(gone.body()).contains("It is out of date.").doesNotContain("parks team");
        assertThat(reader.get("/disclosures/" + reference + ".jsonld").statusCode()).isEqualTo(410);
    }

    @Test
    void the_public_finds_earlier_answers_before_asking_and_sees_no_case() {
        Visitor reader = new Visitor(SERVER);
        Document form = reader.page("/earlier-answers");
        HttpResponse<String> found =
                FilledForm.on(form, "/earlier-answers")
                        .with(
                                "text",
                                "How many children under three live in Lincolnshire by district?")
                        .sendBy(reader);
        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(found.body()).contains("/disclosures/LCC-2024-0001").doesNotContain("/cases/");
        HttpResponse<String> json =
                reader.send(
                        HttpRequest.newBuilder(SERVER.address("/api/foi/earlier-answers"))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{\"text\":7}")));
        assertThat(json.statusCode()).isEqualTo(422);
    }

    @Test
    void an_officer_sees_earlier_answers_beside_the_case() {
        String reference =
                Line.register(
                        officer, "Babies", "How many babies use family hubs in Lincolnshire?");
        Document page = officer.page("/cases/" + reference + "/earlier");
        assertThat(page.select("h2").eachText())
                .contains("Published answers that may help", "Earlier requests of the same person");
        assertThat(
                        Visitor.signedIn(SERVER, "icb-officer")
                                .get("/cases/" + reference + "/earlier")
                                .statusCode())
                .isEqualTo(404);
    }

    @Test
    void retention_shows_what_is_due_and_keeps_periods_and_holds() {
        String reference = Line.register(officer, "To be held", "How many benches are there?");
        HttpResponse<String> held =
                FilledForm.on(officer.page("/retention"), "/retention/holds")
                        .with("reference", reference)
                        .with("reason", "Police inquiry")
                        .sendBy(officer);
        assertThat(officer.page(Line.next(held, "the hold")).text()).contains("Police inquiry");
        HttpResponse<String> unknown =
                FilledForm.on(officer.page("/retention"), "/retention/holds")
                        .with("reference", "LCC-1999-9999")
                        .with("reason", "x")
                        .sendBy(officer);
        Answered.refusedField(unknown, "reference", "no case");

        HttpResponse<String> set =
                FilledForm.on(admin.page("/retention"), "/retention/rules")
                        .with("outcome", "REFUSED")
                        .with("requesterMonths", "24")
                        .with("recordMonths", "48")
                        .sendBy(admin);
        assertThat(admin.page(Line.next(set, "the period")).select("tbody tr").eachText())
                .anyMatch(row -> row.startsWith("Refused 24 48"));
        Answered.refusedField(
                FilledForm.on(admin.page("/retention"), "/retention/rules")
                        .with("outcome", "REFUSED")
                        .with("requesterMonths", "many")
                        .with("recordMonths", "48")
                        .sendBy(admin),
                "requesterMonths",
                "whole number");
        String token = officer.tokenOf("/retention");
        assertThat(officer.post("/retention/run", token).statusCode()).isEqualTo(403);
        assertThat(Visitor.signedIn(SERVER, "analyst").get("/retention").statusCode())
                .isEqualTo(403);
    }

    private static JsonObject report(String more) {
        return Json.object(officer.get("/api/foi/reports/compliance" + PERIOD + more));
    }

    /** The shared list of bank holidays as GOV.UK publishes it, with one entry more everywhere. */
    static byte[] govUk(String more) throws IOException {
        List<String> rows =
                Files.readAllLines(SharedCases.find("foi/bank-holidays-uk.csv")).stream()
                        .skip(1)
                        .toList();
        String json =
                "{\"england-and-wales\":%s,\"scotland\":%s,\"northern-ireland\":%s}"
                        .formatted(
                                division(rows, 2, more),
                                division(rows, 3, more),
                                division(rows, 4, more));
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private static String division(List<String> rows, int column, String more) {
        return rows.stream()
                .map(row -> row.split(","))
                .filter(cells -> cells[column].equals("true"))
                .map(cells -> "{\"title\":\"" + cells[1] + "\",\"date\":\"" + cells[0] + "\"}")
                .collect(Collectors.joining(",", "{\"events\":[", "," + more + "]}"));
    }
}
