package org.answerable.directory.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.answerable.directory.Actor;
import org.answerable.directory.Conflict;
import org.answerable.directory.DuplicateList;
import org.answerable.directory.DuplicatePair;
import org.answerable.directory.ImportReport;
import org.answerable.directory.InvalidInput;
import org.answerable.directory.NotAllowed;
import org.answerable.directory.NotFound;
import org.answerable.directory.TestCatalogue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A machine finds pairs, people decide, and what they merged can come back. */
class DuplicatesIT {

    private static final Actor EDITOR = TestCatalogue.EDITOR;
    private static final Actor VISITOR = new Actor("vis", "Visitor", "shire-cc", Set.of());
    private static final String OURS = new UUID(1, 1).toString();
    private static final String THEIRS = new UUID(1, 2).toString();

    private TestCatalogue catalogue;

    @BeforeEach
    void start() {
        catalogue = new TestCatalogue();
        catalogue.load("ours", service(1, "Baby massage group", 1, "GB-CHC 1234567", 53.2300));
        catalogue.load("theirs", service(2, "Baby Massage Groups", 2, "gb chc 1234567", 53.2303));
        catalogue.load("third", service(3, "Welding for beginners", 3, "GB-COH 99", 53.9));
    }

    @AfterEach
    void stop() {
        catalogue.close();
    }

    @Test
    void the_same_service_of_two_sources_is_found_with_reasons_and_nothing_is_merged() {
        catalogue.duplicates.start(EDITOR);

        DuplicateList waiting = catalogue.duplicates.waiting(1, 50, EDITOR);
        assertThat(waiting.total()).isEqualTo(1);
        assertThat(waiting.lines().get(0).likely()).isTrue();
        assertThat(waiting.lines().get(0).reasons())
                .contains(
                        "The organisations have the same registered number",
                        "They are 33 m apart",
                        "The same telephone number",
                        "The same email address",
                        "The same website");
        assertThat(catalogue.duplicates.latest(EDITOR))
                .hasValueSatisfying(
                        run -> {
                            assertThat(run.state()).isEqualTo("done");
                            assertThat(run.services()).isEqualTo(3);
                            assertThat(run.likely()).isEqualTo(1);
                            assertThat(run.endedAt()).isNotNull();
                        });
        assertThat(status(OURS) + " " + status(THEIRS)).isEqualTo("active active");
        assertThat(value("SELECT count(*) FROM directory.duplicate_feature")).isEqualTo("0");
    }

    @Test
    void both_records_are_shown_field_by_field() {
        DuplicatePair pair = found();

        assertThat(pair.one().name()).isEqualTo("Baby massage group");
        assertThat(pair.one().sources()).isEqualTo("ours");
        assertThat(pair.other().organization()).isEqualTo("Org 2");
        assertThat(pair.fields())
                .anySatisfy(
                        field -> {
                            assertThat(field.label()).isEqualTo("Name");
                            assertThat(field.same()).isFalse();
                        })
                .anySatisfy(
                        field -> {
                            assertThat(field.label()).isEqualTo("Places");
                            assertThat(field.one()).contains("High Street", "LN1 1AA");
                        });
    }

    @Test
    void what_is_not_the_same_is_remembered_until_a_compared_field_changes() {
        DuplicatePair pair = found();
        catalogue.duplicates.notTheSame(pair.id(), EDITOR);
        assertThat(waiting()).isZero();
        catalogue.duplicates.start(EDITOR);
        assertThat(waiting()).isZero();
        // The description is not compared.
        catalogue.load(
                "theirs",
                service(2, "Baby Massage Groups", 2, "gb chc 1234567", 53.2303)
                        .replace("\"Songs\"", "\"Songs and more\""));
        catalogue.duplicates.start(EDITOR);
        assertThat(waiting()).isZero();

        catalogue.load("theirs", service(2, "Baby massage", 2, "gb chc 1234567", 53.2303));
        catalogue.duplicates.start(EDITOR);

        assertThat(waiting()).isEqualTo(1);
        assertThat(
                        value(
                                "SELECT string_agg(event, ' ') FROM directory.history WHERE event = 'NOT_THE_SAME'"))
                .isEqualTo("NOT_THE_SAME");
    }

