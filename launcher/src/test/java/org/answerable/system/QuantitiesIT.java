package org.answerable.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two numbers compared, over HTTP and on the page: the published answer that must not be a coverage
 * of 110% or of 70.6%, and leads to a modelled reach of about 59%.
 */
class QuantitiesIT {

    private static final RunningAnswerable SERVER = RunningAnswerable.shared();
    private static final String EXAMPLE = "/quantities?example=9260205";
    private static final String QUESTION =
            """
            {"operation": "coverage",
             "numerator": {"label": "Families engaged", "value": 13870, "unit": "family",
              "time": {"from": "2022-04-01", "to": "2023-04-01"},
              "age": {"from": 0, "to": 36, "unit": "months", "rule": "at-event"},
              "source": "service-record", "geography": {"basis": "resident", "area": "E10000019"}},
             "denominator": {"label": "Children", "value": %s, "unit": "child",
              "time": {"snapshot": "2024-04-02"},
              "age": {"from": 0, "to": %s, "unit": "months", "rule": "at-snapshot"},
              "source": "gp-registration",
              "geography": {"basis": "registered", "area": "E10000019"}}}""";

    @ParameterizedTest
    @CsvSource({"12606, 24", "19636, 36"})
    void the_published_division_is_refused_to_everyone(String children, String months) {
        HttpResponse<String> answer = ask(QUESTION.formatted(children, months));
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonObject found = Json.object(answer);
        assertThat(found.getBoolean("comparable")).isFalse();
        assertThat(found).doesNotContainKey("value");
        assertThat(found.getJsonArray("reasons").getValuesAs(JsonObject.class))
                .extracting(reason -> reason.getString("code"))
                .contains("U1", "T1", "T4", "A2", "A3");
        assertThat(found.getJsonArray("conversions").getValuesAs(JsonObject.class))
                .anySatisfy(
                        offer ->
                                assertThat(offer.getJsonObject("outcome").getString("words"))
                                        .startsWith("about 59.1%"));
        assertThat(answer.body()).doesNotContain("110.0", "70.6", children + " families");
    }

    @Test
    void bad_input_over_http_names_its_field() {
        Answered.namesField(ask(QUESTION.formatted("0", "24")), "denominator.value");
        Answered.namesField(ask(QUESTION.formatted("-1", "24")), "denominator.value");
        Answered.namesField(ask(QUESTION.formatted("1e308", "24")), "denominator.value");
        Answered.namesField(ask(QUESTION.formatted("1", "0")), "denominator.age.to");
        Answered.namesField(ask("{"), "body");
        Answered.namesField(ask("{}"), "numerator");
    }

    @Test
    void a_form_with_faults_comes_back_with_what_was_typed() {
        HttpResponse<String> answer =
                new Visitor(SERVER).get("/quantities?operation=coverage&numerator-value=-4");
        Document page =
                Answered.refusedField(answer, "numerator-value", "First number: Give a number");
        assertThat(page.getElementById("numerator-value").val()).isEqualTo("-4");
    }

    @Test
    void the_total_of_a_released_figure_is_taken_over_with_all_that_it_counts() {
        Document page =
                Jsoup.parse(new Visitor(SERVER).get("/quantities?second=F-2026-0001").body());

        assertThat(page.getElementById("denominator-value").val()).isEqualTo("21454");
        assertThat(page.getElementById("denominator-age-to").val()).isEqualTo("2");
        assertThat(page.getElementById("denominator-time-from-year").val()).isEqualTo("2020");
        assertThat(page.getElementById("denominator-single-years").val())
                .isEqualTo("0: 6719, 1: 7098, 2: 7637");
        assertThat(page.getElementById("numerator-value").val()).isEmpty();
        Document nothing =
                Jsoup.parse(new Visitor(SERVER).get("/quantities?second=F-1999-9999").body());
        assertThat(nothing.getElementById("denominator-value").val()).isEmpty();
    }

    @Test
    void two_figures_are_compared_at_once() {
        Document page =
                Jsoup.parse(
                        new Visitor(SERVER)
                                .get("/quantities?first=F-2026-0001&second=F-2026-0001")
                                .body());

        assertThat(page.title()).startsWith("Two numbers compared");
        assertThat(page.text()).contains("21,454");
    }

    @Test
    void an_assumption_is_read_by_everyone_and_changed_by_analysts() {
        Visitor public_ = new Visitor(SERVER);
        assertThat(public_.page("/assumptions").select("main").text()).contains("Needs a source");
        assertThat(public_.get("/assumptions/A5/edit").statusCode()).isEqualTo(303);
        assertThat(public_.get("/assumptions/A999").statusCode()).isEqualTo(404);
        Visitor officer = Visitor.signedIn(SERVER, "officer");
        assertThat(officer.get("/assumptions/A5/edit").statusCode()).isEqualTo(403);

        Visitor analyst = Visitor.signedIn(SERVER, "analyst");
        FilledForm form =
                FilledForm.on(analyst.page("/assumptions/A10/edit"), "/assumptions/A10/edit")
                        .with("citation", "Local service, return of 2026")
                        .with("reason", "The service told us");
        HttpResponse<String> recorded = form.sendBy(analyst);
        assertThat(recorded.statusCode()).isEqualTo(303);
        assertThat(public_.page("/assumptions/A10").select("main").text())
                .contains("Version 2", "Version 1", "Local service, return of 2026")
                .doesNotContain("Recorded by");
        assertThat(analyst.page("/assumptions/A10").select("main").text())
                .contains("Recorded by analyst");
        assertThat(form.sendBy(analyst).statusCode()).as("read before").isEqualTo(409);
    }

    @ParameterizedTest(name = "JavaScript: {0}")
    @ValueSource(booleans = {true, false})
    void the_pages_are_well_made_and_lead_from_the_example_to_the_reach(boolean javaScript) {
        try (Browsers browsers = Browsers.open();
                Screen screen = browsers.window(SERVER, javaScript)) {
            screen.open("/quantities").press("Check").refuses("numerator-value");
            screen.open("/quantities").press("Fill in the published example");
            screen.shows("These numbers do not go together")
                    .says(
                            "13,870 counts families, 12,606 counts children.",
                            "about 59.1% (51.2% to 66.7%)",
                            "Needs a source",
                            "≠ differs");
            screen.fill("Share within 24 months", "0.2")
                    .press("Check")
                    .says("Changed here", "Share within 24 months: 0.2");
            screen.fill("Share within 24 months", "2").press("Check").refuses("A4-within24");
            screen.open("/assumptions");
            screen.open("/assumptions/A4");
        }
    }

    @Test
    void the_form_of_an_assumption_is_well_made() {
        try (Browsers browsers = Browsers.open();
                Screen screen = browsers.window(SERVER, true)) {
            screen.signIn("analyst").open("/assumptions/A4").press("Record a new version");
            screen.fill("Share within 24 months", "7")
                    .press("Record this version")
                    .refuses("within24", "reason");
        }
    }

    @Test
    void the_answer_on_the_page_has_its_number_nowhere_as_coverage() {
        String page = Jsoup.parse(new Visitor(SERVER).get(EXAMPLE).body()).select("main").text();
        assertThat(page).doesNotContain("110.0%", "110%", "70.6%", "12,606 families");
        assertThat(page).contains("364 days of births", "24.9%");
    }

    private static HttpResponse<String> ask(String body) {
        return new Visitor(SERVER)
                .post(
                        "/api/cohort/compatibility",
                        "application/json",
                        BodyPublishers.ofString(body));
    }
}
