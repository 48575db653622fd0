package org.answerable.cohort.person;

import static org.answerable.cohort.CohortDatabase.ANALYST;
import static org.answerable.cohort.CohortDatabase.OFFICER;
import static org.answerable.cohort.CohortDatabase.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.LocalDate;
import org.answerable.cohort.CohortDatabase;
import org.answerable.cohort.Conflict;
import org.answerable.cohort.ExtractDescription;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.LoadReport;
import org.answerable.cohort.NotAllowed;
import org.answerable.cohort.PersonExtracts;
import org.answerable.cohort.Progress;
import org.answerable.cohort.SharedCases;
import org.answerable.cohort.SyntheticRequest;
import org.answerable.cohort.SyntheticResult;
import org.junit.jupiter.api.Test;

/** Person-level extracts go in whole, pseudonymised again, or not at all. */
class PersonExtractsIT {

    private static final String CHILDREN =
            """
            child,family,birth_month,lsoa,registered_from,registered_to
            c1,f1,2021-03,E01026007,2021-03-20,2022-06-01
            c1,f1,2021-03,E01026008,2022-06-01,
            c2,f1,2022-11-05,E01026008,2022-11-10,
            c3,f2,2022-01,E01026007,2022-01-10,
            """;

    private final PersonExtracts extracts =
            CohortDatabase.extracts(256L << 20, "a secret of at least thirty-two characters");

    @Test
    void registrations_are_kept_with_siblings_moves_and_months_of_birth() throws SQLException {
        LoadReport report = registrations(CHILDREN);

        assertThat(report.accepted()).as("%s", report.rejected()).isTrue();
        assertThat(report.rows()).isEqualTo(4);
        String of = " FROM cohort.registration WHERE dataset_id = " + key(report.datasetId());
        assertThat(value("SELECT count(DISTINCT family_key)" + of)).isEqualTo("2");
        assertThat(value("SELECT count(*)" + of + " AND siblings")).isEqualTo("3");
        assertThat(
                        value(
                                "SELECT string_agg(next_day::text, ',')"
                                        + of
                                        + " AND next_day < 'infinity'"))
                .isEqualTo("2022-06-01");
        assertThat(value("SELECT max(birth_month)" + of)).isEqualTo(String.valueOf(2022 * 12 + 10));
    }

    @Test
    void no_pseudonym_is_stored_as_it_came() throws SQLException {
        LoadReport report = registrations(CHILDREN);

        assertThat(
                        value(
                                "SELECT count(*) FROM cohort.pseudonym WHERE dataset_id = "
                                        + key(report.datasetId())))
                .isEqualTo("5");
        assertThat(
                        value(
                                "SELECT count(*) FROM cohort.pseudonym WHERE position('c1'::bytea IN"
                                        + " hash) = 1 AND dataset_id = "
                                        + key(report.datasetId())))
                .isEqualTo("0");
    }

    @Test
    void contacts_find_their_children_by_pseudonym_and_fill_the_months() throws SQLException {
        String children = registrations(CHILDREN).datasetId();
        LoadReport report =
                contacts(
                        children,
                        """
                        child,family,service,date,mode
                        c1,,Health Visiting,2021-04-02,home visit
                        ,f1,family-hub,2022-12-24,group
                        c3,f2,family-hub,2023-01-31,group
                        """);

        assertThat(report.accepted()).as("%s", report.rejected()).isTrue();
        String of = " FROM cohort.contact_month WHERE dataset_id = " + key(report.datasetId());
        assertThat(value("SELECT count(*)" + of)).isEqualTo("4");
        int first = 2021 * 12;
        long c1 = 1L << (2021 * 12 + 3 - first);
        long f1 = c1 | 1L << (2022 * 12 + 11 - first);
        assertThat(
                        value(
                                "SELECT string_agg(DISTINCT family_months::text, ',')"
                                        + of
                                        + " AND siblings"))
                .isEqualTo(String.valueOf(f1));
        assertThat(value("SELECT count(*)" + of + " AND child_months = " + c1)).isEqualTo("2");
        assertThat(
                        value(
                                "SELECT count(*) FROM cohort.contact_word WHERE word IN"
                                        + " ('health-visiting', 'home-visit')"))
                .isEqualTo("2");
    }

