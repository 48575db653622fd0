package org.answerable.directory.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.answerable.directory.Actor;
import org.answerable.directory.Conflict;
import org.answerable.directory.EditorsView;
import org.answerable.directory.ImportFinding;
import org.answerable.directory.ImportOrder;
import org.answerable.directory.ImportReport;
import org.answerable.directory.Imports;
import org.answerable.directory.InvalidInput;
import org.answerable.directory.NotAllowed;
import org.answerable.directory.NotFound;
import org.answerable.directory.Proposal;
import org.answerable.directory.TestCatalogue;
import org.answerable.directory.TextFile;
import org.answerable.directory.TooLarge;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A run checks everything before it publishes anything, and knows what it must not touch. */
class ImportRunIT {

    private static final String HALL = id(76);
    private static final String PUBLISHED = "What is new and changed is published.";

    private static final Actor EDITOR = TestCatalogue.EDITOR;
    private static final Actor VISITOR =
            new Actor("vis", "Visitor", "shire-cc", java.util.Set.of());

    private TestCatalogue catalogue;

    @BeforeEach
    void start() {
        catalogue = new TestCatalogue();
    }

    @AfterEach
    void stop() {
        catalogue.close();
    }

    @Test
    void a_dry_run_counts_and_publishes_nothing() {
        catalogue.load("made", services(1, 2, 3));
        String changed = service(2, "Another name", "") + "\n" + service(3) + "\n" + service(4);

        ImportReport report = run(catalogue.imports, order(true), changed);

        assertThat(report.state()).isEqualTo("done");
        assertThat(report.added()).isEqualTo(1);
        assertThat(report.changed()).isEqualTo(1);
        assertThat(report.unchanged()).isEqualTo(1);
        assertThat(report.vanished()).isEqualTo(1);
        assertThat(value("SELECT count(*) FROM directory.service")).isEqualTo("3");
        assertThat(value("SELECT max(missing) FROM directory.raw_record")).isEqualTo("0");
        assertThat(value("SELECT count(*) FROM directory.import_spool")).isEqualTo("0");
        assertThat(value("SELECT count(*) FROM directory.version WHERE number > 1")).isEqualTo("0");
    }

    @Test
    void a_run_with_too_many_faulty_records_publishes_nothing_and_keeps_its_report() {
        String bad = services(1, 2, 3) + "\n{\"id\":\"" + id(9) + "\",\"name\":\"No status\"}";

        ImportReport report = run(catalogue.imports, order(false), bad);

        assertThat(report.state()).isEqualTo("refused");
        assertThat(report.faulty()).isEqualTo(1);
        assertThat(report.message()).contains("1 of 4 records");
        assertThat(value("SELECT count(*) FROM directory.service")).isEqualTo("0");
        assertThat(catalogue.imports.findings(report.run(), 1, 50, EDITOR))
                .extracting(ImportFinding::field)
                .contains("status");
        Imports patient = catalogue.imports("", Runnable::run, 25);
        assertThat(run(patient, order(false), bad).state()).isEqualTo("done");
        assertThat(value("SELECT count(*) FROM directory.service")).isEqualTo("3");
    }

    @Test
    void a_line_that_is_no_json_is_a_finding_and_stops_nothing() {
        StringBuilder lines = new StringBuilder();
        for (int i = 1; i <= 9; i++) {
            lines.append(service(i)).append('\n');
        }
        lines.append("{\"id\": NaN}\n");

        ImportReport report = run(catalogue.imports, order(false), lines.toString());

        assertThat(report.state()).isEqualTo("done");
        assertThat(report.added()).isEqualTo(9);
        assertThat(report.faulty()).isEqualTo(1);
        ImportFinding finding = catalogue.imports.findings(report.run(), 1, 50, EDITOR).get(0);
        assertThat(finding.line()).isEqualTo(10);
        assertThat(finding.error()).isTrue();
    }

