package org.answerable.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The register of datasets, loading publishers' files and extracts, withdrawing, background work. */
class DatasetsIT {

    private static final RunningAnswerable SERVER = RunningAnswerable.shared();
    private static final String GP =
            "EXTRACT_DATE,SUB_ICB_LOCATION_CODE,ONS_SUB_ICB_LOCATION_CODE,ORG_CODE,POSTCODE,SEX,AGE,NUMBER_OF_PATIENTS\n";
    private static final String CHILDREN =
            "child,family,birth_month,lsoa,registered_from,registered_to\n";

    private static Visitor analyst;
    private static String token;

    @BeforeAll
    static void signIn() {
        analyst = Visitor.signedIn(SERVER, "analyst");
        token = Line.token(SERVER, "analyst");
    }

    @Test
    void the_counts_of_april_2024_come_from_a_zip_of_gp_lists_over_http() throws IOException {
        HttpResponse<String> made =
                send(
                        new Multipart()
                                .field("title", "GP lists, April 2024")
                                .field("publisher", "NHS England")
                                .field("sourceSystem", "NHAIS")
                                .field("licence", "OGL")
                                .field("attribution", "Source: NHS England")
                                .field("areaCovered", "Lincolnshire")
                                .file(
                                        "file",
                                        "gp.zip",
                                        zip(
                                                GP + list("FEMALE", 2981, 3325, 3530),
                                                GP + list("MALE", 3000, 3300, 3500))));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        String dataset = Json.object(made).getString("id");
        JsonObject kept = Json.object(analyst.get("/api/cohort/datasets/" + dataset));
        assertThat(kept.getString("kind")).isEqualTo("POPULATION");
        assertThat(kept.getString("asAt")).isEqualTo("2024-04-01");
        assertThat(kept.getString("vintage")).isEqualTo("GP_PRACTICE");
        assertThat(kept.getString("geographyBasis")).isEqualTo("REGISTERED");
        String figure = Line.compute(analyst, dataset);
        assertThat(analyst.page("/figures/" + figure).select("main").text())
                .contains("5,981", "6,625", "7,030", "19,636");
    }

    @Test
    void people_by_area_and_age_are_modelled_from_two_files() throws IOException {
        String byAge =
                Json.object(
                                send(
                                        gp("Practices by age")
                                                .file(
                                                        "file",
                                                        "gp.zip",
                                                        zip(
                                                                GP + list("FEMALE", 20, 10, 20),
                                                                GP + list("MALE", 20, 10, 20)))))
                        .getString("id");
        String byArea =
                Json.object(
                                send(
                                        gp("Practices by LSOA")
                                                .field("vintage", "LSOA_2021")
                                                .file(
                                                        "file",
                                                        "lsoa.csv",
                                                        """
                                                        PUBLICATION,EXTRACT_DATE,PRACTICE_CODE,PRACTICE_NAME,LSOA_CODE,SEX,NUMBER_OF_PATIENTS
                                                        GP_PRAC_PAT_LIST,01APR2024,C83001,PARK,E01026006,ALL,25
                                                        GP_PRAC_PAT_LIST,01APR2024,C83001,PARK,E01026007,ALL,75
                                                        GP_PRAC_PAT_LIST,01APR2024,C83001,PARK,CLOSED,ALL,1
                                                        """
                                                                .getBytes(StandardCharsets.UTF_8))))
                        .getString("id");
        String path = "/datasets/modelled";
        FilledForm wrong =
                FilledForm.on(analyst.page(path), path)
                        .with("title", " ")
                        .with("byAge", "")
                        .with("byArea", "D-1999-0001");
        assertThat(Jsoup.parse(wrong.sendBy(analyst).body()).select(".govuk-error-summary").text())
                .contains("Give it a title", "Choose people by practice", "Choose patients of");

        String made =
                loaded(
                        FilledForm.on(analyst.page(path), path)
                                .with("byAge", byAge)
                                .with("byArea", byArea)
                                .sendBy(analyst));
        assertThat(analyst.page("/datasets/" + made).select("main").text())
                .contains(
                        "Registered people by LSOA and age, modelled",
                        "Modelled from PDS",
                        "Modelled, not counted: from " + byAge + " and " + byArea,
                        "Left out: 1 patients without an area in England");
        String figure = Line.compute(analyst, made);
        assertThat(analyst.page("/figures/" + figure).select("main").text())
                .contains("Modelled, not counted", "100");
    }

