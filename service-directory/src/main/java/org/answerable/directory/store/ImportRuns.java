package org.answerable.directory.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.answerable.directory.Actor;
import org.answerable.directory.ImportFinding;
import org.answerable.directory.ImportReport;
import org.answerable.directory.ImportRunList;
import org.answerable.directory.hsds.Finding;

/** Import runs and what they found. One source has one running run, on whichever server. */
@ApplicationScoped
public class ImportRuns {

    private static final String REPORT =
            "SELECT r.*, s.name AS source, (SELECT coalesce(max(f.number), 0) FROM directory.import_finding f"
                    + " WHERE f.run_id = r.id) AS findings FROM directory.import_run r JOIN directory.source s ON s.id = r.source_id ";

    private Transactions transactions;

    protected ImportRuns() {}

    @Inject
    public ImportRuns(Transactions transactions) {
        this.transactions = transactions;
    }

    /** A run in the database. */
    public record Run(long key, String id) {}

    /** A run that is to be gone on with. */
    public record Broken(
            Run run,
            Sources.Source source,
            String address,
            Instant since,
            boolean dry,
            int pages) {}

    /**
     * Adds a run that has begun.
     *
     * @param lostBefore runs that gave no sign of life since then have ended with their server
     * @return nothing while the source is being imported already
     */
    public Optional<Run> begin(
            Sources.Source source,
            boolean dry,
            String origin,
            boolean fed,
            Instant since,
            Actor actor,
            Instant lostBefore,
            Instant at) {
        String id = UUID.randomUUID().toString();
        return transactions.run(
                connection -> {
                    failLost(connection, lostBefore, at);
                    Sql insert =
                            new Sql()
                                    .add(
                                            "INSERT INTO directory.import_run (public_id, source_id, dry, origin, fed,"
                                                    + " since, state, message, started_by, started_at, alive_at) VALUES"
                                                    + " (?, ?, ?, ?, ?, ?::timestamptz, 'running', 'Reading', ?, ?, ?)"
                                                    + " ON CONFLICT DO NOTHING RETURNING id",
                                            id,
                                            source.key(),
                                            dry,
                                            origin,
                                            fed,
                                            utc(since),
                                            actor.username(),
                                            utc(at),
                                            utc(at));
                    try (PreparedStatement statement = insert.prepare(connection);
                            ResultSet row = statement.executeQuery()) {
                        if (!row.next()) {
                            return Optional.empty();
                        }
                        Run run = new Run(row.getLong(1), id);
                        forgetEarlier(connection, source, run);
                        History.add(connection, at, actor, "IMPORT_BEGUN", id, source.name());
                        return Optional.of(run);
                    }
                });
    }

    private static void failLost(Connection connection, Instant lostBefore, Instant at)
            throws SQLException {
        new Sql()
                .add(
                        "UPDATE directory.import_run SET state = 'failed', may_go_on = fed AND pages > 0,"
                                + " message = 'Its server was ended in the middle of it.', ended_at = ?"
                                + " WHERE state = 'running' AND alive_at < ?",
                        utc(at),
                        utc(lostBefore))
                .run(connection);
    }

    /** Earlier runs of the source cannot be gone on with any more. */
    private static void forgetEarlier(Connection connection, Sources.Source source, Run run)
            throws SQLException {
        new Sql()
                .add(
                        "WITH earlier AS (UPDATE directory.import_run SET may_go_on = false WHERE source_id"
                                + " = ? AND id <> ? AND may_go_on RETURNING id) DELETE FROM"
                                + " directory.import_spool s USING earlier WHERE s.run_id = earlier.id",
                        source.key(),
                        run.key())
                .run(connection);
    }

    /** Takes a broken run up again; nothing when it cannot be, or its source is being imported. */
    public Optional<Broken> takeUp(String id, Instant lostBefore, Actor actor, Instant at) {
        return transactions.run(
                connection -> {
                    failLost(connection, lostBefore, at);
                    Sql sql =
                            new Sql()
                                    .add(
                                            "UPDATE directory.import_run r SET state = 'running', message = 'Reading',"
                                                    + " may_go_on = false, stop_asked = false, ended_at = NULL,"
                                                    + " alive_at = ? FROM directory.source s WHERE s.id = r.source_id"
                                                    + " AND r.public_id = ? AND r.may_go_on AND NOT EXISTS (SELECT FROM"
                                                    + " directory.import_run o WHERE o.source_id = r.source_id AND"
                                                    + " (o.state = 'running' OR o.id > r.id))"
                                                    + " RETURNING r.id AS run, r.origin, r.since, r.dry, r.pages, s.*",
                                            utc(at),
                                            id);
                    try (PreparedStatement update = sql.prepare(connection);
                            ResultSet row = update.executeQuery()) {
                        if (!row.next()) {
                            return Optional.empty();
                        }
                        Broken broken =
                                new Broken(
                                        new Run(row.getLong("run"), id),
                                        Sources.source(row),
                                        row.getString("origin"),
                                        instant(row, "since"),
                                        row.getBoolean("dry"),
                                        row.getInt("pages"));
                        History.add(
                                connection,
                                at,
                                actor,
                                "IMPORT_GONE_ON_WITH",
                                id,
                                broken.source().name());
                        return Optional.of(broken);
                    }
                });
    }

