package org.answerable.directory.duplicates.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.answerable.directory.Actor;
import org.answerable.directory.DuplicateList;
import org.answerable.directory.store.History;
import org.answerable.directory.store.Transactions;

/** Pairs and what was decided about them. */
@ApplicationScoped
public class PairTable {

    private Transactions transactions;

    protected PairTable() {}

    @Inject
    public PairTable(Transactions transactions) {
        this.transactions = transactions;
    }

    /** A pair that a run found. */
    public record Found(
            String one, String other, double score, List<String> reasons, String compared) {}

    /** A pair as it is kept. */
    public record Pair(
            long id,
            String one,
            String other,
            double score,
            List<String> reasons,
            String state,
            String decidedBy,
            Instant decidedAt) {}

    /** A merge in force. */
    public record Merge(String gone, String kept, String statusBefore) {}

    /** Keeps what was found. What somebody decided stays decided, until something that was compared has changed. */
    public void found(long run, List<Found> pairs) {
        if (pairs.isEmpty()) {
            return;
        }
        transactions.run(
                connection -> {
                    try (PreparedStatement insert =
                            connection.prepareStatement(
                                    "INSERT INTO directory.duplicate_pair AS p (one, other, score, reasons, compared,"
                                            + " state, run_id) SELECT o, t, s, string_to_array(r, E'\\n'), c, 'open', ?"
                                            + " FROM unnest(?, ?, ?, ?, ?) AS n (o, t, s, r, c) ON CONFLICT (one, other)"
                                            + " DO UPDATE SET score = excluded.score, reasons = excluded.reasons, run_id"
                                            + " = excluded.run_id, compared = excluded.compared, state = CASE WHEN"
                                            + " p.state = 'distinct' AND p.compared = excluded.compared THEN p.state ELSE"
                                            + " 'open' END")) {
                        insert.setLong(1, run);
                        insert.setArray(2, texts(connection, pairs.stream().map(Found::one)));
                        insert.setArray(3, texts(connection, pairs.stream().map(Found::other)));
                        insert.setArray(
                                4,
                                connection.createArrayOf(
                                        "float8", pairs.stream().map(Found::score).toArray()));
                        insert.setArray(
                                5,
                                texts(
                                        connection,
                                        pairs.stream().map(p -> String.join("\n", p.reasons()))));
                        insert.setArray(6, texts(connection, pairs.stream().map(Found::compared)));
                        insert.executeUpdate();
                        return null;
                    }
                });
    }

