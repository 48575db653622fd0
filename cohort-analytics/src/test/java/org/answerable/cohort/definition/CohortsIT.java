package org.answerable.cohort.definition;

import static org.answerable.cohort.CohortDatabase.ANALYST;
import static org.answerable.cohort.CohortDatabase.OFFICER;
import static org.answerable.cohort.CohortDatabase.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.InputStream;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.answerable.cohort.Cohort;
import org.answerable.cohort.CohortCount;
import org.answerable.cohort.CohortData;
import org.answerable.cohort.CohortDatabase;
import org.answerable.cohort.CohortDefinition;
import org.answerable.cohort.CohortDefinition.Age;
import org.answerable.cohort.CohortDefinition.Contact;
import org.answerable.cohort.CohortDefinition.Time;
import org.answerable.cohort.Cohorts;
import org.answerable.cohort.Conflict;
import org.answerable.cohort.FieldError;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.NotAllowed;
import org.answerable.cohort.Progress;
import org.answerable.cohort.SharedCases;
import org.answerable.cohort.SyntheticRequest;
import org.answerable.cohort.SyntheticResult;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Cohorts over an invented system: the statement, however it is built, counts the same. */
class CohortsIT {

    private static final Cohorts COHORTS = CohortDatabase.cohorts(60);
    private static final LocalDate FROM = LocalDate.of(2019, 4, 1);
    private static final LocalDate TO = LocalDate.of(2020, 4, 1);
    private static final Contact ANY = contact(List.of(), 1);

    private static String registrations;
    private static String contacts;

    @BeforeAll
    static void an_invented_system() throws Exception {
        SyntheticResult made =
                CohortDatabase.synthetic()
                        .make(
                                new SyntheticRequest(population(), "Cohorts", 3, 20, 3, 11),
                                ANALYST,
                                Progress.NONE);
        registrations = made.registrations().datasetId();
        contacts = made.contacts().datasetId();
    }

    @Test
    void a_mask_over_months_counts_what_the_contacts_themselves_count() {
        // Naming every service asks for the same contacts, and leads to the other statement.
        Contact named = contact(COHORTS.services(ANALYST), 1);
        for (String unit : List.of("child", "family")) {
            for (String rule : List.of("at-event", "ever-in-window", "at-window-start")) {
                for (int[] band : List.of(new int[] {0, 36}, new int[] {6, 18}, new int[] {0, 1})) {
                    CohortDefinition masked = definition(unit, band, rule, List.of(ANY), List.of());
                    CohortDefinition raw = definition(unit, band, rule, List.of(named), List.of());
                    CohortCount one = COHORTS.count(masked, ANALYST);
                    CohortCount other = COHORTS.count(raw, ANALYST);
                    assertThat(one.query().sql()).contains("_seen[");
                    assertThat(other.query().sql()).contains("cohort.contact c");
                    assertThat(one.members())
                            .as("%s %s %s", unit, rule, band)
                            .isEqualTo(other.members())
                            .isPositive();
                    assertThat(one.eligible()).isEqualTo(other.eligible());
                }
            }
        }
    }

    /** Without blocks the same definition is counted one registration at a time. */
    @Test
    void blocks_count_in_each_area_what_single_registrations_count() throws Exception {
        Contact weighed = new Contact(List.of(), List.of(), 1, FROM, FROM.plusMonths(2), 0, 7);
        int different = 0;
        for (CohortDefinition.Time time :
                List.of(
                        Time.window(FROM, TO),
                        Time.window(FROM.plusMonths(3), FROM.plusMonths(4)),
                        Time.window(LocalDate.of(2017, 8, 1), LocalDate.of(2020, 7, 1)))) {
            for (String unit : List.of("child", "family")) {
                for (int[] band : List.of(new int[] {0, 36}, new int[] {7, 9}, new int[] {0, 90})) {
                    for (List<Contact> events : List.of(List.<Contact>of(), List.of(ANY))) {
                        CohortDefinition definition =
                                new CohortDefinition(
                                        "Blocks",
                                        unit,
                                        new Age(
                                                band[0],
                                                band[1],
                                                events.isEmpty() ? "ever-in-window" : "at-event"),
                                        time,
                                        List.of(),
                                        registrations,
                                        contacts,
                                        events,
                                        List.of(weighed));
                        List<String> blocks = byArea(definition, true);
                        assertThat(blocks)
                                .as("%s %s %s %s", time, unit, band, events)
                                .isEqualTo(byArea(definition, false))
                                .hasSizeGreaterThan(10);
                        different += blocks.stream().anyMatch(r -> !r.endsWith(" 0")) ? 1 : 0;
                    }
                }
            }
        }
        assertThat(different).isEqualTo(36);
    }