    /**
     * Says how far a run has got.
     *
     * @return whether it may go on
     */
    public boolean reached(Run run, String message, RunCounts counts, Instant at) {
        return transactions.run(
                connection -> {
                    Sql sql =
                            new Sql()
                                    .add("UPDATE directory.import_run SET message = ?", message)
                                    .add(counts(counts))
                                    .add(
                                            ", alive_at = ? WHERE id = ? AND state = 'running' RETURNING NOT stop_asked",
                                            utc(at),
                                            run.key());
                    try (PreparedStatement update = sql.prepare(connection);
                            ResultSet row = update.executeQuery()) {
                        return row.next() && row.getBoolean(1);
                    }
                });
    }

    /**
     * A page of a feed is in the spool.
     *
     * @return whether it may go on
     */
    public boolean read(Run run, int page, Integer stated, int records, Instant at) {
        return transactions.run(
                connection -> {
                    Sql sql =
                            new Sql()
                                    .add(
                                            "UPDATE directory.import_run SET pages = ?, pages_stated = ?::integer,"
                                                    + " records = ?, alive_at = ? WHERE id = ? AND state = 'running'"
                                                    + " RETURNING NOT stop_asked",
                                            page,
                                            stated,
                                            records,
                                            utc(at),
                                            run.key());
                    try (PreparedStatement update = sql.prepare(connection);
                            ResultSet row = update.executeQuery()) {
                        return row.next() && row.getBoolean(1);
                    }
                });
    }

    /** Says that a run waits, and asks whether it may go on. */
    public boolean alive(Run run, Instant at) {
        return transactions.run(
                connection -> {
                    Sql sql =
                            new Sql()
                                    .add(
                                            "UPDATE directory.import_run SET alive_at = ? WHERE id = ? AND state ="
                                                    + " 'running' RETURNING NOT stop_asked",
                                            utc(at),
                                            run.key());
                    try (PreparedStatement update = sql.prepare(connection);
                            ResultSet row = update.executeQuery()) {
                        return row.next() && row.getBoolean(1);
                    }
                });
    }

    /**
     * Ends a run; what it spooled goes, unless it may be gone on with.
     *
     * @param counts null to leave them as they are
     */
    public void end(
            Run run,
            String state,
            String message,
            boolean mayGoOn,
            RunCounts counts,
            Instant at,
            Actor actor) {
        transactions.run(
                connection -> {
                    Sql sql =
                            new Sql()
                                    .add(
                                            "UPDATE directory.import_run SET state = ?, message = ?, may_go_on = ?",
                                            state,
                                            message,
                                            mayGoOn);
                    if (counts != null) {
                        sql.add(counts(counts));
                    }
                    sql.add(", ended_at = ? WHERE id = ?", utc(at), run.key()).run(connection);
                    if (!mayGoOn) {
                        new Sql()
                                .add(
                                        "DELETE FROM directory.import_spool WHERE run_id = ?",
                                        run.key())
                                .run(connection);
                    }
                    History.add(
                            connection,
                            at,
                            actor,
                            "IMPORT_" + state.toUpperCase(java.util.Locale.ROOT),
                            run.id(),
                            message);
                    return null;
                });
    }

    private static Sql counts(RunCounts counts) {
        return new Sql()
                .add(
                        ", records = ?, added = ?, changed = ?, unchanged = ?, proposed = ?, vanished = ?,"
                                + " faulty = ?, warnings = ?",
                        counts.records(),
                        counts.added(),
                        counts.changed(),
                        counts.unchanged(),
                        counts.proposed(),
                        counts.vanished(),
                        counts.faulty(),
                        counts.warnings());
    }