    @Test
    void what_the_source_no_longer_has_is_withdrawn_after_the_second_run_and_comes_back() {
        catalogue.load("made", services(1, 2));

        ImportReport first = catalogue.load("made", service(1));
        assertThat(first.vanished()).isEqualTo(1);
        assertThat(status(2)).isEqualTo("active");
        catalogue.clock.forward(Duration.ofDays(1));
        catalogue.load("made", service(1));
        assertThat(status(2)).isEqualTo("inactive");
        assertThat(catalogue.services()).doesNotContain(id(2));
        assertThat(catalogue.feed.service(id(2))).contains("inactive");
        assertThat(catalogue.load("made", service(1)).vanished()).isZero();

        ImportReport back = catalogue.load("made", services(1, 2));

        assertThat(back.changed()).isEqualTo(1);
        assertThat(status(2)).isEqualTo("active");
        assertThat(value("SELECT max(missing) FROM directory.raw_record")).isEqualTo("0");
    }

    @Test
    void a_record_that_was_missing_once_and_is_seen_again_counts_from_the_start() {
        catalogue.load("made", services(1, 2));
        catalogue.load("made", service(1));
        catalogue.load("made", services(1, 2));
        catalogue.load("made", service(1));

        assertThat(status(2)).isEqualTo("active");
    }

    @Test
    void what_two_sources_have_is_not_withdrawn_when_one_of_them_drops_it() {
        catalogue.load("made", services(1, 2));
        catalogue.database.execute(
                "INSERT INTO directory.source (name, trust, added_by, added_at) VALUES ('other', 0.3, 'x', now());"
                        + " INSERT INTO directory.raw_record SELECT (SELECT id FROM directory.source WHERE name ="
                        + " 'other'), kind, 'theirs', record, hash, document, fetched_at, run_id, 0 FROM"
                        + " directory.raw_record WHERE source_record = '"
                        + id(2)
                        + "'");
        catalogue.load("made", service(1));
        catalogue.load("made", service(1));

        assertThat(status(2)).isEqualTo("active");
    }

    @Test
    void services_that_share_the_id_of_a_place_each_keep_one_of_their_own() {
        String one = atHall(service(1));
        String lines = one + "\n" + atHall(service(2));
        assertThat(catalogue.load("made", lines).message()).isEqualTo(PUBLISHED);
        String places =
                "SELECT string_agg(a.public_id, ' ' ORDER BY s.public_id) FROM directory.service_at_location a"
                        + " JOIN directory.service s ON s.id = a.service_id WHERE s.public_id IN ('"
                        + id(1)
                        + "', '"
                        + id(2)
                        + "')";
        String before = value(places);
        assertThat(before.split(" ")).hasSize(2).containsOnlyOnce(HALL);
        assertThat(value("SELECT count(DISTINCT public_id) FROM directory.service_at_location"))
                .isEqualTo("2");

        ImportReport other = catalogue.load("other", lines);

        assertThat(other.state()).isEqualTo("done");
        assertThat(other.added()).isEqualTo(2);
        assertThat(value("SELECT count(DISTINCT public_id) FROM directory.service_at_location"))
                .isEqualTo("4");
        assertThat(value(places)).isEqualTo(before);
        ImportReport again = catalogue.load("other", lines.replace("Made", "Made "));
        assertThat(again.state()).isEqualTo("done");
        assertThat(again.added()).isZero();
    }

    private static String atHall(String service) {
        String place =
                "{\"id\":\"%s\",\"location\":{\"id\":\"%s\",\"location_type\":\"physical\",\"name\":\"Hall\"}}"
                        .formatted(HALL, id(77));
        return "{\"service_at_locations\":[" + place + "]," + service.substring(1);
    }

    @Test
    void what_was_edited_here_is_not_written_over_and_the_difference_becomes_a_proposal() {
        catalogue.load("made", service(1));
        catalogue.editing.confirm(id(1), EDITOR);

        ImportReport report = catalogue.load("made", service(1, "Their name", ""));

        assertThat(report.proposed()).isEqualTo(1);
        assertThat(report.changed()).isZero();
        assertThat(catalogue.feed.service(id(1))).doesNotContain("Their name");
        List<Proposal> waiting = catalogue.editing.waiting(EDITOR);
        assertThat(waiting).hasSize(1);
        assertThat(waiting.get(0).author()).isEqualTo("import: made");
        assertThat(waiting.get(0).changes())
                .singleElement()
                .satisfies(change -> assertThat(change.after()).isEqualTo("Their name"));
        // The day on which somebody here said that it is correct stays.
        catalogue.editing.approve(waiting.get(0).id(), EDITOR);
        assertThat(catalogue.feed.service(id(1)))
                .contains("Their name", "\"assured_date\":\"2026-03-02\"");
    }

