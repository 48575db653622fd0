package org.answerable.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An administrator looks after the accounts of the own authority, and of no other. */
class AccountsIT {

    private static final RunningAnswerable SERVER = RunningAnswerable.shared();

    private static Visitor admin;

    @BeforeAll
    static void signIn() {
        admin = Visitor.signedIn(SERVER, "admin");
    }

    @Test
    void a_colleague_gets_another_name_and_other_roles_at_once() {
        String path = account("moved-colleague", "analyst");
        Visitor colleague = Visitor.signedIn(SERVER, "moved-colleague");
        assertThat(colleague.get("/cases").statusCode()).isEqualTo(403);
        HttpResponse<String> changed =
                FilledForm.on(admin.page(path), path)
                        .with("displayName", "Mo Ved")
                        .withAll("roles", "officer", "publisher")
                        .sendBy(admin);
        Document page = admin.page(Line.next(changed, "change"));
        assertThat(page.select(".govuk-summary-list").text())
                .contains("Mo Ved", "FOI officer, Publisher");
        assertThat(record(page))
                .contains(
                        "name changed by admin",
                        "roles changed: analyst → officer, publisher by admin",
                        "account added by admin")
                .noneMatch(entry -> entry.contains("Mo Ved"));
        assertThat(colleague.get("/cases").statusCode()).as("the same session").isEqualTo(200);
        assertThat(colleague.page("/account").text()).contains("Mo Ved");
    }

    @Test
    void a_closed_account_is_out_at_once_and_gets_no_work_until_it_is_reopened() {
        String username = "leaving-contributor";
        String path = account(username, "contributor");
        Visitor session = Visitor.signedIn(SERVER, username);
        Program program = Program.of(SERVER, username);
        Visitor officer = Visitor.signedIn(SERVER, "officer");
        String question = Line.questionPath(Line.register(officer, "Leaving", "Who left?"), 1);
        assertThat(offered(officer, question)).contains(username);

        Document closed = admin.page(Line.next(send(path, "/close"), "close"));
        assertThat(closed.text()).contains("The account is closed.", "it signs nobody in");
        assertThat(closed.select("form[action=" + path + "/close]")).isEmpty();
        assertThat(session.get("/account").statusCode()).isEqualTo(303);
        assertThat(program.get("/api/foi/cases").statusCode()).isEqualTo(401);
        assertThat(signIn(username, "demo-" + username).statusCode()).isEqualTo(422);
        assertThat(offered(officer, question)).doesNotContain(username);
        assertThat(
                        FilledForm.on(officer.page(question), question + "/allot")
                                .with("username", username)
                                .sendBy(officer)
                                .statusCode())
                .isEqualTo(422);
        assertThat(row(username)).contains("Closed");

        Document open = admin.page(Line.next(send(path, "/reopen"), "reopen"));
        assertThat(record(open))
                .contains(
                        "account reopened by admin",
                        "account closed by admin",
                        "sign-in refused: closed by " + username);
        assertThat(session.get("/account").statusCode()).as("the old session").isEqualTo(303);
        assertThat(program.get("/api/foi/cases").statusCode()).as("the old token").isEqualTo(401);
        assertThat(signIn(username, "demo-" + username).statusCode()).isEqualTo(303);
        assertThat(offered(officer, question)).contains(username);
    }

    @Test
    void closing_twice_is_on_record_once() {
        String path = account("closed-twice", "analyst");
        FilledForm button = FilledForm.on(admin.page(path), path + "/close");
        Line.next(button.sendBy(admin), "close");
        Line.next(button.sendBy(admin), "close again");
        assertThat(record(admin.page(path))).containsOnlyOnce("account closed by admin");
    }

    @Test
    void a_new_password_ends_what_the_old_one_opened() {
        String username = "forgot-the-password";
        String path = account(username, "analyst");
        Visitor session = Visitor.signedIn(SERVER, username);
        Program program = Program.of(SERVER, username);
        HttpResponse<String> set =
                FilledForm.on(admin.page(path), path + "/password")
                        .with("password", "a wholly new one")
                        .sendBy(admin);
        Document page = admin.page(Line.next(set, "set a password"));
        assertThat(record(page)).contains("password set by admin");
        assertThat(page.html()).doesNotContain("a wholly new one");
        assertThat(session.get("/account").statusCode()).isEqualTo(303);
        assertThat(program.get("/api/cohort/datasets").statusCode()).isEqualTo(401);
        assertThat(signIn(username, "demo-" + username).statusCode()).isEqualTo(422);
        assertThat(signIn(username, "a wholly new one").statusCode()).isEqualTo(303);
    }