    /**
     * Asks a run to stop.
     *
     * @return whether it was running
     */
    public boolean askToStop(String id) {
        return transactions.run(
                connection -> {
                    Sql sql =
                            new Sql()
                                    .add(
                                            "UPDATE directory.import_run SET stop_asked = true WHERE public_id = ?"
                                                    + " AND state = 'running'",
                                            id);
                    try (PreparedStatement update = sql.prepare(connection)) {
                        return update.executeUpdate() > 0;
                    }
                });
    }

    /** Forgets what earlier attempts of a run found, before it checks again. */
    public void clearFindings(Run run) {
        transactions.run(
                connection -> {
                    new Sql()
                            .add("DELETE FROM directory.import_finding WHERE run_id = ?", run.key())
                            .run(connection);
                    return null;
                });
    }

    /**
     * Keeps findings of some records.
     *
     * @param from number of the first, from 1
     */
    public void addFindings(Run run, int from, Map<Received, List<Finding>> findings) {
        Rows rows = new Rows("int", "int", "text", "text", "text", "text", "text", "text", "text");
        int number = from;
        for (Map.Entry<Received, List<Finding>> record : findings.entrySet()) {
            for (Finding finding : record.getValue()) {
                rows.add(
                        number++,
                        record.getKey().line(),
                        record.getKey().id(),
                        plain(finding.pointer()),
                        plain(finding.field()),
                        plain(finding.value()),
                        finding.severity().name(),
                        plain(finding.rule()),
                        finding.advice());
            }
        }
        transactions.run(
                connection -> {
                    rows.execute(
                            connection,
                            "INSERT INTO directory.import_finding (run_id, number, line, source_record, pointer,"
                                    + " field, value, severity, rule, advice) SELECT ?, x.* FROM"
                                    + " unnest(?, ?, ?, ?, ?, ?, ?, ?, ?) AS x",
                            run.key());
                    return null;
                });
    }

    private static String plain(String text) {
        return text.replace("\0", "");
    }

    public Optional<ImportReport> find(String id) {
        return reports(new Sql().add(REPORT + "WHERE r.public_id = ?", id)).stream().findFirst();
    }

    /** Runs, newest first. */
    public ImportRunList list(Slice slice) {
        List<ImportReport> runs =
                reports(
                        new Sql()
                                .add(
                                        REPORT
                                                + "ORDER BY r.started_at DESC, r.id DESC LIMIT ? OFFSET ?",
                                        slice.limit(),
                                        slice.offset()));
        long total =
                transactions.run(
                        connection -> {
                            Sql sql = new Sql().add("SELECT count(*) FROM directory.import_run");
                            try (PreparedStatement select = sql.prepare(connection);
                                    ResultSet row = select.executeQuery()) {
                                row.next();
                                return row.getLong(1);
                            }
                        });
        return new ImportRunList(runs, total);
    }

    private List<ImportReport> reports(Sql sql) {
        return transactions.run(
                connection -> {
                    return sql.list(connection, row -> report(row));
                });
    }

    private static ImportReport report(ResultSet row) throws SQLException {
        return new ImportReport(
                row.getString("public_id"),
                row.getString("source"),
                row.getString("origin"),
                row.getBoolean("fed"),
                row.getBoolean("dry"),
                row.getString("state"),
                row.getString("message"),
                instant(row, "since"),
                row.getInt("pages"),
                row.getObject("pages_stated", Integer.class),
                row.getInt("records"),
                row.getInt("added"),
                row.getInt("changed"),
                row.getInt("unchanged"),
                row.getInt("proposed"),
                row.getInt("vanished"),
                row.getInt("faulty"),
                row.getInt("warnings"),
                row.getInt("findings"),
                row.getBoolean("may_go_on"),
                row.getString("started_by"),
                instant(row, "started_at"),
                instant(row, "ended_at"));
    }

    /** What a run found, from one number on, in order. */
    public List<ImportFinding> findings(String run, int after, int most) {
        return transactions.run(
                connection -> {
                    Sql sql =
                            new Sql()
                                    .add(
                                            "SELECT f.* FROM directory.import_finding f JOIN directory.import_run r ON"
                                                    + " r.id = f.run_id WHERE r.public_id = ? AND f.number > ?"
                                                    + " ORDER BY f.number LIMIT ?",
                                            run,
                                            after,
                                            most);
                    return sql.list(
                            connection,
                            row ->
                                    new ImportFinding(
                                            row.getInt("number"),
                                            row.getInt("line"),
                                            row.getString("source_record"),
                                            row.getString("pointer"),
                                            row.getString("field"),
                                            row.getString("value"),
                                            row.getString("severity").equals("ERROR"),
                                            row.getString("rule"),
                                            row.getString("advice")));
                });
    }

    static OffsetDateTime utc(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
