package org.answerable.cohort.definition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.answerable.cohort.Actor;
import org.answerable.cohort.CohortCount;
import org.answerable.cohort.CohortDefinition;
import org.answerable.cohort.Progress;
import org.answerable.cohort.Role;
import org.answerable.cohort.data.DatasetRows;
import org.answerable.cohort.store.Transactions;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.postgresql.PGConnection;

/** An analyst or administrator counts a cohort, or reads what was counted before. */
@ApplicationScoped
public class CountCohort {

    private Transactions transactions;
    private Clock clock;
    private Duration limit;

    protected CountCohort() {}

    @Inject
    public CountCohort(
            Transactions transactions,
            Clock clock,
            @ConfigProperty(name = "answerable.query.seconds", defaultValue = "60")
                    double seconds) {
        this.transactions = transactions;
        this.clock = clock;
        this.limit = Duration.ofMillis(Math.max(1, Math.round(seconds * 1000)));
    }

    /** See {@link org.answerable.cohort.Cohorts#counted}. */
    public Optional<CohortCount> counted(CohortDefinition definition, Actor actor) {
        actor.require(Role.ANALYST, Role.ADMIN);
        return transactions.run(
                c -> {
                    Statements statements = statements(c, definition);
                    return KeptCounts.find(c, statements.key(c)).map(statements::count);
                });
    }

    /** See {@link org.answerable.cohort.Cohorts#count(CohortDefinition, Actor, Progress)}. */
    public CohortCount count(CohortDefinition definition, Actor actor, Progress progress) {
        actor.require(Role.ANALYST, Role.ADMIN);
        return transactions.runAlone(
                c -> {
                    Statements statements = statements(c, definition);
                    KeptCounts.Kept count = run(c, statements, actor, progress);
                    KeptCounts.keep(c, statements.key(c), statements.checked.source(), count);
                    return statements.count(count);
                });
    }

    private KeptCounts.Kept run(
            Connection connection, Statements statements, Actor actor, Progress progress)
            throws SQLException {
        int process = connection.unwrap(PGConnection.class).getBackendPID();
        LongStatement.prepare(connection, limit, statements.checked.source());
        try {
            progress.worksIn(process);
            long begun = System.nanoTime();
            List<Long> counts = row(connection, statements.total);
            long millis = (System.nanoTime() - begun) / 1_000_000;
            // Who asked to stop between the two is heard here.
            progress.worksIn(process);
            return new KeptCounts.Kept(
                    counts.get(0),
                    counts.get(1),
                    row(connection, statements.steps),
                    millis,
                    clock.instant().truncatedTo(ChronoUnit.MILLIS),
                    actor.displayName());
        } catch (SQLException e) {
            throw LongStatement.explained(e, limit);
        }
    }

    private static Statements statements(Connection connection, CohortDefinition definition)
            throws SQLException {
        CheckedDefinition checked = DefinitionRules.checked(definition, connection);
        DatasetRows.insistHeld(connection, "registrations", definition.registrations());
        if (definition.contacts() != null) {
            DatasetRows.insistHeld(connection, "contacts", definition.contacts());
        }
        CohortSql sql = new CohortSql(checked);
        SqlText total =
                new SqlText()
                        .add(
                                "SELECT COALESCE(sum(t.eligible), 0), COALESCE(sum(t.members), 0) FROM (\n")
                        .add(sql.byArea())
                        .add("\n) t");
        return new Statements(checked, total, sql.steps());
    }

    private static List<Long> row(Connection connection, SqlText sql) throws SQLException {
        try (PreparedStatement select = sql.prepare(connection);
                ResultSet row = select.executeQuery()) {
            row.next();
            List<Long> counts = new ArrayList<>();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                counts.add(row.getLong(i));
            }
            return counts;
        }
    }

    /** A definition and the two statements that count it. */
    private record Statements(CheckedDefinition checked, SqlText total, SqlText steps) {

        String key(Connection connection) throws SQLException {
            return KeptCounts.key(connection, total.query(), steps.query());
        }

        CohortCount count(KeptCounts.Kept kept) {
            List<String> words = new DefinitionWording(checked).steps();
            List<CohortCount.Step> all = new ArrayList<>();
            for (int i = 0; i < kept.left().size(); i++) {
                long left = kept.left().get(i);
                all.add(
                        new CohortCount.Step(
                                words.get(i), left, i == 0 ? 0 : kept.left().get(i - 1) - left));
            }
            return new CohortCount(
                    kept.eligible(),
                    kept.members(),
                    all,
                    total.query(),
                    kept.millis(),
                    kept.at(),
                    kept.by());
        }
    }
}
