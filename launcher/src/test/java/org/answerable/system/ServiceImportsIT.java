package org.answerable.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Services of others come in by page and by program, pairs of them are looked at, and all of them go out as CSV. */
class ServiceImportsIT {

    private static final String IMPORTS = "/api/directory/imports";

    private static Browsers browsers;
    private static RunningAnswerable server;
    private static Program editor;

    @TempDir private Path folder;

    @BeforeAll
    static void open() {
        browsers = Browsers.open();
        server = RunningAnswerable.shared();
        editor = Program.of(server, "editor");
    }

    @AfterAll
    static void close() {
        if (browsers != null) {
            browsers.close();
        }
    }

    @Test
    void a_program_checks_a_file_imports_it_and_reads_every_finding() {
        String lines =
                service("program", 1, "Night owls")
                        + "\n"
                        + service("program", 2, "Early birds")
                                .replace("\"active\"", "\"active\",\"maximum_age\":200");

        JsonObject checked = Json.object(send(lines, "dry", "true", "source", "A program"));

        assertThat(checked.getString("state")).isEqualTo("done");
        assertThat(checked.getBoolean("dry")).isTrue();
        assertThat(checked.getInt("added")).isEqualTo(2);
        assertThat(feed("Night owls")).isZero();
        HttpResponse<String> answer = send(lines, "source", "A program");
        JsonObject report = Json.object(answer);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Location").orElse(""))
                .endsWith(report.getString("href"));
        assertThat(report.getInt("added")).isEqualTo(2);
        assertThat(report.getInt("warnings")).isEqualTo(1);
        assertThat(feed("Night owls")).isEqualTo(1);
        assertThat(editor.get(report.getString("findings")).body())
                .startsWith("number,line,record,severity")
                .contains("/maximum_age", "200");
        assertThat(Json.object(send(lines, "source", "A program")).getInt("unchanged"))
                .isEqualTo(2);
        assertThat(Json.object(editor.get(IMPORTS + "?per_page=2")).getJsonArray("items"))
                .hasSize(2);
    }