    @Test
    void the_same_proposal_is_not_made_twice_and_a_newer_one_takes_its_place() {
        catalogue.load("made", service(1));
        catalogue.editing.confirm(id(1), EDITOR);
        catalogue.load("made", service(1, "Their name", ""));
        assertThat(catalogue.load("made", service(1, "Their name", "")).unchanged()).isEqualTo(1);
        catalogue.load("made", service(1, "Their name", ",\"fees\":\"\""));
        assertThat(value("SELECT count(*) FROM directory.proposal")).isEqualTo("1");

        catalogue.load("made", service(1, "Their new name", ""));

        assertThat(value("SELECT string_agg(state, ' ' ORDER BY id) FROM directory.proposal"))
                .isEqualTo("superseded proposed");
    }

    @Test
    void a_service_that_was_edited_here_is_not_withdrawn_but_it_is_proposed() {
        catalogue.load("made", services(1, 2));
        catalogue.editing.confirm(id(2), EDITOR);
        catalogue.load("made", service(1));
        catalogue.load("made", service(1));

        assertThat(status(2)).isEqualTo("active");
        assertThat(catalogue.editing.waiting(EDITOR))
                .singleElement()
                .satisfies(proposal -> assertThat(proposal.reason()).contains("Missing at made"));
    }

    @Test
    void what_was_erased_here_does_not_come_back() {
        catalogue.load("made", services(1, 2, 3, 4, 5, 6));
        catalogue.editing.erase(id(2), "Asked for", EDITOR);

        ImportReport report =
                catalogue.load(
                        "made", services(1, 3, 4, 5, 6) + "\n" + service(2, "Once more", ""));

        assertThat(report.state()).isEqualTo("done");
        assertThat(report.faulty()).isEqualTo(1);
        assertThat(
                        value(
                                "SELECT count(*) FROM directory.version WHERE document->>'name' = 'Once more'"))
                .isEqualTo("0");
    }

    @Test
    void a_text_that_names_a_confidential_place_is_kept_out() {
        String refuge =
                service(
                        1,
                        "Safe house",
                        """
                        ,"attributes":[{"id":"68102e86-bb50-41c4-8f1e-e269368c41d2","taxonomy_term":
                        {"id":"68102e86-bb50-41c4-8f1e-e269368c41d1","name":"Refuge","description":"Refuge"}}],
                        "service_at_locations":[{"id":"78102e86-bb50-41c4-8f1e-e269368c41d1","location":
                        {"id":"88102e86-bb50-41c4-8f1e-e269368c41d1","location_type":"physical","latitude":53.2,
                        "longitude":-0.5,"addresses":[{"id":"98102e86-bb50-41c4-8f1e-e269368c41d1",
                        "address_1":"14 Hidden Lane","city":"Lincoln","state_province":"Lincolnshire",
                        "postal_code":"LN1 3ZZ","country":"GB","address_type":"physical"}]}}]
                        """
                                .replace("\n", ""));
        Imports patient = catalogue.imports("", Runnable::run, 100);

        ImportReport report =
                run(
                        patient,
                        order(false),
                        refuge + "\n" + service(2, "Tells", ",\"description\":\"Near ln13zz.\""));

        assertThat(report.added()).isEqualTo(1);
        assertThat(report.faulty()).isEqualTo(1);
        assertThat(catalogue.services("full", "true")).doesNotContain("LN1 3ZZ", "Hidden Lane");
        ImportFinding finding = patient.findings(report.run(), 1, 50, EDITOR).get(0);
        assertThat(finding.field()).isEqualTo("description");
        assertThat(finding.value()).isEmpty();
    }

    @Test
    void a_taxonomy_that_goes_in_a_circle_is_cut_and_said() {
        String first = term(1, 11, 12);
        String second = term(2, 12, 13);
        String third = term(3, 13, 11);
        String itself = term(4, 14, 14);

        ImportReport report =
                catalogue.load("made", String.join("\n", first, second, third, itself));

        assertThat(report.added()).isEqualTo(4);
        assertThat(report.warnings()).isEqualTo(2);
        assertThat(
                        value(
                                "WITH RECURSIVE up AS (SELECT public_id, parent, 1 AS n FROM directory.taxonomy_term"
                                        + " UNION ALL SELECT u.public_id, t.parent, n + 1 FROM up u JOIN"
                                        + " directory.taxonomy_term t ON t.public_id = u.parent WHERE n < 20)"
                                        + " SELECT max(n) FROM up"))
                .isEqualTo("3");
        assertThat(catalogue.imports.findings(report.run(), 1, 50, EDITOR))
                .extracting(ImportFinding::rule)
                .containsOnly("no term is above itself");
    }

