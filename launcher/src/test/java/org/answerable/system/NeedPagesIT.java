package org.answerable.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Estimates of need in the running system: asked on a form, kept, taken away, cited in an answer, and seen by
 * the public only then.
 */
class NeedPagesIT {

    private static final RunningAnswerable SERVER = RunningAnswerable.shared();
    private static final String NEW = "/need/new";
    private static final String API = "/api/cohort/need/";
    private static final String PUBLISHED = "/need/N-2026-0001";
    private static final List<String> FILES = List.of("", ".csv", ".ods", ".pdf");

    private static Visitor analyst;
    private static String figure;

    @BeforeAll
    static void find_the_registered_children() {
        analyst = Visitor.signedIn(SERVER, "analyst");
        figure =
                new Visitor(SERVER)
                        .page(PUBLISHED)
                        .select("main a[href^=/figures/]")
                        .attr("href")
                        .substring("/figures/".length());
    }

    @Test
    void the_third_question_of_the_published_case_rests_on_an_estimate() {
        JsonObject third =
                Json.object(new Visitor(SERVER).get("/api/foi/disclosures/LCC-2024-0001"))
                        .getJsonArray("questions")
                        .getJsonObject(2);
        JsonObject evidence = third.getJsonArray("figures").getJsonObject(0);
        assertThat(evidence.getString("figureId")).isEqualTo("N-2026-0001");
        assertThat(evidence.getString("unit")).isEqualTo("children");
        String rows =
                evidence.getJsonArray("rows").getValuesAs(JsonObject.class).stream()
                        .map(row -> row.getString("label") + row.getJsonArray("cells"))
                        .collect(Collectors.joining("\n"));
        assertThat(rows)
                .contains("1,261", "1,891", "2,962")
                .contains(
                        "specialist tier is commissioned[\"0%: declared that none is commissioned\","
                                + "\"no sampling error\"]");
        assertThat(evidence.getString("sentence"))
                .contains("was commissioned for none of these children", "no margin of error")
                .contains("Training is not counted as a special");
        assertThat(third.toString())
                .doesNotContainPattern("12,606 (famil|mothers|parents)")
                .doesNotContain("0% (0");

        String page = new Visitor(SERVER).page("/disclosures/LCC-2024-0001").text();
        assertThat(page)
                .contains("If 10.0% are affected", "12,606 children aged 0 and 1 (under 2)")
                .contains("0%: declared that none is commissioned")
                .doesNotContain("12,606 families");
    }

    @Test
    void the_released_estimate_is_everybodys_in_every_form() {
        Visitor public_ = new Visitor(SERVER);
        Document page = public_.page(PUBLISHED);
        assertThat(page.select("main").text())
                .contains("1,261", "2,962", "What would change the answer", "None commissioned")
                .contains("It is never counted as a specialist service")
                .doesNotContain("Anil Analyst", "Work it out again", "Not released");
        assertThat(page.select("figure svg")).hasSize(1);
        String report = public_.page(PUBLISHED + "/report").select("main").text();
        assertThat(report)
                .contains("Parent-infant relationship need and provision", "Sources of the share")
                .contains("Psychological Bulletin 2023", "no diagnosis and no threshold")
                .doesNotContain("Anil Analyst");

        String csv = public_.get(API + "N-2026-0001.csv").body();
        assertThat(csv.lines().findFirst().orElseThrow())
                .contains("Children", "Expected need", "Lower 95% limit");
        assertThat(csv.lines().toList().get(1)).contains("Lincolnshire", "12606", "2037.97");
        assertThat(public_.get(API + "N-2026-0001.pdf").body()).startsWith("%PDF-");
        assertThat(public_.get(API + "N-2026-0001.ods").body()).startsWith("PK");
        JsonObject json = Json.object(public_.get(API + "N-2026-0001"));
        assertThat(json.getJsonObject("release").getString("policy")).contains("small-counts");
        assertThat(json.toString()).contains("STRUCTURAL_ZERO").doesNotContain("Anil Analyst");
        Answered.well(public_.get(API + "N-2026-0001.map.svg"), 404);
        Answered.well(public_.get(API + "N-1999-0001"), 404);
        assertThat(public_.get("/need/N-1999-0001").statusCode()).isEqualTo(404);
    }