    @Test
    void a_merge_withdraws_one_and_its_id_points_to_the_other() {
        DuplicatePair pair = found();

        catalogue.duplicates.merge(pair.id(), OURS, EDITOR);

        assertThat(catalogue.feed.service(THEIRS))
                .contains("\"status\":\"inactive\"", "\"x_merged_into\":\"" + OURS + "\"");
        assertThat(catalogue.services()).contains(OURS).doesNotContain(THEIRS);
        assertThat(catalogue.duplicates.successor(THEIRS)).contains(OURS);
        assertThat(catalogue.duplicates.successor(OURS)).isEmpty();
        assertThat(
                        value(
                                "SELECT string_agg(s.name || ' ' || r.source_record, ', ' ORDER BY s.name) FROM"
                                        + " directory.raw_record r JOIN directory.source s ON s.id = r.source_id WHERE"
                                        + " s.name <> 'third'"))
                .isEqualTo("ours " + OURS + ", theirs " + THEIRS);
        assertThat(
                        value(
                                "SELECT actor || ' ' || detail FROM directory.history WHERE event = 'SERVICES_MERGED'"))
                .isEqualTo("edi Merged into " + OURS);
        assertThat(waiting()).isZero();
        assertThat(catalogue.duplicates.pair(pair.id(), EDITOR).kept()).isEqualTo(OURS);
        assertThatThrownBy(() -> catalogue.duplicates.merge(pair.id(), OURS, EDITOR))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> catalogue.duplicates.notTheSame(pair.id(), EDITOR))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void a_merge_can_be_undone_and_everything_is_as_it_was() {
        DuplicatePair pair = found();
        String before = withoutDate(catalogue.feed.service(THEIRS));
        catalogue.duplicates.merge(pair.id(), OURS, EDITOR);

        catalogue.duplicates.undo(pair.id(), EDITOR);

        assertThat(withoutDate(catalogue.feed.service(THEIRS))).isEqualTo(before);
        assertThat(catalogue.duplicates.successor(THEIRS)).isEmpty();
        assertThat(waiting()).isEqualTo(1);
        assertThatThrownBy(() -> catalogue.duplicates.undo(pair.id(), EDITOR))
                .isInstanceOf(Conflict.class);
        catalogue.duplicates.merge(pair.id(), THEIRS, EDITOR);
        assertThat(catalogue.duplicates.successor(OURS)).contains(THEIRS);
    }

    @Test
    void importing_again_does_not_bring_a_merged_record_back() {
        DuplicatePair pair = found();
        catalogue.duplicates.merge(pair.id(), OURS, EDITOR);

        ImportReport report =
                catalogue.load(
                        "theirs", service(2, "Baby Massage Groups!", 2, "gb chc 1234567", 53.2303));

        assertThat(report.proposed() + report.changed()).isZero();
        assertThat(report.warnings()).isEqualTo(1);
        assertThat(status(THEIRS)).isEqualTo("inactive");
        catalogue.duplicates.start(EDITOR);
        assertThat(waiting()).isZero();
        assertThat(catalogue.duplicates.pair(pair.id(), EDITOR).merged()).isTrue();
    }

    @Test
    void what_a_merged_record_still_has_at_its_source_keeps_the_other_from_being_withdrawn() {
        DuplicatePair pair = found();
        catalogue.duplicates.merge(pair.id(), OURS, EDITOR);
        String another = service(4, "Another", 1, "GB-CHC 1234567", 53.5);
        catalogue.load("ours", another);
        catalogue.load("ours", another);

        assertThat(status(OURS)).isEqualTo("active");
    }

    @Test
    void a_chain_of_merges_leads_to_its_end() {
        DuplicatePair first = found();
        catalogue.duplicates.merge(first.id(), OURS, EDITOR);
        catalogue.load("fourth", service(5, "Baby massage group", 5, "GB-CHC 1234567", 53.2300));
        catalogue.duplicates.start(EDITOR);
        long second = catalogue.duplicates.waiting(1, 50, EDITOR).lines().get(0).id();
        String last = new UUID(1, 5).toString();

        catalogue.duplicates.merge(second, last, EDITOR);

        assertThat(catalogue.duplicates.successor(THEIRS)).contains(last);
    }