    private static List<String> byArea(CohortDefinition definition, boolean blocks)
            throws Exception {
        try (Connection c = CohortDatabase.dataSource().getConnection()) {
            CheckedDefinition d = CheckDefinition.check(definition, c);
            SourceData s = d.source();
            SourceData seen =
                    new SourceData(
                            s.registrations(),
                            s.contacts(),
                            s.vintage(),
                            s.registeredFrom(),
                            s.registeredTo(),
                            s.contactsFrom(),
                            s.contactsTo(),
                            s.firstMonth(),
                            blocks ? s.bornFrom() : null,
                            s.synthetic());
            SqlText sql =
                    new CohortSql(
                                    new CheckedDefinition(
                                            d.definition(),
                                            d.unit(),
                                            d.age(),
                                            d.ageRule(),
                                            d.start(),
                                            d.end(),
                                            seen))
                            .byArea();
            assertThat(sql.query().sql().contains("cohort.contact_block")).isEqualTo(blocks);
            List<String> rows = new ArrayList<>();
            try (PreparedStatement select =
                            new SqlText()
                                    .add("SELECT * FROM (\n")
                                    .add(sql)
                                    .add("\n) a WHERE eligible > 0 ORDER BY 1")
                                    .prepare(c);
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(row.getInt(1) + ": " + row.getLong(2) + " " + row.getLong(3));
                }
            }
            return rows;
        }
    }

    @Test
    void a_window_of_odd_days_counts_what_the_contacts_themselves_count() {
        Contact named = contact(COHORTS.services(ANALYST), 1);
        for (String unit : List.of("child", "family")) {
            for (String rule : List.of("at-event", "ever-in-window")) {
                CohortDefinition odd =
                        odd(definition(unit, new int[] {3, 30}, rule, List.of(ANY), List.of()));
                CohortDefinition raw =
                        odd(definition(unit, new int[] {3, 30}, rule, List.of(named), List.of()));
                CohortCount one = COHORTS.count(odd, ANALYST);
                assertThat(one.query().sql()).contains("_months &").contains("cohort.contact c");
                assertThat(one.members()).isEqualTo(COHORTS.count(raw, ANALYST).members());
                assertThat(one.steps().get(3).left()).isEqualTo(one.members());
            }
        }
    }

    private static CohortDefinition odd(CohortDefinition d) {
        return new CohortDefinition(
                d.title(),
                d.unit(),
                d.age(),
                Time.window(LocalDate.of(2019, 4, 20), LocalDate.of(2019, 6, 9)),
                d.areas(),
                d.registrations(),
                d.contacts(),
                d.events(),
                d.exclusions());
    }

    @Test
    void chosen_areas_and_the_rest_share_out_the_whole() throws Exception {
        String codes =
                value(
                        "SELECT string_agg(DISTINCT a.code, ',') FROM cohort.registration r JOIN"
                                + " cohort.area a USING (area_key) JOIN cohort.dataset d ON d.id ="
                                + " r.dataset_id WHERE d.reference = '"
                                + registrations
                                + "'");
        List<String> all = List.of(codes.split(","));
        Contact named = contact(COHORTS.services(ANALYST), 1);
        for (String unit : List.of("child", "family")) {
            for (Contact contact : List.of(ANY, named)) {
                CohortDefinition whole =
                        definition(
                                unit, new int[] {0, 36}, "at-event", List.of(contact), List.of());
                CohortCount some = COHORTS.count(in(all.subList(0, 30), whole), ANALYST);
                CohortCount rest = COHORTS.count(in(all.subList(30, all.size()), whole), ANALYST);
                CohortCount count = COHORTS.count(whole, ANALYST);
                assertThat(some.members()).isPositive();
                assertThat(some.members() + rest.members()).isEqualTo(count.members());
                assertThat(some.eligible() + rest.eligible()).isEqualTo(count.eligible());
                assertThat(some.steps().get(3).left()).isEqualTo(some.eligible());
                assertThat(some.steps().get(4).left()).isEqualTo(some.members());
            }
        }
    }

    private static CohortDefinition in(List<String> areas, CohortDefinition d) {
        return new CohortDefinition(
                d.title(),
                d.unit(),
                d.age(),
                d.time(),
                areas,
                d.registrations(),
                d.contacts(),
                d.events(),
                d.exclusions());
    }

    @Test
    void the_children_under_two_at_the_day_are_those_of_the_population() throws Exception {
        CohortDefinition snapshot =
                new CohortDefinition(
                        "Under 2",
                        "child",
                        new Age(0, 24, "at-snapshot"),
                        Time.at(LocalDate.of(2020, 6, 30)),
                        List.of(),
                        registrations,
                        null,
                        List.of(),
                        List.of());
        CohortCount count = COHORTS.count(snapshot, ANALYST);

        assertThat(count.members()).isEqualTo(count.eligible());
        assertThat(String.valueOf(count.members()))
                .isEqualTo(
                        value(
                                "SELECT sum(p.ages[1] + p.ages[2]) FROM cohort.population_area p WHERE"
                                        + " p.dataset_id = (SELECT min(id) FROM cohort.dataset WHERE"
                                        + " title = 'For cohorts') AND p.area_code IN (SELECT a.code"
                                        + " FROM cohort.registration r JOIN cohort.area a USING"
                                        + " (area_key) JOIN cohort.dataset d ON d.id = r.dataset_id"
                                        + " WHERE d.reference = '"
                                        + registrations
                                        + "')"));
    }

    @Test
    void a_family_of_two_children_is_counted_once_and_in_one_area() throws Exception {
        CohortCount families =
                COHORTS.count(
                        definition(
                                "family",
                                new int[] {0, 36},
                                "ever-in-window",
                                List.of(),
                                List.of()),
                        ANALYST);
        String byHand =
                value(
                        """
                        SELECT count(DISTINCT r.family_key) FROM cohort.registration r
                        JOIN cohort.dataset d ON d.id = r.dataset_id
                        WHERE d.reference = '%s' AND r.from_day < '2020-04-01'
                            AND COALESCE(r.to_day, 'infinity') > '2019-04-01'
                            AND r.birth_month BETWEEN 2019 * 12 + 3 - 35 AND 2020 * 12 + 2"""
                                .formatted(registrations));

        assertThat(String.valueOf(families.eligible())).isEqualTo(byHand);
    }

    @Test
    void at_least_so_many_contacts_of_a_service_while_the_child_is_so_old() throws Exception {
        Contact reviews = new Contact(List.of("health-visiting"), List.of(), 2, null, null, 0, 3);
        CohortCount count =
                COHORTS.count(
                        definition(
                                "child",
                                new int[] {0, 12},
                                "ever-in-window",
                                List.of(reviews),
                                List.of()),
                        ANALYST);
        String byHand =
                value(
                        """
                        SELECT count(*) FROM (
                            SELECT c.child_key FROM cohort.contact c
                            JOIN cohort.contact_word w ON w.kind = 'SERVICE' AND w.key = c.service
                            WHERE w.word = 'health-visiting' AND c.day >= '2019-04-01' AND c.day < '2020-04-01'
                                AND c.month - c.birth_month BETWEEN 0 AND 2
                                AND c.dataset_id = (SELECT id FROM cohort.dataset WHERE reference = '%s')
                                AND EXISTS (SELECT FROM cohort.contact_month r WHERE r.dataset_id = c.dataset_id
                                    AND r.child_key = c.child_key AND r.from_day < '2020-04-01'
                                    AND COALESCE(r.to_day, 'infinity') > '2019-04-01'
                                    AND r.birth_month BETWEEN 2019 * 12 + 3 - 11 AND 2020 * 12 + 2)
                            GROUP BY c.child_key HAVING count(*) >= 2) s"""
                                .formatted(contacts));

        assertThat(String.valueOf(count.members())).isEqualTo(byHand).isNotEqualTo("0");
    }

    @Test
    void the_steps_lead_from_all_to_the_members() {
        CohortDefinition definition =
                definition(
                        "family",
                        new int[] {0, 24},
                        "at-event",
                        List.of(ANY),
                        List.of(contact(List.of("early-help"), 1)));
        CohortCount count = COHORTS.count(definition, ANALYST);

        List<Long> left = count.steps().stream().map(CohortCount.Step::left).toList();
        assertThat(left).isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(count.steps()).hasSize(5);
        assertThat(left.get(2)).isEqualTo(count.eligible());
        assertThat(left.get(4)).isEqualTo(count.members());
        assertThat(count.steps().get(3).words())
                .isEqualTo("Had at least one contact in that period");
        assertThat(count.steps().get(4).removed()).isPositive();
    }

    @Test
    void an_exclusion_and_its_event_share_out_the_cohort() {
        Contact help = contact(List.of("early-help"), 1);
        long with =
                COHORTS.count(
                                definition(
                                        "child",
                                        new int[] {0, 36},
                                        "ever-in-window",
                                        List.of(help),
                                        List.of()),
                                ANALYST)
                        .members();
        CohortCount without =
                COHORTS.count(
                        definition(
                                "child",
                                new int[] {0, 36},
                                "ever-in-window",
                                List.of(),
                                List.of(help)),
                        ANALYST);

        assertThat(with).isPositive();
        assertThat(with + without.members()).isEqualTo(without.eligible());
    }

    @Test
    void a_definition_reads_as_a_sentence_with_its_ages_named() {
        assertThat(
                        COHORTS.sentence(
                                definition(
                                        "family",
                                        new int[] {0, 36},
                                        "at-event",
                                        List.of(contact(List.of("family-hub"), 1)),
                                        List.of()),
                                ANALYST))
                .isEqualTo(
                        "Families registered with a GP practice anywhere in the extract at some time"
                                + " from 1 April 2019 to 31 March 2020 inclusive, with a child aged 0, 1"
                                + " and 2 (under 3) at the contact, who had at least one contact with"
                                + " family-hub in that period.");
    }

    @Test
    void a_definition_is_kept_in_versions_and_read_back_equal() {
        CohortDefinition first =
                definition("child", new int[] {0, 12}, "at-event", List.of(ANY), List.of());
        Cohort cohort = COHORTS.define(first, ANALYST);
        CohortDefinition wider =
                definition("child", new int[] {0, 24}, "at-event", List.of(ANY), List.of());
        Cohort second = COHORTS.revise(cohort.id(), 1, wider, ANALYST);

        assertThat(second.version()).isEqualTo(2);
        assertThat(COHORTS.versions(cohort.id(), ANALYST))
                .extracting(Cohort::definition)
                .containsExactly(wider, first);
        assertThat(COHORTS.read(second.document())).isEqualTo(wider);
        assertThat(COHORTS.list(1, 50, ANALYST).items()).contains(second).doesNotContain(cohort);
        assertThatThrownBy(() -> COHORTS.revise(cohort.id(), 1, wider, ANALYST))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void what_is_wrong_with_a_definition_is_said_by_field() {
        assertThat(
                        faults(
                                definition(
                                        "child",
                                        new int[] {12, 12},
                                        "at-event",
                                        List.of(ANY),
                                        List.of())))
                .containsExactly("age.to");
        assertThat(
                        faults(
                                definition(
                                        "child",
                                        new int[] {24, 12},
                                        "at-event",
                                        List.of(ANY),
                                        List.of())))
                .containsExactly("age.to");
        assertThat(faults(definition("child", new int[] {0, 12}, "at-event", List.of(), List.of())))
                .containsExactly("age.rule");
        assertThat(
                        faults(
                                definition(
                                        "child",
                                        new int[] {0, 12},
                                        "ever-in-window",
                                        List.of(contact(List.of("zoo"), 0)),
                                        List.of())))
                .containsExactly("events[0].services", "events[0].atLeast");
        assertThat(
                        faults(
                                new CohortDefinition(
                                        " ",
                                        "person",
                                        null,
                                        Time.window(TO, FROM),
                                        List.of("E99999999"),
                                        registrations,
                                        null,
                                        List.of(),
                                        List.of())))
                .containsExactlyInAnyOrder("title", "unit", "time.to", "age", "age.rule", "areas");
        assertThat(
                        faults(
                                new CohortDefinition(
                                        "x",
                                        "child",
                                        new Age(0, 12, "at-snapshot"),
                                        Time.at(LocalDate.of(9999, 1, 1)),
                                        List.of(),
                                        registrations,
                                        "D-1999-0001",
                                        List.of(),
                                        List.of())))
                .containsExactly("contacts");
    }

    @Test
    void an_area_may_be_written_by_its_name_and_two_of_one_name_by_code_only() throws Exception {
        List<String> codes =
                List.of(value(areaOfTheExtract("ASC")), value(areaOfTheExtract("DESC")));
        for (String code : codes) {
            CohortDatabase.execute(
                    "INSERT INTO cohort.area_name (dataset_id, area_key, name) SELECT 0, area_key,"
                            + " n FROM cohort.area CROSS JOIN unnest(ARRAY['Twin', 'Only "
                            + code
                            + "']) WITH ORDINALITY AS t(n, o) WHERE code = '"
                            + code
                            + "' AND vintage = 'LSOA_2011' AND o = "
                            + (code.equals(codes.get(0)) ? 2 : 1));
        }
        assertThat(COHORTS.sentence(in("only " + codes.get(0).toLowerCase()), ANALYST))
                .contains("in " + codes.get(0) + " at some time");
        CohortDatabase.execute(
                "INSERT INTO cohort.area_name (dataset_id, area_key, name) SELECT 1, area_key, 'Twin'"
                        + " FROM cohort.area WHERE vintage = 'LSOA_2011' AND code = '"
                        + codes.get(0)
                        + "'");
        InvalidInput twins =
                catchThrowableOfType(
                        InvalidInput.class, () -> COHORTS.sentence(in("Twin"), ANALYST));
        assertThat(twins.errors().get(0).field()).isEqualTo("areas");
        assertThat(twins.errors().get(0).message())
                .contains("2 areas called Twin", codes.get(0), codes.get(1));
    }

    @Test
    void data_are_offered_with_their_contacts_and_alone() {
        assertThat(COHORTS.data(ANALYST))
                .filteredOn(d -> d.registrations().equals(registrations))
                .hasSize(2)
                .allMatch(CohortData::synthetic)
                .extracting(CohortData::contacts)
                .containsExactly(contacts, null);
    }

    private static String areaOfTheExtract(String order) {
        return "SELECT a.code FROM cohort.registration r JOIN cohort.area a USING (area_key) JOIN"
                + " cohort.dataset d ON d.id = r.dataset_id WHERE d.reference = '"
                + registrations
                + "' ORDER BY a.code "
                + order
                + " LIMIT 1";
    }

    private static CohortDefinition in(String area) {
        CohortDefinition d =
                definition("child", new int[] {0, 36}, "ever-in-window", List.of(), List.of());
        return new CohortDefinition(
                d.title(),
                d.unit(),
                d.age(),
                d.time(),
                List.of(area),
                d.registrations(),
                d.contacts(),
                d.events(),
                d.exclusions());
    }

    @Test
    void a_document_with_a_name_that_does_not_exist_is_refused() {
        assertThatThrownBy(() -> COHORTS.read("{\"titel\": \"x\"}"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("no such name");
        for (String json : List.of("[1]", "null", "3")) {
            assertThatThrownBy(() -> COHORTS.read(json))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessage("A definition is one JSON object: { … }.");
        }
        assertThatThrownBy(() -> COHORTS.read("{\n \"title\": }"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("line 2");
        assertThatThrownBy(() -> COHORTS.read("{\"age\": {\"from\": 0.5, \"to\": 1e308}}"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("whole number");
    }

    @Test
    void a_statement_that_takes_too_long_is_stopped_with_a_clear_message() throws Exception {
        assertThatThrownBy(
                        () ->
                                CohortDatabase.cohorts(0.001)
                                        .count(
                                                definition(
                                                        "family",
                                                        new int[] {0, 36},
                                                        "at-event",
                                                        List.of(ANY),
                                                        List.of()),
                                                ANALYST))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("Nothing was kept");
    }

    @Test
    void only_analysts_see_cohorts() {
        assertThatThrownBy(() -> COHORTS.list(1, 50, OFFICER)).isInstanceOf(NotAllowed.class);
    }

    private static List<String> faults(CohortDefinition definition) {
        InvalidInput e =
                catchThrowableOfType(InvalidInput.class, () -> COHORTS.count(definition, ANALYST));
        return new ArrayList<>(e.errors().stream().map(FieldError::field).toList());
    }

    private static CohortDefinition definition(
            String unit, int[] band, String rule, List<Contact> events, List<Contact> exclusions) {
        return new CohortDefinition(
                "A cohort",
                unit,
                new Age(band[0], band[1], rule),
                Time.window(FROM, TO),
                List.of(),
                registrations,
                contacts,
                events,
                exclusions);
    }

    private static Contact contact(List<String> services, int atLeast) {
        return new Contact(services, List.of(), atLeast, null, null, null, null);
    }

    private static String population() throws Exception {
        try (InputStream file =
                Files.newInputStream(
                        SharedCases.population("lincolnshire_lsoa11_mid2020_age0-5_imd2019.csv"))) {
            return CohortDatabase.datasets()
                    .load(
                            CohortDatabase.description("For cohorts", "LSOA_2011", "Lincolnshire"),
                            "l.csv",
                            file,
                            ANALYST)
                    .datasetId();
        }
    }
}