    @Test
    void an_estimate_is_hidden_until_an_officer_cites_it_in_an_answer() {
        String place =
                Line.next(filled("Cited later").with("action", "keep").sendBy(analyst), "keep");
        String id = place.substring("/need/".length());
        Visitor public_ = new Visitor(SERVER);
        for (String file : FILES) {
            assertThat(public_.get(API + id + file).statusCode()).as(file).isEqualTo(404);
            assertThat(analyst.get(API + id + file).statusCode()).as(file).isEqualTo(200);
        }
        for (String page : List.of(place, place + "/report")) {
            assertThat(public_.get(page).statusCode()).as(page).isEqualTo(404);
            assertThat(analyst.get(page).statusCode()).as(page).isEqualTo(200);
        }
        assertThat(analyst.page(place).text()).contains("Not released", "Worked out");
        assertThat(analyst.page("/need").text()).contains(id, "Cited later");

        Visitor officer = Visitor.signedIn(SERVER, "officer");
        assertThat(officer.get(place).statusCode()).isEqualTo(404);
        String reference = Line.register(officer, "Bonds", "1. How many babies need help?");
        Line.cite(officer, reference, 1, id);
        assertThat(officer.page(Line.questionPath(reference, 1)).text())
                .contains(id, "1,891", "declared that none is commissioned");
        Line.grant(officer, reference, 1, "It is modelled; see the table.");
        Line.submit(officer, reference);
        Line.approve(Visitor.signedIn(SERVER, "approver"), reference);
        Line.dispatch(officer, reference);
        Line.publish(officer, reference);

        assertThat(public_.page(place).text()).contains("Cited later", "Released");
        assertThat(public_.page("/disclosures/" + reference).text())
                .contains(id, "1,891", "0%: declared that none is commissioned");
        for (String file : FILES) {
            assertThat(public_.get(API + id + file).statusCode()).as(file).isEqualTo(200);
        }
    }

    @Test
    void an_estimate_is_worked_out_again_and_compared_by_analysts() {
        assertThat(analyst.page(PUBLISHED + "?compare=yes").text())
                .contains("every number is the same");
        Program program = Program.of(SERVER, "analyst");
        JsonObject compared = Json.object(program.post(API + "N-2026-0001/recompute", ""));
        assertThat(compared.getBoolean("unchanged")).isTrue();
        assertThat(compared.getJsonArray("differences")).isEmpty();
        Answered.well(
                new Visitor(SERVER)
                        .post(
                                API + "N-2026-0001/recompute",
                                "application/json",
                                BodyPublishers.ofString("")),
                401);
        Answered.well(program.post(API + "N-1999-0001/recompute", ""), 404);
        assertThat(new Visitor(SERVER).get(PUBLISHED + "?compare=yes").statusCode()).isEqualTo(303);
    }

