package org.answerable.directory.duplicates.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.answerable.directory.Actor;
import org.answerable.directory.DuplicatePair;
import org.answerable.directory.DuplicateRun;
import org.answerable.directory.store.History;
import org.answerable.directory.store.Transactions;

/** Comparisons of all services: one at a time, on whichever server. */
@ApplicationScoped
public class ComparisonTable {

    private Transactions transactions;

    protected ComparisonTable() {}

    @Inject
    public ComparisonTable(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * @param lostBefore comparisons that gave no sign of life since then have ended with their server
     * @return its number, or nothing while another one runs
     */
    public Optional<Long> begin(Instant lostBefore, Instant at, Actor actor) {
        return transactions.run(
                connection -> {
                    try (PreparedStatement lost =
                            connection.prepareStatement(
                                    "UPDATE directory.duplicate_run SET state = 'failed', ended_at = ?, message ="
                                            + " 'Its server was ended in the middle of it. Compare again.' WHERE state ="
                                            + " 'running' AND alive_at < ?")) {
                        lost.setObject(1, at.atOffset(ZoneOffset.UTC));
                        lost.setObject(2, lostBefore.atOffset(ZoneOffset.UTC));
                        lost.executeUpdate();
                    }
                    try (PreparedStatement insert =
                            connection.prepareStatement(
                                    "INSERT INTO directory.duplicate_run (state, message, started_by, started_at,"
                                            + " alive_at) VALUES ('running', 'Reading', ?, ?, ?) ON CONFLICT DO NOTHING"
                                            + " RETURNING id")) {
                        insert.setString(1, actor.username());
                        insert.setObject(2, at.atOffset(ZoneOffset.UTC));
                        insert.setObject(3, at.atOffset(ZoneOffset.UTC));
                        try (ResultSet row = insert.executeQuery()) {
                            if (!row.next()) {
                                return Optional.empty();
                            }
                            long id = row.getLong(1);
                            History.add(
                                    connection, at, actor, "SERVICES_COMPARED", "run " + id, "");
                            return Optional.of(id);
                        }
                    }
                });
    }

    /**
     * @return whether it still counts as running
     */
    public boolean reached(long id, String message, int services, long compared, Instant at) {
        return transactions.run(
                connection -> {
                    try (PreparedStatement update =
                            connection.prepareStatement(
                                    "UPDATE directory.duplicate_run SET message = ?, services = ?, compared = ?,"
                                            + " alive_at = ? WHERE id = ? AND state = 'running'")) {
                        update.setString(1, message);
                        update.setInt(2, services);
                        update.setLong(3, compared);
                        update.setObject(4, at.atOffset(ZoneOffset.UTC));
                        update.setLong(5, id);
                        return update.executeUpdate() > 0;
                    }
                });
    }

    public void end(long id, String state, String message, Instant at) {
        transactions.run(
                connection -> {
                    try (PreparedStatement update =
                            connection.prepareStatement(
                                    "UPDATE directory.duplicate_run r SET state = ?, message = ?, ended_at = ?, likely ="
                                            + " c.likely, possible = c.possible FROM (SELECT count(*) FILTER (WHERE"
                                            + " score >= ?::real) AS likely, count(*) FILTER (WHERE score < ?::real) AS"
                                            + " possible FROM directory.duplicate_pair WHERE state = 'open') c WHERE"
                                            + " r.id = ? AND r.state = 'running'")) {
                        update.setString(1, state);
                        update.setString(2, message);
                        update.setObject(3, at.atOffset(ZoneOffset.UTC));
                        update.setDouble(4, DuplicatePair.LIKELY);
                        update.setDouble(5, DuplicatePair.LIKELY);
                        update.setLong(6, id);
                        update.executeUpdate();
                        return null;
                    }
                });
    }

    public Optional<DuplicateRun> latest() {
        return transactions.run(
                connection -> {
                    try (PreparedStatement select =
                                    connection.prepareStatement(
                                            "SELECT * FROM directory.duplicate_run ORDER BY id DESC LIMIT 1");
                            ResultSet row = select.executeQuery()) {
                        if (!row.next()) {
                            return Optional.empty();
                        }
                        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
                        return Optional.of(
                                new DuplicateRun(
                                        row.getString("state"),
                                        row.getString("message"),
                                        row.getInt("services"),
                                        row.getLong("compared"),
                                        row.getInt("likely"),
                                        row.getInt("possible"),
                                        row.getString("started_by"),
                                        row.getObject("started_at", OffsetDateTime.class)
                                                .toInstant(),
                                        ended == null ? null : ended.toInstant()));
                    }
                });
    }
}
