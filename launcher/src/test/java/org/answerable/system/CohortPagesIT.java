package org.answerable.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Cohorts and their figures in the running system, over the invented data of the demonstration:
 * defined, checked, counted, changed, and taken away as files.
 */
class CohortPagesIT {

    private static final RunningAnswerable SERVER = RunningAnswerable.shared();
    private static final String COHORTS = "/api/cohort/cohorts";
    private static final String FIGURES = "/api/cohort/figures";

    private static Visitor analyst;
    private static Program program;
    private static String data;
    private static String invented;

    @BeforeAll
    static void find_the_invented_system() {
        analyst = Visitor.signedIn(SERVER, "analyst");
        program = Program.of(SERVER, "analyst");
        data =
                analyst.page("/cohorts/new").select("select[name=data] option").stream()
                        .map(Element::val)
                        .filter(value -> value.contains(" "))
                        .reduce((newer, older) -> older)
                        .orElseThrow();
        invented =
                analyst.page("/cohorts").select("main h2 a").stream()
                        .map(link -> link.attr("href").substring("/cohorts/".length()))
                        .reduce((newer, older) -> older)
                        .orElseThrow();
    }

    @Test
    void a_new_user_finds_a_cohort_and_a_figure_that_are_marked_as_invented() {
        Document cohort = analyst.page("/cohorts/" + invented);
        assertThat(cohort.select("main").text())
                .contains("Invented data for training", "Not released.", "What each condition")
                .contains("SELECT");
        Document figure = analyst.page("/figures/F-" + invented.substring(2, 7) + "0003");
        assertThat(figure.select("main").text())
                .contains("Invented data for training", "Per cent", "Wilson");
    }

    @Test
    void a_cohort_is_checked_kept_changed_and_copied() {
        Document check = checked(form("Checked first", "2", "at-window-start"));
        assertThat(check.select("#checked").text())
                .contains("aged 0, 1 and 2 (under 3) on the first day of that period")
                .contains("Not released.");
        HttpResponse<String> kept =
                FilledForm.on(check, "/cohorts/new").with("action", "save").sendBy(analyst);
        String place = place(kept);
        Document cohort = analyst.page(place);
        assertThat(cohort.selectFirst("h1").text()).isEqualTo("Checked first");

        Document edit = analyst.page(place + "/edit");
        FilledForm change = FilledForm.on(edit, place + "/edit").with("age-to", "1");
        assertThat(place(change.with("action", "save").sendBy(analyst))).isEqualTo(place);
        Document changed = analyst.page(place);
        assertThat(changed.select("main").text())
                .contains("version 2", "is now 0 up to but not including 24 months");
        assertThat(analyst.page(place + "/versions/1").select("main").text())
                .contains("This is an earlier version");

        HttpResponse<String> late = change.with("title", "Mine").sendBy(analyst);
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("Somebody else changed this cohort", "value=\"Mine\"");
        assertThat(analyst.page(place).select("main").text()).doesNotContain("version 3");

        Document copy = analyst.page("/cohorts/new?from=" + id(place) + "&version=1");
        assertThat(copy.getElementById("title").val()).isEqualTo("Copy of Checked first");
        assertThat(copy.getElementById("age-to").val()).isEqualTo("2");
    }

    @Test
    void a_count_is_shown_as_it_was_kept_until_it_is_made_again() {
        String place = "/cohorts/" + invented + "/versions/1";
        FilledForm again = FilledForm.on(analyst.page(place), place + "/count");
        assertThat(place(again.sendBy(analyst))).isEqualTo(place);
        String counted = analyst.page(place).select("main").text();
        assertThat(counted).contains("Counted on", "Count again");
        assertThat(analyst.page(place).select("main").text()).isEqualTo(counted);
        assertThat(Visitor.signedIn(SERVER, "officer").get(place).statusCode()).isEqualTo(403);
        assertThat(again.sendBy(new Visitor(SERVER)).statusCode()).isNotEqualTo(200);
    }

    @Test
    void registrations_are_compared_with_a_population_on_demand() {
        String dataset = "/datasets/" + data.split(" ")[0];
        assertThat(analyst.page(dataset).select("main").text())
                .contains("Compare with a population");
        assertThat(analyst.page(dataset + "?compare=yes").select("main").text())
                .contains("Beside the population")
                .containsPattern("children are registered|no population to compare with");
    }

