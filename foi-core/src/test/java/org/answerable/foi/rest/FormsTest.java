package org.answerable.foi.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.answerable.foi.CaseOutcome;
import org.answerable.foi.CaseState;
import org.answerable.foi.ClockEvent;
import org.answerable.foi.DisclosureFilter;
import org.answerable.foi.DisclosureSummary;
import org.answerable.foi.FieldError;
import org.answerable.foi.InvalidInput;
import org.answerable.foi.NewRequest;
import org.answerable.foi.Requester;
import org.answerable.foi.clock.EventClock;
import org.answerable.foi.clock.ShippedCalendar;
import org.answerable.foi.law.Regime;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class FormsTest {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final URI BASE = URI.create("https://foi.example.org/");

    @Test
    void a_request_of_the_contract_is_read_and_unknown_fields_are_ignored() throws IOException {
        NewRequest request =
                RequestForm.read(
                        body(
                                """
                                {"authority": "lincolnshire-cc", "received": "2024-03-21",
                                 "channel": "email", "subject": "Hubs", "colour": {"of": ["no", "matter"]},
                                 "requester": {"name": "A. Person", "email": "a@example.org"},
                                 "text": "1. How many?"}
                                """),
                        "key-1");
        assertThat(request)
                .isEqualTo(
                        new NewRequest(
                                "key-1",
                                "lincolnshire-cc",
                                "2024-03-21",
                                "email",
                                "Hubs",
                                new Requester("A. Person", "a@example.org", ""),
                                "1. How many?",
                                List.of()));
    }

    @Test
    void fields_of_the_wrong_type_are_named() {
        InvalidInput refused =
                catchThrowableOfType(
                        InvalidInput.class,
                        () ->
                                RequestForm.read(
                                        body(
                                                "{\"text\": 5, \"requester\": {\"email\": []},"
                                                        + " \"questions\": [1], \"subject\": null}"),
                                        null));
        assertThat(refused.errors())
                .extracting(FieldError::field)
                .containsExactly("questions", "requester.email", "text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"text\":", "nonsense"})
    void what_is_no_json_object_is_refused_as_such(String text) {
        assertThatThrownBy(() -> RequestForm.read(body(text), null))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("JSON object");
    }

    @Test
    void a_body_over_the_limit_is_refused_by_the_limit() {
        assertThatThrownBy(() -> RequestForm.read(body(" ".repeat(4 * 1024 * 1024 + 1)), null))
                .hasMessageContaining("4 MB");
    }

    @Test
    void a_deadline_is_asked_and_told_as_in_the_contract() throws IOException {
        DeadlineForm.Question question =
                DeadlineForm.read(
                        JsonBody.read(
                                body(
                                        """
                                        {"regime": "FOIA", "received": "2024-03-21",
                                         "events": [{"type": "CLARIFICATION_RECEIVED", "date": "2024-03-28"}]}
                                        """)));
        assertThat(question.events())
                .containsExactly(
                        ClockEvent.of(
                                ClockEvent.Type.CLARIFICATION_RECEIVED, LocalDate.of(2024, 3, 28)));
        DeadlineForm.Question plain =
                new DeadlineForm.Question("FOIA", question.received(), List.of());
        JsonObject answer =
                DeadlineForm.write(
                        plain,
                        EventClock.calculate(
                                Regime.FOIA,
                                plain.received(),
                                List.of(),
                                ShippedCalendar.calendar()));
        assertThat(answer.getString("dayOne")).isEqualTo("2024-03-22");
        assertThat(answer.getString("due")).isEqualTo("2024-04-22");
        assertThat(answer.getInt("workingDays")).isEqualTo(20);
        assertThat(answer.getString("calendar")).isEqualTo("UK-union 2026-02-25");
        assertThat(answer.getJsonArray("skipped").getValuesAs(JsonObject.class))
                .hasSize(12)
                .anySatisfy(
                        day -> {
                            assertThat(day.getString("date")).isEqualTo("2024-03-29");
                            assertThat(day.getString("reason")).isEqualTo("Good Friday");
                        });
        assertThat(answer.getJsonArray("warnings")).isEmpty();
    }

    @Test
    void every_wrong_field_of_a_deadline_question_is_named() {
        InvalidInput refused =
                catchThrowableOfType(
                        InvalidInput.class,
                        () ->
                                DeadlineForm.read(
                                        JsonBody.read(
                                                body(
                                                        "{\"received\": \"2024-02-30\", \"events\":"
                                                                + " [{\"type\": \"NAP\", \"date\": 1}, 2]}"))));
        assertThat(refused.errors())
                .extracting(FieldError::field)
                .containsExactly(
                        "events[0].date", "events[0].type", "events[1]", "received", "regime");
    }

    @Test
    void csv_quotes_and_guards_against_formulas() throws IOException {
        String csv = csv("=HYPERLINK(\"x\"), a\nb");

        assertThat(csv).startsWith("reference,authority,").contains("\r\n");
        try (CSVParser parser =
                CSVParser.parse(csv, CSVFormat.RFC4180.builder().setHeader().get())) {
            List<CSVRecord> records = parser.getRecords();
            assertThat(records).hasSize(1);
            assertThat(records.get(0).get("subject")).isEqualTo("'=HYPERLINK(\"x\"), a\nb");
            assertThat(records.get(0).get("answered")).isEqualTo("2024-04-09");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1", "+1", "-1", "@x", "\tx", "\rx"})
    void every_start_of_a_formula_is_guarded(String text) throws IOException {
        assertThat(csv(text + "9")).contains("'" + text + "9");
        assertThat(csv("x" + text)).doesNotContain("'");
    }

    private static String csv(String subject) throws IOException {
        StringBuilder out = new StringBuilder();
        new DisclosureCsv(out).add(summary(subject));
        return out.toString();
    }

    @Test
    void the_feed_has_what_atom_requires_and_escapes_its_text() throws Exception {
        URI self = URI.create("https://foi.example.org/api/foi/disclosures.atom?q=a&page=1");
        Element feed =
                parse(DisclosureAtom.write(BASE, self, List.of(summary("<Hubs> & \uFFFF👶"))));

        assertThat(text(feed, "id")).isEqualTo("https://foi.example.org/api/foi/disclosures.atom");
        assertThat(text(feed, "updated")).isEqualTo("2024-04-10T08:00:00Z");
        Element link = (Element) feed.getElementsByTagNameNS(ATOM, "link").item(0);
        assertThat(link.getAttribute("href")).isEqualTo(self.toString());
        Element entry = (Element) feed.getElementsByTagNameNS(ATOM, "entry").item(0);
        assertThat(text(entry, "title")).isEqualTo("<Hubs> & 👶");
        assertThat(text(entry, "id")).endsWith("/api/foi/disclosures/LCC-2024-0001");
        assertThat(text(entry, "name")).isEqualTo("Lincolnshire County Council");
    }

    @Test
    void an_empty_feed_is_a_feed() throws Exception {
        assertThat(text(parse(DisclosureAtom.write(BASE, BASE, List.of())), "updated"))
                .isEqualTo("1970-01-01T00:00:00Z");
    }

    @Test
    void parameters_that_cannot_be_read_are_named() {
        assertThatThrownBy(() -> Parameters.number("page", "two", 1))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Parameters.date("from", "2024-02-30"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("from");
        assertThatThrownBy(() -> Parameters.choice("state", "lost", CaseState.class))
                .hasMessageContaining("AWAITING_APPROVAL");
        assertThatThrownBy(
                        () ->
                                new DisclosureFilter(
                                        "",
                                        Parameters.date("from", "+999999999-12-31"),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        1,
                                        20))
                .hasMessageContaining("9999");
        assertThatThrownBy(() -> DisclosureFilter.all().at(0, 20)).hasMessageContaining("1 to");
        assertThatThrownBy(() -> DisclosureFilter.all().at(1, 201)).hasMessageContaining("200");
        assertThat(Parameters.choice("state", "awaiting-approval", CaseState.class))
                .contains(CaseState.AWAITING_APPROVAL);
    }

    private static InputStream body(String json) {
        return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    }

    private static DisclosureSummary summary(String subject) {
        return new DisclosureSummary(
                "LCC-2024-0001",
                "lincolnshire-cc",
                "Lincolnshire County Council",
                subject,
                LocalDate.of(2024, 3, 21),
                LocalDate.of(2024, 4, 9),
                CaseOutcome.GRANTED,
                3,
                Instant.parse("2024-04-10T08:00:00Z"));
    }

    private static Element parse(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document document =
                factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        return document.getDocumentElement();
    }

    private static String text(Element in, String name) {
        return in.getElementsByTagNameNS(ATOM, name).item(0).getTextContent();
    }
}