    private static Multipart gp(String title) {
        return new Multipart()
                .field("title", title)
                .field("publisher", "NHS England")
                .field("sourceSystem", "PDS")
                .field("licence", "OGL")
                .field("attribution", "Source: NHS England")
                .field("areaCovered", "Lincolnshire");
    }

    @ParameterizedTest
    @CsvSource({
        "kind, GOATS",
        "kind, CONTACTS",
        "unit, PLACE",
        "vintage, LSOA_1066",
        "extractDate, yesterday"
    })
    void a_field_over_http_that_cannot_be_used_is_named(String field, String value) {
        Multipart body = described("Refused").field(field, value);
        Answered.namesField(
                send(
                        body.file(
                                "file",
                                "a.csv",
                                "lsoa21_code,age_0\nE01000001,1\n"
                                        .getBytes(StandardCharsets.UTF_8))),
                field);
    }

    @Test
    void a_workbook_is_refused_with_how_to_save_it() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream workbook = new ZipOutputStream(bytes)) {
            workbook.putNextEntry(new ZipEntry("[Content_Types].xml"));
        }
        HttpResponse<String> answer =
                Line.description(analyst, "Workbook")
                        .sendBy(analyst, "a.xlsx", bytes.toByteArray());
        Document page = Answered.refusedField(answer, "file", "not loaded");
        assertThat(page.select("tbody").text()).contains("This is a workbook", "CSV UTF-8");
    }

    @Test
    void the_same_file_again_needs_a_word_and_a_withdrawn_dataset_is_offered_no_more() {
        byte[] csv =
                "lsoa21_code,district,age_0,age_1\nE01000001,Quorlax,1,2\n"
                        .getBytes(StandardCharsets.UTF_8);
        String first = loaded(form("Same file").sendBy(analyst, "a.csv", csv));
        HttpResponse<String> again = form("Same file").sendBy(analyst, "b.csv", csv);
        Document refused = Answered.refusedField(again, "again", first);
        assertThat(refused.select("a[href=/datasets/" + first + "]")).isNotEmpty();
        String second =
                loaded(form("Same file").with("again", "yes").sendBy(analyst, "b.csv", csv));
        assertThat(analyst.page("/datasets/" + second).select("main").text())
                .contains("version 2, this one", first + ", version 1", "the same file");

        String path = "/datasets/" + first + "/withdraw";
        Answered.refusedField(
                FilledForm.on(analyst.page(path), path).sendBy(analyst), "reason", "Say why");
        FilledForm withdrawal = FilledForm.on(analyst.page(path), path).with("reason", "A mistake");
        assertThat(Line.next(withdrawal.sendBy(analyst), "withdraw"))
                .isEqualTo("/datasets/" + first);
        assertThat(analyst.page("/datasets/" + first).select("main").text())
                .contains("Withdrawn on", "A mistake")
                .doesNotContain("Compute a figure from it");
        assertThat(withdrawal.sendBy(analyst).statusCode()).isEqualTo(409);
        remove(first);
        Answered.refusedField(
                FilledForm.on(analyst.page("/figures/new?dataset=" + second), "/figures/new")
                        .with("datasetId", second)
                        .with("ageFrom", "x")
                        .sendBy(analyst),
                "ageFrom",
                "");
        assertThat(analyst.page("/datasets?kind=CONTACTS").select("tbody").text())
                .doesNotContain(first);
    }

    private static void remove(String withdrawn) {
        String path = "/datasets/" + withdrawn + "/remove";
        assertThat(analyst.page("/datasets/" + withdrawn).select("a[href=" + path + "]"))
                .isNotEmpty();
        Answered.refusedField(
                FilledForm.on(analyst.page(path), path).sendBy(analyst), "reason", "Say why");
        FilledForm removal = FilledForm.on(analyst.page(path), path).with("reason", "Not needed");
        assertThat(Line.next(removal.sendBy(analyst), "remove"))
                .isEqualTo("/datasets/" + withdrawn);
        assertThat(analyst.page("/datasets/" + withdrawn).select("main").text())
                .contains("Its rows were removed on", "Not needed");
        Answered.refusedField(removal.sendBy(analyst), "reason", "removed already");
    }

    @Test
    void rows_in_use_are_not_removed() {
        HttpResponse<String> kept =
                FilledForm.on(
                                analyst.page("/datasets/D-2026-0001/remove"),
                                "/datasets/D-2026-0001/remove")
                        .with("reason", "Not needed")
                        .sendBy(analyst);

        Answered.refusedField(kept, "reason", "Withdraw D-2026-0001 first");
    }

    @Test
    void extracts_about_people_are_loaded_by_their_own_form_and_show_no_person() {
        String path = "/datasets/extracts/new";
        Answered.refusedField(
                extract(path, "Children")
                        .with("coversFrom-year", "")
                        .sendBy(analyst, "c.csv", children("x")),
                "coversFrom",
                "day");
        Document faulty =
                Answered.refusedField(
                        extract(path, "Children").sendBy(analyst, "c.csv", children("2031-99")),
                        "file",
                        "not loaded");
        assertThat(faulty.select("tbody").text()).contains("birth_month").doesNotContain("2031-99");
        String registrations =
                loaded(extract(path, "Children").sendBy(analyst, "c.csv", children("2021-03")));
        assertThat(analyst.page("/datasets/" + registrations).select("main").text())
                .contains("Registrations by year of birth", "Period covered")
                .doesNotContain("c81f", "f20a");

        Document contacts = analyst.page(path + "?kind=CONTACTS");
        String made =
                loaded(
                        filled(FilledForm.on(contacts, path), "Contacts")
                                .with("registrations", registrations)
                                .sendBy(
                                        analyst,
                                        "k.csv",
                                        "child,family,service,date,mode\nc81f,f20a,health-visiting,2023-03-21,home\n"
                                                .getBytes(StandardCharsets.UTF_8)));
        assertThat(analyst.page("/datasets/" + made).select("main").text())
                .contains("health-visiting", registrations);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/datasets/new",
                "/datasets/extracts/new",
                "/datasets/synthetic",
                "/datasets/modelled",
                "/work/1",
                "/datasets/D-2026-0001/withdraw"
            })
    void loading_is_for_analysts(String path) {
        assertThat(new Visitor(SERVER).get(path).statusCode()).isEqualTo(303);
        assertThat(Visitor.signedIn(SERVER, "officer").get(path).statusCode()).isEqualTo(403);
    }

    @Test
    void work_that_is_not_there_is_not_found() {
        assertThat(analyst.get("/work/999999999").statusCode()).isEqualTo(404);
        assertThat(analyst.get("/datasets/D-1999-0001").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest(name = "JavaScript: {0}")
    @ValueSource(booleans = {true, false})
    void the_pages_of_loading_are_well_made(boolean javaScript) throws IOException {
        Path lookup = Files.createTempFile("lookup", ".csv");
        lookup.toFile().deleteOnExit();
        Files.writeString(
                lookup,
                Files.readString(SharedCases.find("directory/geo/lincolnshire_lsoa21.csv"))
                        + "\r\n".repeat(javaScript ? 1 : 2));
        try (Browsers browsers = Browsers.open();
                Screen screen = browsers.window(SERVER, javaScript)) {
            screen.signIn("analyst").open("/datasets/synthetic").press("Make it");
            screen.open("/datasets/synthetic").fill("Seed", "x").press("Make it").refuses("seed");
            screen.open("/datasets/modelled").says("NHS England publishes");
            screen.open("/datasets/extracts/new").press("Load").refuses("file");
            screen.open("/datasets/extracts/new?kind=CONTACTS");
            screen.open("/datasets").press("Load a dataset").press("Load").refuses("title", "file");
            screen.fill("Title", "Areas of Lincolnshire")
                    .fill("Publisher", "Office for National Statistics")
                    .fill("Source system", "Look-up")
                    .fillDate("Extract date", 1, 6, 2022)
                    .fill("Attribution", "Source: Office for National Statistics")
                    .fillDate("Counted at", 31, 12, 2021)
                    .fill("Area covered by all rows together", "Lincolnshire")
                    .attach("CSV file", lookup)
                    .press("Load")
                    .says("435 rows are loaded", "Areas and look-ups", "Boston 001A");
            screen.press("Withdraw this dataset").press("Withdraw").refuses("reason");
            screen.fill("Why it is withdrawn", "Only a walk")
                    .press("Withdraw")
                    .says("Withdrawn on", "Only a walk");
            screen.open("/datasets?kind=AREAS").says("Withdrawn");
        }
    }

    private static Multipart described(String title) {
        return new Multipart()
                .field("title", title)
                .field("publisher", "ONS")
                .field("sourceSystem", "Estimates")
                .field("extractDate", "2021-09-16")
                .field("licence", "OGL")
                .field("attribution", "ONS")
                .field("asAt", "2020-06-30")
                .field("areaCovered", "Somewhere");
    }

    private static FilledForm form(String title) {
        return FilledForm.on(analyst.page("/datasets/new"), "/datasets/new")
                .with("title", title)
                .with("publisher", "ONS")
                .with("sourceSystem", "Estimates")
                .withDate("extractDate", 16, 9, 2021)
                .with("attribution", "ONS")
                .withDate("asAt", 30, 6, 2020)
                .with("areaCovered", "Somewhere");
    }

    private static FilledForm extract(String path, String title) {
        return filled(FilledForm.on(analyst.page(path), path), title);
    }

    private static FilledForm filled(FilledForm form, String title) {
        return form.with("title", title)
                .with("publisher", "Invented trust")
                .with("sourceSystem", "Invented")
                .withDate("extractDate", 2, 4, 2024)
                .withDate("coversFrom", 1, 4, 2020)
                .withDate("coversTo", 31, 3, 2024)
                .with("licence", "Agreement 1")
                .with("attribution", "Invented")
                .with("areaCovered", "Somewhere");
    }

    private static byte[] children(String birth) {
        return (CHILDREN + "c81f,f20a," + birth + ",E01026006,2021-03-20,\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Rows of one practice and sex for all ages; those over 2 are zero. */
    private static String list(String sex, int... youngest) {
        StringBuilder rows = new StringBuilder();
        for (int age = 0; age <= 95; age++) {
            rows.append("01APR2024,71E,E38000100,C83001,LN1 1AA,")
                    .append(sex)
                    .append(',')
                    .append(age == 95 ? "95+" : String.valueOf(age))
                    .append(',')
                    .append(age < youngest.length ? youngest[age] : 0)
                    .append('\n');
        }
        return rows.toString();
    }

    private static byte[] zip(String females, String males) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("gp-reg-pat-prac-sing-age-female.csv"));
            zip.write(females.getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("gp-reg-pat-prac-sing-age-male.csv"));
            zip.write(males.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static String loaded(HttpResponse<String> answer) {
        String next = Line.next(answer, "load");
        assertThat(next).matches("/datasets/D-[0-9]{4}-[0-9]{4,}\\?done=loaded");
        return next.substring("/datasets/".length(), next.indexOf('?'));
    }

    private static HttpResponse<String> send(Multipart body) {
        Visitor program = new Visitor(SERVER);
        return program.send(
                program.request("/api/cohort/datasets")
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", body.contentType())
                        .POST(BodyPublishers.ofByteArray(body.bytes())));
    }
}