    @Test
    void overlapping_hours_latitude_999_and_age_200_are_warned_of() {
        String bad =
                service(
                        1,
                        "Baby group",
                        """
                        ,"maximum_age":200,"schedules":[
                        {"id":"48102e86-bb50-41c4-8f1e-e269368c41d1","freq":"WEEKLY","byday":"TU","opens_at":"10:00",
                        "closes_at":"12:00"},
                        {"id":"48102e86-bb50-41c4-8f1e-e269368c41d2","freq":"WEEKLY","byday":"MO,TU","opens_at":"11:00",
                        "closes_at":"13:00"},
                        {"id":"48102e86-bb50-41c4-8f1e-e269368c41d3","freq":"WEEKLY","byday":"TU","opens_at":"13:00",
                        "closes_at":"14:00"}],
                        "service_at_locations":[{"id":"78102e86-bb50-41c4-8f1e-e269368c41d1","location":
                        {"id":"88102e86-bb50-41c4-8f1e-e269368c41d1","location_type":"physical","latitude":999,
                        "longitude":-0.5}}]
                        """
                                .replace("\n", ""));

        ImportReport report = catalogue.load("made", bad);

        assertThat(report.added()).isEqualTo(1);
        assertThat(catalogue.imports.findings(report.run(), 1, 50, EDITOR))
                .extracting(ImportFinding::pointer)
                .containsExactlyInAnyOrder(
                        "/maximum_age",
                        "/service_at_locations/0/location/latitude",
                        "/schedules/1");
        assertThat(catalogue.feed.service(id(1))).doesNotContain("999", "200,");
    }

    @Test
    void hostile_values_are_faults_of_their_record_only() {
        String hostile =
                String.join(
                        "\n",
                        services(1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19),
                        service(20, "Huge", ",\"x_number\":1e999999"),
                        service(21, "Deep", ",\"x\":" + "[".repeat(5_000) + "]".repeat(5_000)),
                        service(22, "Name", ",\"x\\u0000y\":1"),
                        service(9, "Nul \\u0000 in a text", ",\"x_note\":\"a\\u0000b\""),
                        "{\"name\":\"No id\",\"status\":\"active\"}");

        ImportReport report = catalogue.load("made", hostile);

        assertThat(report.state()).isEqualTo("done");
        assertThat(report.added()).isEqualTo(19);
        assertThat(report.faulty()).isEqualTo(4);
        assertThat(catalogue.feed.service(id(9))).contains("Nul  in a text", "\"x_note\":\"ab\"");
    }

