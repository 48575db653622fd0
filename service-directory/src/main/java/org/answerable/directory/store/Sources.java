package org.answerable.directory.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.answerable.directory.hsds.Finding;

/** Sources, import runs and what was received. */
@ApplicationScoped
public class Sources {

    private Transactions transactions;

    protected Sources() {}

    @Inject
    public Sources(Transactions transactions) {
        this.transactions = transactions;
    }

    /** A source in the database. */
    public record Source(long key, String name, String address, double trust, Instant lastGood) {}

    /** A run in the database. */
    public record Run(long key, String id) {}

    /** The source of that name, made when there is none. */
    public Source source(String name, String address, double trust, String username, Instant at) {
        return transactions.run(
                connection -> {
                    try (PreparedStatement insert =
                            connection.prepareStatement(
                                    "INSERT INTO directory.source (name, address, trust, added_by, added_at)"
                                            + " VALUES (?, ?, ?, ?, ?) ON CONFLICT (name) DO UPDATE SET address ="
                                            + " coalesce(excluded.address, source.address)"
                                            + " RETURNING id, name, address, trust, last_good_start")) {
                        insert.setString(1, name);
                        insert.setString(2, address);
                        insert.setDouble(3, trust);
                        insert.setString(4, username);
                        insert.setObject(5, at.atOffset(ZoneOffset.UTC));
                        try (ResultSet row = insert.executeQuery()) {
                            row.next();
                            var good =
                                    row.getObject(
                                            "last_good_start", java.time.OffsetDateTime.class);
                            return new Source(
                                    row.getLong("id"),
                                    row.getString("name"),
                                    row.getString("address"),
                                    row.getDouble("trust"),
                                    good == null ? null : good.toInstant());
                        }
                    }
                });
    }

    public Run begin(Source source, boolean dry, String username, Instant at) {
        String id = UUID.randomUUID().toString();
        return transactions.run(
                connection -> {
                    try (PreparedStatement insert =
                            connection.prepareStatement(
                                    "INSERT INTO directory.import_run (public_id, source_id, dry, state, message,"
                                            + " started_by, started_at) VALUES (?, ?, ?, 'running', 'Reading', ?, ?)"
                                            + " RETURNING id")) {
                        insert.setString(1, id);
                        insert.setLong(2, source.key());
                        insert.setBoolean(3, dry);
                        insert.setString(4, username);
                        insert.setObject(5, at.atOffset(ZoneOffset.UTC));
                        try (ResultSet row = insert.executeQuery()) {
                            row.next();
                            return new Run(row.getLong(1), id);
                        }
                    }
                });
    }

    /** Says how far a run has got, or how it ended. */
    public void note(Run run, String state, String message, RunCounts counts, Instant ended) {
        transactions.run(
                connection -> {
                    try (PreparedStatement update =
                            connection.prepareStatement(
                                    "UPDATE directory.import_run SET state = ?, message = ?, records = ?, added = ?,"
                                            + " changed = ?, unchanged = ?, proposed = ?, vanished = ?, faulty = ?,"
                                            + " warnings = ?, ended_at = ? WHERE id = ?")) {
                        update.setString(1, state);
                        update.setString(2, message);
                        update.setInt(3, counts.records());
                        update.setInt(4, counts.added());
                        update.setInt(5, counts.changed());
                        update.setInt(6, counts.unchanged());
                        update.setInt(7, counts.proposed());
                        update.setInt(8, counts.vanished());
                        update.setInt(9, counts.faulty());
                        update.setInt(10, counts.warnings());
                        update.setObject(11, ended == null ? null : ended.atOffset(ZoneOffset.UTC));
                        update.setLong(12, run.key());
                        update.executeUpdate();
                        return null;
                    }
                });
    }

    /** A whole run ended well: next time only what changed since its start is asked for. */
    public void completed(Source source, Instant started) {
        transactions.run(
                connection -> {
                    try (PreparedStatement update =
                            connection.prepareStatement(
                                    "UPDATE directory.source SET last_good_start = ? WHERE id = ?")) {
                        update.setObject(1, started.atOffset(ZoneOffset.UTC));
                        update.setLong(2, source.key());
                        update.executeUpdate();
                        return null;
                    }
                });
    }

