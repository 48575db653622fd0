package org.answerable.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The line through the whole product in a browser, with and without JavaScript. Every page on the
 * way, refused forms included, is checked as {@link Screen} says.
 */
class BrowserWalkIT {

    private static final AtomicInteger LOADED = new AtomicInteger();

    private static Browsers browsers;
    private static RunningAnswerable server;

    @BeforeAll
    static void openABrowser() {
        browsers = Browsers.open();
        server = RunningAnswerable.shared();
    }

    @AfterAll
    static void closeIt() {
        if (browsers != null) {
            browsers.close();
        }
    }

    @ParameterizedTest(name = "JavaScript: {0}")
    @ValueSource(booleans = {true, false})
    void the_line_is_walked_from_the_pasted_request_to_the_published_answer(boolean javaScript) {
        String subject = "Babies and services, JavaScript " + (javaScript ? "on" : "off");
        try (Screen officer = browsers.window(server, javaScript);
                Screen analyst = browsers.window(server, javaScript);
                Screen approver = browsers.window(server, javaScript);
                Screen reader = browsers.window(server, javaScript)) {
            officer.signIn("officer");
            String reference = register(officer, subject);
            correct(officer, reference);
            findValid(officer, reference);

            analyst.signIn("analyst");
            String dataset = load(analyst, subject);
            String figure = compute(analyst, dataset);

            answer(officer, reference, figure);
            approve(approver, reference);
            send(officer, reference);
            publish(officer, reference);
            read(reader, reference, figure);
        }
    }

    private static String register(Screen officer, String subject) {
        officer.open("/cases").press("Register a request").shows("Register a request");
        officer.press("Register the request")
                .refuses("text", "subject", "received", "requester-name");
        officer.fill("The whole text of the request", SharedCases.requestText())
                .fill("Subject", subject)
                .fillDate("Date received", 21, 3, 2024)
                .choose("Email")
                .fill("Name", Line.REQUESTER_NAME)
                .fill("Email address", Line.REQUESTER_EMAIL)
                .press("Register the request")
                .shows("Check the questions")
                .says("3 questions were found in it");
        String reference = officer.path().split("/")[2];
        officer.press("Save and go to the case")
                .shows(subject)
                .says("Monday 22 April 2024", "The questions are saved.");
        return reference;
    }

    private static void correct(Screen officer, String reference) {
        officer.press("Correct the details").fill("Subject", "").press("Save the details");
        officer.refuses("subject").fill("Subject", "Corrected").press("Save the details");
        officer.shows("Corrected").press("Correct the questions");
        officer.fill("Question 1", "").fill("Question 2", "").fill("Question 3", "");
        officer.press("Save and go to the case").refuses("text-1");
        officer.open(Line.casePath(reference));
        officer.unfold("Every day from receipt to the due date")
                .says("Good Friday", "Easter Monday");
    }

    private static void findValid(Screen officer, String reference) {
        officer.open(Line.casePath(reference))
                .press("Check that the request is valid")
                .shows("Is it a valid request?")
                .choose("It is in writing")
                .choose("It gives the requester's real name")
                .choose("It gives an address for correspondence")
                .choose("It describes the information that is wanted")
                .press("Save")
                .says("Allocated");
    }

    private static String load(Screen analyst, String title) {
        analyst.press("Load a dataset").press("Load");
        analyst.refuses(
                "title",
                "publisher",
                "sourceSystem",
                "extractDate",
                "attribution",
                "asAt",
                "vintage",
                "areaCovered",
                "file");
        analyst.fill("Title", title)
                .fill("Publisher", "Office for National Statistics")
                .fill("Source system", "ONS small area population estimates")
                .fillDate("Extract date", 16, 9, 2021)
                .fill("Attribution", "Source: Office for National Statistics")
                .fillDate("Counted at", 30, 6, 2020)
                .select("Area codes", "LSOA_2011")
                .fill("Area covered by all rows together", "Lincolnshire")
                .press("Load")
                .refuses("file");
        analyst.attach("CSV file", SharedCases.find("cohort/statistics/proportion.csv"))
                .press("Load")
                .refuses("file");
        analyst.attach("CSV file", population())
                .press("Load")
                .shows(title)
                .says("420 rows are loaded");
        return analyst.path().split("/")[2];
    }