    @Test
    void what_is_wrong_with_a_registration_is_said_by_line_and_column() throws SQLException {
        String before = value("SELECT count(*) FROM cohort.registration");
        LoadReport report =
                registrations(
                        """
                        child,family,birth_month,lsoa,registered_from,registered_to
                        c1,f1,2021-13,E01026007,2021-03-20,
                        c2,f1,2021-03,E0102600,2021-03-20,
                        c3,f1,2021-03,E01026007,2021-02-20,
                        c4,f1,2021-03,E01026007,2021-03-20,2021-03-20
                        c5,f1,2021-03,E01026007,20/03/2021,
                        c6,f1,2021-03,E01026007,2021-03-20,
                        c6,f2,2021-03,E01026007,2022-03-20,
                        c6,f1,2021-04,E01026007,2022-03-20,
                        ,f1,2021-03,E01026007,2021-03-20,
                        c7,f1,2021-03
                        """);

        assertThat(report.accepted()).isFalse();
        assertThat(report.rejected())
                .extracting(r -> r.line() + " " + r.column())
                .containsExactly(
                        "2 birth_month",
                        "3 lsoa",
                        "4 registered_from",
                        "5 registered_to",
                        "6 registered_from",
                        "8 family",
                        "9 birth_month",
                        "10 child",
                        "11 ");
        assertThat(value("SELECT count(*) FROM cohort.registration")).isEqualTo(before);
    }

    @Test
    void overlapping_registrations_of_a_child_are_refused() {
        LoadReport report =
                registrations(
                        """
                        child,family,birth_month,lsoa,registered_from,registered_to
                        c1,f1,2021-03,E01026007,2021-03-20,2022-06-02
                        c1,f1,2021-03,E01026008,2022-06-01,
                        c2,f1,2021-03,E01026007,2021-03-20,
                        c2,f1,2021-03,E01026007,2021-03-20,
                        """);

        assertThat(report.accepted()).isFalse();
        assertThat(report.rejected()).extracting(r -> r.line()).containsExactly(3L, 5L);
        assertThat(report.rejected().get(0).message()).contains("registered already");
    }

    @Test
    void a_column_that_nobody_asked_for_is_refused() {
        LoadReport report =
                registrations(
                        """
                        child,family,birth_month,lsoa,registered_from,registered_to,nhs_number
                        c1,f1,2021-03,E01026007,2021-03-20,,9434765919
                        """);

        assertThat(report.accepted()).isFalse();
        assertThat(report.rejected().get(0).column()).isEqualTo("nhs_number");
        assertThat(report.rejected().toString()).doesNotContain("9434765919");
    }

    @Test
    void what_is_wrong_with_a_contact_is_said_and_no_pseudonym_is_repeated() {
        String children = registrations(CHILDREN).datasetId();
        LoadReport report =
                contacts(
                        children,
                        """
                        child,family,service,date,mode
                        c2,f1,family-hub,2022-10-31,group
                        c9,f1,family-hub,2022-12-31,group
                        c1,f2,family-hub,2022-12-31,group
                        ,,family-hub,2022-12-31,group
                        c1,,,2022-12-31,group
                        c1,,family-hub,2019-12-31,group
                        c1,,family-hub,2022-02-29,group
                        """);

        assertThat(report.accepted()).isFalse();
        assertThat(report.rejected())
                .extracting(r -> r.line() + " " + r.column())
                .containsExactly(
                        "2 date",
                        "3 child",
                        "4 family",
                        "5 child",
                        "6 service",
                        "7 date",
                        "8 date");
        assertThat(report.rejected().toString()).doesNotContain("c9").doesNotContain("f2");
    }

    @Test
    void a_last_line_that_is_wrong_leaves_nothing_behind() throws SQLException {
        String children = registrations(CHILDREN).datasetId();
        String before = value("SELECT count(*) FROM cohort.contact");
        StringBuilder file = new StringBuilder("child,family,service,date,mode\n");
        for (int i = 0; i < 100_000; i++) {
            file.append("c1,,family-hub,2022-12-31,group\n");
        }
        LoadReport report =
                contacts(children, file.append("c1,,family-hub,2022-12-32,x\n").toString());

        assertThat(report.accepted()).isFalse();
        assertThat(report.rejected()).extracting(r -> r.line()).containsExactly(100_002L);
        assertThat(value("SELECT count(*) FROM cohort.contact")).isEqualTo(before);
    }

    @Test
    void without_a_key_nothing_is_loaded() {
        PersonExtracts keyless = CohortDatabase.extracts(1 << 20, null);

        assertThatThrownBy(
                        () ->
                                keyless.loadRegistrations(
                                        description("No key", false),
                                        "c.csv",
                                        bytes(CHILDREN),
                                        ANALYST,
                                        Progress.NONE))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("ANSWERABLE_PSEUDONYM_KEY");
    }

    @Test
    void a_period_must_be_given_and_must_not_be_reversed() {
        ExtractDescription d = description("Period", false);
        ExtractDescription reversed =
                new ExtractDescription(
                        d.title(),
                        d.publisher(),
                        d.sourceSystem(),
                        d.extractDate(),
                        d.licence(),
                        d.attribution(),
                        d.vintage(),
                        d.areaCovered(),
                        d.coversTo(),
                        d.coversFrom(),
                        d.caveats(),
                        false);
        assertThatThrownBy(
                        () ->
                                extracts.loadRegistrations(
                                        reversed, "c.csv", bytes(CHILDREN), ANALYST, Progress.NONE))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("reversed");
    }

