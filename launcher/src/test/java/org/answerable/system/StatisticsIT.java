package org.answerable.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Statistics of tables in the running system: over HTTP, on their pages, and in a browser. */
class StatisticsIT {

    private static final String API = "/api/cohort/statistics/";
    private static RunningAnswerable server;
    private static Visitor visitor;

    @TempDir private Path folder;

    @BeforeAll
    static void begin() {
        server = RunningAnswerable.shared();
        visitor = new Visitor(server);
    }

    static Stream<String> methods() {
        return Stream.of(
                "proportion",
                "rate",
                "dsr",
                "isr",
                "mean",
                "quantile",
                "sii",
                "funnel-proportion",
                "funnel-rate",
                "funnel-ratio",
                "small-area");
    }

    @Test
    void the_list_leads_to_every_method() {
        assertThat(
                        visitor.page("/statistics").select("main dl a").stream()
                                .map(link -> link.attr("href").replace("/statistics/", "")))
                .containsExactlyElementsOf(methods().toList());
    }

    @ParameterizedTest
    @MethodSource("methods")
    void the_example_of_each_method_has_one_answer_on_its_page_and_over_http(String method) {
        Document page = visitor.page("/statistics/" + method + "?example=yes");
        String example = page.getElementById("table").val();
        HttpResponse<String> csv = post(method, "text/csv", example);
        assertThat(csv.statusCode()).as(csv.body()).isEqualTo(200);
        assertThat(csv.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        String header = csv.body().lines().findFirst().orElseThrow();
        long rows = csv.body().lines().count() - 1;

        Document answer =
                Jsoup.parse(
                        FilledForm.on(page, "/statistics/" + method)
                                .sendBy(visitor, "", new byte[0])
                                .body());
        Element table = answer.selectFirst("[aria-label=Result] table");
        assertThat(String.join(",", table.select("thead th").eachText())).isEqualTo(header);
        assertThat(table.select("tbody tr")).hasSize((int) rows);
        assertThat(answer.select("figure svg")).hasSize(method.matches("funnel.*|sii") ? 1 : 0);
    }

    @Test
    void rows_of_json_come_back_as_rows_of_json() {
        JsonArray rows =
                array(
                        post(
                                "proportion?confidence=0.95,0.998&multiplier=100",
                                "application/json",
                                "[{\"area\": \"A\", \"numerator\": 65, \"denominator\": 100},"
                                        + " {\"area\": \"B\", \"numerator\": 0, \"denominator\": 0}]"));
        JsonObject first = rows.getJsonObject(0);
        assertThat(first.getString("area")).isEqualTo("A");
        assertThat(first.getJsonNumber("upper_998").doubleValue())
                .isCloseTo(77.83540614089696, within(1e-9));
        assertThat(rows.getJsonObject(1).isNull("value")).isTrue();
        assertThat(rows.getJsonObject(1).getString("note")).contains("denominator is 0");
    }

    @Test
    void another_form_is_given_when_it_is_accepted() {
        HttpResponse<String> answer =
                visitor.send(
                        visitor.request(API + "mean")
                                .header("Content-Type", "text/csv")
                                .header("Accept", "application/json")
                                .POST(BodyPublishers.ofString("value\n1\n3\n")));
        assertThat(array(answer).getJsonObject(0).getInt("value")).isEqualTo(2);
        HttpResponse<String> picture =
                visitor.send(
                        visitor.request(API + "mean")
                                .header("Content-Type", "text/csv")
                                .header("Accept", "image/png")
                                .POST(BodyPublishers.ofString("value\n1\n")));
        Answered.well(picture, 406);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"11,10", "-1,10", "NaN,10", "1,-10", "1e308,1e308", "ten,10", "1", "1,2,3"})
    void an_impossible_row_is_refused_by_its_number(String row) {
        HttpResponse<String> answer =
                post("proportion", "text/csv", "numerator,denominator\n5,10\n" + row + "\n");
        Answered.well(answer, 422);
        assertThat(answer.body()).contains("row 2");
    }

    @Test
    void a_fault_in_the_last_of_many_rows_gives_no_half_answer() {
        String table = "numerator,denominator\n" + "5,10\n".repeat(200_000) + "5,4\n";
        HttpResponse<String> answer = post("rate", "text/csv", table.replace("5,4", "5,four"));
        Answered.namesField(answer, "row 200001, column denominator");
        HttpResponse<String> good = post("rate", "text/csv", table);
        assertThat(good.statusCode()).isEqualTo(200);
        assertThat(good.body().lines().count()).isEqualTo(200_002);
    }

    @Test
    void what_is_no_table_of_a_known_method_is_refused() {
        Answered.well(post("median", "text/csv", "value\n1\n"), 404);
        Answered.well(post("rate", "text/plain", "a"), 415);
        Answered.well(post("rate", "text/csv", ""), 422);
        Answered.well(post("rate", "application/json", "{\"numerator\": 1}"), 422);
        Answered.namesField(
                post("rate?confidence=2000", "text/csv", "numerator,denominator\n"), "confidence");
        Answered.namesField(
                post("rate?colour=red", "text/csv", "numerator,denominator\n"), "colour");
        Answered.well(visitor.get("/statistics/median"), 404);
        Answered.well(
                visitor.send(
                        visitor.request(API + "rate")
                                .header("Content-Type", "text/csv")
                                .POST(
                                        BodyPublishers.ofByteArray(
                                                new byte[] {'a', (byte) 0xE9, 10}))),
                422);
    }