    @Test
    void what_cannot_be_imported_is_refused_by_field() {
        for (String body :
                List.of("", "[", "[]", "{\"url\": 7}", "{\"url\": \"x\", \"dry\": \"yes\"}")) {
            assertThat(editor.post(IMPORTS, body).statusCode()).as(body).isEqualTo(422);
        }
        for (String url :
                List.of("http://127.0.0.1/", "file:///etc/passwd", "https://example.org/oruk")) {
            HttpResponse<String> answer = editor.post(IMPORTS, "{\"url\": \"" + url + "\"}");
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("\"field\":\"url\"");
        }
        HttpResponse<String> html = send("<html></html>", "source", "Nobody");
        assertThat(html.statusCode()).isEqualTo(200);
        assertThat(Json.object(html).getString("state")).isEqualTo("failed");
        assertThat(Json.object(html).getString("message")).contains("not JSON");
        assertThat(editor.get(IMPORTS + "/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    }

    @Test
    void only_editors_import() {
        assertThat(Program.of(server, "officer").post(IMPORTS, "{\"url\": \"x\"}").statusCode())
                .isEqualTo(403);
        Visitor visitor = new Visitor(server);
        assertThat(visitor.get(IMPORTS).statusCode()).isEqualTo(401);
        Visitor officer = Visitor.signedIn(server, "officer");
        for (String page : List.of("", "/file", "/feed")) {
            assertThat(officer.get("/directory/imports" + page).statusCode()).isEqualTo(403);
        }
        assertThat(officer.get("/directory/duplicates").statusCode()).isEqualTo(403);
    }

    @Test
    void everybody_gets_the_services_as_csv() throws IOException, InterruptedException {
        HttpResponse<byte[]> answer =
                java.net.http.HttpClient.newHttpClient()
                        .send(
                                new Visitor(server).request("/services.csv-set").GET().build(),
                                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/zip");
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
            for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                names.add(e.getName());
                if (e.getName().equals("services.csv")) {
                    assertThat(
                                    new String(zip.readAllBytes(), StandardCharsets.UTF_8)
                                            .lines()
                                            .count())
                            .isGreaterThan(10);
                }
            }
        }
        assertThat(names)
                .contains(
                        "csv-metadata.json", "services.csv", "organizations.csv", "schedules.csv");
    }

    @ParameterizedTest(name = "JavaScript: {0}")
    @ValueSource(booleans = {true, false})
    void an_editor_imports_a_file_on_the_pages(boolean javaScript) throws IOException {
        String source = "Pages " + javaScript;
        Path file =
                Files.writeString(
                        folder.resolve("services.ndjson"),
                        service(source, 1, "Page turners")
                                .replace("\"active\"", "\"active\",\"url\":\"no address\""));
        try (Screen screen = browsers.window(server, javaScript).signIn("editor")) {
            screen.open("/directory/imports/file").press("Import").refuses("file");
            screen.fill("Name of the source (optional)", source)
                    .attach("JSON, or JSON lines", file)
                    .press("Import");
            screen.shows(source)
                    .says("What is new and changed is published.", "/url", "no address");
            screen.open("/directory/imports").says(source);
            screen.open("/directory/imports/feed").says("No feed may be fetched yet");
        }
    }

    @ParameterizedTest(name = "JavaScript: {0}")
    @ValueSource(booleans = {true, false})
    void an_editor_merges_a_pair_and_takes_it_back(boolean javaScript) {
        String name = "Songs at the mill " + javaScript;
        send(service("one " + javaScript, 1, name), "source", "One " + javaScript);
        send(service("two " + javaScript, 1, name), "source", "Two " + javaScript);
        try (Screen screen = browsers.window(server, javaScript).signIn("editor")) {
            screen.open("/directory/duplicates");
            screen.open(pairOf(name)).shows("One service or two?");
            screen.press("Merge").refuses("keep");
            screen.choose("First: " + name).press("Merge").says("The first stays.");
            screen.press("Undo the merge").says("They are one. Which record stays?");
            screen.press("They are two: not the same").shows("Services that may be one");
        }
    }

    /** Compares all services, and gives the address of the pair of this name. */
    private static String pairOf(String name) {
        Visitor visitor = Visitor.signedIn(server, "editor");
        String list = "/directory/duplicates";
        assertThat(visitor.post(list + "/compare", visitor.tokenOf(list)).statusCode())
                .isEqualTo(303);
        return visitor.page(list)
                .select("a[href^=" + list + "/]:contains(" + name + ")")
                .attr("href");
    }

    private static int feed(String words) {
        return Json.object(
                        new Visitor(server)
                                .get("/oruk/v3/services?search=" + words.replace(" ", "+")))
                .getInt("total_items");
    }

    private static HttpResponse<String> send(String text, String... fields) {
        Multipart body =
                new Multipart()
                        .file("file", "services.ndjson", text.getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < fields.length; i += 2) {
            body.field(fields[i], fields[i + 1]);
        }
        Visitor visitor = new Visitor(server);
        return visitor.send(
                visitor.request(IMPORTS)
                        .header("Authorization", "Bearer " + editor.token())
                        .header("Content-Type", body.contentType())
                        .POST(BodyPublishers.ofByteArray(body.bytes())));
    }

    private static String service(String source, int number, String name) {
        return """
                {"id":"%s","name":"%s","status":"active","email":"help@example.org","phones":[{"id":"%s","number":"01632 960%03d"}],"organization":{"id":"%s","name":"%s","description":"Made"}}"""
                .formatted(
                        id(source, "service" + number),
                        name,
                        id(source, "phone" + number),
                        Math.abs(name.hashCode()) % 1000,
                        id(source, "organization"),
                        source);
    }

    private static String id(String source, String what) {
        return UUID.nameUUIDFromBytes((source + " " + what).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