    @Test
    void conditions_are_added_and_removed_without_javascript() {
        Document one = page(form("Conditions", "2", "at-event").with("action", "add-events"), 200);
        assertThat(one.select("fieldset#events-0")).hasSize(1);
        Document two =
                page(
                        FilledForm.on(one, "/cohorts/new")
                                .with("events-0-atLeast", "2")
                                .with("action", "add-exclusions"),
                        200);
        assertThat(two.getElementById("events-0-atLeast").val()).isEqualTo("2");
        assertThat(two.select("fieldset#exclusions-0 input[type=checkbox]")).isNotEmpty();
        Document none =
                page(FilledForm.on(two, "/cohorts/new").with("action", "remove-events-0"), 200);
        assertThat(none.select("fieldset#events-0")).isEmpty();
        assertThat(none.select("fieldset#exclusions-0")).hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "age-to | -1 | age-to | Enter the oldest age",
                "age-to | 1e308 | age-to | Enter the oldest age",
                "age-from | 3 | age-to | The band is empty",
                "time-from-day | 31 | time-from | Enter a day",
                "time-to-year | 2019 | time-to | The window is empty or reversed",
                "time-to-year | 2031 | time-from | The registrations cover",
                "areas | Atlantis | areas | There is no area Atlantis",
                "areas | a\u0000b | areas | There is no area",
                "title | '' | title | Give the cohort a name",
                "data | D-1999-0001 | data | There are no such registrations",
                "age-rule | at-snapshot | age-rule | A window has no snapshot",
            })
    void a_fault_stands_beside_its_field_and_nothing_is_kept(
            String field, String value, String shown, String words) {
        long before = cohorts();
        HttpResponse<String> answer =
                form("Faulty", "2", "at-window-start")
                        .with(field, value)
                        .with("action", "save")
                        .sendBy(analyst);
        Answered.refusedField(answer, shown, words);
        assertThat(cohorts()).isEqualTo(before);
    }

    @Test
    void a_document_is_taken_away_and_read_again() {
        HttpResponse<String> document =
                analyst.get(COHORTS + "/" + invented + "/definition?version=1");
        assertThat(document.headers().firstValue("Content-Disposition").orElseThrow())
                .contains(invented + "-version-1.json");
        FilledForm upload = FilledForm.on(analyst.page("/cohorts/upload"), "/cohorts/upload");
        HttpResponse<String> read =
                upload.sendBy(analyst, "c.json", document.body().getBytes(StandardCharsets.UTF_8));
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.body()).contains("What this counts", "Families with a child under 3 seen");

        FilledForm faulty = FilledForm.on(analyst.page("/cohorts/upload"), "/cohorts/upload");
        HttpResponse<String> refused =
                faulty.sendBy(
                        analyst,
                        "c.json",
                        document.body()
                                .replace("\"unit\"", "\"thing\"")
                                .getBytes(StandardCharsets.UTF_8));
        Answered.refusedField(refused, "file", "thing: A definition has no such name here");
    }

    @Test
    void a_figure_is_made_from_a_cohort_and_taken_away_in_every_form() {
        String address = "/figures/new?cohort=" + invented + "&version=1";
        FilledForm form = FilledForm.on(analyst.page(address), "/figures/new");
        Answered.refusedField(
                form.with("by", "AREA").with("comparator", "E99999999").sendBy(analyst),
                "comparator",
                "No row of the figure has this code");
        Answered.refusedField(form.with("by", "WARD").sendBy(analyst), "by", "Choose one");
        HttpResponse<String> made = form.with("by", "AREA").with("comparator", "").sendBy(analyst);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(303);
        String place = made.headers().firstValue("Location").orElseThrow();
        String figure = FIGURES + place.substring(place.lastIndexOf('/'));

        HttpResponse<String> csv = analyst.get(figure + ".csv");
        assertThat(csv.headers().firstValue("Link").orElseThrow())
                .contains(".csv-metadata.json>; rel=\"describedby\"");
        JsonObject metadata = Json.object(analyst.get(figure + ".csv-metadata.json"));
        assertThat(metadata.getJsonObject("tableSchema").getJsonArray("columns"))
                .hasSize(csv.body().lines().findFirst().orElseThrow().split(",").length);
        for (String kind : List.of(".ods", ".svg", ".json", "")) {
            assertThat(analyst.get(figure + kind).statusCode()).as(kind).isEqualTo(200);
            assertThat(new Visitor(SERVER).get(figure + kind).statusCode()).as(kind).isEqualTo(404);
        }
        assertThat(analyst.get(figure + ".map.svg").statusCode()).isEqualTo(404);
        assertThat(analyst.page(place + "?compare=yes").text())
                .contains("every number is the same");
        assertThat(analyst.page(place).getElementById("paragraph").text())
                .contains("This is invented data for training.", "95 % limit");
    }

    @Test
    void programs_define_count_and_revise_and_a_newer_version_wins() {
        String document = analyst.get(COHORTS + "/" + invented + "/definition").body();
        HttpResponse<String> made = program.post(COHORTS, document);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        String place = made.headers().firstValue("Location").orElseThrow();
        String cohort = COHORTS + place.substring(place.lastIndexOf('/'));
        assertThat(Json.object(program.get(cohort)).getInt("version")).isEqualTo(1);

        JsonObject count = Json.object(program.post(cohort + "/count", ""));
        assertThat(count.getInt("members")).isLessThan(count.getInt("eligible")).isPositive();
        assertThat(count.getJsonArray("steps")).hasSize(4);
        assertThat(count.getJsonObject("query").getString("sql")).contains("SELECT");

        String changed = document.replace("\"to\":36", "\"to\":24");
        assertThat(put(cohort, "\"1\"", changed).statusCode()).isEqualTo(200);
        Answered.well(put(cohort, "\"1\"", changed), 409);
        Answered.namesField(put(cohort, "", changed), "version");
        assertThat(Json.object(program.get(cohort)).getInt("version")).isEqualTo(2);
        assertThat(Json.object(program.get(cohort + "?version=1")).getInt("version")).isEqualTo(1);
    }

    @Test
    void bad_documents_and_questions_name_their_fields() {
        String document = analyst.get(COHORTS + "/" + invented + "/definition").body();
        long before = cohorts();
        Answered.namesField(program.post(COHORTS, "{"), "document");
        Answered.namesField(program.post(COHORTS, "{}"), "title");
        Answered.namesField(
                program.post(COHORTS, document.replace("\"to\":36", "\"to\":0")), "age.to");
        Answered.namesField(
                program.post(COHORTS, document.replace("\"to\":36", "\"to\":1e308")), "age.to");
        Answered.namesField(
                program.post(COHORTS, document.replace("\"areas\":[]", "\"areas\":[\"E99\"]")),
                "areas");
        Answered.namesField(
                program.post(COHORTS, document.replace("\"atLeast\":1", "\"atLeast\":0")),
                "events[0].atLeast");
        Answered.namesField(
                program.post(
                        COHORTS, document.replace("\"areas\":[]", "\"areas\":[\"a\\u0000b\"]")),
                "areas");
        Answered.namesField(
                program.post(
                        COHORTS,
                        document.replace("\"registrations\":\"", "\"registrations\":\"\\u0000")),
                "registrations");
        Answered.well(program.get(COHORTS + "/C-2026"), 404);
        assertThat(cohorts()).isEqualTo(before);

        String question = "{\"cohort\": \"" + invented + "\", \"version\": 1, %s}";
        Answered.namesField(
                program.post(FIGURES, question.formatted("\"measure\": \"MEAN\"")), "measure");
        Answered.namesField(
                program.post(FIGURES, question.formatted("\"measure\": \"CONTACT_RATE\"")),
                "measure");
        Answered.namesField(
                program.post(
                        FIGURES, question.formatted("\"measure\": \"COUNT\", \"by\": \"DECILE\"")),
                "by");
        Answered.namesField(
                program.post(
                        FIGURES,
                        question.formatted(
                                "\"measure\": \"COUNT\", \"by\": \"PERIOD\", \"periods\": 99")),
                "periods");
    }

    @Test
    void a_count_beyond_the_time_limit_is_stopped_and_the_form_keeps_what_was_typed() {
        RunningAnswerable slow =
                RunningAnswerable.start(
                        RunningAnswerable.newDataFolder(),
                        Map.of("ANSWERABLE_QUERY_SECONDS", "0.001"));
        try {
            Visitor visitor = Visitor.signedIn(slow, "analyst");
            String id = manyConditions(Program.of(slow, "analyst"));
            Document cohort = visitor.page("/cohorts/" + id);
            assertThat(cohort.select("main").text())
                    .contains("Not counted yet", "Families registered with a GP practice");
            HttpResponse<String> count =
                    FilledForm.on(cohort, "/cohorts/" + id + "/versions/1/count").sendBy(visitor);
            assertThat(count.statusCode()).isEqualTo(303);
            assertThat(visitor.page(place(count)).select("main").text())
                    .contains("Failed", "This took longer than 0.001 seconds");
            FilledForm copy =
                    FilledForm.on(visitor.page("/cohorts/new?from=" + id), "/cohorts/new");
            HttpResponse<String> check = copy.with("action", "check").sendBy(visitor);
            assertThat(check.statusCode()).isEqualTo(422);
            assertThat(check.body())
                    .contains("This took longer than", "value=\"Copy of Families with a child");
            FilledForm measure =
                    FilledForm.on(visitor.page("/figures/new?cohort=" + id), "/figures/new");
            String figures = visitor.page("/figures").selectFirst("h1").text();
            HttpResponse<String> figure = measure.with("title", "Mine").sendBy(visitor);
            assertThat(figure.statusCode()).isEqualTo(422);
            assertThat(figure.body()).contains("This took longer than", "value=\"Mine\"");
            assertThat(visitor.page("/figures").selectFirst("h1").text()).isEqualTo(figures);
        } finally {
            slow.stop();
        }
    }

    @Test
    void counts_of_cohorts_are_for_analysts_only() {
        Visitor officer = Visitor.signedIn(SERVER, "officer");
        for (String path :
                List.of("/cohorts", "/cohorts/new", "/cohorts/" + invented, "/cohorts/upload")) {
            assertThat(officer.get(path).statusCode()).as(path).isEqualTo(403);
            assertThat(new Visitor(SERVER).get(path).statusCode()).as(path).isEqualTo(303);
        }
        Answered.well(new Visitor(SERVER).get(COHORTS), 401);
        assertThat(analyst.get("/cohorts/C-1999-0001").statusCode()).isEqualTo(404);
        assertThat(analyst.get("/cohorts/" + invented + "/versions/9").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest(name = "JavaScript: {0}")
    @ValueSource(booleans = {true, false})
    void the_pages_are_well_made_and_lead_from_a_cohort_to_a_figure(boolean javaScript) {
        try (Browsers browsers = Browsers.open();
                Screen screen = browsers.window(SERVER, javaScript)) {
            screen.signIn("analyst").open("/cohorts");
            screen.press("Define a cohort").press("Keep the cohort").refuses("title", "age-from");
            screen.fill("Name", "In a browser")
                    .select("Data", data)
                    .fillDate("Day, or first day of the period", 1, 4, 2023)
                    .fillDate("Last day of the period", 31, 3, 2024)
                    .fill("Youngest age", "0")
                    .fill("Oldest age", "2")
                    .choose("At some time in the period")
                    .press("Add a contact they had")
                    .press("Check")
                    .says("aged 0, 1 and 2 (under 3) at some time in that period");
            screen.press("Keep the cohort").shows("In a browser");
            screen.press("Make a figure").choose("Periods, one after the other");
            screen.fill("How many periods (only for these rows)", "1")
                    .press("Compute")
                    .refuses("periods");
            screen.fill("How many periods (only for these rows)", "2")
                    .press("Compute")
                    .says("These words can be copied into an answer");
            screen.open("/cohorts/" + invented);
            screen.open("/cohorts/upload").press("Read and check").refuses("file");
        }
    }

    /** A cohort whose statement reads all contacts ten times. */
    private static String manyConditions(Program analyst) {
        String document = analyst.get(COHORTS + "/" + invented + "/definition").body();
        String conditions =
                IntStream.rangeClosed(1, 10)
                        .mapToObj(
                                n ->
                                        "{\"atLeast\":"
                                                + n
                                                + ",\"services\":[\"health-visiting\",\"family-hub\"]}")
                        .collect(Collectors.joining(","));
        HttpResponse<String> made =
                analyst.post(
                        COHORTS,
                        document.replace(
                                "\"events\":[{\"atLeast\":1}]", "\"events\":[" + conditions + "]"));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(Json.object(made).getJsonObject("definition").getJsonArray("events"))
                .hasSize(10);
        return Json.object(made).getString("id");
    }

    /** A form about children in the last year of the invented data. */
    private static FilledForm form(String title, String oldest, String rule) {
        return FilledForm.on(analyst.page("/cohorts/new"), "/cohorts/new")
                .with("title", title)
                .with("data", data)
                .with("age-from", "0")
                .with("age-to", oldest)
                .with("age-rule", rule)
                .withDate("time-from", 1, 4, 2023)
                .withDate("time-to", 31, 3, 2024);
    }

    private static Document checked(FilledForm form) {
        return page(form.with("action", "check"), 200);
    }

    private static Document page(FilledForm form, int status) {
        HttpResponse<String> answer = form.sendBy(analyst);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return org.jsoup.Jsoup.parse(answer.body(), SERVER.address("/cohorts/new").toString());
    }

    private static String place(HttpResponse<String> kept) {
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(303);
        String location = kept.headers().firstValue("Location").orElseThrow();
        return location.replaceFirst("^https?://[^/]+", "").replaceFirst("\\?done=.*", "");
    }

    private static String id(String place) {
        return place.substring("/cohorts/".length());
    }

    private static long cohorts() {
        return Json.object(program.get(COHORTS)).getInt("total");
    }

    private static HttpResponse<String> put(String path, String match, String document) {
        Visitor visitor = new Visitor(SERVER);
        var request =
                visitor.request(path)
                        .header("Authorization", "Bearer " + Line.token(SERVER, "analyst"))
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(document));
        return visitor.send(match.isEmpty() ? request : request.header("If-Match", match));
    }
}