    @Test
    void a_new_password_ends_a_lock() {
        String username = "locked-person";
        String path = account(username, "analyst");
        for (int i = 0; i < 5; i++) {
            signIn(username, "wrong");
        }
        assertThat(signIn(username, "demo-" + username).statusCode()).isEqualTo(422);
        FilledForm.on(admin.page(path), path + "/password")
                .with("password", "a wholly new one")
                .sendBy(admin);
        assertThat(signIn(username, "a wholly new one").statusCode()).isEqualTo(303);
    }

    @Test
    void the_last_administrator_stays() {
        Document page = admin.page("/accounts/admin");
        assertThat(page.select("form[action$=/close]")).isEmpty();
        assertThat(page.text()).contains("last administrator");
        Answered.refusedField(
                FilledForm.on(page, "/accounts/admin").withAll("roles", "auditor").sendBy(admin),
                "roles",
                "last administrator");
        HttpResponse<String> forced =
                admin.post("/accounts/admin/close", admin.tokenOf("/accounts/admin"));
        Answered.well(forced, 422);
        assertThat(forced.body()).contains("last administrator");
        assertThat(admin.get("/accounts").statusCode()).isEqualTo(200);

        String path = account("second-administrator", "admin");
        assertThat(admin.page("/accounts/admin").select("form[action$=/close]")).hasSize(1);
        Line.next(send(path, "/close"), "close the second");
        assertThat(admin.page("/accounts/admin").select("form[action$=/close]")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"displayName, ''", "roles, owner", "roles, ''"})
    void a_change_that_cannot_be_taken_is_told_and_kept(String field, String value) {
        String path = "/accounts/editor";
        Document page =
                Answered.refusedField(
                        FilledForm.on(admin.page(path), path)
                                .with("displayName", "Edith Edited")
                                .with(field, value)
                                .sendBy(admin),
                        field,
                        field.equals("roles") ? "at least one role" : "1 to 100 characters");
        if (field.equals("roles")) {
            assertThat(page.getElementById("displayName").val()).isEqualTo("Edith Edited");
        }
        assertThat(admin.page(path).select(".govuk-summary-list").text()).contains("Edith Editor");
    }

    @Test
    void a_password_that_is_too_short_is_told_and_never_shown() {
        String path = "/accounts/editor";
        Document page =
                Answered.refusedField(
                        FilledForm.on(admin.page(path), path + "/password")
                                .with("password", "short")
                                .sendBy(admin),
                        "password",
                        "12 to 200");
        assertThat(page.getElementById("password").hasAttr("value")).isFalse();
        assertThat(page.getElementById("displayName").val()).isEqualTo("Edith Editor");
    }

    @Test
    void accounts_of_another_authority_are_not_found() {
        String token = admin.tokenOf("/accounts");
        for (String username : List.of("icb-officer", "nobody-at-all")) {
            String path = "/accounts/" + username;
            assertThat(admin.get(path).statusCode()).isEqualTo(404);
            assertThat(admin.post(path + "/close", token).statusCode()).isEqualTo(404);
            assertThat(
                            admin.post(path + "/password", token, "password", "long enough so")
                                    .statusCode())
                    .isEqualTo(404);
        }
        assertThat(signIn("icb-officer", "demo-icb-officer").statusCode()).isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/close", "/reopen", "/password"})
    void nobody_else_changes_an_account_and_no_form_without_its_token_does(String step) {
        Visitor officer = Visitor.signedIn(SERVER, "officer");
        String path = "/accounts/editor";
        assertThat(officer.get(path).statusCode()).isEqualTo(403);
        assertThat(officer.post(path + step, officer.tokenOf("/account")).statusCode())
                .isEqualTo(403);
        assertThat(admin.post(path + step, "invented").statusCode()).isEqualTo(403);
        assertThat(row("editor")).contains("Open", "Edith Editor", "Directory editor");
    }

    private static String account(String username, String... roles) {
        return "/accounts/" + Line.account(SERVER, username, roles);
    }

    private static HttpResponse<String> send(String path, String step) {
        return FilledForm.on(admin.page(path), path + step).sendBy(admin);
    }

    private static HttpResponse<String> signIn(String username, String password) {
        Visitor visitor = new Visitor(SERVER);
        return FilledForm.on(visitor.page("/sign-in"), "/sign-in")
                .with("username", username)
                .with("password", password)
                .sendBy(visitor);
    }

    private static String row(String username) {
        return admin.page("/accounts")
                .select("tbody tr:has(a[href=/accounts/" + username + "])")
                .text();
    }

    private static List<String> offered(Visitor officer, String question) {
        return officer.page(question).select("select[name=username] option").eachAttr("value");
    }

    /** What is on record: what, and by whom. */
    private static List<String> record(Document page) {
        return page.select("tbody tr").stream()
                .map(row -> row.child(1).text() + " by " + row.child(2).text())
                .toList();
    }
}