    @Test
    void only_analysts_ask() {
        Visitor officer = Visitor.signedIn(SERVER, "officer");
        for (String path : List.of("/need", NEW, NEW + "?from=N-2026-0001")) {
            assertThat(new Visitor(SERVER).get(path).statusCode()).as(path).isEqualTo(303);
            assertThat(officer.get(path).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(analyst.get(NEW + "?from=N-1999-0001").statusCode()).isEqualTo(404);
        assertThat(analyst.get("/need?page=0").statusCode()).isLessThan(500);
        assertThat(filled("Refused").with("_csrf", "made up").sendBy(analyst).statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_plan_and_areas_are_tried_and_the_question_comes_back_to_be_changed() {
        FilledForm form =
                filled("With a plan")
                        .with("pattern", "STRATA")
                        .with("strata", "ages 0 | 0.2 | 30\nall others | 0.1 | 30")
                        .with("births", "2021 7000\n2022 6600\n2023 6300")
                        .with("uptake", "0.6")
                        .with("caseload", "8")
                        .with("weeksPerEpisode", "20")
                        .with("productiveWeeks", "40");
        HttpResponse<String> tried = form.with("action", "try").sendBy(analyst);
        assertThat(tried.statusCode()).isEqualTo(200);
        Document page = Jsoup.parse(tried.body());
        assertThat(page.getElementById("tried").text())
                .contains("Nothing is kept yet", "What it would take", "Whole-time equivalents")
                .contains("20 caseload places at one time", "40 families a year")
                .contains("A share stated for each group");
        assertThat(page.getElementById("strata").val()).contains("ages 0 | 0.2 | 30");

        String place = Line.next(form.with("action", "keep").sendBy(analyst), "keep");
        Document again = analyst.page(NEW + "?from=" + place.substring("/need/".length()));
        assertThat(again.getElementById("strata").val())
                .isEqualTo("ages 0-0 | 0.2 | 30\nall others | 0.1 | 30");
        assertThat(again.getElementById("births").val()).contains("2023 6300");
        assertThat(again.getElementById("caseload").val()).isEqualTo("8");
        assertThat(again.getElementById("weight-P2").val()).isEqualTo("1");
        Document repeated =
                Jsoup.parse(FilledForm.on(again, NEW).with("action", "try").sendBy(analyst).body());
        assertThat(repeated.select("#tried .govuk-body-l").text())
                .isEqualTo(page.select("#tried .govuk-body-l").text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "figureId | '' | figureId | Choose the figure",
                "figureId | F-1999-0001 | figureId | Choose the figure",
                "figureId | F-2026-00\u000001 | figureId | on one line of text",
                "whole | a\u0000b | whole | on one line of text",
                "title | a\u0000b | title | on one line of text",
                "weight-P2 | 0.8 | source | Their sum is 0.8.",
                "weight-P2 | half | weight-P2 | a number in digits",
                "weight-P2 | 2 | weight-P2 | from 0 to 1",
                "own-mean | 10% | own-mean | without %",
                "strata | tenths 1-3 | strata | with bars between",
                "draws | 1000000 | draws | 1,000 to 200,000",
                "draws | 99999999999999999 | draws | 1,000 to 200,000",
                "seed | x | seed | a whole number",
                "listError | 2 | listError | from 0 to 1",
                "at-day | 32 | at | Give the day",
                "need | nothing-known | need | Choose a need",
                "need | a\u0000b | need | on one line of text",
                "areas | E99999999 | areas | E99999999",
                "areas | E0103\u00003333 | areas | on one line of text",
                "served | -3 | served | 0 or more",
                "births | 2023 6300 | births | at least two years",
                "births | '2020 1;' | births | a year and its births",
                "odds | twice | odds | a number in digits"
            })
    void a_fault_stands_beside_its_field_and_what_was_typed_stays(
            String field, String value, String shown, String words) {
        HttpResponse<String> answer =
                filled("Faulty")
                        .with("uptake", "1")
                        .with(field, value)
                        .with("action", "keep")
                        .sendBy(analyst);
        Document page = Answered.refusedField(answer, shown, words);
        assertThat(page.getElementById("served")).isNotNull();
        if (!field.equals("title")) {
            assertThat(page.getElementById("title").val()).isEqualTo("Faulty");
        }
        assertThat(page.select("input[name=source][checked]").eachAttr("value"))
                .containsExactly("P2");
        assertThat(analyst.page("/need").text()).doesNotContain("Faulty");
    }

    @Test
    void births_without_measure_and_strata_without_children_are_refused() {
        Answered.refusedField(
                filled("Wild")
                        .with("births", "2020 1\n2021 999999999\n2022 1")
                        .with("years", "10")
                        .with("uptake", "1")
                        .sendBy(analyst),
                "births",
                "nothing can be said of");
        Answered.refusedField(
                filled("Nobody")
                        .with("pattern", "STRATA")
                        .with("strata", "tenths 1 - 3 | 0.2 | 30\nall others | 0.1 | 30")
                        .sendBy(analyst),
                "strata",
                "Line 1: There is no group of this name");
        Answered.refusedField(
                filled("No tenths").with("pattern", "GRADIENT").with("odds", "2").sendBy(analyst),
                "pattern",
                "No tenth of deprivation is known");
        Answered.refusedField(
                filled("Own")
                        .with("own-label", "a\u0000b")
                        .with("own-mean", "0.1")
                        .with("own-size", "40")
                        .sendBy(analyst),
                "own-label",
                "on one line of text");
        Answered.refusedField(
                filled("Families").with("figureId", families()).sendBy(analyst),
                "figureId",
                "This figure counts families");
    }

    private static String families() {
        return analyst.page(NEW).select("select[name=figureId] option").stream()
                .filter(option -> option.text().contains("Families"))
                .findFirst()
                .orElseThrow()
                .val();
    }

    @ParameterizedTest(name = "JavaScript: {0}")
    @ValueSource(booleans = {true, false})
    void the_pages_are_well_made_from_the_question_to_the_report(boolean javaScript) {
        String title = "Asked on a screen, script " + javaScript;
        try (Browsers browsers = Browsers.open();
                Screen screen = browsers.window(SERVER, javaScript)) {
            screen.open(PUBLISHED).open(PUBLISHED + "/report");
            screen.signIn("analyst").open("/need").press("Estimate need");
            screen.press("Work it out").refuses("figureId", "source");
            screen.select("Figure that counts the children", figure)
                    .fill("Title (optional)", title)
                    .choose(
                            "15%: Ordinary families: middle-class samples without known adversity (P2)")
                    .fill("Weight of P2", "0.8")
                    .press("Work it out")
                    .refuses("source")
                    .says("Their sum is 0.8.");
            screen.fill("Weight of P2", "")
                    .fill("Share of each group", "everybody")
                    .press("Work it out")
                    .refuses("strata");
            screen.fill("Share of each group", "")
                    .select("What families need help with", "parent-infant-relationship")
                    .fillDate("On which day", 21, 3, 2024)
                    .fill("Areas (optional)", "E10000019")
                    .fill("Births of the last years", "2022 6600\n2023 6300")
                    .fill("Share of families that take up the offer", "0.6")
                    .press("Work it out")
                    .says("Nothing is kept yet", "1,891", "What it would take");
            screen.press("Keep the estimate").shows(title);
            screen.says("Not released", "None commissioned");
            screen.press("Work it out again and compare").says("every number is the same");
            screen.press("report").says("Parent-infant relationship need and provision", title);
            screen.open(PUBLISHED).press("Ask again with changes").press("Work it out");
            screen.says("1,261", "2,962");
            screen.open("/need").says(title);
            screen.open("/statistics/small-area?example=yes").press("Compute").says("Result");
        }
    }

    /** A form that would be taken: the registered children, ordinary families, and what is there. */
    private static FilledForm filled(String title) {
        return FilledForm.on(analyst.page(NEW), NEW)
                .with("figureId", figure)
                .with("title", title)
                .withAll("source", "P2")
                .with("need", "parent-infant-relationship")
                .withDate("at", 21, 3, 2024)
                .with("areas", "E10000019");
    }
}