    @Test
    void a_file_with_one_endless_line_and_one_that_is_too_large_are_refused() {
        assertThatThrownBy(
                        () ->
                                catalogue.load(
                                        "made",
                                        "[{\"id\":\"1\",\"name\":\""
                                                + "x".repeat(17 << 20)
                                                + "\"}]"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("longer than");
        TextFile large = new TextFile("large.json", new byte[(1 << 24) + 1]);
        assertThatThrownBy(() -> catalogue.imports.start(order(false), large, EDITOR))
                .isInstanceOf(TooLarge.class);
    }

    @Test
    void a_long_list_on_one_line_is_read() {
        StringBuilder list = new StringBuilder("\uFEFF [");
        for (int i = 1; i <= 1_200; i++) {
            list.append(i == 1 ? "" : ",").append(service(i));
        }

        ImportReport report = catalogue.load("made", list.append(']').toString());

        assertThat(report.added()).isEqualTo(1_200);
        assertThat(catalogue.load("made", list.toString()).unchanged()).isEqualTo(1_200);
    }

    @Test
    void a_source_is_imported_once_at_a_time_and_a_run_can_be_stopped() {
        List<Runnable> later = new ArrayList<>();
        Imports imports = catalogue.imports("", later::add, 20);
        String run = imports.start(order(false), TextFile.of("a.json", services(1, 2)), EDITOR);
        assertThat(imports.report(run, EDITOR).running()).isTrue();
        assertThatThrownBy(
                        () ->
                                imports.start(
                                        order(false), TextFile.of("b.json", service(1)), EDITOR))
                .isInstanceOf(Conflict.class);

        imports.stop(run, EDITOR);
        later.forEach(Runnable::run);

        assertThat(imports.report(run, EDITOR).state()).isEqualTo("stopped");
        assertThat(value("SELECT count(*) FROM directory.service")).isEqualTo("0");
        assertThat(value("SELECT count(*) FROM directory.import_spool")).isEqualTo("0");
        assertThat(value("SELECT string_agg(event, ' ' ORDER BY id) FROM directory.history"))
                .isEqualTo("IMPORT_BEGUN IMPORT_STOPPED");
    }

    @Test
    void a_run_whose_server_ended_does_not_block_its_source_for_ever() {
        List<Runnable> never = new ArrayList<>();
        Imports dead = catalogue.imports("", never::add, 20);
        String lost = dead.start(order(false), TextFile.of("a.json", service(1)), EDITOR);
        catalogue.clock.forward(Duration.ofMinutes(11));

        ImportReport report = run(catalogue.imports, order(false), service(1));

        assertThat(report.state()).isEqualTo("done");
        assertThat(dead.report(lost, EDITOR).state()).isEqualTo("failed");
        // The server that was taken for dead wakes up: it must not publish.
        never.forEach(Runnable::run);
        assertThat(value("SELECT count(*) FROM directory.version WHERE kind = 'service'"))
                .isEqualTo("1");
    }

    @Test
    void everything_that_was_found_comes_in_order_and_page_by_page() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 1; i <= 1_100; i++) {
            lines.append(service(i, "Service " + i, ",\"url\":\"no address\"")).append('\n');
        }
        ImportReport report = catalogue.load("made", lines.toString());
        List<Integer> numbers = new ArrayList<>();
        catalogue.imports.eachFinding(report.run(), f -> numbers.add(f.number()), EDITOR);

        assertThat(numbers).hasSize(1_100).isSorted().doesNotHaveDuplicates();
        assertThat(catalogue.imports.findings(report.run(), 3, 50, EDITOR))
                .extracting(ImportFinding::number)
                .startsWith(101)
                .hasSize(50);
    }

    @Test
    void only_editors_import_and_an_unknown_run_is_not_found() {
        TextFile file = TextFile.of("a.json", service(1));
        assertThatThrownBy(() -> catalogue.imports.start(order(false), file, VISITOR))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> catalogue.imports.runs(1, 50, VISITOR))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> catalogue.imports.report("nothing", EDITOR))
                .isInstanceOf(NotFound.class);
        EditorsView blank = catalogue.editing.blank(EDITOR);
        assertThat(blank.id()).isEmpty();
    }

    static ImportReport run(Imports imports, ImportOrder order, String text) {
        String run = imports.start(order, TextFile.of("made.ndjson", text), EDITOR);
        imports.await(run, 60_000);
        return imports.report(run, EDITOR);
    }

    private static ImportOrder order(boolean dry) {
        return new ImportOrder("made", 0.6, dry, "", false);
    }

    private String status(int number) {
        return value("SELECT status FROM directory.service WHERE public_id = '" + id(number) + "'");
    }

    private String value(String sql) {
        return catalogue.database.value(sql);
    }

    static String id(int number) {
        return new UUID(1, number).toString();
    }

    static String services(int... numbers) {
        List<String> lines = new ArrayList<>();
        for (int number : numbers) {
            lines.add(service(number));
        }
        return String.join("\n", lines);
    }

    static String service(int number) {
        return service(number, "Service " + number, "");
    }

    static String service(int number, String name, String more) {
        return """
                {"id":"%s","name":"%s","status":"active"%s,"organization":{"id":"%s","name":"Shire","description":"Made"}}"""
                .formatted(id(number), name, more, new UUID(2, 1));
    }

    private static String term(int number, int term, int parent) {
        return service(
                number,
                "Service " + number,
                """
                ,"attributes":[{"id":"%s","taxonomy_term":{"id":"%s","name":"T%d","description":"T","parent_id":"%s"}}]"""
                        .formatted(
                                new UUID(4, number), new UUID(3, term), term, new UUID(3, parent)));
    }
}
