package org.answerable.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Contracts, positions, coverage, pathways, the training register and postcodes in the running system,
 * over its demonstration data.
 */
class CommissioningIT {

    private static final RunningAnswerable SERVER = RunningAnswerable.shared();
    private static final String COVERAGE = "/api/directory/coverage?area=E10000019&tier=";
    private static final String RELATIONSHIP = "&need=parent-infant-relationship";

    private static Visitor editor;
    private static Visitor everybody;

    @BeforeAll
    static void signIn() {
        editor = Visitor.signedIn(SERVER, "editor");
        everybody = new Visitor(SERVER);
    }

    @Test
    void the_third_question_of_the_published_case_is_answered_with_its_evidence() {
        JsonObject need = need("specialist" + RELATIONSHIP + "&at=2024-04-09");

        assertThat(need.getJsonObject("counts").getInt("not_commissioned")).isPositive();
        assertThat(need.getJsonObject("counts").getInt("commissioned")).isZero();
        assertThat(need.getString("sentence"))
                .contains("declared as not commissioned", "P-", "Lincolnshire County Council")
                .contains("Nothing is recorded of NHS Lincolnshire Integrated Care Board");
        JsonObject position = need.getJsonArray("positions").getJsonObject(0);
        assertThat(position.getString("approach")).isEqualTo("workforce");
        assertThat(position.getJsonArray("programmes")).hasSize(4);
        assertThat(position.getBoolean("demonstration")).isTrue();
    }

    @Test
    void what_was_known_before_anything_was_recorded_is_unknown() {
        JsonObject need = need("specialist" + RELATIONSHIP + "&at=2024-04-09&known=2024-04-09");

        assertThat(need.getJsonObject("counts").getInt("not_commissioned")).isZero();
        assertThat(need.getJsonObject("counts").getInt("unknown")).isPositive();
    }

    @Test
    void the_value_of_a_contract_is_in_nothing_that_is_public() {
        String contracts = editor.page("/contracts").select("tbody a").first().attr("href");
        assertThat(editor.page(contracts).text()).contains("£");

        for (String path :
                List.of(
                        COVERAGE + "targeted",
                        "/coverage?area=E10000019",
                        "/coverage/lsoas.csv?area=E10000019",
                        "/coverage/teams")) {
            assertThat(everybody.get(path).body()).doesNotContain("£", "value_a_year", "90000");
        }
        assertThat(everybody.get(contracts).statusCode()).isEqualTo(303);
        assertThat(Visitor.signedIn(SERVER, "officer").get(contracts).statusCode()).isEqualTo(403);
    }

