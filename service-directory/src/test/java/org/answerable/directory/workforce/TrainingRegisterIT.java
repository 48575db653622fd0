package org.answerable.directory.workforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.answerable.directory.Actor;
import org.answerable.directory.Contracts;
import org.answerable.directory.Geography;
import org.answerable.directory.InvalidInput;
import org.answerable.directory.NotAllowed;
import org.answerable.directory.NotFound;
import org.answerable.directory.Practitioner;
import org.answerable.directory.PractitionerName;
import org.answerable.directory.Programme;
import org.answerable.directory.Role;
import org.answerable.directory.SmallCounts;
import org.answerable.directory.TestDatabase;
import org.answerable.directory.TextFile;
import org.answerable.directory.TrainingRegister;
import org.answerable.directory.TrainingStatus;
import org.answerable.directory.WorkforceQuestion;
import org.answerable.directory.WorkforceReport;
import org.answerable.directory.WorkforceSummary;
import org.answerable.directory.commissioning.RecordedContracts;
import org.answerable.directory.commissioning.store.CommissioningLists;
import org.answerable.directory.geography.KnownGeography;
import org.answerable.directory.geography.LoadAreas;
import org.answerable.directory.geography.store.AreaTable;
import org.answerable.directory.geography.store.EditionTable;
import org.answerable.directory.geography.store.PostcodeTable;
import org.answerable.directory.workforce.store.RegisterTable;
import org.answerable.directory.workforce.store.WorkforceCounts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrainingRegisterIT {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2024-04-15T09:00:00Z"), ZoneId.of("Europe/London"));
    private static final Actor EDITOR =
            new Actor("edi", "Edi Tor", "shire-cc", Set.of(Role.DIRECTORY_EDITOR));
    private static final Actor REGISTRAR =
            new Actor(
                    "reg",
                    "Reg Istrar",
                    "shire-cc",
                    Set.of(Role.DIRECTORY_EDITOR, Role.TRAINING_REGISTRAR));
    private static final String LINCOLN = "E07000138";
    private static final String BOSTON = "E07000136";
    private static final YearMonth MARCH = YearMonth.of(2024, 3);
    private static final SmallCounts RULE =
            new SmallCounts() {
                @Override
                public int smallUpTo() {
                    return 6;
                }

                @Override
                public String words() {
                    return "A count from 1 to 6 is small.";
                }
            };

    private static TestDatabase database;
    private static TrainingRegister register;

    @BeforeAll
    static void start() {
        database = new TestDatabase();
        var transactions = database.transactions();
        AreaTable areas = new AreaTable(transactions);
        new LoadAreas(areas, CLOCK, 1 << 20)
                .load(
                        TextFile.of(
                                "areas.csv",
                                "LSOA21CD,LAD25CD,LAD25NM\nE01000001,E07000138,Lincoln\n"
                                        + "E01000003,E07000136,Boston\n"),
                        false,
                        EDITOR);
        Geography geography =
                new KnownGeography(
                        areas, new PostcodeTable(transactions), new EditionTable(transactions));
        Contracts contracts =
                new RecordedContracts(
                        null, new CommissioningLists(transactions), geography, null, null);
        RegisterTable table = new RegisterTable(transactions);
        register =
                new RecordedTraining(
                        table,
                        new KeepRegister(table, contracts, geography, CLOCK),
                        new CountWorkforce(
                                new WorkforceCounts(transactions), table, geography, RULE, CLOCK),
                        CLOCK);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void empty() {
        for (String table : List.of("training_withdrawal", "training_record")) {
            database.execute("ALTER TABLE directory." + table + " DISABLE TRIGGER USER");
            database.execute("DELETE FROM directory." + table);
            database.execute("ALTER TABLE directory." + table + " ENABLE TRIGGER USER");
        }
        database.execute(
                "DELETE FROM directory.practitioner_spell; DELETE FROM directory.practitioner_name;"
                        + " DELETE FROM directory.practitioner; DELETE FROM directory.reference_counter;"
                        + " DELETE FROM directory.programme WHERE code = 'new-one'");
    }

    @Test
    void a_training_lapses_after_the_renewal_of_its_programme() {
        String someone = person(LINCOLN, "0.8");
        register.train(
                someone, training("mellow-bumps", Programme.Level.TRAINED, "2021-05-01"), EDITOR);

        Practitioner.Training training =
                register.find(someone, EDITOR).orElseThrow().records().get(0);

        assertThat(training.validUntil()).isEqualTo("2024-05-01");
        assertThat(training.statusOn(LocalDate.of(2024, 5, 1))).isEqualTo(TrainingStatus.CURRENT);
        assertThat(training.statusOn(LocalDate.of(2024, 5, 2))).isEqualTo(TrainingStatus.LAPSED);
    }

    @Test
    void overdue_supervision_is_not_current() {
        String someone = person(LINCOLN, "1");
        register.train(
                someone,
                new Practitioner.Training(
                        0,
                        "vig",
                        Programme.Level.ACCREDITED,
                        LocalDate.of(2023, 6, 1),
                        "Certificate",
                        null,
                        LocalDate.of(2024, 2, 1)),
                EDITOR);

        WorkforceReport.Row row = march().rows().get(0);

        assertThat(row.everTrained()).isEqualTo(1);
        assertThat(row.current()).isZero();
        assertThat(row.overdue()).isEqualTo(1);
    }

    @Test
    void ever_trained_and_current_are_different_columns_in_heads_and_wte() {
        String lapsed = person(LINCOLN, "0.5");
        register.train(
                lapsed, training("mellow-bumps", Programme.Level.TRAINED, "2020-01-01"), EDITOR);
        String soon = person(LINCOLN, "0.8");
        register.train(
                soon, training("mellow-bumps", Programme.Level.TRAINED, "2021-05-01"), EDITOR);
        String fresh = person(LINCOLN, "1");
        register.train(
                fresh, training("mellow-bumps", Programme.Level.TRAINED, "2024-01-10"), EDITOR);

        WorkforceReport.Row row = march().rows().get(0);

        assertThat(row.everTrained()).isEqualTo(3);
        assertThat(row.everTrainedWte()).isEqualByComparingTo("2.3");
        assertThat(row.current()).isEqualTo(2);
        assertThat(row.currentWte()).isEqualByComparingTo("1.8");
        assertThat(row.lapsing()).isEqualTo(1);
    }

    @Test
    void being_aware_of_a_method_is_not_being_trained_in_it() {
        String someone = person(LINCOLN, "1");
        register.train(someone, training("vig", Programme.Level.AWARE, "2024-01-10"), EDITOR);
        register.train(
                someone,
                training("attachment-awareness", Programme.Level.AWARE, "2024-01-10"),
                EDITOR);

        assertThat(march().rows())
                .extracting(WorkforceReport.Row::programme)
                .containsExactly("attachment-awareness");
    }

    @Test
    void a_person_counts_where_and_as_much_as_they_worked_that_month() {
        String someone = person(LINCOLN, "1");
        register.train(
                someone,
                training("antenatal-solihull", Programme.Level.TRAINED, "2023-06-01"),
                EDITOR);
        register.move(someone, spell("2024-03-15", BOSTON, "0.5"), EDITOR);
        register.leave(someone, LocalDate.of(2024, 4, 10), EDITOR);

        WorkforceReport report =
                register.report(
                        new WorkforceQuestion(
                                YearMonth.of(2024, 2), YearMonth.of(2024, 4), null, null, null),
                        EDITOR);

        assertThat(report.rows())
                .extracting(
                        WorkforceReport.Row::month,
                        WorkforceReport.Row::district,
                        r -> r.everTrainedWte().toPlainString())
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(YearMonth.of(2024, 2), LINCOLN, "1.00"),
                        org.assertj.core.groups.Tuple.tuple(MARCH, BOSTON, "0.50"));
        assertThat(register.practitioners(LocalDate.of(2024, 4, 15), EDITOR)).isEmpty();
        assertThat(register.find(someone, EDITOR).orElseThrow().spells()).hasSize(2);
    }

    @Test
    void a_withdrawn_record_counts_no_more_and_stays_with_its_reason() {
        String someone = person(LINCOLN, "1");
        register.train(
                someone,
                training("antenatal-solihull", Programme.Level.TRAINED, "2023-06-01"),
                EDITOR);
        long record = register.find(someone, EDITOR).orElseThrow().records().get(0).id();

        register.withdraw(someone, record, "Another person", EDITOR);

        assertThat(register.find(someone, EDITOR).orElseThrow().records()).isEmpty();
        assertThat(march().rows()).isEmpty();
        assertThat(database.value("SELECT reason FROM directory.training_withdrawal"))
                .isEqualTo("Another person");
        assertThat(database.value("SELECT count(*) FROM directory.training_record")).isEqualTo("1");
        assertThatThrownBy(() -> register.withdraw(someone, record, "Again", EDITOR))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void names_are_for_registrars_and_each_look_is_in_the_history() {
        PractitionerName name = new PractitionerName("Pat Example", "pat@shire.example");
        assertThatThrownBy(
                        () ->
                                register.register(
                                        spell("2023-01-01", LINCOLN, "1"), name, true, EDITOR))
                .isInstanceOf(NotAllowed.class);
        String someone =
                register.register(spell("2023-01-01", LINCOLN, "1"), name, true, REGISTRAR);

        assertThatThrownBy(() -> register.name(someone, EDITOR)).isInstanceOf(NotAllowed.class);
        assertThat(register.name(someone, REGISTRAR)).contains(name);
        assertThat(
                        database.value(
                                "SELECT event || ' ' || actor FROM directory.history ORDER BY id DESC LIMIT 1"))
                .isEqualTo("NAME_LOOKED_UP reg");
        assertThat(
                        database.value(
                                "SELECT count(*) FROM directory.history WHERE detail LIKE '%Pat%'"))
                .isEqualTo("0");
    }

    @Test
    void an_authority_sees_its_own_people_only() {
        String someone = person(LINCOLN, "1");
        Actor neighbour = new Actor("n", "N", "other-cc", REGISTRAR.roles());

        assertThat(register.find(someone, neighbour)).isEmpty();
        assertThat(register.name(someone, neighbour)).isEmpty();
        assertThatThrownBy(
                        () ->
                                register.train(
                                        someone,
                                        training("vig", Programme.Level.AWARE, "2024-01-10"),
                                        neighbour))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> register.practitioners(null, new Actor("r", "R", "x", Set.of())))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void small_counts_do_not_leave_the_editors_page() {
        people(LINCOLN, 12);
        people(BOSTON, 3);

        WorkforceQuestion question = new WorkforceQuestion(MARCH, MARCH, null, null, null);
        assertThat(register.report(question, EDITOR).rows())
                .extracting(WorkforceReport.Row::current)
                .containsExactly(3, 12);
        WorkforceReport shown = register.protectedReport(question, EDITOR);

        // Of two parts, neither: the sum and the one would give the other.
        assertThat(shown.rows()).allMatch(row -> row.current() == null && row.currentWte() == null);
        assertThat(shown.protectedBy()).isEqualTo("A count from 1 to 6 is small.");
        WorkforceReport part =
                register.protectedReport(
                        new WorkforceQuestion(MARCH, MARCH, null, null, LINCOLN), EDITOR);
        assertThat(part.rows()).singleElement().matches(row -> row.current() == null);
    }

    @Test
    void the_public_sees_districts_without_small_counts_and_a_sum_that_is_safe() {
        people(LINCOLN, 12);
        people(BOSTON, 3);

        WorkforceSummary summary = register.summary();

        assertThat(summary.at()).isEqualTo("2024-03-31");
        assertThat(summary.districts()).containsEntry(LINCOLN, "Lincoln").hasSize(2);
        WorkforceSummary.Line line =
                summary.lines().stream()
                        .filter(l -> l.programme().code().equals("antenatal-solihull"))
                        .findFirst()
                        .orElseThrow();
        assertThat(line.counts()).isEmpty();
        assertThat(line.total()).isEqualTo(15);
        assertThat(
                        summary.lines().stream()
                                .filter(l -> l.programme().code().equals("vig"))
                                .findFirst()
                                .orElseThrow()
                                .total())
                .isZero();
    }

    @Test
    void what_is_wrong_with_a_record_is_named_by_its_field() {
        assertThatThrownBy(
                        () ->
                                register.register(
                                        new Practitioner.Spell(
                                                null,
                                                null,
                                                "",
                                                "",
                                                "wizard",
                                                "E01000001",
                                                new BigDecimal("9")),
                                        new PractitionerName("", "nobody"),
                                        false,
                                        REGISTRAR))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e ->
                                assertThat(e.errors())
                                        .extracting(error -> error.field())
                                        .containsExactlyInAnyOrder(
                                                "starts",
                                                "profession",
                                                "district",
                                                "wte",
                                                "employer",
                                                "name",
                                                "mailbox"));
        String someone = person(LINCOLN, "1");
        assertThatThrownBy(
                        () ->
                                register.train(
                                        someone,
                                        new Practitioner.Training(
                                                0,
                                                "antenatal-solihull",
                                                Programme.Level.SUPERVISOR,
                                                LocalDate.of(2030, 1, 1),
                                                "",
                                                LocalDate.of(2029, 1, 1),
                                                LocalDate.of(2031, 1, 1)),
                                        EDITOR))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e ->
                                assertThat(e.errors())
                                        .extracting(error -> error.field())
                                        .containsExactlyInAnyOrder(
                                                "level",
                                                "on",
                                                "validUntil",
                                                "supervisionDue",
                                                "evidence"));
        assertThatThrownBy(
                        () ->
                                register.report(
                                        new WorkforceQuestion(
                                                MARCH, YearMonth.of(2024, 5), null, null, null),
                                        EDITOR))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> register.move(someone, spell("2022-01-01", LINCOLN, "1"), EDITOR))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> register.leave(someone, LocalDate.of(2022, 1, 1), EDITOR))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void owners_add_programmes_of_their_own() {
        Programme programme =
                new Programme(
                        "new-one",
                        "New one",
                        Programme.Kind.AWARENESS,
                        List.of(Programme.Level.AWARE),
                        null,
                        false);
        register.add(programme, EDITOR);

        assertThat(register.programmes()).contains(programme).hasSize(6);
        assertThatThrownBy(() -> register.add(programme, EDITOR)).isInstanceOf(InvalidInput.class);
    }

    private static void people(String district, int number) {
        for (int i = 0; i < number; i++) {
            register.train(
                    person(district, "1"),
                    training("antenatal-solihull", Programme.Level.TRAINED, "2023-06-01"),
                    EDITOR);
        }
    }

    private static WorkforceReport march() {
        return register.report(new WorkforceQuestion(MARCH, MARCH, null, null, null), EDITOR);
    }

    private static String person(String district, String wte) {
        return register.register(spell("2023-01-01", district, wte), null, false, EDITOR);
    }

    private static Practitioner.Spell spell(String starts, String district, String wte) {
        return new Practitioner.Spell(
                LocalDate.parse(starts),
                null,
                "Shire Trust",
                null,
                "health-visitor",
                district,
                new BigDecimal(wte));
    }

    private static Practitioner.Training training(
            String programme, Programme.Level level, String on) {
        return new Practitioner.Training(
                0, programme, level, LocalDate.parse(on), "Certificate", null, null);
    }
}
