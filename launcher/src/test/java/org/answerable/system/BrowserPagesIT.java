package org.answerable.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every page around the cases in a browser, with and without JavaScript, as it opens and as it comes
 * back refused. Each is checked as {@link Screen} says.
 */
class BrowserPagesIT {

    private static final String TEXT = "1. How many larches?\n2. What did they cost?";

    private static Browsers browsers;
    private static RunningAnswerable server;
    private static Visitor desk;
    private static Program program;
    private static String allocated;

    @BeforeAll
    static void openABrowser() {
        browsers = Browsers.open();
        server = RunningAnswerable.shared();
        desk = Visitor.signedIn(server, "officer");
        program = Program.of(server, "officer");
        allocated = Line.register(desk, "Larches", TEXT);
    }

    @AfterAll
    static void closeIt() {
        if (browsers != null) {
            browsers.close();
        }
    }

    @ParameterizedTest(name = "JavaScript: {0}")
    @ValueSource(booleans = {true, false})
    void a_case_is_well_made_in_every_state(boolean javaScript) {
        String received = Line.receive(desk, "Just arrived", TEXT);
        String unclear = Line.receive(desk, "Unclear", TEXT);
        program.taken(unclear, "CLARIFICATION_REQUESTED", "date", "2024-04-02", "words", "Which?");
        String invalid = Line.receive(desk, "Nameless", TEXT);
        program.taken(invalid, "INVALID", "words", "Please give your name.");
        String withdrawn = Line.receive(desk, "No longer wanted", TEXT);
        program.taken(withdrawn, "WITHDRAWN", "date", "2024-04-02");
        String submitted = Line.register(desk, "To be approved", "1. Why?");
        Line.grantInPart(desk, submitted, 1, "In part.");
        Line.submit(desk, submitted);
        as(
                "officer",
                javaScript,
                screen -> {
                    for (String reference :
                            List.of(received, unclear, invalid, withdrawn, allocated, submitted)) {
                        screen.open(Line.casePath(reference));
                        if (javaScript) {
                            screen.unfold("What cannot be done now, and why");
                        }
                    }
                    for (String part : List.of("/validity", "/details", "/questions")) {
                        opens(screen, Line.casePath(received) + part);
                    }
                    opens(screen, Line.casePath(unclear) + "/events/clarification-received");
                    opens(screen, Line.casePath(unclear) + "/events/lapsed");
                    for (String part : List.of("/letters", "/letter", "/earlier")) {
                        opens(screen, Line.casePath(submitted) + part);
                    }
                });
    }

    @ParameterizedTest(name = "JavaScript: {0}")
    @ValueSource(booleans = {true, false})
    void the_forms_of_an_officer_come_back_with_what_is_wrong(boolean javaScript) {
        String received = Line.receive(desk, "To be checked", TEXT);
        as(
                "officer",
                javaScript,
                screen -> {
                    screen.open(Line.casePath(received) + "/validity");
                    screen.press("Save").refuses("advice");
                    event(screen, "clarification-requested").press("Ask").refuses("words");
                    event(screen, "fees-notice").press("Give the notice").refuses("words");
                    event(screen, "public-interest-extension")
                            .press("Extend")
                            .refuses("exemptions", "to");
                    event(screen, "eir-extension").press("Extend").refuses("questions");
                    event(screen, "transferred").press("Transfer").refuses("body", "permitted");
                    event(screen, "withdrawn")
                            .fillDate("Date of the withdrawal", 31, 2, 2024)
                            .press("Record the withdrawal")
                            .refuses("date");
                    screen.open(Line.casePath(allocated) + "/estimate");
                    screen.press("Save the estimate").refuses("basis");
                    screen.open(Line.questionPath(allocated, 1) + "/regime");
                    screen.choose("Environmental Information Regulations 2004")
                            .press("Change")
                            .refuses("reason");
                    screen.open(Line.casePath(allocated)).unfold("Link with another case");
                    screen.fill("Reference of the other case", "LCC-1999-9999")
                            .press("Link")
                            .refuses("target");
                });
    }

