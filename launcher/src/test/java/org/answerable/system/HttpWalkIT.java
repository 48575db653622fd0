package org.answerable.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

/**
 * The line through the whole product on real input: a published request goes in, a published answer
 * comes out, its first figure computed from the population file. The walk is made once; the tests
 * look at what it left.
 */
class HttpWalkIT {

    private static final String SUBJECT = "Babies, services and attachment";
    private static final String ANSWER_1 = "The estimate of residents is given below by district.";
    private static final String ANSWER_2 = "13,870 families used a service in that year.";
    private static final String ANSWER_3 = "We give the plan; the price per place is withheld.";

    private static final RunningAnswerable SERVER = RunningAnswerable.shared();
    private static final Visitor READER = new Visitor(SERVER);

    private static Visitor officer;
    private static Visitor analyst;
    private static String reference;
    private static String dataset;
    private static String figure;
    private static Document questions;
    private static Document registered;
    private static Document unreleased;
    private static Document letter;

    @BeforeAll
    static void walk() {
        String request = SharedCases.requestText();
        officer = Visitor.signedIn(SERVER, "officer");
        reference = Line.register(officer, SUBJECT, request);
        questions = officer.page(Line.casePath(reference) + "/questions?done=registered");
        registered = officer.page(Line.casePath(reference));

        analyst = Visitor.signedIn(SERVER, "analyst");
        dataset = Line.load(analyst, "Children by small area, mid-2020");
        figure = Line.compute(analyst, dataset);
        unreleased = analyst.page("/figures/" + figure);

        Line.cite(officer, reference, 1, figure);
        Line.grant(officer, reference, 1, ANSWER_1);
        Line.grant(officer, reference, 2, ANSWER_2);
        Line.grantInPart(officer, reference, 3, ANSWER_3);
        Line.submit(officer, reference);
        Line.approve(Visitor.signedIn(SERVER, "approver"), reference);
        letter = officer.page(Line.casePath(reference) + "/letter");
        Line.dispatch(officer, reference);
        Line.publish(officer, reference);
    }

    @Test
    void a_pasted_request_is_split_into_its_three_questions() {
        assertThat(questions.text()).contains("3 questions were found in it");
        List<String> texts = questions.select("textarea").eachText();
        assertThat(texts).hasSize(3);
        assertThat(texts.get(0)).startsWith("How many babies do you estimate");
        assertThat(texts.get(1)).startsWith("What proportion of them accessed");
        assertThat(texts.get(2)).startsWith("The Family Hubs and Start for Life programme guide");
    }

    @Test
    void the_due_date_is_the_20th_working_day_and_every_day_is_explained() {
        assertThat(registered.text()).contains("Monday 22 April 2024");
        List<String> days = registered.select("ol.app-columns li").eachText();
        // 21 March to 22 April, both shown.
        assertThat(days).hasSize(33);
        assertThat(day(days, "Thursday 21 March 2024")).doesNotContain("working day 1");
        assertThat(day(days, "Friday 29 March 2024")).contains("Good Friday");
        assertThat(day(days, "Monday 1 April 2024")).contains("Easter Monday");
        assertThat(day(days, "Saturday 23 March 2024")).contains("Saturday");
        assertThat(day(days, "Sunday 31 March 2024")).contains("Sunday");
        assertThat(day(days, "Friday 22 March 2024")).contains("1");
        assertThat(day(days, "Monday 22 April 2024")).contains("20");
    }

