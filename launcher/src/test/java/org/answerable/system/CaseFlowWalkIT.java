package org.answerable.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cases on every way that a request can take, walked on the pages by those whose step it is. */
class CaseFlowWalkIT {

    private static final RunningAnswerable SERVER = RunningAnswerable.shared();
    private static final String TEXT = "1. How many oaks?\n2. What did they cost?";

    private static Visitor officer;
    private static Visitor approver;
    private static Visitor reviewer;

    @BeforeAll
    static void signIn() {
        officer = Visitor.signedIn(SERVER, "officer");
        approver = Visitor.signedIn(SERVER, "approver");
        reviewer = Visitor.signedIn(SERVER, "reviewer");
    }

    @Test
    void a_request_without_a_name_is_no_valid_request_and_help_is_given() {
        String reference = Line.receive(officer, "Nameless", TEXT);
        FilledForm check = form(reference, "/validity").withAll("found", "written", "describes");
        Document refused = Answered.refusedField(check.sendBy(officer), "advice", "");
        assertThat(refused.select("input[name=found][checked]").eachAttr("value"))
                .containsExactly("written", "describes");
        Line.next(check.with("advice", "Please tell us your name.").sendBy(officer), "invalid");
        assertThat(page(reference).text())
                .contains("Not a valid request", "Please tell us your name.");
        assertThat(next(reference)).doesNotContain("/submit", "/validity");
    }

    @Test
    void clarification_is_asked_and_recorded_and_the_request_checked_again() {
        String reference = Line.receive(officer, "Unclear", TEXT);
        record(reference, "clarification-requested", 2, 4, 2024, "words", "Which oaks?");
        assertThat(page(reference).text()).contains("No date while we wait");
        record(reference, "clarification-received", 15, 4, 2024, "words", "Those in parks.");
        assertThat(page(reference).text()).contains("Tuesday 14 May 2024");
        Line.findValid(officer, reference);
        assertThat(page(reference).text()).contains("Allocated", "Tuesday 14 May 2024");
    }

    @Test
    void a_fee_is_asked_for_and_paid() {
        String reference = Line.register(officer, "Copies", TEXT);
        FilledForm notice =
                event(reference, "fees-notice", 27, 3, 2024).with("words", "For 450 copies.");
        Document refused =
                Answered.refusedField(notice.with("amount", "a lot").sendBy(officer), "amount", "");
        assertThat(refused.getElementById("amount").val()).isEqualTo("a lot");
        assertThat(refused.getElementById("words").wholeText()).contains("For 450 copies.");
        Line.next(notice.with("amount", "£45.50").sendBy(officer), "notice");
        assertThat(page(reference).text()).contains("Waiting for the fee", "45.50");
        record(reference, "fee-paid", 10, 4, 2024);
        assertThat(page(reference).text()).contains("Friday 3 May 2024");
    }

