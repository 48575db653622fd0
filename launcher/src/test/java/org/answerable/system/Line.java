package org.answerable.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * The steps from a pasted request to a published answer, as officer, analyst and approver take them
 * on the pages. Each step checks that it was taken: 303 to the next page.
 */
final class Line {

    static final String POPULATION =
            "cohort/population/lincolnshire_lsoa11_mid2020_age0-5_imd2019.csv";

    static final String REQUESTER_NAME = "Quendolyn Featherstonehaugh";
    static final String REQUESTER_EMAIL = "q.featherstonehaugh@nowhere.example";
    static final String REQUESTER_ADDRESS = "17 Nonesuch Lane, Thistlewick";

    static final String IN_FAVOUR = "The public may judge how the programme is run.";
    static final String AGAINST = "The next tender would draw fewer and dearer bids.";
    static final String BALANCE = "The harm to the running tender outweighs it until the award.";

    private Line() {}

    /** Registers a request, finds it valid, and gives the case's reference. */
    static String register(Visitor officer, String subject, String text) {
        String reference = receive(officer, subject, text);
        findValid(officer, reference);
        return reference;
    }

    static void findValid(Visitor officer, String reference) {
        String path = casePath(reference) + "/validity";
        next(
                FilledForm.on(officer.page(path), path)
                        .withAll("found", "written", "realName", "address", "describes")
                        .sendBy(officer),
                "find valid");
    }

    /** Registers a request and gives the case's reference. */
    static String receive(Visitor officer, String subject, String text) {
        HttpResponse<String> answer = registration(officer, subject, text).sendBy(officer);
        String next = next(answer, "register");
        assertThat(next)
                .matches("/cases/[A-Z]{2,8}-[0-9]{4}-[0-9]{4,}/questions\\?done=registered");
        return next.split("/")[2];
    }

    /** The form for a new request, filled so that it would be taken. */
    static FilledForm registration(Visitor officer, String subject, String text) {
        return FilledForm.on(officer.page("/cases/new"), "/cases/new")
                .with("text", text)
                .with("subject", subject)
                .withDate("received", 21, 3, 2024)
                .with("requester-name", REQUESTER_NAME)
                .with("requester-email", REQUESTER_EMAIL)
                .with("requester-postalAddress", REQUESTER_ADDRESS);
    }

    /** Loads the real population of Lincolnshire by small area, and gives the dataset's id. */
    static String load(Visitor analyst, String title) {
        Path file = SharedCases.find(POPULATION);
        HttpResponse<String> answer =
                description(analyst, title).sendBy(analyst, "population.csv", bytes(file));
        String next = next(answer, "load");
        assertThat(next).matches("/datasets/D-[0-9]{4}-[0-9]{4,}\\?done=loaded");
        return next.substring("/datasets/".length(), next.indexOf('?'));
    }

    /** The form for a new dataset, described so that it would be taken with its file. */
    static FilledForm description(Visitor analyst, String title) {
        return FilledForm.on(analyst.page("/datasets/new"), "/datasets/new")
                .with("title", title)
                .with("publisher", "Office for National Statistics")
                .with("sourceSystem", "ONS small area population estimates")
                .withDate("extractDate", 16, 9, 2021)
                .with("attribution", "Source: Office for National Statistics")
                .withDate("asAt", 30, 6, 2020)
                .with("vintage", "LSOA_2011")
                .with("areaCovered", "Lincolnshire")
                // Other tests load the same file.
                .with("again", "yes");
    }

    /** Asks for children aged 0 to 2 by district, and gives the figure's id. */
    static String compute(Visitor analyst, String dataset) {
        HttpResponse<String> answer =
                FilledForm.on(analyst.page("/figures/new?dataset=" + dataset), "/figures/new")
                        .with("ageFrom", "0")
                        .with("ageTo", "2")
                        .sendBy(analyst);
        String next = next(answer, "compute");
        assertThat(next).matches("/figures/F-[0-9]{4}-[0-9]{4,}");
        return next.substring("/figures/".length());
    }

    static void cite(Visitor officer, String reference, int question, String figure) {
        String path = questionPath(reference, question);
        HttpResponse<String> answer =
                FilledForm.byButton(officer.page(path), path + "/figures")
                        .with("figure", figure)
                        .sendBy(officer);
        next(answer, "cite");
    }