    /**
     * Keeps findings of a record.
     *
     * @param from number of the first, from 1
     */
    public void addFindings(Run run, int from, Received received, List<Finding> findings) {
        transactions.run(
                connection -> {
                    Rows rows = new Rows("int", "text", "text", "text", "text", "text", "text");
                    int number = from;
                    for (Finding finding : findings) {
                        rows.add(
                                number++,
                                finding.pointer(),
                                finding.field(),
                                finding.value().replace("\0", ""),
                                finding.severity().name(),
                                finding.rule(),
                                finding.advice());
                    }
                    rows.execute(
                            connection,
                            "INSERT INTO directory.import_finding (run_id, line, source_record, number, pointer,"
                                    + " field, value, severity, rule, advice) SELECT ?, ?, ?, x.* FROM"
                                    + " unnest(?, ?, ?, ?, ?, ?, ?) AS x",
                            run.key(),
                            received.line(),
                            received.id());
                    return null;
                });
    }

    /** The hashes of what was received last, as hexadecimal digits, by id at the source. */
    public Map<String, String> hashes(Source source, String kind, Collection<String> ids) {
        return transactions.run(
                connection -> {
                    Sql sql =
                            new Sql()
                                    .add(
                                            "SELECT source_record, hash FROM directory.raw_record WHERE source_id = ?"
                                                    + " AND kind = ?",
                                            source.key(),
                                            kind)
                                    .addList(" AND source_record = ANY (?)", List.copyOf(ids));
                    Map<String, String> hashes = new HashMap<>();
                    try (PreparedStatement select = sql.prepare(connection);
                            ResultSet row = select.executeQuery()) {
                        while (row.next()) {
                            hashes.put(row.getString(1), HexFormat.of().formatHex(row.getBytes(2)));
                        }
                    }
                    return hashes;
                });
    }

    /** Those of the ids that a record here has which did not come from this source. */
    public Set<String> elsewhere(Source source, RecordKind kind, Collection<String> ids) {
        return transactions.run(
                connection -> {
                    Sql sql =
                            new Sql()
                                    .addList(
                                            "SELECT r.public_id FROM directory."
                                                    + kind.table()
                                                    + " r WHERE r.public_id = ANY (?)",
                                            List.copyOf(ids))
                                    .add(
                                            " AND NOT EXISTS (SELECT FROM directory.record_source x WHERE x.source_id"
                                                    + " = ? AND x.kind = ? AND x.record = r.public_id)",
                                            source.key(),
                                            kind.table());
                    Set<String> taken = new HashSet<>();
                    try (PreparedStatement select = sql.prepare(connection);
                            ResultSet row = select.executeQuery()) {
                        while (row.next()) {
                            taken.add(row.getString(1));
                        }
                    }
                    return taken;
                });
    }

    /** Notes that records came from this source. */
    public void own(Source source, Collection<Change> changes) {
        transactions.run(
                connection -> {
                    Rows rows = new Rows("text", "text");
                    changes.forEach(change -> rows.add(change.kind().table(), change.id()));
                    rows.execute(
                            connection,
                            "INSERT INTO directory.record_source (source_id, kind, record) SELECT ?, k, r FROM"
                                    + " unnest(?, ?) AS n (k, r) ON CONFLICT DO NOTHING",
                            source.key());
                    return null;
                });
    }

    /** The service that each received record stands for is kept with it, and what it was like. */
    public void keep(
            Source source, Run run, String kind, Map<Received, String> records, Instant at) {
        transactions.run(
                connection -> {
                    Rows rows = new Rows("text", "text", "text", "text");
                    records.forEach(
                            (received, record) ->
                                    rows.add(
                                            received.id(),
                                            record,
                                            "\\x" + HexFormat.of().formatHex(received.hash()),
                                            received.document().toString()));
                    rows.execute(
                            connection,
                            "INSERT INTO directory.raw_record (source_id, kind, run_id, fetched_at, source_record,"
                                    + " record, hash, document) SELECT ?, ?, ?, ?, i, r, h::bytea, d::jsonb FROM"
                                    + " unnest(?, ?, ?, ?) AS n (i, r, h, d)"
                                    + " ON CONFLICT (source_id, kind, source_record) DO UPDATE SET record ="
                                    + " excluded.record, hash = excluded.hash, document = excluded.document,"
                                    + " fetched_at = excluded.fetched_at, run_id = excluded.run_id, missing = 0",
                            source.key(),
                            kind,
                            run.key(),
                            at.atOffset(ZoneOffset.UTC));
                    return null;
                });
    }
}