    @ParameterizedTest(name = "JavaScript: {0}")
    @ValueSource(booleans = {true, false})
    void what_follows_an_answer_is_opened_and_decided(boolean javaScript) {
        String answered = Line.register(desk, "To be complained about", "1. Why?");
        Line.grantInPart(desk, answered, 1, "In part.");
        Line.submit(desk, answered);
        Line.approve(Visitor.signedIn(server, "approver"), answered);
        Line.dispatch(desk, answered);
        List<String> stages = new ArrayList<>();
        as(
                "officer",
                javaScript,
                screen -> {
                    screen.open(Line.casePath(answered) + "/review").press("Open the review");
                    screen.refuses("text").fill("What the requester says", "I want it all.");
                    screen.fillDate("Date of arrival", 15, 4, 2024).press("Open the review");
                    stages.add(screen.path().split("/")[2]);
                    screen.open(Line.casePath(answered) + "/appeal").press("Open").refuses("text");
                    screen.fill("What it is about", "The balance is wrong.")
                            .fill("Their reference", "IC-1")
                            .press("Open");
                    screen.press("Record the decision").press("Record");
                    screen.refuses("result", "summary");
                    screen.open(Line.casePath(answered) + "/publish").press("Preview");
                    screen.open(Line.casePath(answered) + "/publish");
                    screen.fill("Answer to question 1", "[[In]] part.")
                            .press("Publish")
                            .refuses("answer-1");
                    screen.fill("Answer to question 1", "[[In|personal data]] part.")
                            .press("Publish");
                    screen.open("/disclosures/" + answered).says("[redacted: personal data]");
                });
        as(
                "reviewer",
                javaScript,
                screen -> {
                    screen.open("/cases").open(Line.casePath(stages.get(0)));
                    screen.open(Line.questionPath(stages.get(0), 1))
                            .choose("Refused")
                            .press("Save the answer")
                            .refuses("grounds");
                });
    }

    @Test
    void the_pages_of_the_other_people_are_well_made() {
        String contributor = Line.account(server, "contributor-at-screen", "contributor");
        String reference = Line.register(desk, "Allotted", TEXT);
        Line.allot(desk, reference, 2, contributor);
        as(
                contributor,
                true,
                screen -> {
                    screen.open("/cases").press(reference);
                    screen.press("Question 2")
                            .fill("The answer in words", "They cost £9.")
                            .press("Save the answer")
                            .says("The answer is saved.");
                });
        as(
                "qualified-person",
                true,
                screen -> {
                    screen.open(Line.questionPath(allocated, 1) + "/opinion");
                    screen.press("Record the opinion").refuses("position", "limb", "opinion");
                });
        as(
                "auditor",
                true,
                screen -> {
                    opens(screen, "/history");
                    opens(screen, "/cases");
                    opens(screen, Line.casePath(allocated));
                });
    }

    @Test
    void the_inbox_the_reports_and_the_log_are_well_made() {
        String message = LettersAndRequestsIT.upload(desk, LettersAndRequestsIT.mail("browser-1"));
        as(
                "officer",
                true,
                screen -> {
                    screen.open("/inbox").press("Take it in").refuses("file");
                    opens(screen, message + "/register");
                    screen.open(message).press("Put it aside").refuses("reason");
                    String period = "?from=2020-01-01&to=2030-12-31";
                    opens(screen, "/reports" + period);
                    opens(screen, "/reports/cases" + period);
                    screen.open("/reports?from=soon").refuses("from");
                    screen.open("/disclosures/import").press("Import and publish");
                    screen.refuses("file");
                    screen.open("/retention").press("Hold the case").refuses("reference");
                    opens(screen, "/templates");
                    opens(screen, "/templates/acknowledgement");
                    opens(screen, "/calendars");
                });
    }