    @Test
    void too_many_calls_from_one_address_are_told_when_to_come_again() {
        RunningAnswerable strict =
                RunningAnswerable.start(
                        RunningAnswerable.newDataFolder(),
                        Map.of("ANSWERABLE_CALCULATIONS_PER_MINUTE", "3"));
        try {
            Visitor program = new Visitor(strict);
            for (int call = 0; call < 3; call++) {
                assertThat(post(program, "mean", "text/csv", "value\n1\n").statusCode())
                        .isEqualTo(200);
            }
            HttpResponse<String> fourth = post(program, "mean", "text/csv", "value\n1\n");
            Answered.well(fourth, 429);
            assertThat(fourth.headers().firstValue("Retry-After").orElseThrow()).isEqualTo("20");
        } finally {
            strict.stop();
        }
    }

    @Test
    void a_page_tells_row_and_column_and_keeps_what_was_typed() {
        Document page = visitor.page("/statistics/proportion");
        HttpResponse<String> answer =
                FilledForm.on(page, "/statistics/proportion")
                        .with("table", "numerator\tdenominator\n5\t4\n")
                        .with("confidence", "0.9")
                        .sendBy(visitor, "", new byte[0]);
        Document refused = Answered.refusedField(answer, "table", "Row 1, column numerator");
        assertThat(refused.getElementById("table").val()).contains("5\t4");
        assertThat(refused.getElementById("confidence").val()).isEqualTo("0.9");
        Answered.refusedField(
                FilledForm.on(page, "/statistics/proportion").sendBy(visitor, "", new byte[0]),
                "table",
                "Paste a table");
    }

    @Test
    void an_uploaded_file_is_computed_shown_and_downloaded() throws IOException {
        byte[] file = "area,numerator,denominator\n=A1,65,100\n".getBytes(StandardCharsets.UTF_8);
        Document page = visitor.page("/statistics/proportion");
        FilledForm form = FilledForm.on(page, "/statistics/proportion");
        Document shown = Jsoup.parse(form.sendBy(visitor, "areas.csv", file).body());
        assertThat(shown.select("[aria-label=Result] tbody").text())
                .contains("=A1 65 100 0.65 0.552544 0.736358");
        assertThat(shown.getElementById("table").val()).contains("=A1,65,100");

        FilledForm asFile = FilledForm.byButton(page, "/statistics/proportion/file");
        HttpResponse<String> csv = asFile.with("as", "csv").sendBy(visitor, "areas.csv", file);
        assertThat(csv.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("proportion.csv");
        assertThat(csv.body()).contains("'=A1,65,100,0.65,0.552544432968879");
        HttpResponse<String> ods = asFile.with("as", "ods").sendBy(visitor, "areas.csv", file);
        assertThat(ods.headers().firstValue("Content-Type").orElseThrow())
                .isEqualTo("application/vnd.oasis.opendocument.spreadsheet");
        assertThat(ods.body()).startsWith("PK");
        Answered.refusedField(
                asFile.sendBy(
                        visitor, "areas.csv", "numerator\n1\n".getBytes(StandardCharsets.UTF_8)),
                "table",
                "denominator");
    }

    @Test
    void a_form_from_elsewhere_is_refused() {
        Multipart body = new Multipart().field("_csrf", "made up").field("table", "value\n1\n");
        HttpResponse<String> answer =
                visitor.post("/statistics/mean", body.contentType(), body.publisher());
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @ParameterizedTest(name = "JavaScript: {0}")
    @ValueSource(booleans = {true, false})
    void the_pages_are_well_made_in_a_browser(boolean javaScript) throws IOException {
        Path file = folder.resolve("areas.csv");
        Files.writeString(file, "numerator,denominator\n1,2\n");
        try (Browsers browsers = Browsers.open();
                Screen screen = browsers.window(server, javaScript)) {
            screen.open("/statistics").press("Funnel of rates").press("Fill in an example");
            screen.press("Compute").says("Low (0.001)", "South Holland");
            screen.open("/statistics/proportion").press("Compute").refuses("table");
            screen.fill("Confidence", "2000").fill("The table", "a,b\n1,2\n");
            screen.press("Compute").refuses("confidence");
            screen.fill("Confidence", "0.95").press("Compute").refuses("table");
            screen.attach("Or a CSV file", file).press("Compute").says("0.5");
            for (String method : List.of("dsr", "isr", "mean", "quantile", "sii", "rate")) {
                screen.open("/statistics/" + method + "?example=yes").press("Compute");
                screen.says("Result", "six digits");
            }
        }
    }

    private static HttpResponse<String> post(String methodAndOptions, String type, String body) {
        return post(visitor, methodAndOptions, type, body);
    }

    private static HttpResponse<String> post(
            Visitor visitor, String methodAndOptions, String type, String body) {
        return visitor.send(
                visitor.request(API + methodAndOptions)
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body)));
    }

    private static JsonArray array(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.createReader(new StringReader(answer.body())).readArray();
    }
}