    static void grant(Visitor officer, String reference, int question, String words) {
        next(
                answer(officer, reference, question, words)
                        .with("outcome", "GRANTED")
                        .sendBy(officer),
                "grant");
    }

    /** Gives a part and withholds the rest for commercial interests, with the balance drawn. */
    static void grantInPart(Visitor officer, String reference, int question, String words) {
        next(
                answer(officer, reference, question, words)
                        .with("outcome", "PART")
                        .with("grounds-0-code", "s.43(2)")
                        .with("grounds-0-reason", "A tender for the service is running.")
                        .with("grounds-0-inFavour", IN_FAVOUR)
                        .with("grounds-0-against", AGAINST)
                        .with("grounds-0-balance", BALANCE)
                        .sendBy(officer),
                "grant in part");
    }

    /** The answer form of a question, without its decision. */
    static FilledForm answer(Visitor officer, String reference, int question, String words) {
        String path = questionPath(reference, question);
        return FilledForm.on(officer.page(path), path)
                .with("narrative", words)
                .with("heldStatus", "HELD");
    }

    static void submit(Visitor officer, String reference) {
        next(step(officer, reference, "submit"), "submit");
    }

    static void approve(Visitor approver, String reference) {
        next(step(approver, reference, "approve"), "approve");
    }

    /** Records the answer as sent on the day on which the real one was. */
    static void dispatch(Visitor officer, String reference) {
        String path = casePath(reference) + "/dispatch";
        HttpResponse<String> answer =
                FilledForm.on(officer.page(path), path)
                        .withDate("sentOn", 9, 4, 2024)
                        .sendBy(officer);
        next(answer, "dispatch");
    }

    static void publish(Visitor officer, String reference) {
        String path = casePath(reference) + "/publish";
        next(FilledForm.on(officer.page(path), path).sendBy(officer), "publish");
    }

    /** A step that is one button on the case page. */
    private static HttpResponse<String> step(Visitor visitor, String reference, String step) {
        String path = casePath(reference);
        return FilledForm.on(visitor.page(path), path + "/" + step).sendBy(visitor);
    }

    static String casePath(String reference) {
        return "/cases/" + reference;
    }

    static String questionPath(String reference, int question) {
        return casePath(reference) + "/questions/" + question;
    }

    /** Adds an account to the demonstration council; its password is made as all others are. */
    static String account(RunningAnswerable server, String username, String... roles) {
        Visitor admin = Visitor.signedIn(server, "admin");
        next(
                FilledForm.on(admin.page("/accounts"), "/accounts")
                        .with("displayName", "The " + username.replace('-', ' '))
                        .with("username", username)
                        .with("password", "demo-" + username)
                        .withAll("roles", roles)
                        .sendBy(admin),
                "add an account");
        return username;
    }

    /** Allocates a question to a contributor. */
    static void allot(Visitor officer, String reference, int question, String username) {
        String path = questionPath(reference, question);
        next(
                FilledForm.on(officer.page(path), path + "/allot")
                        .with("username", username)
                        .sendBy(officer),
                "allot");
    }

    /** A token made with name and password, for programs. */
    static String token(RunningAnswerable server, String username) {
        Visitor program = new Visitor(server);
        HttpResponse<String> answer =
                program.send(
                        program.request("/api/tokens")
                                .header("Authorization", basic(username, "demo-" + username))
                                .header("Content-Type", "application/json")
                                .POST(
                                        BodyPublishers.ofString(
                                                "{\"name\": \"system test\", \"days\": 1}")));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Json.object(answer).getString("token");
    }

    static String basic(String username, String password) {
        byte[] pair = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    /** Where an accepted form leads to: 303, and a path of this server. */
    static String next(HttpResponse<String> answer, String step) {
        assertThat(answer.statusCode())
                .as("%s answered: %s", step, problems(answer.body()))
                .isEqualTo(303);
        URI location = URI.create(answer.headers().firstValue("Location").orElseThrow());
        String query = location.getRawQuery() == null ? "" : "?" + location.getRawQuery();
        return location.getRawPath() + query;
    }

    /** What a refused page says is wrong. */
    private static String problems(String body) {
        Document page = Jsoup.parse(body);
        String summary = page.select(".govuk-error-summary").text();
        return summary.isEmpty() ? page.select("main").text() : summary;
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