    @Test
    void the_pages_of_an_administrator_are_well_made() throws IOException {
        Visitor admin = Visitor.signedIn(server, "admin");
        byte[] list = OversightIT.govUk("{\"title\":\"Another new day\",\"date\":\"2028-11-27\"}");
        String proposal =
                Line.next(
                        FilledForm.on(admin.page("/calendars/new"), "/calendars/new")
                                .sendBy(admin, "bank-holidays.json", list),
                        "the upload");
        String calendar = admin.page("/calendars").select("td a, th a").first().attr("href");
        as(
                "admin",
                true,
                screen -> {
                    opens(screen, "/administration");
                    opens(screen, "/history");
                    opens(screen, "/calendars");
                    opens(screen, calendar);
                    opens(screen, proposal);
                    screen.open("/calendars/new").press("Show what changes").refuses("file");
                    screen.open("/templates/acknowledgement").press("Preview");
                    screen.open("/templates/acknowledgement")
                            .fill("Text", "Thank you.")
                            .press("Save")
                            .refuses("text");
                    screen.open("/retention").press("Set the period").refuses("requesterMonths");
                    screen.open("/accounts").press("Add the account");
                    screen.refuses("displayName", "username", "password", "roles");
                    screen.open("/accounts/editor").fill("Name", "");
                    screen.press("Save name and roles").refuses("displayName");
                    screen.press("Set the password").refuses("password");
                    screen.open("/accounts/admin").says("last administrator");
                });
    }

    @ParameterizedTest(name = "JavaScript: {0}")
    @ValueSource(booleans = {true, false})
    void the_pages_of_those_who_keep_the_directory_are_well_made(boolean javaScript) {
        Visitor editor = Visitor.signedIn(server, "editor");
        String service = editor.page("/directory").select("tbody th a").first().attr("href");
        as(
                "editor",
                javaScript,
                screen -> {
                    opens(screen, "/directory?state=verified");
                    opens(screen, "/directory?q=nothing-of-this-name");
                    opens(screen, service);
                    screen.open(service + "/edit").fill("Name of the service", "").press("Save");
                    screen.refuses("name", "reason");
                    screen.open("/directory/services/new").press("Save");
                    screen.refuses("organization", "name", "description", "reason");
                    screen.open(service + "/edit")
                            .fill("Name of the service", "Renamed " + javaScript)
                            .fill("What changes, and why", "To see the difference")
                            .press("Save")
                            .says("What changes", "Waits for an editor");
                    opens(screen, "/directory/proposals");
                    screen.open(service + "/erase").press("Erase for good").refuses("reason");
                    screen.open(
                                    "/directory/organizations/45a47ca6-eb61-5bc4-b5d7-f3ffe3aa089a/members")
                            .press("Add")
                            .refuses("username");
                    screen.open("/statements/new").press("Make the statement").refuses("area");
                    screen.open("/statements/new?about=services&q=toy")
                            .press("Make the statement")
                            .refuses("services");
                    opens(screen, "/statements");
                });
        try (Screen screen = browsers.window(server, javaScript)) {
            opens(screen, "/services?postcode=LN1+1ZZ");
            screen.open("/services").fill("Your postcode", "nowhere").press("Search");
            screen.refuses("postcode");
            opens(screen, "/services?q=brestfeding");
            screen.says("This is what we found for");
        }
    }