    @Test
    void only_an_analyst_loads_extracts() {
        assertThatThrownBy(
                        () ->
                                extracts.loadRegistrations(
                                        description("x", false),
                                        "c.csv",
                                        bytes(CHILDREN),
                                        OFFICER,
                                        Progress.NONE))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void an_invented_system_has_exactly_the_children_of_the_population_in_each_area()
            throws Exception {
        String population = lincolnshire();
        SyntheticResult made =
                CohortDatabase.synthetic()
                        .make(
                                new SyntheticRequest(
                                        population, "Training " + population, 3, 100, 3, 42),
                                ANALYST,
                                Progress.NONE);

        assertThat(made.contacts()).isNotNull();
        assertThat(made.contacts().accepted()).as("%s", made.contacts().rejected()).isTrue();
        int key = key(made.registrations().datasetId());
        // Ages are months from the month of birth to June 2020; the day counted is 30 June.
        assertThat(
                        value(
                                """
                                SELECT count(*) FROM (
                                    SELECT a.code, count(*) FILTER (WHERE age = 0) a0,
                                        count(*) FILTER (WHERE age = 1) a1, count(*) FILTER (WHERE age = 2) a2
                                    FROM (SELECT area_key, (2020 * 12 + 5 - birth_month) / 12 AS age
                                        FROM cohort.registration WHERE dataset_id = %d
                                            AND from_day <= date '2020-06-30'
                                            AND COALESCE(to_day, 'infinity') > date '2020-06-30') r
                                    JOIN cohort.area a USING (area_key) GROUP BY a.code) m
                                FULL JOIN cohort.population_area p ON p.area_code = m.code
                                WHERE p.dataset_id = %d
                                    AND (p.ages[1:3] IS DISTINCT FROM ARRAY[a0, a1, a2]::int[])"""
                                        .formatted(key, key(population))))
                .isEqualTo("0");
        long children =
                Long.parseLong(
                        value(
                                "SELECT count(DISTINCT child_key) FROM cohort.registration WHERE dataset_id = "
                                        + key));
        assertThat(made.contacts().rows()).isBetween(10 * children, 20 * children);
        assertThat(
                        value(
                                "SELECT count(*) FROM cohort.registration WHERE siblings AND dataset_id = "
                                        + key))
                .isNotEqualTo("0");
        assertThat(
                        value(
                                "SELECT bool_and(synthetic) FROM cohort.dataset WHERE reference IN ('"
                                        + made.registrations().datasetId()
                                        + "','"
                                        + made.contacts().datasetId()
                                        + "')"))
                .isEqualTo("t");
    }

    @Test
    void the_same_seed_makes_the_same_system() throws Exception {
        String population = lincolnshire();
        SyntheticRequest request = new SyntheticRequest(population, "Again", 3, 2, 2, 7);
        SyntheticResult one = CohortDatabase.synthetic().make(request, ANALYST, Progress.NONE);
        SyntheticResult two = CohortDatabase.synthetic().make(request, ANALYST, Progress.NONE);

        assertThat(one.registrations().sha256()).isEqualTo(two.registrations().sha256());
        assertThat(one.contacts().sha256()).isEqualTo(two.contacts().sha256());
        assertThat(two.contacts().version()).isEqualTo(2);
    }

    private static String lincolnshire() throws Exception {
        try (InputStream file =
                Files.newInputStream(
                        SharedCases.population("lincolnshire_lsoa11_mid2020_age0-5_imd2019.csv"))) {
            return CohortDatabase.datasets()
                    .load(
                            CohortDatabase.description("For training", "LSOA_2011", "Lincolnshire"),
                            "l.csv",
                            file,
                            ANALYST)
                    .datasetId();
        }
    }

    private LoadReport registrations(String csv) {
        return extracts.loadRegistrations(
                description("Children", false), "c.csv", bytes(csv), ANALYST, Progress.NONE);
    }

    private LoadReport contacts(String registrations, String csv) {
        return extracts.loadContacts(
                description("Contacts", false),
                registrations,
                "k.csv",
                bytes(csv),
                ANALYST,
                Progress.NONE);
    }

    private static ExtractDescription description(String title, boolean synthetic) {
        return new ExtractDescription(
                title,
                "Shire Community Health",
                "SystmOne",
                LocalDate.of(2023, 4, 1),
                "Data sharing agreement 12",
                "Source: Shire Community Health",
                "LSOA_2021",
                "Shire",
                LocalDate.of(2021, 1, 1),
                LocalDate.of(2023, 4, 1),
                "",
                synthetic);
    }

    private static int key(String reference) throws SQLException {
        return Integer.parseInt(
                value("SELECT id FROM cohort.dataset WHERE reference = '" + reference + "'"));
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
