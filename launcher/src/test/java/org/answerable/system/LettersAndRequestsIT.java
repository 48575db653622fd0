package org.answerable.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Requests by the public, mail that comes in, letters and their templates, over HTTP. */
class LettersAndRequestsIT {

    private static final RunningAnswerable SERVER = RunningAnswerable.shared();
    private static final int MOST_BYTES = 25 << 20;

    private static Visitor officer;

    @BeforeAll
    static void sign_in() {
        officer = Visitor.signedIn(SERVER, "officer");
    }

    @Test
    void anybody_asks_two_authorities_and_follows_each_request_by_its_own_link() {
        Visitor visitor = new Visitor(SERVER);
        Document sent = ask(visitor, "Swings in parks", "1. How many swings?\n2. Who checks them?");
        List<String> links = sent.select("main a[href^=/requests/]").eachAttr("href");
        assertThat(links).hasSize(2).doesNotHaveDuplicates();

        Visitor later = new Visitor(SERVER); // another browser: the link is all it takes
        HttpResponse<String> page = later.get(links.get(0));
        assertThat(page.headers().firstValue("X-Robots-Tag").orElseThrow()).contains("noindex");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        Document tracked = Jsoup.parse(page.body());
        assertThat(tracked.text())
                .contains("Swings in parks", "We have received your request", "20th working day")
                .doesNotContain("pat@asker.example", "Pat Asker");
        String broken = links.get(0).substring(0, links.get(0).length() - 1);
        Answered.well(later.get(broken + "_"), 404);
        Answered.well(later.get(broken), 404);

        String token = later.tokenOf(links.get(1));
        Answered.well(later.post(links.get(1) + "/withdraw", "forged"), 403);
        assertThat(later.post(links.get(1) + "/withdraw", token).statusCode()).isEqualTo(303);
        assertThat(later.page(links.get(1)).text()).contains("The request was withdrawn");
        assertThat(later.page(links.get(0)).text()).contains("We have received your request");
    }

    @Test
    void the_form_tells_every_fault_and_shows_the_questions_before_anything_is_sent() {
        Visitor visitor = new Visitor(SERVER);
        FilledForm form = FilledForm.on(visitor.page("/requests/new"), "/requests/new");
        HttpResponse<String> refused = form.sendBy(visitor);
        Answered.refusedField(refused, "authorities", "Choose at least one");
        Answered.refusedField(refused, "text", "empty");
        Answered.refusedField(refused, "requester-name", "empty");
        HttpResponse<String> machine = form.with("website", "http://spam.example").sendBy(visitor);
        assertThat(machine.statusCode()).isEqualTo(422);

        HttpResponse<String> shown =
                visitor.post(
                        "/requests/new/questions",
                        visitor.tokenOf("/requests/new"),
                        "text",
                        "1. First thing?\n2. Second thing?");
        assertThat(Jsoup.parse(shown.body()).select(".govuk-inset-text li").eachText())
                .containsExactly("First thing?", "Second thing?");
    }

