package org.answerable.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may do what, and what every answer carries so that nobody else can. */
class AccessIT {

    private static final String SESSION = "answerable_session";
    private static final String PUBLISHED = "LCC-2024-0001";
    private static final RunningAnswerable SERVER = RunningAnswerable.shared();

    private static Visitor officer;
    private static String submitted;

    @BeforeAll
    static void a_case_waits_for_approval() {
        officer = Visitor.signedIn(SERVER, "officer");
        submitted = Line.register(officer, "Opening hours", "When is the family hub open?");
        Line.grant(officer, submitted, 1, "From 9am to 5pm on working days.");
        Line.submit(officer, submitted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/cases/%s",
                "/cases/%s/details",
                "/cases/%s/questions",
                "/cases/%s/questions/1",
                "/cases/%s/letter",
                "/cases/%s/dispatch",
                "/cases/%s/publish",
                "/cases/%s/withdraw",
                "/api/foi/cases/%s"
            })
    void a_case_of_another_authority_is_not_found(String path) {
        Visitor other = Visitor.signedIn(SERVER, "icb-officer");
        HttpResponse<String> answer = other.get(path.formatted(submitted));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).doesNotContain("Opening hours");
    }

    @Test
    void a_case_of_another_authority_cannot_be_changed_or_listed() {
        Visitor other = Visitor.signedIn(SERVER, "icb-officer");
        String token = other.tokenOf("/cases/new");
        assertThat(other.post("/cases/" + submitted + "/submit", token).statusCode())
                .isEqualTo(404);
        assertThat(other.post("/cases/" + submitted + "/dispatch", token).statusCode())
                .isEqualTo(404);
        // Told apart from a case that does not exist in no way.
        assertThat(other.post("/cases/" + submitted + "/approve", token).statusCode())
                .isEqualTo(other.post("/cases/LCC-1999-9999/approve", token).statusCode());
        assertThat(other.get("/cases").body()).doesNotContain(submitted);
        assertThat(other.get("/api/foi/cases?authority=lincolnshire-cc").body())
                .doesNotContain(submitted);
        assertThat(state(submitted)).isEqualTo("AWAITING_APPROVAL");
    }

    @Test
    void a_program_of_another_authority_does_not_find_the_case() {
        String token = Line.token(SERVER, "icb-officer");
        assertThat(withToken(token, "/api/foi/cases/" + submitted).statusCode()).isEqualTo(404);
    }

    @Test
    void whoever_drafted_an_answer_cannot_approve_it() {
        Document page = officer.page(Line.casePath(submitted));
        assertThat(page.select("form[action$=/approve]")).isEmpty();
        HttpResponse<String> answer =
                officer.post(
                        Line.casePath(submitted) + "/approve",
                        officer.tokenOf("/cases/new"),
                        "version",
                        "1");
        isRefusedInTheDesign(answer, 403);
        assertThat(state(submitted)).isEqualTo("AWAITING_APPROVAL");
    }

    @Test
    void an_approver_cannot_register() {
        Visitor approver = Visitor.signedIn(SERVER, "approver");
        isRefusedInTheDesign(approver.get("/cases/new"), 403);
        isRefusedInTheDesign(
                approver.post("/cases/new", approver.tokenOf("/account"), "text", "What?"), 403);
    }

    @ParameterizedTest(name = "{0} does not see {1}")
    @CsvSource({
        "officer, /approvals",
        "officer, /datasets/new",
        "officer, /accounts",
        "approver, /cases/new",
        "approver, /datasets/new",
        "approver, /accounts",
        "analyst, /cases/new",
        "analyst, /approvals",
        "analyst, /accounts",
        "editor, /cases/new",
        "editor, /approvals",
        "editor, /datasets/new",
        "editor, /accounts",
        "admin, /cases/new",
        "admin, /approvals",
        "admin, /datasets/new"
    })
    void a_page_for_another_role_is_refused_in_the_design(String account, String path) {
        isRefusedInTheDesign(Visitor.signedIn(SERVER, account).get(path), 403);
    }

    @ParameterizedTest
    @CsvSource({"analyst", "editor", "admin"})
    void those_who_do_not_work_on_cases_see_none(String account) {
        Visitor visitor = Visitor.signedIn(SERVER, account);
        for (String path : List.of("/cases", Line.casePath(submitted), "/api/foi/cases")) {
            HttpResponse<String> answer = visitor.get(path);
            assertThat(answer.statusCode()).as(path).isIn(403, 404);
            assertThat(answer.body()).as(path).doesNotContain("Opening hours", Line.REQUESTER_NAME);
        }
    }

    @Test
    void a_visitor_is_sent_to_sign_in_and_back() {
        Visitor visitor = new Visitor(SERVER);
        String signIn = Line.next(visitor.get("/cases?state=DRAFTING&page=1"), "the list");
        assertThat(signIn).isEqualTo("/sign-in?next=%2Fcases%3Fstate%3DDRAFTING%26page%3D1");
        assertThat(Line.next(signIn(visitor, signIn, "officer", "demo-officer"), "sign-in"))
                .isEqualTo("/cases?state=DRAFTING&page=1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "/\\\\evil.example/",
                "javascript:x"
            })
    void sign_in_leads_to_no_other_site(String next) {
        Visitor visitor = new Visitor(SERVER);
        HttpResponse<String> answer =
                FilledForm.on(visitor.page("/sign-in"), "/sign-in")
                        .with("next", next)
                        .with("username", "officer")
                        .with("password", "demo-officer")
                        .sendBy(visitor);
        assertThat(Line.next(answer, "sign-in")).isEqualTo("/start");
        assertThat(answer.headers().firstValue("Location").orElseThrow()).doesNotContain("evil");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/disclosures",
                "/disclosures?q=babies",
                "/disclosures/" + PUBLISHED,
                "/figures/F-2026-0001",
                "/services",
                "/services?postcode=LN1+1ZZ",
                "/oruk/v3/services",
                "/accessibility",
                "/privacy",
                "/api/foi/disclosures",
                "/no-such-page"
            })
    void reading_sets_no_cookie(String path) {
        assertThat(new Visitor(SERVER).get(path).headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void the_session_cookie_is_new_secure_http_only_and_same_site() {
        Visitor visitor = new Visitor(SERVER);
        visitor.cookies().put(SESSION, "chosen-by-somebody-else");
        HttpResponse<String> answer = signIn(visitor, "/sign-in", "officer", "demo-officer");
        List<String> set =
                answer.headers().allValues("Set-Cookie").stream()
                        .filter(cookie -> cookie.startsWith(SESSION + "="))
                        .toList();
        assertThat(set).hasSize(1);
        List<String> parts = Arrays.stream(set.get(0).split(";")).map(String::strip).toList();
        assertThat(parts)
                .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain(SESSION + "=chosen-by-somebody-else")
                .noneMatch(part -> part.startsWith("Domain"));
    }

    @Test
    void signing_out_ends_the_session_on_the_server() {
        Visitor visitor = Visitor.signedIn(SERVER, "officer");
        String session = visitor.cookies().get(SESSION);
        assertThat(visitor.get("/cases").statusCode()).isEqualTo(200);
        HttpResponse<String> answer =
                FilledForm.on(visitor.page("/cases"), "/sign-out").sendBy(visitor);
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(visitor.cookies()).doesNotContainKey(SESSION);
        visitor.cookies().put(SESSION, session);
        assertThat(visitor.get("/cases").statusCode()).isEqualTo(303);
    }

    @Test
    void signing_out_everywhere_ends_the_sessions_on_other_devices() {
        Visitor here = Visitor.signedIn(SERVER, "editor");
        Visitor there = Visitor.signedIn(SERVER, "editor");
        assertThat(there.get("/account").statusCode()).isEqualTo(200);
        FilledForm.on(here.page("/account"), "/account/sign-out-everywhere").sendBy(here);
        assertThat(there.get("/account").statusCode()).isEqualTo(303);
    }

    @Test
    void five_wrong_passwords_lock_an_account() {
        String username = Line.account(SERVER, "forgetful-person", "contributor");
        Visitor visitor = new Visitor(SERVER);
        for (int i = 0; i < 5; i++) {
            HttpResponse<String> answer = signIn(visitor, "/sign-in", username, "wrong-" + i);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).doesNotContain("wrong-" + i);
        }
        HttpResponse<String> right = signIn(visitor, "/sign-in", username, "demo-" + username);
        assertThat(right.statusCode()).isEqualTo(422);
        assertThat(right.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(basicToken(username, "demo-" + username).statusCode()).isEqualTo(401);
    }

    @Test
    void a_wrong_name_and_a_wrong_password_are_told_in_the_same_words() {
        Visitor visitor = new Visitor(SERVER);
        String nobody = problems(signIn(visitor, "/sign-in", "nobody", "demo-editor"));
        String wrong = problems(signIn(visitor, "/sign-in", "editor", "not-this"));
        assertThat(nobody).isNotEmpty().isEqualTo(wrong);
        // The right password afterwards: the failures in a row end here.
        assertThat(signIn(visitor, "/sign-in", "editor", "demo-editor").statusCode())
                .isEqualTo(303);
    }

    @ParameterizedTest(name = "token “{0}”")
    @ValueSource(strings = {"", "wrong", "the-approver's"})
    void a_form_without_the_token_of_its_sender_changes_nothing(String given) {
        String token =
                given.equals("the-approver's")
                        ? Visitor.signedIn(SERVER, "approver").tokenOf("/account")
                        : given;
        String subject = "Forged " + given.length();
        HttpResponse<String> answer =
                officer.post(
                        "/cases/new",
                        token,
                        "text",
                        "1. What is this?",
                        "subject",
                        subject,
                        "received-day",
                        "21",
                        "received-month",
                        "3",
                        "received-year",
                        "2024",
                        "channel",
                        "EMAIL",
                        "authority",
                        "lincolnshire-cc",
                        "requester-name",
                        "Someone",
                        "requester-email",
                        "someone@nowhere.example");
        isRefusedInTheDesign(answer, 403);
        assertThat(answer.body()).contains("out of date");
        assertThat(officer.page("/cases?q=Forged").select("tbody tr")).isEmpty();
    }

    @Test
    void a_form_that_leaves_the_token_out_is_refused() {
        HttpResponse<String> answer =
                officer.post(
                        Line.casePath(submitted) + "/return",
                        "application/x-www-form-urlencoded",
                        BodyPublishers.ofString("reason=Because"));
        isRefusedInTheDesign(answer, 403);
        HttpResponse<String> upload =
                Visitor.signedIn(SERVER, "analyst")
                        .post(
                                "/datasets/new",
                                new Multipart().contentType(),
                                new Multipart().field("title", "Forged").publisher());
        isRefusedInTheDesign(upload, 403);
    }

    @Test
    void another_site_cannot_use_a_session_for_json() {
        HttpResponse<String> answer =
                officer.send(
                        officer.request("/api/foi/cases")
                                .header("Origin", "https://evil.example")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{}")));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(type(answer)).isEqualTo("application/problem+json");
    }

    @Test
    void a_revoked_token_opens_nothing() {
        Visitor visitor = Visitor.signedIn(SERVER, "officer");
        HttpResponse<String> made =
                FilledForm.on(visitor.page("/account"), "/account/tokens")
                        .with("name", "to be revoked")
                        .sendBy(visitor);
        String token = visitor.page(Line.next(made, "make a token")).select("#new-token").text();
        assertThat(token).isNotEmpty();
        assertThat(withToken(token, "/api/foi/cases").statusCode()).isEqualTo(200);

        Document account = visitor.page("/account");
        assertThat(account.text()).as("a token is shown once").doesNotContain(token);
        String id = account.select("tr:contains(to be revoked) input[name=id]").attr("value");
        visitor.post("/account/tokens/revoke", visitor.tokenOf("/account"), "id", id);

        HttpResponse<String> refused = withToken(token, "/api/foi/cases");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate")).isPresent();
    }

    @Test
    void a_token_of_somebody_else_cannot_be_revoked() {
        String token = Line.token(SERVER, "officer");
        Visitor owner = Visitor.signedIn(SERVER, "officer");
        Visitor other = Visitor.signedIn(SERVER, "editor");
        for (String id :
                owner.page("/account").select("main td input[name=id]").eachAttr("value")) {
            other.post("/account/tokens/revoke", other.tokenOf("/account"), "id", id);
        }
        assertThat(withToken(token, "/api/foi/cases").statusCode()).isEqualTo(200);
    }

    @Test
    void programs_are_told_to_sign_in_by_problem_json() {
        HttpResponse<String> answer = new Visitor(SERVER).get("/api/foi/cases");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(type(answer)).isEqualTo("application/problem+json");
        assertThat(Json.object(answer).getInt("status")).isEqualTo(401);
        assertThat(withToken("invented", "/api/foi/cases").statusCode()).isEqualTo(401);
        assertThat(basicToken("officer", "wrong").statusCode()).isEqualTo(401);
        assertThat(Visitor.signedIn(SERVER, "officer").get("/cases").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/disclosures",
                "/disclosures/" + PUBLISHED,
                "/api/foi/disclosures",
                "/api/foi/disclosures.csv",
                "/figures/F-2026-0001",
                "/services",
                "/sign-in",
                "/no-such-page",
                "/api/no-such-resource",
                "/health/ready",
                "/metrics",
                "/openapi",
                "/WEB-INF/web.xml"
            })
    void every_answer_carries_the_headers_and_names_no_server(String path) {
        carriesTheHeaders(new Visitor(SERVER).get(path), path);
    }

    @Test
    void pages_of_a_case_are_never_stored() {
        for (String path : List.of("/cases", Line.casePath(submitted), "/account")) {
            HttpResponse<String> answer = officer.get(path);
            assertThat(answer.statusCode()).isEqualTo(200);
            carriesTheHeaders(answer, path);
            assertThat(header(answer, "Cache-Control")).as(path).isEqualTo("no-store");
        }
    }

    private static void carriesTheHeaders(HttpResponse<String> answer, String path) {
        assertThat(header(answer, "Content-Security-Policy"))
                .as(path)
                .startsWith("default-src 'none';")
                .contains("style-src 'self'", "script-src 'self'", "frame-ancestors 'none'")
                .contains("form-action 'self'", "base-uri 'none'")
                .doesNotContain("unsafe", "http:", "https:", "*");
        assertThat(header(answer, "X-Content-Type-Options")).as(path).isEqualTo("nosniff");
        assertThat(header(answer, "Referrer-Policy")).as(path).isEqualTo("same-origin");
        assertThat(answer.headers().map())
                .as(path)
                .doesNotContainKeys("server", "x-powered-by", "Server", "X-Powered-By");
        assertThat(answer.body())
                .as(path)
                .doesNotContainIgnoringCase("payara")
                .doesNotContainIgnoringCase("glassfish");
    }

    @Test
    void assets_have_hashed_names_and_are_kept_for_a_year() {
        Visitor visitor = new Visitor(SERVER);
        List<String> assets =
                visitor.page("/").select("[href^=/assets/], [src^=/assets/]").stream()
                        .map(
                                element ->
                                        element.hasAttr("src")
                                                ? element.attr("src")
                                                : element.attr("href"))
                        .toList();
        assertThat(assets).hasSizeGreaterThanOrEqualTo(3);
        for (String asset : assets) {
            assertThat(asset).matches("/assets/[a-z]+\\.[0-9a-f]{10}\\.(css|js|svg)");
            HttpResponse<String> answer = visitor.get(asset);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(header(answer, "Cache-Control"))
                    .isEqualTo("public, max-age=31536000, immutable");
        }
    }

    @Test
    void a_first_visit_is_small() throws Exception {
        Document home = new Visitor(SERVER).page("/");
        int css = sizeSent(home.select("link[rel=stylesheet]").attr("href"));
        int script = sizeSent(home.select("script").attr("src"));
        assertThat(css).isLessThanOrEqualTo(20 * 1024);
        assertThat(script).isLessThanOrEqualTo(15 * 1024);
        for (String path : List.of("/", "/disclosures", "/disclosures/" + PUBLISHED, "/services")) {
            int html = sizeSent(path);
            assertThat(html).as(path).isLessThanOrEqualTo(30 * 1024);
            assertThat(html + css + script).as(path).isLessThanOrEqualTo(100 * 1024);
        }
    }

    /** Bytes of the body as a browser that takes gzip receives them. */
    private static int sizeSent(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()
                        .send(
                                HttpRequest.newBuilder(SERVER.address(path))
                                        .header("Accept-Encoding", "gzip")
                                        .build(),
                                BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        return answer.body().length;
    }

    @Test
    void an_unknown_page_is_answered_in_the_design_and_an_unknown_resource_as_json() {
        isRefusedInTheDesign(new Visitor(SERVER).get("/no-such-page"), 404);
        isRefusedInTheDesign(new Visitor(SERVER).get("/disclosures/LCC-1999-0001"), 404);
        for (String path : List.of("/api/no-such-thing", "/api/foi/disclosures/LCC-1999-0001")) {
            HttpResponse<String> answer = new Visitor(SERVER).get(path);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(type(answer)).isEqualTo("application/problem+json");
        }
    }

    @Test
    void readiness_is_open_and_metrics_are_not() {
        Visitor visitor = new Visitor(SERVER);
        HttpResponse<String> ready = visitor.get("/health/ready");
        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(Json.object(ready).getString("status")).isEqualTo("UP");
        assertThat(visitor.get("/metrics").statusCode()).isIn(401, 403, 404);
    }

    @Test
    void the_openapi_description_lists_the_json_resources_and_no_page() {
        List<String> paths =
                new Visitor(SERVER)
                        .get("/openapi")
                        .body()
                        .lines()
                        .dropWhile(line -> !line.equals("paths:"))
                        .takeWhile(
                                line -> !line.equals("components:") && !line.equals("endpoints:"))
                        .filter(line -> line.matches("  \"?/.*"))
                        .map(line -> line.strip().replaceAll("[\":]", ""))
                        .toList();
        assertThat(paths)
                .contains(
                        "/api/foi/cases",
                        "/api/foi/cases/{reference}",
                        "/api/foi/disclosures",
                        "/api/foi/disclosures/{reference}",
                        "/api/foi/disclosures.csv",
                        "/api/foi/disclosures.atom",
                        "/api/cohort/datasets",
                        "/api/cohort/datasets/{id}",
                        "/api/cohort/figures",
                        "/api/cohort/figures/{id}",
                        "/api/cohort/figures/{id}.csv",
                        "/api/cohort/figures/{id}.svg",
                        "/api/cohort/figures/{id}/recompute",
                        "/api/directory/coverage",
                        "/api/directory/imports",
                        "/oruk/v3/services",
                        "/api/tokens")
                .allMatch(
                        path ->
                                path.startsWith("/api/")
                                        || path.startsWith("/oruk/v3")
                                        || path.endsWith(".jsonld")
                                        || path.equals("/services.csv-set"));
    }

    private static void isRefusedInTheDesign(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select("html").attr("lang")).isEqualTo("en-GB");
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("link[rel=stylesheet]")).hasSize(1);
        assertThat(page.select("main p").text()).isNotEmpty();
    }

    private static HttpResponse<String> signIn(
            Visitor visitor, String page, String username, String password) {
        return FilledForm.on(visitor.page(page), "/sign-in")
                .with("username", username)
                .with("password", password)
                .sendBy(visitor);
    }

    private static String problems(HttpResponse<String> answer) {
        return Jsoup.parse(answer.body()).select(".govuk-error-summary").text();
    }

    private static HttpResponse<String> basicToken(String username, String password) {
        Visitor program = new Visitor(SERVER);
        return program.send(
                program.request("/api/tokens")
                        .header("Authorization", Line.basic(username, password))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"name\": \"test\", \"days\": 1}")));
    }

    private static HttpResponse<String> withToken(String token, String path) {
        Visitor program = new Visitor(SERVER);
        return program.send(program.request(path).header("Authorization", "Bearer " + token).GET());
    }

    private static String state(String reference) {
        return Json.object(officer.get("/api/foi/cases/" + reference)).getString("state");
    }

    private static String type(HttpResponse<String> answer) {
        return header(answer, "Content-Type").split(";")[0];
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("(none)");
    }
}