    private static String day(List<String> days, String date) {
        return days.stream()
                .filter(line -> line.startsWith(date + ":"))
                .map(line -> line.substring(date.length() + 1))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_dataset_says_what_was_loaded_and_from_where() {
        Document page = analyst.page("/datasets/" + dataset);
        assertThat(page.text())
                .contains("420 areas")
                .contains("Office for National Statistics")
                .contains("30 June 2020")
                .contains("Lincolnshire");
        assertThat(page.select("code").text()).matches("[0-9a-f]{64}");
    }

    @Test
    void a_figure_has_the_same_numbers_in_page_csv_and_chart() {
        assertThat(rowOf(unreleased, "Lincolnshire"))
                .containsExactly("6,719", "7,098", "7,637", "21,454");
        // The officer has cited it by now, so the files of it are public.
        assertThat(get("/api/cohort/figures/" + figure + ".csv").body().lines())
                .anyMatch(line -> line.startsWith("Lincolnshire,6719,7098,7637,21454"));
        String svg = get("/api/cohort/figures/" + figure + ".svg").body();
        for (List<String> drawn :
                List.of(
                        unreleased.select("figure svg text").eachText(),
                        Jsoup.parse(svg, Parser.xmlParser()).select("text").eachText())) {
            // A bar for each single age of each district, and the total in words.
            for (Element row : unreleased.select("main tbody tr:not(:last-child)")) {
                assertThat(drawn).containsAll(row.select("td:not(:last-child)").eachText());
            }
            assertThat(drawn).anyMatch(text -> text.contains("21,454"));
        }
    }

    @Test
    void the_districts_of_a_figure_add_up_to_its_total() {
        List<Integer> sums =
                unreleased.select("main tbody tr").stream()
                        .map(
                                row ->
                                        Integer.valueOf(
                                                row.select("td").last().text().replace(",", "")))
                        .toList();
        assertThat(sums).hasSize(8);
        assertThat(sums.subList(0, 7).stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(sums.get(7))
                .isEqualTo(21454);
    }

    private static List<String> rowOf(Document page, String label) {
        return page.select("main tbody tr").stream()
                .filter(row -> row.select("th").text().equals(label))
                .findFirst()
                .orElseThrow()
                .select("td")
                .eachText();
    }

    @Test
    void a_figure_is_public_only_once_it_is_released_for_an_answer() {
        assertThat(unreleased.text()).contains("Not released");
        assertThat(get("/figures/" + figure).statusCode()).isEqualTo(200);
        String other = Line.compute(analyst, dataset);
        assertThat(get("/figures/" + other).statusCode()).isEqualTo(404);
        assertThat(get("/api/cohort/figures/" + other).statusCode()).isEqualTo(404);
        assertThat(get("/api/cohort/figures/" + other + ".csv").statusCode()).isEqualTo(404);
        assertThat(get("/api/cohort/figures/" + other + ".svg").statusCode()).isEqualTo(404);
    }

    @Test
    void the_letter_holds_every_answer_the_ground_its_balance_and_the_way_to_complain() {
        assertThat(letter.select(".app-letter").text())
                .contains(Line.REQUESTER_NAME, ANSWER_1, ANSWER_2, ANSWER_3)
                .contains("21,454")
                .contains("s.43(2)", Line.IN_FAVOUR, Line.AGAINST, Line.BALANCE)
                .contains("internal review", "Information Commissioner");
    }

    @Test
    void a_letter_that_was_sent_is_kept_as_it_was() {
        Document sent = officer.page(Line.casePath(reference) + "/letter");
        assertThat(sent.text()).contains("as it was sent");
        assertThat(sent.select(".app-letter").text())
                .contains("9 April 2024", Line.REQUESTER_NAME, ANSWER_3, Line.BALANCE);
    }

    @Test
    void the_history_names_who_did_each_step() {
        List<String> history =
                officer.page(Line.casePath(reference)).select(".app-timeline li").eachText();
        assertThat(history).hasSizeGreaterThanOrEqualTo(9);
        assertThat(history).allMatch(HttpWalkIT::namesSomebody);
        assertThat(history).anyMatch(line -> line.contains("Asha Approver"));
        assertThat(history.stream().filter(line -> line.contains("pproved")))
                .isNotEmpty()
                .allMatch(line -> line.contains("Asha Approver"));
    }

    private static boolean namesSomebody(String line) {
        return line.contains("Olivia Officer") || line.contains("Asha Approver");
    }

    @Test
    void the_published_answer_shows_its_figure_and_where_it_comes_from() {
        Document page = READER.page("/disclosures/" + reference);
        assertThat(page.selectFirst("h1").text()).isEqualTo(SUBJECT);
        assertThat(page.text())
                .contains("21 March 2024", "9 April 2024")
                .contains(ANSWER_1, ANSWER_2, ANSWER_3)
                .contains("s.43(2)")
                .contains(figure, dataset)
                .contains("computed on");
        assertThat(rowOf(page, "Lincolnshire"))
                .containsExactly("6,719", "7,098", "7,637", "21,454");
        assertThat(page.select(".app-provenance").text()).containsPattern("SHA-256 [0-9a-f]{64}");
    }

    @Test
    void the_published_answer_as_json_carries_the_figure_and_its_origin() {
        JsonObject published = Json.object(get("/api/foi/disclosures/" + reference));
        assertThat(published.getString("received")).isEqualTo("2024-03-21");
        assertThat(published.getString("answered")).isEqualTo("2024-04-09");
        JsonObject evidence =
                published
                        .getJsonArray("questions")
                        .getJsonObject(0)
                        .getJsonArray("figures")
                        .getJsonObject(0);
        assertThat(evidence.getString("figureId")).isEqualTo(figure);
        assertThat(evidence.getString("computedAt")).startsWith("20");
        assertThat(evidence.getJsonArray("sources").getJsonObject(0).getString("sha256"))
                .matches("[0-9a-f]{64}");
        JsonObject total =
                evidence.getJsonArray("rows").getValuesAs(JsonObject.class).stream()
                        .filter(row -> row.getString("label").equals("Lincolnshire"))
                        .findFirst()
                        .orElseThrow();
        assertThat(total.getJsonArray("cells").getValuesAs(JsonString::getString))
                .containsExactly("6719", "7098", "7637", "21454");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"attachment", "13,870 families", "babies estimate", "\"price per place\""})
    void the_published_answer_is_found_by_its_words(String words) {
        String query = "?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
        assertThat(READER.page("/disclosures" + query).select("main a").eachAttr("href"))
                .contains("/disclosures/" + reference);
        assertThat(get("/api/foi/disclosures" + query).body()).contains(reference);
        assertThat(get("/api/foi/disclosures.csv" + query).body()).contains(reference);
        assertThat(get("/api/foi/disclosures.atom" + query).body()).contains(reference);
    }

    @Test
    void the_feed_is_well_formed_atom_with_the_newest_answer_first() throws Exception {
        HttpResponse<String> answer = get("/api/foi/disclosures.atom");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("application/atom+xml");
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        org.w3c.dom.Document feed =
                factory.newDocumentBuilder()
                        .parse(new InputSource(new StringReader(answer.body())));
        assertThat(feed.getDocumentElement().getNamespaceURI())
                .isEqualTo("http://www.w3.org/2005/Atom");
        assertThat(feed.getElementsByTagNameNS("*", "entry").getLength()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void nothing_of_the_requester_is_public() {
        String path = "/disclosures/" + reference;
        Stream.of(
                        "/",
                        "/disclosures",
                        "/disclosures?q=babies",
                        path,
                        "/api/foi/disclosures",
                        "/api/foi" + path,
                        "/api/foi/disclosures.csv",
                        "/api/foi/disclosures.atom",
                        "/figures/" + figure,
                        "/api/cohort/figures/" + figure,
                        "/api/cohort/figures/" + figure + ".csv",
                        "/api/cohort/figures/" + figure + ".svg")
                .forEach(HttpWalkIT::holdsNothingOfTheRequester);
    }

    private static void holdsNothingOfTheRequester(String path) {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.body())
                .as(path)
                .doesNotContainIgnoringCase("Quendolyn")
                .doesNotContainIgnoringCase("Featherstonehaugh")
                .doesNotContainIgnoringCase("Nonesuch")
                .doesNotContainIgnoringCase("Thistlewick");
    }

    @Test
    void the_requester_cannot_be_searched_for() {
        assertThat(Json.object(get("/api/foi/disclosures?q=Featherstonehaugh")).getInt("total"))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"server.log", "postgresql.log"})
    void nothing_of_the_requester_is_in_a_log(String log) {
        assertThat(SERVER.data().resolve(log))
                .content(StandardCharsets.UTF_8)
                .doesNotContainIgnoringCase("Featherstonehaugh")
                .doesNotContainIgnoringCase("Nonesuch");
    }

    @Test
    void a_program_reads_the_whole_case_with_a_token() {
        String token = Line.token(SERVER, "officer");
        JsonObject found = Json.object(getWith(token, "/api/foi/cases/" + reference));
        assertThat(found.getString("state")).isEqualTo("PUBLISHED");
        assertThat(found.getJsonObject("deadline").getString("due")).isEqualTo("2024-04-22");
        assertThat(found.getJsonArray("questions")).hasSize(3);
        assertThat(found.getJsonObject("dispatch").getInt("daysLate")).isZero();
        JsonObject ground =
                found.getJsonArray("questions")
                        .getJsonObject(2)
                        .getJsonArray("grounds")
                        .getJsonObject(0);
        assertThat(ground.getString("code")).isEqualTo("s.43(2)");
        assertThat(ground.getJsonObject("publicInterestTest").getString("balance"))
                .isEqualTo(Line.BALANCE);
        assertThat(found.getJsonArray("history").getValuesAs(JsonObject.class))
                .allMatch(entry -> !entry.getString("actor").isBlank());
        assertThat(found.getJsonArray("letters")).hasSize(1);
        assertThat(getWith(token, "/api/foi/cases?q=" + reference).body()).contains(reference);
    }

    @Test
    void a_program_registers_a_request_with_a_token() {
        String token = Line.token(SERVER, "officer");
        String body =
                jakarta.json.Json.createObjectBuilder()
                        .add("authority", "lincolnshire-cc")
                        .add("received", "2024-03-21")
                        .add("channel", "email")
                        .add("subject", SUBJECT + ", by a program")
                        .add(
                                "requester",
                                jakarta.json.Json.createObjectBuilder()
                                        .add("name", Line.REQUESTER_NAME)
                                        .add("email", Line.REQUESTER_EMAIL))
                        .add("text", SharedCases.requestText())
                        .build()
                        .toString();
        HttpResponse<String> answer =
                READER.send(
                        READER.request("/api/foi/cases")
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        String location = answer.headers().firstValue("Location").orElseThrow();
        JsonObject found = Json.object(getWith(token, location));
        assertThat(found.getJsonArray("questions")).hasSize(3);
        assertThat(found.getJsonObject("deadline").getString("due")).isEqualTo("2024-04-22");
    }

    private static HttpResponse<String> get(String path) {
        return READER.get(path);
    }

    private static HttpResponse<String> getWith(String token, String path) {
        return READER.send(READER.request(path).header("Authorization", "Bearer " + token).GET());
    }
}
