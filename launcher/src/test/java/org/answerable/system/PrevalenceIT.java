package org.answerable.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The prevalence library: read by everyone, added to and revised by analysts. */
class PrevalenceIT {

    private static final RunningAnswerable SERVER = RunningAnswerable.shared();
    private static final String NEW = "/prevalence/new";

    @Test
    void everyone_reads_the_library_and_its_sources() {
        Visitor public_ = new Visitor(SERVER);
        assertThat(public_.page("/prevalence").select("main").text())
                .contains("Needs a source", "23.5%", "Psychological Bulletin 2023")
                .doesNotContain("Add an entry");
        assertThat(public_.page("/assumptions").select("a[href=/prevalence]")).isNotEmpty();
        Document entry = public_.page("/prevalence/P5");
        assertThat(entry.select("main").text())
                .contains(
                        "Of 100 populations of this kind, 95 are expected to have a share from",
                        "effective size 33.8",
                        "20,720")
                .doesNotContain("Recorded by", "Record a new version");
        assertThat(public_.get("/prevalence/P99999").statusCode()).isEqualTo(404);
        assertThat(public_.get(NEW).statusCode()).isEqualTo(303);
        assertThat(public_.get("/prevalence/P1/edit").statusCode()).isEqualTo(303);
        Visitor officer = Visitor.signedIn(SERVER, "officer");
        assertThat(officer.get(NEW).statusCode()).isEqualTo(403);
        assertThat(officer.get("/prevalence/P1/edit").statusCode()).isEqualTo(403);
    }

    @Test
    void programs_read_it_without_an_account() {
        HttpResponse<String> answer = new Visitor(SERVER).get("/api/cohort/prevalences");
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonObject ordinary =
                Json.object(answer).getJsonArray("items").getValuesAs(JsonObject.class).stream()
                        .filter(entry -> entry.getString("id").equals("P2"))
                        .findFirst()
                        .orElseThrow();
        assertThat(ordinary.getJsonNumber("share").doubleValue()).isEqualTo(0.15);
        assertThat(ordinary.getBoolean("usable")).isTrue();
        assertThat(ordinary.getJsonObject("spread").getString("kind")).isEqualTo("LOGIT_DEVIATION");
        assertThat(ordinary.getJsonObject("range95").getJsonNumber("low").doubleValue())
                .isBetween(0.04, 0.06);
        assertThat(answer.body()).doesNotContain("recordedBy");
    }

    @Test
    void an_entry_is_added_revised_and_never_lost_to_a_colleague() {
        Visitor analyst = Visitor.signedIn(SERVER, "analyst");
        HttpResponse<String> added = filled(analyst, "Two districts").sendBy(analyst);
        assertThat(added.statusCode()).isEqualTo(303);
        String place = added.headers().firstValue("Location").orElseThrow();
        String path = place.substring(place.indexOf("/prevalence"), place.indexOf('?'));

        FilledForm form =
                FilledForm.on(analyst.page(path + "/edit"), path + "/edit")
                        .with("share", "0.14")
                        .with("reason", "Counted again");
        assertThat(form.sendBy(analyst).statusCode()).isEqualTo(303);
        Visitor public_ = new Visitor(SERVER);
        assertThat(public_.page(path).select("main").text())
                .contains("Version 2", "Version 1", "14%", "Counted again")
                .doesNotContain("Recorded by");
        assertThat(analyst.page(path).select("main").text()).contains("Recorded by analyst");

        HttpResponse<String> stale = form.with("share", "0.16").sendBy(analyst);
        assertThat(stale.statusCode()).isEqualTo(422);
        Document page = org.jsoup.Jsoup.parse(stale.body());
        assertThat(page.select(".govuk-error-summary").text()).contains("Version 2");
        assertThat(page.getElementById("share").val()).isEqualTo("0.16");
        HttpResponse<String> again = FilledForm.on(page, path + "/edit").sendBy(analyst);
        assertThat(again.statusCode()).as("sent again, knowing the other").isEqualTo(303);
        assertThat(public_.page(path).select("main").text()).contains("Version 3");
    }

    @ParameterizedTest
    @CsvSource({
        "share, 10, give 0.10 for 10%",
        "share, 10%, give 0.10 for 10%",
        "share, -0.1, Enter a share from 0 to 1",
        "effectiveSize, 0, above 0",
        "low, 0.05, not used with the choice above",
        "population, '', Say in whom it is found"
    })
    void bad_input_comes_back_with_what_was_typed(String field, String typed, String words) {
        Visitor analyst = Visitor.signedIn(SERVER, "analyst");
        FilledForm form = filled(analyst, "Faulty").with(field, typed);
        Document page = Answered.refusedField(form.sendBy(analyst), field, words);
        assertThat(page.getElementById(field).val()).isEqualTo(typed);
        assertThat(page.getElementById("reason").val()).isEqualTo("A survey was made");
    }

    @Test
    void a_field_that_the_form_does_not_have_is_refused() {
        Visitor analyst = Visitor.signedIn(SERVER, "analyst");
        HttpResponse<String> answer =
                filled(analyst, "Unknown field").with("recordedBy", "somebody").sendBy(analyst);
        Answered.well(answer, 422);
        assertThat(answer.body()).contains("no field of this name", "recordedBy");
    }

    @ParameterizedTest(name = "JavaScript: {0}")
    @ValueSource(booleans = {true, false})
    void the_pages_are_well_made(boolean javaScript) {
        try (Browsers browsers = Browsers.open();
                Screen screen = browsers.window(SERVER, javaScript)) {
            screen.open("/prevalence").shows("Prevalence library");
            for (String id : new String[] {"P1", "P7"}) {
                screen.open("/prevalence/" + id);
            }
            screen.signIn("analyst").open("/prevalence").press("Add an entry");
            screen.press("Add to the library")
                    .refuses("measure", "population", "spread", "asOf", "owner", "reason");
            screen.open("/prevalence/P4").press("Record a new version");
            screen.fill("Share (optional)", "48%")
                    .fill("Effective size", "20")
                    .press("Record this version")
                    .refuses("share", "effectiveSize", "reason");
        }
    }

    private static FilledForm filled(Visitor analyst, String population) {
        return FilledForm.on(analyst.page(NEW), NEW)
                .with("measure", "Disorganised attachment")
                .with("population", population)
                .with("share", "0.12")
                .with("spread", "EFFECTIVE_SIZE")
                .with("effectiveSize", "50")
                .withDate("asOf", 1, 2, 2024)
                .with("owner", "Public health intelligence")
                .with("reason", "A survey was made");
    }
}
