package org.answerable.cohort.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.answerable.cohort.Actor;
import org.answerable.cohort.Figure;
import org.answerable.cohort.FigureTable;
import org.answerable.cohort.disclosure.ReleaseLedger;
import org.answerable.cohort.disclosure.ReleasePolicy;
import org.answerable.cohort.export.FigureJson;

/** The release ledger in PostgreSQL. */
@ApplicationScoped
public class SqlReleaseLedger implements ReleaseLedger {

    private Transactions transactions;

    protected SqlReleaseLedger() {}

    @Inject
    public SqlReleaseLedger(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public ReleasePolicy inForce() {
        return transactions.run(SqlReleaseLedger::policyInForce);
    }

    @Override
    public Optional<Figure> figure(String id) {
        return transactions.run(c -> FigureTableRows.find(c, id));
    }

    @Override
    public Optional<Figure> released(String id) {
        return transactions.run(c -> FigureTableRows.released(c, id));
    }

    @Override
    public void release(Figure figure, String reason, Actor actor, Instant at, Check check) {
        transactions.run(
                c -> {
                    lockReleasesOf(c, figure.source().datasetId());
                    ReleasePolicy policy = policyInForce(c);
                    if (!isReleased(c, figure.id(), policy.id())) {
                        check.insistOnSafe(figure, policy, earlier(c, figure.source().datasetId()));
                        add(c, figure, policy, reason, actor, at);
                    }
                    return null;
                });
    }

    private static void lockReleasesOf(Connection connection, String dataset) throws SQLException {
        try (PreparedStatement lock =
                connection.prepareStatement(
                        "SELECT pg_advisory_xact_lock(hashtextextended('cohort.release:' || ?, 0))")) {
            lock.setString(1, dataset);
            lock.execute();
        }
    }

    private static ReleasePolicy policyInForce(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement(
                                "SELECT * FROM cohort.release_policy ORDER BY version DESC LIMIT 1");
                ResultSet row = select.executeQuery()) {
            row.next();
            return new ReleasePolicy(
                    row.getString("id"),
                    row.getInt("version"),
                    row.getInt("threshold"),
                    row.getBoolean("zero_shown"),
                    row.getString("rule"),
                    row.getString("citation"));
        }
    }

    private static boolean isReleased(Connection connection, String figure, String policy)
            throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT 1 FROM cohort.release_ledger WHERE figure_reference = ? AND policy_id = ?")) {
            select.setString(1, figure);
            select.setString(2, policy);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    private static List<FigureTable> earlier(Connection connection, String dataset)
            throws SQLException {
        List<FigureTable> tables = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT f.document FROM cohort.figure f WHERE f.dataset_reference = ?"
                                + " AND EXISTS (SELECT 1 FROM cohort.release_ledger l"
                                + " WHERE l.figure_reference = f.reference) ORDER BY f.reference")) {
            select.setString(1, dataset);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    tables.add(FigureJson.read(row.getString(1)).table());
                }
            }
        }
        return tables;
    }

    private static void add(
            Connection connection,
            Figure figure,
            ReleasePolicy policy,
            String reason,
            Actor actor,
            Instant at)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO cohort.release_ledger (figure_reference, policy_id, table_sha256,"
                                + " released_at, released_by, authority, reason)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, figure.id());
            insert.setString(2, policy.id());
            insert.setString(3, figure.tableSha256());
            insert.setObject(4, at.atOffset(ZoneOffset.UTC));
            insert.setString(5, actor.username());
            insert.setString(6, actor.authority());
            insert.setString(7, reason);
            insert.executeUpdate();
        }
        History.add(
                connection,
                at,
                actor,
                History.Event.FIGURE_RELEASED,
                figure.id(),
                "under " + policy.name() + ", table SHA-256 " + figure.tableSha256());
    }
}
