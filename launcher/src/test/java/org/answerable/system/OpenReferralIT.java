package org.answerable.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The Open Referral UK feed as HTTP has it. What is in it is tested where it is made. */
class OpenReferralIT {

    private static final RunningAnswerable SERVER = RunningAnswerable.shared();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String UNKNOWN = "00000000-0000-4000-8000-000000000000";

    @ParameterizedTest
    @ValueSource(strings = {"/oruk/v3", "/oruk/v3/"})
    void the_base_answers_directly_with_addresses_that_lead_somewhere(String base) {
        HttpResponse<String> answer = get(base);

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonObject about = Json.object(answer.body());
        assertThat(about.getString("version")).isEqualTo("HSDS-UK-3.0");
        URI openApi = URI.create(about.getString("openapi_url"));
        assertThat(openApi).isEqualTo(SERVER.address("/oruk/v3/openapi.json"));
        JsonObject document = Json.object(get(openApi.getPath()).body());
        assertThat(document.getJsonObject("paths").keySet())
                .hasSize(11)
                .contains("/services", "/taxonomy_terms/{id}");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /oruk/v3/services, 200",
        "GET, /oruk/v3/services?page=x, 400",
        "GET, /oruk/v3/services/" + UNKNOWN + ", 404",
        "GET, /oruk/v3/services/17, 400",
        "GET, /oruk/v3/nothing, 404",
        "GET, /oruk, 404",
        "GET, /oruk/v3/services?postcode=BT1%201AA, 400",
        "POST, /oruk/v3/services, 405",
        "DELETE, /oruk/v3, 405",
        "OPTIONS, /oruk/v3/services, 204",
        "HEAD, /oruk/v3/organizations, 200"
    })
    void every_answer_is_open_to_other_sites_and_asks_nobody_to_sign_in(
            String method, String path, int status) {
        HttpResponse<String> answer = send(method, path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        if (status >= 400) {
            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(t -> assertThat(t).startsWith("application/problem+json"));
            assertThat(Json.object(answer.body()).getInt("status")).isEqualTo(status);
        }
        if (status == 405) {
            assertThat(answer.headers().firstValue("Allow"))
                    .hasValueSatisfying(allow -> assertThat(allow).contains("GET"));
        }
    }

    @Test
    void a_head_says_what_a_get_would_and_an_unchanged_list_is_not_sent_again() {
        HttpResponse<String> whole = get("/oruk/v3/services?per_page=5");
        String tag = whole.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> head = send("HEAD", "/oruk/v3/services?per_page=5");
        assertThat(head.headers().firstValue("ETag")).contains(tag);
        assertThat(head.body()).isEmpty();

        HttpResponse<String> again = get("/oruk/v3/services?per_page=5", "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(get("/oruk/v3/services?per_page=4").headers().firstValue("ETag"))
                .isPresent()
                .isNotEqualTo(java.util.Optional.of(tag));
    }

    @Test
    void a_list_is_compressed_for_whoever_takes_that() {
        assertThat(
                        get("/oruk/v3/services", "Accept-Encoding", "gzip")
                                .headers()
                                .firstValue("Content-Encoding"))
                .contains("gzip");
        assertThat(get("/oruk/v3/services").headers().firstValue("Vary"))
                .hasValueSatisfying(vary -> assertThat(vary).contains("Accept-Encoding"));
    }

    /** A letter written as %65 stands for itself, but is no plain question: the resource answers it. */
    @ParameterizedTest
    @CsvSource({
        "services, p%65r_page=20, per_page=20",
        "services, s%65arch=baby+parents, search=baby+parents",
        "services, full=tru%65&colour=red, full=true&colour=red",
        "services, postcod%65=LN1+1AA&proximity=20000, postcode=LN1+1AA&proximity=20000",
        "organizations, p%65r_page=20, per_page=20",
        "taxonomy_terms, top_only=tru%65, top_only=true"
    })
    void what_is_remembered_is_given_as_the_resource_gives_it(
            String list, String encoded, String plain) {
        for (String encoding : List.of("gzip", "identity")) {
            HttpResponse<String> resource =
                    get("/oruk/v3/" + list + "?" + encoded, "Accept-Encoding", encoding);
            HttpResponse<String> again =
                    get("/oruk/v3/" + list + "?" + plain, "Accept-Encoding", encoding);

            assertThat(resource.statusCode()).isEqualTo(200);
            assertThat(again.statusCode()).isEqualTo(200);
            assertThat(again.body()).isEqualTo(resource.body());
            assertThat(said(again)).isEqualTo(said(resource));
            assertThat(again.headers().firstValue("Content-Security-Policy")).isPresent();
            assertThat(again.headers().firstValue("Content-Length")).isPresent();
        }
    }

    @Test
    void what_is_wrong_is_never_remembered() {
        for (int i = 0; i < 2; i++) {
            assertThat(get("/oruk/v3/services?per_page=0").statusCode()).isEqualTo(400);
            assertThat(get("/oruk/v3/services?page=x").statusCode()).isEqualTo(400);
            assertThat(get("/oruk/v3/services?per_page=5", "Accept", "text/csv").statusCode())
                    .isEqualTo(
                            get("/oruk/v3/services?per_pag%65=5", "Accept", "text/csv")
                                    .statusCode());
        }
    }

    /** All headers but those of the day and of how the bytes come. */
    private static Map<String, List<String>> said(HttpResponse<String> answer) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(answer.headers().map());
        headers.keySet()
                .removeAll(Set.of("date", "content-length", "transfer-encoding", "connection"));
        return headers;
    }

    @Test
    void lines_come_as_lines_and_as_many_as_there_are() {
        HttpResponse<String> lines = get("/oruk/v3/services?format=ndjson&full=true");

        assertThat(lines.headers().firstValue("Content-Type")).contains("application/x-ndjson");
        int total = Json.object(get("/oruk/v3/services").body()).getInt("total_items");
        assertThat(lines.body().lines().filter(line -> !line.isBlank()).count()).isEqualTo(total);
        lines.body().lines().forEach(line -> assertThat(Json.object(line)).containsKey("status"));
    }

    @Test
    void an_address_in_the_host_header_is_not_believed() {
        assertThat(get("/oruk/v3", "X-Forwarded-Host", "evil.example").body())
                .doesNotContain("evil.example");
    }

    @Test
    void unknown_parameters_are_named() {
        assertThat(get("/oruk/v3/services?colour=red").headers().firstValue("X-Ignored-Parameters"))
                .contains("colour");
    }

    @Test
    void a_search_in_the_body_finds_what_the_parameters_do() {
        HttpResponse<String> found =
                send(
                        HttpRequest.newBuilder(SERVER.address("/api/directory/services"))
                                .header("Content-Type", "application/json")
                                .POST(
                                        BodyPublishers.ofString(
                                                "{\"postcode\": \"LN1 1ZZ\", \"proximity\": 5000, \"age\": 0.5, \"day\": [\"TU\", \"FR\"]}"))
                                .build());

        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(Json.object(found).getJsonArray("contents"))
                .isNotEmpty()
                .isEqualTo(
                        Json.object(
                                        get(
                                                "/oruk/v3/services?postcode=LN1+1ZZ&proximity=5000&age=0.5&day=TU,FR"))
                                .getJsonArray("contents"));
        HttpResponse<String> bad =
                send(
                        HttpRequest.newBuilder(SERVER.address("/api/directory/services"))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("[1"))
                                .build());
        assertThat(bad.statusCode()).isEqualTo(400);
    }

    @Test
    void nothing_of_a_confidential_place_is_in_any_answer() throws IOException {
        List<String> answers = new ArrayList<>();
        for (String path :
                List.of(
                        "/oruk/v3/services?full=true&per_page=200&status=all",
                        "/oruk/v3/services?format=ndjson&full=true&status=all",
                        "/oruk/v3/service_at_locations?full=true&per_page=200",
                        "/oruk/v3/organizations?full_service=true",
                        "/oruk/v3/services?search=hidden",
                        "/oruk/v3/services?postcode=PE20%201ZZ&proximity=500&full=true",
                        "/services?q=hidden",
                        "/services?q=safe",
                        "/services?postcode=PE20+1ZZ",
                        "/services/e67c7ed8-d903-531f-8f1d-c66c9fef74b1")) {
            answers.add(get(path).body());
        }
        assertThat(answers.get(0)).contains("A safe place for families");
        assertThat(answers)
                .allSatisfy(
                        body -> assertThat(body).doesNotContain("11 Hidden Drive", "Safe house"));
        // The point of a postcode that somebody asks for is that of the postcode.
        assertThat(answers.subList(0, 5))
                .allSatisfy(body -> assertThat(body).doesNotContain("PE20", "52.93,", "-0.13,"));
        assertThat(
                        Json.object(
                                        get("/oruk/v3/services?postcode=PE20%201ZZ&proximity=500")
                                                .body())
                                .getInt("total_items"))
                .isZero();
    }

    @Test
    void the_demonstration_directory_is_checked_lately_and_by_a_shared_mailbox() {
        JsonObject list = Json.object(get("/oruk/v3/services?per_page=200").body());
        assertThat(list.getJsonArray("contents"))
                .hasSizeGreaterThan(15)
                .allSatisfy(
                        item ->
                                assertThat(item.asJsonObject().getString("assurer_email"))
                                        .isEqualTo("family.directory@services.example.org"));
    }

    private static HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(SERVER.address(path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request.build());
    }

    private static HttpResponse<String> send(String method, String path) {
        return send(
                HttpRequest.newBuilder(SERVER.address(path))
                        .method(method, BodyPublishers.noBody())
                        .build());
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return CLIENT.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