    @Test
    void a_transfer_needs_the_consent_of_the_requester() {
        String reference = Line.register(officer, "Transfer", TEXT);
        FilledForm transfer =
                event(reference, "transferred", 2, 4, 2024).with("body", "City of Lincoln Council");
        Document refused = Answered.refusedField(transfer.sendBy(officer), "permitted", "agrees");
        assertThat(refused.getElementById("body").val()).isEqualTo("City of Lincoln Council");
        Line.next(transfer.with("permitted", "yes").sendBy(officer), "transfer");
        assertThat(page(reference).text()).contains("Transferred");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fees-notice", "clarification-requested"})
    void what_was_asked_for_and_does_not_come_lets_the_case_lapse_after_three_months(String asked) {
        String reference = Line.register(officer, "It never came", TEXT);
        FilledForm first = event(reference, asked, 2, 4, 2024).with("words", "Please.");
        Line.next(first.with("amount", "10").sendBy(officer), asked);
        HttpResponse<String> early = event(reference, "lapsed", 1, 7, 2024).sendBy(officer);
        Answered.well(early, 409);
        assertThat(early.body()).contains("2 July 2024");
        record(reference, "lapsed", 2, 7, 2024);
        assertThat(page(reference).text()).contains("Lapsed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clarification-requested",
                "fees-notice",
                "public-interest-extension",
                "eir-extension",
                "transferred",
                "withdrawn"
            })
    void every_event_form_tells_a_wrong_day_and_keeps_what_was_typed(String event) {
        String reference = Line.register(officer, "Wrong day", TEXT);
        Document page =
                Answered.refusedField(
                        event(reference, event, 20, 3, 2024)
                                .with("words", "Typed words")
                                .sendBy(officer),
                        "date",
                        "");
        assertThat(page.select("input[name=date-day]").val()).isEqualTo("20");
        assertThat(page.getElementById("words").wholeText()).contains("Typed words");
        Answered.well(
                Visitor.signedIn(SERVER, "icb-officer")
                        .get(Line.casePath(reference) + "/events/" + event),
                404);
        HttpResponse<String> byApprover =
                FilledForm.on(
                                officer.page(Line.casePath(reference) + "/events/" + event),
                                Line.casePath(reference) + "/events/" + event)
                        .with("_csrf", approver.tokenOf("/account"))
                        .withDate("date", 2, 4, 2024)
                        .with("channel", "")
                        .sendBy(approver);
        Answered.well(byApprover, 403, 422);
        assertThat(state(reference)).isEqualTo("ALLOCATED");
    }

    @Test
    void a_contributor_sees_the_allotted_question_only_and_never_who_asked() {
        String username = Line.account(SERVER, "contributor-of-oaks", "contributor");
        String reference = Line.register(officer, "Oaks of the county", TEXT);
        Visitor contributor = Visitor.signedIn(SERVER, username);
        Answered.well(contributor.get(Line.casePath(reference)), 404);
        Line.allot(officer, reference, 2, username);
        assertThat(state(reference)).isEqualTo("GATHERING");

        assertThat(contributor.get("/cases").body()).contains(reference);
        for (String path : List.of("", "/questions/2")) {
            String body = contributor.get(Line.casePath(reference) + path).body();
            assertThat(body)
                    .as("page %s", path)
                    .contains("What did they cost?")
                    .doesNotContain(
                            "How many oaks?",
                            Line.REQUESTER_NAME,
                            Line.REQUESTER_EMAIL,
                            Line.REQUESTER_ADDRESS);
        }
        String json = contributor.get("/api/foi/cases/" + reference).body();
        assertThat(json)
                .contains("What did they cost?")
                .doesNotContain("How many oaks?", Line.REQUESTER_NAME, Line.REQUESTER_EMAIL);
        for (String path : List.of("/questions/1", "/letter", "/letters", "/earlier")) {
            HttpResponse<String> answer = contributor.get(Line.casePath(reference) + path);
            Answered.well(answer, 403, 404);
            assertThat(answer.body()).doesNotContain(Line.REQUESTER_NAME, "How many oaks?");
        }
        assertThat(contributor.get(Line.casePath(reference) + "/details").body())
                .doesNotContain(Line.REQUESTER_NAME, Line.REQUESTER_EMAIL, Line.REQUESTER_ADDRESS);
        String path = Line.questionPath(reference, 2);
        Line.next(
                FilledForm.on(contributor.page(path), path)
                        .with("narrative", "They cost £9.")
                        .sendBy(contributor),
                "supply material");
        assertThat(officer.page(path).getElementById("narrative").wholeText())
                .contains("They cost £9.");
        Line.allot(officer, reference, 2, "");
        Answered.well(contributor.get(path), 404);
    }

    @Test
    void an_environmental_question_is_decided_by_an_exception_after_the_law_is_changed() {
        String reference = Line.register(officer, "Air", "1. How clean is the air?");
        Answered.refusedField(
                regime(reference, "EIR").with("reason", "").sendBy(officer), "reason", "");
        Line.next(regime(reference, "EIR").sendBy(officer), "regime");
        FilledForm answer =
                Line.answer(officer, reference, 1, "")
                        .with("outcome", "REFUSED")
                        .with("grounds-0-reason", "The report is being written.");
        Answered.refusedField(
                answer.with("grounds-0-code", "s.43(2)").sendBy(officer),
                "grounds-0-code",
                "does not belong to EIR");
        Answered.refusedField(
                answer.with("grounds-0-code", "r12(4)(d)").sendBy(officer), "grounds-0-test", "");
        Line.next(weighed(answer).sendBy(officer), "exception");
        record(reference, "eir-extension", 10, 4, 2024, "words", "Many stations.");
        assertThat(page(reference).text()).contains("Tuesday 21 May 2024");
    }

    @Test
    void a_refusal_for_cost_rests_on_an_estimate_above_the_limit() {
        String reference = Line.register(officer, "Every paper file", "1. Every file since 1974?");
        FilledForm refusal =
                Line.answer(officer, reference, 1, "")
                        .with("outcome", "REFUSED")
                        .with("grounds-0-code", "s.12(1)")
                        .with("grounds-0-reason", "It would take 19 hours.");
        Answered.refusedField(refusal.sendBy(officer), "advice", "within the cost limit");
        Line.next(refusal.with("advice", "Ask for one year.").sendBy(officer), "refuse");
        cannotBeSubmitted(reference, "an estimate above the cost limit is missing");

        FilledForm estimate =
                form(reference, "/estimate")
                        .with("locating", "1080")
                        .with("basis", "Ten files were tried: each took 12 minutes.");
        Document refused =
                Answered.refusedField(
                        estimate.with("extracting", "many").sendBy(officer), "extracting", "");
        assertThat(refused.getElementById("locating").val()).isEqualTo("1080");
        Line.next(estimate.with("extracting", "0").sendBy(officer), "exactly 18 hours");
        cannotBeSubmitted(reference, "an estimate above the cost limit is missing");
        Line.next(estimate.with("extracting", "60").sendBy(officer), "19 hours");
        answered(reference);
        assertThat(officer.page(Line.casePath(reference) + "/letter").text())
                .contains("Ask for one year.", "s.12(1)");
    }

    @Test
    void section_36_needs_the_opinion_of_a_qualified_person_who_drafted_nothing() {
        String reference = Line.register(officer, "Advice", "1. What was advised?");
        FilledForm refusal =
                weighed(
                        Line.answer(officer, reference, 1, "")
                                .with("outcome", "REFUSED")
                                .with("grounds-0-code", "s.36(2)")
                                .with("grounds-0-reason", "Advice would be less free."));
        Line.next(refusal.sendBy(officer), "refuse");
        cannotBeSubmitted(reference, "the opinion of the qualified person is missing");
        String path = Line.questionPath(reference, 1) + "/opinion";
        Answered.well(
                officer.post(path, officer.tokenOf("/account"), "name", "Olivia", "limb", "x"),
                403);

        Visitor qualified = Visitor.signedIn(SERVER, "qualified-person");
        FilledForm opinion =
                FilledForm.on(qualified.page(path), path)
                        .with("position", "Monitoring officer")
                        .with("opinion", "It would inhibit free advice.")
                        .withDate("dated", 5, 4, 2024);
        Document refused =
                Answered.refusedField(
                        opinion.with("limb", "36").sendBy(qualified), "limb", "36(2)(b)");
        assertThat(refused.getElementById("opinion").wholeText()).contains("It would inhibit");
        Line.next(opinion.with("limb", "36(2)(b)(i)").sendBy(qualified), "opinion");
        answered(reference);
    }

    @Test
    void an_earlier_answer_is_proposed_as_reasonably_accessible() {
        String reference =
                Line.register(
                        officer,
                        "Children again",
                        "How many children under three live in Lincolnshire by district?");
        Document earlier = officer.page(Line.casePath(reference) + "/earlier");
        String link = earlier.select("a[href*=propose=s.21]").attr("href"); // the most alike
        String published = link.substring(link.indexOf("ref=") + "ref=".length());
        assertThat(link).isNotEmpty();
        Document proposed = officer.page(link);
        String path = Line.questionPath(reference, 1);
        assertThat(proposed.text()).contains("Nothing is saved yet");
        FilledForm form = FilledForm.on(proposed, path);
        assertThat(form.value("grounds-0-code")).isEqualTo("s.21");
        assertThat(form.value("grounds-0-refersTo")).endsWith("/disclosures/" + published);
        Answered.well(new Visitor(SERVER).get("/disclosures/" + published), 200);
        assertThat(FilledForm.on(officer.page(path), path).value("grounds-0-code")).isEqualTo("");
        Line.next(form.sendBy(officer), "s.21");
        answered(reference);
    }

    @Test
    void a_part_is_answered_in_time_while_an_extended_question_waits() {
        String reference = Line.register(officer, "In two parts", TEXT);
        FilledForm extension =
                event(reference, "public-interest-extension", 10, 4, 2024)
                        .with("words", "A tender is running.")
                        .with("questions", "2")
                        .withDate("to", 15, 5, 2024);
        Answered.refusedField(extension.with("exemptions", "").sendBy(officer), "exemptions", "");
        Line.next(extension.with("exemptions", "s.43(2)").sendBy(officer), "extension");
        assertThat(page(reference).text()).contains("22 April 2024", "15 May 2024");

        Line.grant(officer, reference, 1, "There are 12.");
        Line.submit(officer, reference);
        Line.approve(approver, reference);
        Line.dispatch(officer, reference);
        assertThat(state(reference)).isEqualTo("ASSESSING");
        Document part = page(reference);
        assertThat(part.text()).contains("sent", "Wednesday 15 May 2024");
        Line.grantInPart(officer, reference, 2, "They cost more than £10.");
        answered(reference);
        assertThat(page(reference).text()).contains("Answered");
    }

    @Test
    void a_review_is_decided_by_a_reviewer_and_a_complaint_and_an_appeal_follow() {
        String reference = Line.register(officer, "To be reviewed", "1. Why?");
        Line.grantInPart(officer, reference, 1, "Part of it.");
        answered(reference);

        FilledForm wish =
                form(reference, "/review")
                        .withDate("received", 15, 4, 2024)
                        .with("channel", "EMAIL");
        Answered.refusedField(wish.sendBy(officer), "text", "");
        Answered.refusedField(
                wish.with("text", "I want it all.")
                        .withDate("received", 1, 9, 2024)
                        .sendBy(officer),
                "outOfTime",
                "40 working days");
        String review = reference(wish.withDate("received", 15, 4, 2024).sendBy(officer), "review");
        assertThat(page(review).text()).contains("Internal review", "14 May 2024");

        for (Visitor other : List.of(officer, approver)) {
            Answered.well(
                    other.post(
                            Line.questionPath(review, 1),
                            other.tokenOf("/account"),
                            "narrative",
                            "No.",
                            "version",
                            "0"),
                    403);
            Answered.well(
                    other.post(
                            Line.casePath(review) + "/decide-review",
                            other.tokenOf("/account"),
                            "version",
                            "0"),
                    403);
        }
        Line.grant(reviewer, review, 1, "Here is all of it.");
        Line.next(
                FilledForm.on(
                                reviewer.page(Line.casePath(review)),
                                Line.casePath(review) + "/decide-review")
                        .sendBy(reviewer),
                "decide");
        String dispatch = Line.casePath(review) + "/dispatch";
        Line.next(
                FilledForm.on(officer.page(dispatch), dispatch)
                        .withDate("sentOn", 1, 5, 2024)
                        .with("channel", "POST")
                        .sendBy(officer),
                "send the review");
        assertThat(page(reference).select("#links ~ ul").text()).contains(review);

        String complaint = appeal(reference, "IC-123456-A1B2");
        assertThat(page(complaint).text()).contains("Complaint to the Information Commissioner");
        String tribunal = appeal(complaint, "EA/2024/0321");
        decide(complaint, "NOT_UPHELD");
        decide(tribunal, "PARTLY_UPHELD");
        assertThat(state(tribunal)).isEqualTo("CLOSED");
        assertThat(state(reference)).isEqualTo("CLOSED");
    }

    @Test
    void cases_are_linked_and_unlinked_by_hand() {
        String one = Line.register(officer, "Linked one", "1. One?");
        String other = Line.register(officer, "Linked other", "1. Other?");
        String path = Line.casePath(one) + "/links";
        FilledForm link = FilledForm.on(page(one), path).with("type", "RELATED");
        Answered.refusedField(link.with("target", "LCC-1999-9999").sendBy(officer), "target", "");
        Answered.refusedField(link.with("target", "what?").sendBy(officer), "target", "");
        Answered.refusedField(link.with("target", one).sendBy(officer), "target", "itself");
        Line.next(link.with("target", other).sendBy(officer), "link");
        Line.next(link.with("target", other).sendBy(officer), "the same link again");
        assertThat(page(one).select("a[href=/cases/" + other + "]")).hasSize(1);
        assertThat(page(other).select("a[href=/cases/" + one + "]")).hasSize(1);
        Line.next(FilledForm.on(page(one), path + "/remove").sendBy(officer), "take the link back");
        assertThat(page(other).select("a[href=/cases/" + one + "]")).isEmpty();
    }

    @Test
    void the_requesters_own_data_are_handed_over_as_a_subject_access_request() {
        String reference = Line.register(officer, "About me", "1. What do you hold about me?");
        Line.next(
                Line.answer(officer, reference, 1, "This is dealt with separately.")
                        .with("outcome", "REFUSED")
                        .with("grounds-0-code", "s.40(1)")
                        .with("grounds-0-reason", "It is the requester's own personal data.")
                        .sendBy(officer),
                "refuse");
        String access = page(reference).select("#links ~ ul a[href^=/cases/LCC]").first().text();
        assertThat(page(access).text()).contains("Subject access request");
        String path = Line.casePath(access) + "/hand-over";
        FilledForm handOver = FilledForm.on(page(access), path);
        Answered.refusedField(handOver.with("team", " ").sendBy(officer), "team", "");
        Line.next(handOver.with("team", "Data protection").sendBy(officer), "hand over");
        assertThat(page(access).text()).contains("Handed over to Data protection.");
        Answered.well(handOver.sendBy(officer), 409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"officer", "auditor", "admin"})
    void the_history_is_whole(String account) {
        Visitor visitor = Visitor.signedIn(SERVER, account);
        assertThat(visitor.page("/history").selectFirst("h1").text())
                .isEqualTo("The history is whole");
        JsonObject check = Json.object(visitor.get("/api/foi/history/check"));
        assertThat(check.getBoolean("whole")).isTrue();
        assertThat(check.getInt("entries")).isPositive();
        assertThat(check.getJsonArray("faults")).isEmpty();
        JsonObject one = Json.object(visitor.get("/api/foi/history/check?case=LCC-2024-0001"));
        assertThat(one.getInt("cases")).isEqualTo(1);
    }

    @Test
    void the_history_is_checked_by_those_whose_task_it_is_and_for_their_authority() {
        for (String account : List.of("analyst", "approver", "reviewer", "editor")) {
            Visitor visitor = Visitor.signedIn(SERVER, account);
            Answered.well(visitor.get("/history"), 403);
            Answered.well(visitor.get("/api/foi/history/check"), 403);
        }
        Visitor icb = Visitor.signedIn(SERVER, "icb-officer");
        Answered.well(icb.get("/api/foi/history/check?case=LCC-2024-0001"), 404);
        Answered.well(new Visitor(SERVER).get("/api/foi/history/check"), 401);
    }

    /** Submits, approves and sends by post, so that the case closes at once. */
    private static void answered(String reference) {
        Line.submit(officer, reference);
        Line.approve(approver, reference);
        String path = Line.casePath(reference) + "/dispatch";
        Line.next(
                FilledForm.on(officer.page(path), path)
                        .withDate("sentOn", 12, 4, 2024)
                        .with("channel", "POST")
                        .sendBy(officer),
                "send");
        assertThat(state(reference)).isEqualTo("CLOSED");
    }

    private static void cannotBeSubmitted(String reference, String why) {
        HttpResponse<String> answer =
                FilledForm.on(page(reference), Line.casePath(reference) + "/submit")
                        .sendBy(officer);
        Answered.well(answer, 409);
        assertThat(answer.body()).contains(why);
    }

    private static String appeal(String about, String theirReference) {
        FilledForm form =
                form(about, "/appeal")
                        .withDate("received", 3, 6, 2024)
                        .with("theirReference", theirReference);
        Answered.refusedField(form.sendBy(officer), "text", "");
        return reference(
                form.with("text", "The balance is said to be wrong.").sendBy(officer), "appeal");
    }

    private static void decide(String reference, String result) {
        FilledForm form = form(reference, "/decision").withDate("date", 2, 9, 2024);
        Document refused =
                Answered.refusedField(
                        form.with("summary", "Read in full.").sendBy(officer), "result", "");
        assertThat(refused.getElementById("summary").wholeText()).contains("Read in full.");
        Line.next(form.with("result", result).sendBy(officer), "decision");
    }

    private static FilledForm weighed(FilledForm answer) {
        return answer.with("grounds-0-inFavour", Line.IN_FAVOUR)
                .with("grounds-0-against", Line.AGAINST)
                .with("grounds-0-balance", Line.BALANCE);
    }

    private static FilledForm regime(String reference, String law) {
        String path = Line.questionPath(reference, 1) + "/regime";
        return FilledForm.on(officer.page(path), path)
                .with("regime", law)
                .with("reason", "It is about the state of the air.");
    }

    private static void record(
            String reference, String event, int day, int month, int year, String... more) {
        FilledForm form = event(reference, event, day, month, year);
        for (int i = 0; i < more.length; i += 2) {
            form.with(more[i], more[i + 1]);
        }
        Line.next(form.sendBy(officer), event);
    }

    /** The form of an event, for a letter that was written elsewhere. */
    private static FilledForm event(String reference, String event, int day, int month, int year) {
        FilledForm form = form(reference, "/events/" + event).withDate("date", day, month, year);
        return form.value("channel") == null ? form : form.with("channel", "");
    }

    private static FilledForm form(String reference, String part) {
        String path = Line.casePath(reference) + part;
        return FilledForm.on(officer.page(path), path);
    }

    private static String reference(HttpResponse<String> opened, String step) {
        return Line.next(opened, step).replaceAll("/cases/([^/?]+).*", "$1");
    }

    private static Document page(String reference) {
        return officer.page(Line.casePath(reference));
    }

    private static String next(String reference) {
        return page(reference).select("#next form").eachAttr("action").toString();
    }

    private static String state(String reference) {
        return Json.object(officer.get("/api/foi/cases/" + reference)).getString("state");
    }
}
