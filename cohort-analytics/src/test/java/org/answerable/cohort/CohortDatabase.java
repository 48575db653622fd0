package org.answerable.cohort;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.answerable.cohort.data.DatasetIntake;
import org.answerable.cohort.data.LoadDataset;
import org.answerable.cohort.data.RemoveDataset;
import org.answerable.cohort.data.SqlDatasets;
import org.answerable.cohort.data.WithdrawDataset;
import org.answerable.cohort.definition.CountCohort;
import org.answerable.cohort.definition.SqlCohorts;
import org.answerable.cohort.disclosure.ReleaseFigure;
import org.answerable.cohort.loading.LoadPublicFile;
import org.answerable.cohort.measure.ComputeFigure;
import org.answerable.cohort.measure.ComputeMeasure;
import org.answerable.cohort.measure.RecomputeFigure;
import org.answerable.cohort.measure.SqlFigures;
import org.answerable.cohort.need.ComputeNeed;
import org.answerable.cohort.need.KeptNeed;
import org.answerable.cohort.person.LoadExtract;
import org.answerable.cohort.person.MakeSyntheticSystem;
import org.answerable.cohort.person.PseudonymKey;
import org.answerable.cohort.prevalence.KeptPrevalences;
import org.answerable.cohort.prevalence.PrevalenceRegister;
import org.answerable.cohort.prevalence.RecordPrevalence;
import org.answerable.cohort.store.NeedTable;
import org.answerable.cohort.store.SqlAreas;
import org.answerable.cohort.store.SqlPrevalenceRegister;
import org.answerable.cohort.store.SqlReleaseLedger;
import org.answerable.cohort.store.Transactions;
import org.answerable.cohort.store.WorkRows;
import org.answerable.cohort.work.BackgroundWork;
import org.flywaydb.core.Flyway;

/**
 * One embedded PostgreSQL for all tests of the module, migrated as in the server, and the module
 * wired by hand.
 */
public final class CohortDatabase {

    public static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-03-02T09:30:00Z"), ZoneId.of("Europe/London"));
    public static final Actor ANALYST =
            new Actor("ana", "Ana Lyst", "lincolnshire-cc", Set.of(Role.ANALYST));
    public static final Actor OFFICER =
            new Actor("ole", "Ole Fficer", "lincolnshire-cc", Set.of(Role.OFFICER));

    private static DataSource dataSource;

    private CohortDatabase() {}

    /** The database, started once; its process ends with this one. */
    public static synchronized DataSource dataSource() {
        if (dataSource == null) {
            try {
                dataSource = EmbeddedPostgres.builder().start().getPostgresDatabase();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Flyway.configure()
                    .dataSource(dataSource)
                    .schemas("cohort")
                    .locations("classpath:db/cohort")
                    .load()
                    .migrate();
        }
        return dataSource;
    }

    public static Datasets datasets() {
        return datasets(256L << 20);
    }

    public static Datasets datasets(long maxBytes) {
        Transactions transactions = new Transactions(dataSource());
        return new SqlDatasets(
                transactions,
                new LoadDataset(new DatasetIntake(transactions, CLOCK, maxBytes), CLOCK),
                new WithdrawDataset(transactions, CLOCK),
                new RemoveDataset(transactions, CohortDatabase::citing, CLOCK));
    }

    /** What an open case cites, for tests of removal. */
    public static final Set<String> CITED = new HashSet<>();

    private static List<String> citing(Collection<String> figures) {
        return figures.stream().anyMatch(CITED::contains) ? List.of("FOI-2026-0007") : List.of();
    }

    /** The loaders of person-level extracts, with a key for pseudonyms or without. */
    public static PersonExtracts extracts(long maxBytes, String key) {
        Transactions transactions = new Transactions(dataSource());
        return new LoadExtract(
                new DatasetIntake(transactions, CLOCK, maxBytes),
                transactions,
                new PseudonymKey(Optional.ofNullable(key)),
                CLOCK);
    }

    public static SyntheticSystems synthetic() {
        return new MakeSyntheticSystem(
                datasets(),
                extracts(1 << 20, "a secret of at least thirty-two characters"),
                new Transactions(dataSource()));
    }

    /** The loaders of publishers' files. */
    public static PublicFiles publicFiles(long maxBytes) {
        return new LoadPublicFile(
                new DatasetIntake(new Transactions(dataSource()), CLOCK, maxBytes), CLOCK);
    }

    public static Areas areas() {
        return new SqlAreas(new Transactions(dataSource()));
    }

    /** Background work on a thread of its own. */
    public static Works works(Clock clock) {
        return new BackgroundWork(
                new WorkRows(new Transactions(dataSource())),
                clock,
                task -> new Thread(task).start());
    }

    public static Cohorts cohorts(double seconds) {
        Transactions transactions = new Transactions(dataSource());
        return new SqlCohorts(transactions, CLOCK, new CountCohort(transactions, CLOCK, seconds));
    }

    public static Figures figures() {
        Transactions transactions = new Transactions(dataSource());
        return new SqlFigures(
                transactions,
                new ComputeFigure(transactions, datasets(), CLOCK),
                new ComputeMeasure(transactions, CLOCK, 60),
                new RecomputeFigure(transactions, new ComputeMeasure(transactions, CLOCK, 60)),
                new ReleaseFigure(new SqlReleaseLedger(transactions), CLOCK));
    }

    public static Prevalences prevalences() {
        PrevalenceRegister register = new SqlPrevalenceRegister(new Transactions(dataSource()));
        return new KeptPrevalences(register, new RecordPrevalence(register, CLOCK));
    }

    /** Estimates of need, with a directory and a training register as the test has them. */
    public static NeedEstimates needs(CommissionedCapacity directory, WorkforceTraining training) {
        NeedTable table = new NeedTable(new Transactions(dataSource()));
        Figures figures = figures();
        return new KeptNeed(
                table,
                new ComputeNeed(table, figures, prevalences(), directory, training),
                figures,
                CLOCK);
    }

    public static DatasetDescription description(String title, String vintage, String area) {
        return new DatasetDescription(
                title,
                "Office for National Statistics",
                "ONS mid-year population estimates",
                LocalDate.of(2021, 6, 25),
                "Open Government Licence v3.0",
                "Contains public sector information licensed under the Open Government Licence v3.0.",
                "PERSON",
                LocalDate.of(2020, 6, 30),
                "AT_SNAPSHOT",
                "RESIDENT",
                vintage,
                area,
                "Rolled forward from the 2011 Census.");
    }

    /** The first column of the first row. */
    public static String value(String sql) throws SQLException {
        try (Connection c = dataSource().getConnection();
                Statement s = c.createStatement();
                ResultSet row = s.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    public static void execute(String sql) throws SQLException {
        try (Connection c = dataSource().getConnection();
                Statement s = c.createStatement()) {
            s.execute(sql);
        }
    }
}