    @Test
    void a_saved_message_becomes_a_case_and_its_files_are_only_saved_never_shown() {
        String place = upload(officer, mail("system-1"));
        assertThat(upload(officer, mail("system-1"))).isEqualTo(place);
        Document message = officer.page(place);
        assertThat(message.text())
                .contains("Ann Asker", "How many?", "lie.pdf", "was not kept")
                .doesNotContain("<b>");
        String file = message.selectFirst("a[href^=/attachments/]").attr("href");
        HttpResponse<String> saved = officer.get(file);
        assertThat(saved.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(saved.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment");
        assertThat(saved.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        Answered.well(Visitor.signedIn(SERVER, "icb-officer").get(file), 404);
        Answered.well(Visitor.signedIn(SERVER, "icb-officer").get(place), 404);
        Answered.well(Visitor.signedIn(SERVER, "contributor").get(file), 403);

        Document prefilled = officer.page(place + "/register");
        HttpResponse<String> registered =
                FilledForm.on(prefilled, place + "/register").sendBy(officer);
        assertThat(registered.statusCode()).isEqualTo(303);
        String next = registered.headers().firstValue("Location").orElseThrow();
        assertThat(next).contains("/cases/LCC-2024-");
        String reference = next.replaceAll(".*/cases/([^/?]+).*", "$1");
        assertThat(officer.page("/cases/" + reference + "/letters").text())
                .contains("Mail that came in", "table.csv");
    }

    @Test
    void a_message_beyond_the_limit_and_an_upload_by_others_are_refused() {
        Answered.refusedField(send(officer, new byte[MOST_BYTES + 1]), "file", "25 MB");
        Visitor analyst = Visitor.signedIn(SERVER, "analyst");
        Answered.well(analyst.get("/inbox"), 403);
        assertThat(new Visitor(SERVER).get("/inbox").body()).doesNotContain("Take it in");
        Answered.refusedField(send(officer, new byte[0]), "file", "empty");
    }

    @Test
    void an_administrator_edits_a_template_and_one_that_drops_what_the_law_asks_is_refused() {
        Visitor admin = Visitor.signedIn(SERVER, "admin");
        String path = "/templates/acknowledgement";
        FilledForm form = FilledForm.on(admin.page(path), path);
        String text = form.value("text");
        Document refused =
                Answered.refusedField(
                        form.with("text", text.replace("{{due}}", "{{deu}}")).sendBy(admin),
                        "text",
                        "{{deu}} is not known");
        assertThat(refused.select(".govuk-error-summary").text()).contains("section 10(1)");
        assertThat(refused.selectFirst("#text").text()).contains("{{deu}}");

        FilledForm better = form.with("text", text.replace("Thank you", "Many thanks"));
        assertThat(better.sendBy(admin).statusCode()).isEqualTo(303);
        assertThat(admin.page(path).text()).contains("Version 2").contains("Many thanks");
        Answered.well(better.sendBy(admin), 303, 409);
        Answered.well(officer.post(path, officer.tokenOf(path), "text", text, "version", "2"), 403);
    }

    @Test
    void a_letter_is_downloaded_as_pdf_by_those_who_may_read_it() {
        String list = "/cases/LCC-2024-0001/letters";
        String pdf = officer.page(list).selectFirst("td a[href$=.pdf]").attr("href");
        HttpResponse<String> answer = officer.get(pdf);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(answer.body()).startsWith("%PDF");
        String page = pdf.replace(".pdf", "");
        assertThat(officer.page(page).text()).contains("as it was sent");
        for (String path : List.of(list, page, pdf)) {
            Answered.well(Visitor.signedIn(SERVER, "icb-officer").get(path), 404);
            Answered.well(Visitor.signedIn(SERVER, "analyst").get(path), 403);
            HttpResponse<String> anonymous = new Visitor(SERVER).get(path);
            assertThat(anonymous.headers().firstValue("Location").orElse("")).contains("/sign-in");
        }
        Answered.well(officer.get(list + "/999999999999"), 404);
        Answered.well(
                officer.post(page + "/settle", officer.tokenOf("/cases/new"), "how", "WENT"), 409);
        Answered.well(
                officer.post(page + "/settle", officer.tokenOf("/cases/new"), "how", "nonsense"),
                400);
    }

    static Document ask(Visitor visitor, String subject, String text) {
        HttpResponse<String> answer =
                FilledForm.on(visitor.page("/requests/new"), "/requests/new")
                        .withAll("authorities", "lincolnshire-cc", "lincolnshire-icb")
                        .with("subject", subject)
                        .with("text", text)
                        .with("requester-name", "Pat Asker")
                        .with("requester-email", "pat@asker.example")
                        .sendBy(visitor);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location").orElseThrow())
                .endsWith("/requests/sent");
        return visitor.page("/requests/sent");
    }

    static String upload(Visitor visitor, byte[] raw) {
        HttpResponse<String> answer = send(visitor, raw);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceAll(".*(/inbox/)", "$1");
    }

    private static HttpResponse<String> send(Visitor visitor, byte[] raw) {
        return FilledForm.on(visitor.page("/inbox"), "/inbox").sendBy(visitor, "mail.eml", raw);
    }

    static byte[] mail(String id) {
        return """
        Received: by mx.example; Thu, 21 Mar 2024 10:00:00 +0000
        From: Ann Asker <ann@asker.example>
        Subject: Benches
        Message-ID: <%s@asker.example>
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Type: text/html

        <p>How <b>many</b>?</p><script>alert(1)</script>
        --b
        Content-Type: text/csv; name=table.csv

        a,b
        1,2
        --b
        Content-Type: application/pdf; name=lie.pdf

        This is no PDF.
        --b--
        """
                .formatted(id)
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