    private static Array texts(Connection connection, java.util.stream.Stream<String> texts)
            throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }

    /** Open pairs that the run did not find again are no longer alike, unless they belonged to a merge. */
    public void forgetOthers(long run) {
        transactions.run(
                connection -> {
                    try (PreparedStatement delete =
                            connection.prepareStatement(
                                    "DELETE FROM directory.duplicate_pair p WHERE state = 'open' AND run_id <> ?"
                                            + " AND NOT EXISTS (SELECT FROM directory.merge m WHERE m.pair_id ="
                                            + " p.id)")) {
                        delete.setLong(1, run);
                        delete.executeUpdate();
                        return null;
                    }
                });
    }

    /** Pairs that wait, the likeliest first. Those of a service that has gone wait no more. */
    public DuplicateList waiting(long offset, int limit) {
        String from =
                " FROM directory.duplicate_pair p JOIN directory.service a ON a.public_id = p.one JOIN"
                        + " directory.service b ON b.public_id = p.other JOIN directory.organization ao ON ao.id ="
                        + " a.organization_id JOIN directory.organization bo ON bo.id = b.organization_id WHERE"
                        + " p.state = 'open' AND a.status IN ('active', 'temporarily closed') AND b.status IN"
                        + " ('active', 'temporarily closed') AND a.erased_at IS NULL AND b.erased_at IS NULL";
        return transactions.run(
                connection -> {
                    List<DuplicateList.Line> lines = new ArrayList<>();
                    try (PreparedStatement select =
                            connection.prepareStatement(
                                    "SELECT p.*, a.name AS a, ao.name AS ao, b.name AS b, bo.name AS bo"
                                            + from
                                            + " ORDER BY p.score DESC, p.id LIMIT ? OFFSET ?")) {
                        select.setInt(1, limit);
                        select.setLong(2, offset);
                        try (ResultSet row = select.executeQuery()) {
                            while (row.next()) {
                                lines.add(
                                        new DuplicateList.Line(
                                                row.getLong("id"),
                                                row.getString("a"),
                                                row.getString("ao"),
                                                row.getString("b"),
                                                row.getString("bo"),
                                                row.getDouble("score"),
                                                reasons(row)));
                            }
                        }
                    }
                    try (PreparedStatement count =
                                    connection.prepareStatement("SELECT count(*)" + from);
                            ResultSet row = count.executeQuery()) {
                        row.next();
                        return new DuplicateList(lines, row.getLong(1));
                    }
                });
    }

    private static List<String> reasons(ResultSet row) throws SQLException {
        return List.of((String[]) row.getArray("reasons").getArray());
    }

    public Optional<Pair> find(long id) {
        return transactions.run(
                connection -> {
                    try (PreparedStatement select =
                            connection.prepareStatement(
                                    "SELECT * FROM directory.duplicate_pair WHERE id = ?")) {
                        select.setLong(1, id);
                        try (ResultSet row = select.executeQuery()) {
                            if (!row.next()) {
                                return Optional.empty();
                            }
                            OffsetDateTime decided =
                                    row.getObject("decided_at", OffsetDateTime.class);
                            return Optional.of(
                                    new Pair(
                                            row.getLong("id"),
                                            row.getString("one"),
                                            row.getString("other"),
                                            row.getDouble("score"),
                                            reasons(row),
                                            row.getString("state"),
                                            row.getString("decided_by"),
                                            decided == null ? null : decided.toInstant()));
                        }
                    }
                });
    }

    /**
     * Changes the state of a pair, with its line in the history.
     *
     * @return whether it was as expected
     */
    public boolean decide(
            long id,
            String from,
            String to,
            String event,
            String subject,
            String detail,
            Instant at,
            Actor actor) {
        return transactions.run(
                connection -> {
                    try (PreparedStatement update =
                            connection.prepareStatement(
                                    "UPDATE directory.duplicate_pair SET state = ?, decided_by = ?, decided_at = ?"
                                            + " WHERE id = ? AND state = ?")) {
                        update.setString(1, to);
                        update.setString(2, actor.username());
                        update.setObject(3, at.atOffset(ZoneOffset.UTC));
                        update.setLong(4, id);
                        update.setString(5, from);
                        if (update.executeUpdate() == 0) {
                            return false;
                        }
                    }
                    History.add(connection, at, actor, event, subject, detail);
                    return true;
                });
    }

    public void merged(long pair, Merge merge, Instant at, Actor actor) {
        transactions.run(
                connection -> {
                    try (PreparedStatement insert =
                            connection.prepareStatement(
                                    "INSERT INTO directory.merge (pair_id, gone, kept, status_before, merged_by,"
                                            + " merged_at) VALUES (?, ?, ?, ?, ?, ?)")) {
                        insert.setLong(1, pair);
                        insert.setString(2, merge.gone());
                        insert.setString(3, merge.kept());
                        insert.setString(4, merge.statusBefore());
                        insert.setString(5, actor.username());
                        insert.setObject(6, at.atOffset(ZoneOffset.UTC));
                        insert.executeUpdate();
                        return null;
                    }
                });
    }

    /** The merge of a pair that is in force. */
    public Optional<Merge> merge(long pair) {
        return transactions.run(
                connection -> {
                    try (PreparedStatement select =
                            connection.prepareStatement(
                                    "SELECT * FROM directory.merge WHERE pair_id = ? AND undone_at IS NULL")) {
                        select.setLong(1, pair);
                        try (ResultSet row = select.executeQuery()) {
                            return row.next()
                                    ? Optional.of(
                                            new Merge(
                                                    row.getString("gone"),
                                                    row.getString("kept"),
                                                    row.getString("status_before")))
                                    : Optional.empty();
                        }
                    }
                });
    }

    public void undone(long pair, Instant at, Actor actor) {
        transactions.run(
                connection -> {
                    try (PreparedStatement update =
                            connection.prepareStatement(
                                    "UPDATE directory.merge SET undone_by = ?, undone_at = ? WHERE pair_id = ? AND"
                                            + " undone_at IS NULL")) {
                        update.setString(1, actor.username());
                        update.setObject(2, at.atOffset(ZoneOffset.UTC));
                        update.setLong(3, pair);
                        update.executeUpdate();
                        return null;
                    }
                });
    }

    /** Where a walk along merges ends. */
    public Optional<String> successor(String service) {
        return transactions.run(
                connection -> {
                    try (PreparedStatement select =
                            connection.prepareStatement(
                                    "WITH RECURSIVE way AS (SELECT kept, 1 AS steps FROM directory.merge WHERE gone = ?"
                                            + " AND undone_at IS NULL UNION SELECT m.kept, steps + 1 FROM way JOIN"
                                            + " directory.merge m ON m.gone = way.kept AND m.undone_at IS NULL WHERE"
                                            + " steps < 50) SELECT kept FROM way ORDER BY steps DESC LIMIT 1")) {
                        select.setString(1, service);
                        try (ResultSet row = select.executeQuery()) {
                            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
                        }
                    }
                });
    }
}