    @Test
    void what_is_no_longer_alike_waits_no_more() {
        found();
        catalogue.load(
                "theirs",
                service(2, "Welding for the advanced", 2, "GB-COH 5", 54.9)
                        .replace("01632 960123", "01632 960999")
                        .replace("help@example.org", "other@example.org")
                        .replace("example.org/baby", "example.net/x"));

        catalogue.duplicates.start(EDITOR);

        assertThat(waiting()).isZero();
        assertThat(value("SELECT count(*) FROM directory.duplicate_pair")).isEqualTo("0");
    }

    @Test
    void the_place_of_a_confidential_service_is_not_compared_and_not_shown() {
        catalogue.load(
                "sixth",
                service(6, "Baby massage group", 6, "GB-CHC 1234567", 53.2300)
                        .replace(
                                "\"location_type\":\"physical\"",
                                "\"location_type\":\"physical\",\"x_confidential\":true")
                        .replace("High Street", "Hidden Lane"));
        catalogue.duplicates.start(EDITOR);

        List<DuplicateList.Line> lines = catalogue.duplicates.waiting(1, 50, EDITOR).lines();
        assertThat(lines).hasSize(3);
        assertThat(lines)
                .filteredOn(
                        line -> (line.oneOrganization() + line.otherOrganization()).contains("6"))
                .isNotEmpty()
                .allSatisfy(
                        line -> {
                            assertThat(line.reasons()).noneMatch(r -> r.contains(" m apart"));
                            DuplicatePair pair = catalogue.duplicates.pair(line.id(), EDITOR);
                            assertThat(pair.fields().toString()).doesNotContain("Hidden Lane");
                        });
    }

    @Test
    void who_may_not_and_what_is_not_there_is_refused() {
        DuplicatePair pair = found();
        assertThatThrownBy(() -> catalogue.duplicates.start(VISITOR))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> catalogue.duplicates.merge(pair.id(), OURS, VISITOR))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> catalogue.duplicates.undo(pair.id(), VISITOR))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> catalogue.duplicates.merge(pair.id(), "", EDITOR))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> catalogue.duplicates.pair(99, EDITOR))
                .isInstanceOf(NotFound.class);
        assertThat(status(THEIRS)).isEqualTo("active");
    }

    private DuplicatePair found() {
        catalogue.duplicates.start(EDITOR);
        return catalogue.duplicates.pair(
                catalogue.duplicates.waiting(1, 50, EDITOR).lines().get(0).id(), EDITOR);
    }

    private long waiting() {
        return catalogue.duplicates.waiting(1, 50, EDITOR).total();
    }

    private String status(String id) {
        return value("SELECT status FROM directory.service WHERE public_id = '" + id + "'");
    }

    private String value(String sql) {
        return catalogue.database.value(sql);
    }

    private static String withoutDate(String item) {
        return item.replaceAll("\"last_modified\":\"[^\"]*\"", "");
    }

    private static String service(
            int number, String name, int organization, String identifier, double latitude) {
        return """
                {"id":"%s","name":"%s","description":"Songs","status":"active","url":"https://www.example.org/baby/",
                "email":"help@example.org","phones":[{"id":"%s","number":"%s"}],
                "service_at_locations":[{"id":"%s","location":{"id":"%s","location_type":"physical","name":"Hall",
                "latitude":%s,"longitude":-0.54,"addresses":[{"id":"%s","address_1":"1 High Street","city":"Lincoln",
                "state_province":"Lincolnshire","postal_code":"LN1 1AA","country":"GB","address_type":"physical"}]}}],
                "organization":{"id":"%s","name":"Org %d","description":"Made","organization_identifiers":[
                {"id":"%s","identifier_type":"Charity","identifier":"%s"}]}}
                """
                .formatted(
                        new UUID(1, number),
                        name,
                        new UUID(5, number),
                        number == 3
                                ? "01632 960555"
                                : number % 2 == 0 ? "+44 1632 960123" : "01632 960123",
                        new UUID(6, number),
                        new UUID(7, number),
                        latitude,
                        new UUID(8, number),
                        new UUID(2, organization),
                        organization,
                        new UUID(9, organization),
                        identifier)
                .replace("\n", " ")
                .replace(
                        number == 3 ? "help@example.org" : "\n",
                        number == 3 ? "weld@example.org" : "\n")
                .replace(
                        number == 3 ? "example.org/baby" : "\n",
                        number == 3 ? "example.org/weld" : "\n");
    }
}