    /** The file with blank lines at its end, so that no other test has loaded the very same bytes. */
    private static Path population() {
        try {
            Path copy = Files.createTempFile("population", ".csv");
            copy.toFile().deleteOnExit();
            Files.writeString(
                    copy,
                    Files.readString(SharedCases.find(Line.POPULATION))
                            + "\n".repeat(LOADED.incrementAndGet()));
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String compute(Screen analyst, String dataset) {
        analyst.open("/figures/new?dataset=" + dataset).press("Compute").refuses("ageTo");
        analyst.fill("Youngest age to count", "0")
                .fill("Oldest age to count", "2")
                .press("Compute")
                .says("6,719", "7,098", "7,637", "21,454");
        String figure = analyst.path().split("/")[2];
        analyst.press("Compute it again and compare").says("every number is the same");
        return figure;
    }

    private static void answer(Screen officer, String reference, String figure) {
        officer.open(Line.casePath(reference)).press("Question 1");
        officer.select("Figure to cite", figure).press("Cite this figure").says("21,454");
        officer.fill("The answer in words", "The estimate is given below.")
                .choose("Held")
                .choose("Information given")
                .press("Save the answer")
                .says("The answer is saved.");
        officer.press("Question 2")
                .fill("The answer in words", "13,870 families did.")
                .choose("Held")
                .choose("Information given")
                .press("Save the answer");
        officer.press("Question 3")
                .fill("The answer in words", "Part of the plan is given.")
                .choose("Held")
                .choose("Information given in part")
                .press("Save the answer")
                .refuses("grounds");
        // Refused for want of an exemption, the form has its fields unfolded.
        officer.select("Exemption", "s.43(2)")
                .fill("Why it applies", "A tender is running.")
                .press("Save the answer")
                .refuses("grounds-0-test");
        officer.fill("Public interest in giving the information", Line.IN_FAVOUR)
                .fill("Public interest in withholding it", Line.AGAINST)
                .fill("Where the balance lies, and why", Line.BALANCE)
                .press("Save the answer")
                .press("Submit for approval")
                .says("The case waits for approval.");
    }

    private static void approve(Screen approver, String reference) {
        approver.signIn("approver").says(reference).press(reference);
        approver.press("Return to drafting").refuses("reason");
        approver.press("Read the letter as it would be sent").says(Line.REQUESTER_NAME, "21,454");
        approver.open(Line.casePath(reference)).press("Approve").says("The case is approved.");
    }

    private static void send(Screen officer, String reference) {
        officer.open(Line.casePath(reference)).press("Send the answer");
        officer.fillDate("Date sent", 31, 2, 2024).press("Record as sent").refuses("sentOn");
        officer.fillDate("Date sent", 9, 4, 2024)
                .press("Record as sent")
                .says("The answer is recorded as sent.", "working day 11");
        officer.press("Read the letter as sent").says("9 April 2024", Line.BALANCE);
    }

    private static void publish(Screen officer, String reference) {
        officer.open(Line.casePath(reference)).press("Publish in the disclosure log");
        officer.fill("Subject", "").press("Publish").refuses("subject");
        officer.fill("Subject", "Babies " + reference)
                .press("Publish")
                .says("The answer is in the disclosure log.");
        officer.press("Withdraw it from the disclosure log").press("Withdraw").refuses("reason");
    }

    private static void read(Screen reader, String reference, String figure) {
        reader.open("/").fill("Search the disclosure log", reference).press("Search answers");
        reader.press("Babies " + reference)
                .says("21,454", "13,870 families did.", "SHA-256", "computed on")
                .press(figure);
        reader.says("6,719", "7,098", "7,637", "21,454");
    }

    @Test
    void refused_forms_and_error_pages_are_well_made() {
        try (Screen officer = browsers.window(server, true)) {
            officer.open("/sign-in").press("Sign in").refuses("username");
            officer.signIn("officer");
            officer.open("/account").fill("Days until it ends", "400").press("Make a token");
            officer.refuses("name", "days");
            officer.open("/disclosures?from=yesterday&to=31").refuses("from", "to");
            officer.open("/no-such-page").shows("Page not found");
            officer.open("/approvals").shows("You cannot do that");
            assertThat(officer.status()).isEqualTo(403);
        }
    }

    /** Follows every link from where each of them starts; one page of each kind is enough. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "visitor, /, /disclosures/{id} /figures/{id} /services/{id} /sign-in /privacy",
        "officer, /cases/LCC-2024-0001 /start, /cases/{id}/letter /cases/{id}/withdraw /cases/new",
        "approver, /cases/LCC-2024-0001 /start, /approvals /cases/{id}/questions/{n}",
        "analyst, /start, /datasets/{id} /datasets/new /figures/{id} /figures/new",
        "editor, /start, /account",
        "admin, /start /administration, /account /accounts /accounts/{username} /templates/{kind}",
        "icb-officer, /start, /cases /cases/new"
    })
    void every_page_that_is_linked_to_is_well_made(String who, String starts, String expected) {
        Deque<String> next = new ArrayDeque<>(List.of(starts.split(" ")));
        Set<String> kinds = new TreeSet<>();
        try (Screen screen = browsers.window(server, true)) {
            if (!who.equals("visitor")) {
                screen.signIn(who);
            }
            while (!next.isEmpty()) {
                String path = next.poll();
                screen.open(path);
                assertThat(screen.status()).as(path).isEqualTo(200);
                for (String link : screen.links()) {
                    if (isPage(link) && kinds.add(kind(link))) {
                        next.add(link);
                    }
                }
            }
        }
        assertThat(kinds).contains(expected.split(" "));
    }

    private static boolean isPage(String path) {
        return !path.startsWith("/api/")
                && !path.startsWith("/oruk/")
                && !path.startsWith("/openapi")
                && !path.startsWith("/attachments/")
                && !path.matches("[^?]*\\.(pdf|jsonld|csv|ods|svg)");
    }

    private static String kind(String path) {
        return path.replaceAll("[?#].*", "")
                .replaceAll(
                        "/([A-Z]+-)+[0-9]{4}-[0-9]+|/[A-Z]-[0-9]{4}-[0-9]+|/[0-9a-f-]{36}", "/{id}")
                .replaceAll("/questions/[0-9]+", "/questions/{n}")
                .replaceAll("/(letters|inbox)/[0-9]+", "/$1/{id}")
                .replaceAll("/templates/[a-z-]+", "/templates/{kind}")
                .replaceAll("/accounts/[a-z.-]+", "/accounts/{username}")
                .replaceAll("/calendars/[0-9A-Za-z][^/]*[0-9][^/]*", "/calendars/{version}");
    }
}