    @ParameterizedTest(name = "JavaScript: {0}")
    @ValueSource(booleans = {true, false})
    void the_pages_of_commissioning_and_training_are_well_made(boolean javaScript) {
        Visitor editor = Visitor.signedIn(server, "editor");
        String contract = editor.page("/contracts").select("tbody a").last().attr("href");
        String position = editor.page("/positions").select("tbody a").last().attr("href");
        String pathway = editor.page("/pathways").select("main li a").last().attr("href");
        String person = editor.page("/training/people").select("tbody a").first().attr("href");
        as(
                "editor",
                javaScript,
                screen -> {
                    opens(screen, "/contracts?state=LIVE");
                    opens(screen, contract);
                    screen.open("/contracts/new").press("Add");
                    screen.refuses("title", "commissioners", "provider", "starts");
                    screen.open(contract + "/edit").press("Keep as the next version");
                    screen.refuses("reason");
                    screen.open(contract + "/lines/new").press("Keep as the next version");
                    screen.refuses("areas", "need", "tier", "tierReason", "reason");
                    opens(screen, contract + "/lines/1");
                    screen.open(contract + "/lines/1/label").press("Rule");
                    screen.refuses("holds");
                    screen.open("/positions/new").press("Declare");
                    screen.refuses("commissioner", "need", "areas", "from", "status", "statement");
                    opens(screen, position + "/edit");
                    screen.open("/positions/commissioners").press("Keep");
                    screen.refuses("area", "names");
                    screen.open("/pathways/new").press("Add");
                    screen.refuses("name", "need", "owner", "inForceFrom", "steps");
                    opens(screen, pathway + "/edit");
                    opens(screen, "/training");
                    screen.open("/training?from=x").refuses("from");
                    screen.open("/training/programmes/new").press("Add");
                    screen.refuses("code", "name", "kind", "levels");
                    screen.open("/training/people/new").press("Add");
                    screen.refuses("starts", "employer", "profession", "district", "wte");
                    opens(screen, person);
                    screen.unfold("Record a training").press("Record");
                    screen.refuses("programme", "on", "evidence");
                    screen.open("/services/postcodes").press("Load");
                    screen.refuses("file");
                    opens(screen, "/services/postcodes/1");
                    screen.open("/services/areas").press("Load");
                    screen.refuses("file");
                });
        try (Screen screen = browsers.window(server, javaScript)) {
            opens(screen, "/coverage");
            opens(screen, "/coverage?area=E10000019&at=2024-04-09");
            screen.says("Parent-infant relationship", "declared as not commissioned");
            opens(screen, "/coverage/teams?area=E10000019");
            opens(screen, "/positions");
            opens(screen, position);
            opens(screen, "/pathways");
            opens(screen, pathway + "?place=LN1+1AA&age=6&born=32");
            screen.says("corrected age is 4 months");
            opens(screen, "/training/summary");
        }
    }

    @ParameterizedTest(name = "JavaScript: {0}")
    @ValueSource(booleans = {true, false})
    void the_pages_for_the_public_are_well_made(boolean javaScript) {
        Document sent =
                LettersAndRequestsIT.ask(
                        new Visitor(server), "Swings, script " + javaScript, "1. How many swings?");
        String tracked = sent.select("main a[href^=/requests/]").attr("href");
        try (Screen screen = browsers.window(server, javaScript)) {
            opens(screen, tracked);
            screen.open("/requests/new").press("Send the request");
            screen.refuses("authorities", "text", "subject", "requester-name");
            screen.fill("What do you want to know?", "1. How many children under three?")
                    .press("See how your questions are understood, and earlier answers")
                    .says("How many children under three?");
            screen.open("/earlier-answers")
                    .fill("What would you like to know?", "How many children in Lincolnshire?")
                    .press("Look for earlier answers");
            opens(screen, "/disclosures?q=children&exemption=s.43(2)");
            opens(screen, "/disclosures/LCC-2024-0001");
        }
    }

    private static void as(String username, boolean javaScript, Consumer<Screen> walk) {
        try (Screen screen = browsers.window(server, javaScript)) {
            walk.accept(screen.signIn(username));
        }
    }

    private static Screen event(Screen screen, String event) {
        return screen.open(Line.casePath(allocated) + "/events/" + event);
    }

    private static void opens(Screen screen, String path) {
        screen.open(path);
        assertThat(screen.status()).as(path).isEqualTo(200);
    }
}