    @Test
    void faults_of_a_question_are_named_by_their_parameter() {
        HttpResponse<String> answer =
                everybody.get("/api/directory/coverage?area=&tier=best&at=x&known=y");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Json.object(answer).getJsonArray("errors").toString())
                .contains("\"tier\"", "\"area\"", "\"at\"", "\"known\"");
    }

    @Test
    void a_contract_is_added_gets_a_line_and_counts_as_coverage_from_then_on() {
        Document form = editor.page("/contracts/new");
        HttpResponse<String> refused = FilledForm.on(form, "/contracts/new").sendBy(editor);
        assertThat(refused.statusCode()).isEqualTo(422);
        HttpResponse<String> added =
                FilledForm.on(form, "/contracts/new")
                        .with("title", "Feeding support")
                        .with("commissioners", "Example Council; 60\nExample Board; 40")
                        .with("provider", "Example Trust")
                        .with("valueAYear", "54321")
                        .withDate("starts", 1, 4, 2024)
                        .sendBy(editor);
        String contract = place(added);
        String action = contract + "/lines/new";
        HttpResponse<String> line =
                FilledForm.on(editor.page(action), action)
                        .with("areas", "E07000138")
                        .with("need", "infant-feeding")
                        .with("monthsFrom", "0")
                        .with("monthsTo", "11")
                        .with("tier", "TARGETED")
                        .with("tierReason", "For mothers who ask for it")
                        .with("team", "Peer supporter; 2.5")
                        .with("capacityUnit", "FAMILY_PLACE")
                        .with("funded", "300")
                        .with("reason", "First recorded")
                        .with("action", "keep")
                        .sendBy(editor);

        assertThat(place(line)).isEqualTo(contract);
        assertThat(editor.page(contract).text())
                .contains("300 family places a year funded", "Peer supporter, 2.5 WTE")
                .contains("Line 1 was added");
        JsonObject need = need("targeted&need=infant-feeding&at=2024-05-01");
        assertThat(need.getJsonObject("counts").getInt("commissioned")).isPositive();
        assertThat(need.getJsonObject("counts").getInt("unknown")).isPositive();
        assertThat(need.getJsonArray("lines").toString())
                .contains("\"funded\":300", "\"wte\":2.5")
                .doesNotContain("54321");
    }

    @Test
    void a_pathway_says_at_a_postcode_what_is_met_and_what_is_a_gap() {
        String pathway = everybody.page("/pathways").select("main li a").first().attr("href");

        Document gaps = everybody.page(pathway + "?place=ln1+1aa");

        assertThat(gaps.select("main h3").eachText())
                .anyMatch(step -> step.contains("Met"))
                .anyMatch(step -> step.contains("Gap: not commissioned"));
        assertThat(everybody.get(pathway + "?place=ZZ9+9ZZ").statusCode()).isEqualTo(422);
    }

    @Test
    void near_misses_of_a_relationship_team_show_the_test_they_fail() {
        assertThat(everybody.page("/coverage/teams?area=E10000019").text())
                .contains("Therapeutic worker within health visiting")
                .contains("Lead profession: Therapeutic worker");
    }

    @Test
    void names_are_for_registrars_and_small_counts_for_nobody_outside() {
        String person = "/training/people/T-" + year() + "-0001";
        assertThat(editor.page(person).text()).doesNotContain("Invented Person");
        assertThat(editor.get(person + "/name").statusCode()).isEqualTo(403);
        assertThat(Visitor.signedIn(SERVER, "registrar").page(person + "/name").text())
                .contains("Invented Person 1");
        assertThat(everybody.get("/training").statusCode()).isEqualTo(303);

        for (HttpResponse<String> file :
                List.of(
                        everybody.get("/training/summary.csv"),
                        editor.get("/training/report.csv"))) {
            assertThat(file.statusCode()).isEqualTo(200);
            assertThat(file.body().lines().skip(1).filter(row -> row.matches(".*,[1-7],.*")))
                    .isEmpty();
        }
        assertThat(everybody.page("/training/summary").text())
                .contains("[c] stands for a count that was taken out");
    }

    @Test
    void somebody_is_registered_trained_and_a_wrong_record_withdrawn() {
        String form = "/training/people/new";
        String person =
                place(
                        FilledForm.on(editor.page(form), form)
                                .withDate("starts", 1, 1, 2024)
                                .with("employer", "Example Trust")
                                .with("profession", "health-visitor")
                                .with("district", "E07000138")
                                .with("wte", "0.8")
                                .sendBy(editor));
        FilledForm training =
                FilledForm.on(editor.page(person), person + "/train")
                        .with("programme", "vig")
                        .with("level", "ACCREDITED")
                        .withDate("on", 1, 2, 2024)
                        .with("evidence", "Certificate");
        assertThat(training.sendBy(editor).statusCode()).isEqualTo(303);
        assertThat(editor.page(person).select("tbody").text())
                .contains("Accredited", "1 February 2026");

        Document page = editor.page(person);
        FilledForm withdrawal = FilledForm.on(page, person + "/withdraw");
        assertThat(withdrawal.sendBy(editor).statusCode()).isEqualTo(422);
        assertThat(withdrawal.with("reason", "Another person").sendBy(editor).statusCode())
                .isEqualTo(303);
        assertThat(editor.page(person).text()).contains("None is recorded.");
    }

    @Test
    void a_refused_postcode_file_leaves_the_edition_in_use_and_says_what_is_missing() {
        Document before = editor.page("/services/postcodes");
        HttpResponse<String> sent = upload("edition", "2025-11", "pcds,lat,long\nLN1 1AA,53,0\n");

        Document refused = editor.page(place(sent));
        assertThat(refused.selectFirst(".govuk-tag--red").text()).isEqualTo("Refused");
        assertThat(refused.text()).contains("Missing: dointr; doterm");
        assertThat(editor.page("/services/postcodes").selectFirst("main p").text())
                .isEqualTo(before.selectFirst("main p").text());
        assertThat(upload("edition", "soon", "pcds\n").statusCode()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/services/postcodes",
                "/services/areas",
                "/contracts",
                "/positions/new",
                "/pathways/new",
                "/training",
                "/training/people"
            })
    void what_is_for_editors_asks_others_to_sign_in_or_refuses_them(String path) {
        assertThat(everybody.get(path).statusCode()).isEqualTo(303);
        assertThat(Visitor.signedIn(SERVER, "analyst").get(path).statusCode()).isEqualTo(403);
        assertThat(editor.get(path).statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> upload(String field, String value, String csv) {
        Multipart body =
                new Multipart()
                        .field("_csrf", editor.tokenOf("/services/postcodes"))
                        .field(field, value)
                        .file("file", "postcodes.csv", csv.getBytes(StandardCharsets.UTF_8));
        return editor.post("/services/postcodes", body.contentType(), body.publisher());
    }

    private static JsonObject need(String tierAndMore) {
        HttpResponse<String> answer = everybody.get(COVERAGE + tierAndMore);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.object(answer).getJsonArray("needs").getJsonObject(0);
    }

    private static String year() {
        return editor.page("/contracts").select("tbody a").first().text().substring(2, 6);
    }

    private static String place(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst("^https?://[^/]+", "")
                .replaceFirst("\\?.*$", "");
    }
}
