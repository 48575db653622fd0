package org.answerable.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Keeping the directory by its pages, without JavaScript. */
class DirectoryEditingIT {

    private static final RunningAnswerable SERVER = RunningAnswerable.shared();
    private static final String TOYS = "b78471b1-15f5-5f1f-a6fa-6c52775736e8";
    private static final String CAFE = "e5683691-e276-5f9c-95ee-bd685c61a187";
    private static final String HUB = "45f033d9-1698-5e88-a358-33d1b6e0ea3d";

    private final Visitor editor = Visitor.signedIn(SERVER, "editor");
    private final Visitor second = Visitor.signedIn(SERVER, "second-editor");
    private final Visitor provider = Visitor.signedIn(SERVER, "provider");

    @Test
    void a_member_proposes_an_editor_approves_and_the_public_sees_it() {
        HttpResponse<String> saved =
                save(
                        provider,
                        TOYS,
                        "description",
                        "Borrow toys for two months.",
                        "reason",
                        "Longer now");
        assertThat(saved.statusCode()).isEqualTo(303);
        String proposal = saved.headers().firstValue("Location").orElseThrow();
        assertThat(proposal).contains("/directory/proposals/");
        assertThat(new Visitor(SERVER).get("/services/" + TOYS).body())
                .doesNotContain("two months");
        assertThat(provider.page(proposal).select("form[action$=approve]")).isEmpty();

        Document page = editor.page(proposal);
        assertThat(page.select("table").text()).contains("Borrow toys and books for a month.");
        assertThat(editor.post(proposal + "/approve", editor.tokenOf(proposal)).statusCode())
                .isEqualTo(303);

        assertThat(new Visitor(SERVER).get("/services/" + TOYS).body()).contains("two months");
        assertThat(editor.page("/directory/services/" + TOYS).text())
                .contains("provider, approved by editor");
        assertThat(
                        editor.post(
                                        proposal + "/approve",
                                        editor.tokenOf("/directory/services/" + TOYS))
                                .statusCode())
                .isEqualTo(409);
    }

    @Test
    void an_editor_does_not_approve_the_own_change_and_it_can_be_sent_back() {
        String proposal =
                save(editor, HUB, "name", "Family house", "reason", "New name")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow();

        assertThat(editor.post(proposal + "/approve", editor.tokenOf(proposal)).statusCode())
                .isEqualTo(403);
        HttpResponse<String> blank =
                second.post(proposal + "/return", second.tokenOf(proposal), "note", " ");
        assertThat(blank.statusCode()).isEqualTo(422);
        assertThat(
                        second.post(
                                        proposal + "/return",
                                        second.tokenOf(proposal),
                                        "note",
                                        "Too new")
                                .statusCode())
                .isEqualTo(303);
        assertThat(editor.page(proposal).text()).contains("Too new");
    }

    @Test
    void a_form_that_is_refused_keeps_what_was_typed_and_names_each_fault() {
        HttpResponse<String> refused =
                save(
                        editor,
                        CAFE,
                        "name",
                        "",
                        "url",
                        "nowhere",
                        "hours",
                        "Someday 99:00 to 98:00",
                        "reason",
                        "x");

        assertThat(refused.statusCode()).isEqualTo(422);
        Document page = Jsoup.parse(refused.body());
        assertThat(page.title()).startsWith("Error: ");
        assertThat(page.select(".govuk-error-summary a").eachAttr("href"))
                .containsExactly("#name", "#url", "#hours");
        assertThat(page.select("#url").val()).isEqualTo("nowhere");
    }

    @Test
    void two_editors_at_once_see_what_the_other_changed() {
        FilledForm late = form(second, CAFE, "phones", "01632 960200", "reason", "New number");
        save(editor, CAFE, "phones", "01632 960199", "reason", "New number");

        HttpResponse<String> answer = late.sendBy(second);

        assertThat(answer.statusCode()).isEqualTo(409);
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select("table").text()).contains("01632 960199");
        assertThat(page.select("#phones").text()).isEqualTo("01632 960200");
    }

    @Test
    void others_do_not_get_in() {
        Visitor analyst = Visitor.signedIn(SERVER, "analyst");
        for (String path :
                List.of("/directory", "/directory/proposals", "/directory/services/" + HUB)) {
            assertThat(analyst.get(path).statusCode()).as(path).isEqualTo(403);
            assertThat(new Visitor(SERVER).get(path).statusCode()).as(path).isEqualTo(303);
        }
        assertThat(provider.get("/directory/services/" + HUB).statusCode()).isEqualTo(403);
        assertThat(provider.get("/directory/services/" + HUB + "/erase").statusCode())
                .isEqualTo(403);
    }

    @Test
    void an_answer_can_cite_what_was_commissioned_on_a_day() {
        Visitor officer = Visitor.signedIn(SERVER, "officer");
        HttpResponse<String> made =
                officer.post(
                        "/statements/new",
                        officer.tokenOf("/statements/new"),
                        "about",
                        "commissioning",
                        "area",
                        "E10000019",
                        "tier",
                        "specialist",
                        "need",
                        "parent-infant-relationship",
                        "at",
                        "2024-04-02");
        assertThat(made.statusCode()).isEqualTo(303);
        String address = made.headers().firstValue("Location").orElseThrow();

        Document statement = new Visitor(SERVER).page(address);
        assertThat(statement.select("h1").text()).contains("Parent-infant relationship");
        assertThat(statement.text()).contains("declared as not commissioned");
        assertThat(officer.page(address).text()).contains("the directory says the same");
        String id = address.substring(address.lastIndexOf('/') + 1);
        assertThat(officer.page("/statements").text()).contains(id);

        String reference = Line.register(officer, "Teams", "1. Which teams are commissioned?");
        Line.cite(officer, reference, 1, id);
        Line.grant(officer, reference, 1, "None was commissioned, as the statement shows.");
        Line.submit(officer, reference);
        Line.approve(Visitor.signedIn(SERVER, "approver"), reference);
        Line.dispatch(officer, reference);
        assertThat(officer.page(Line.questionPath(reference, 1)).text())
                .contains("declared as not commissioned", "true zero", "Statement " + id);
    }

    @Test
    void a_search_in_the_body_finds_the_same_and_leaves_no_address() {
        Visitor visitor = new Visitor(SERVER);
        HttpResponse<String> found =
                visitor.post("/services", "", "postcode", "LN1 1ZZ", "age", "20", "unit", "weeks");

        assertThat(found.statusCode()).isEqualTo(200);
        Document page = Jsoup.parse(found.body());
        assertThat(page.select("ol li").eachText())
                .isNotEmpty()
                .anyMatch(text -> text.contains("Mellow Bumps"));
        assertThat(page.select("#postcode").val()).isEqualTo("LN1 1ZZ");
        assertThat(page.select("main a[href*=LN1]")).isEmpty();
    }

    private static HttpResponse<String> save(Visitor visitor, String service, String... changes) {
        return form(visitor, service, changes).sendBy(visitor);
    }

    /** The form as it is filled, with some fields typed over. */
    private static FilledForm form(Visitor visitor, String service, String... changes) {
        String path = "/directory/services/" + service + "/edit";
        FilledForm form = FilledForm.on(visitor.page(path), path);
        for (int i = 0; i < changes.length; i += 2) {
            form.with(changes[i], changes[i + 1]);
        }
        return form;
    }
}
