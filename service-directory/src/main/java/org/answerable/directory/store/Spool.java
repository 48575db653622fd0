package org.answerable.directory.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run has read, until it ends. It is in the database, so that a run that broke off can be gone on with on any
 * server, and so that new, changed, unchanged and vanished are counted by statements over sets. A record that is as it
 * was the last time leaves only its id here.
 */
@ApplicationScoped
public class Spool {

    /** A record that was missing in so many whole runs is withdrawn. */
    public static final int WITHDRAWN_AFTER = 2;

    private Transactions transactions;

    protected Spool() {}

    @Inject
    public Spool(Transactions transactions) {
        this.transactions = transactions;
    }

    /** How many records there are, and how many of them are as they were the last time. */
    public record Counts(int records, int unchanged) {}

    /** Where a walk through the spool has got to. */
    public record Place(int line, String id) {

        public static final Place START = new Place(-1, "");
    }

    /**
     * Adds records; of two with the same id the last counts.
     *
     * @return how many ids are new in this run
     */
    public int add(Sources.Source source, ImportRuns.Run run, Collection<Received> batch) {
        Map<String, Received> byId = new LinkedHashMap<>();
        batch.forEach(received -> byId.put(received.id(), received));
        Rows rows = new Rows("int", "text", "text", "text");
        byId.values()
                .forEach(
                        r ->
                                rows.add(
                                        r.line(),
                                        r.id(),
                                        "\\x" + HexFormat.of().formatHex(r.hash()),
                                        r.text()));
        return transactions.run(
                connection ->
                        rows.count(
                                connection,
                                "WITH put AS (INSERT INTO directory.import_spool AS s (run_id, line, source_record, hash,"
                                        + " document) SELECT ?, n.line, n.id, n.hash::bytea, CASE WHEN r.hash ="
                                        + " n.hash::bytea AND r.missing < ? THEN NULL ELSE n.document END FROM"
                                        + " (SELECT * FROM directory.raw_record WHERE source_id = ? AND kind ="
                                        + " 'service') r RIGHT JOIN unnest(?, ?, ?, ?) AS n (line, id, hash, document)"
                                        + " ON r.source_record = n.id"
                                        + " ON CONFLICT (run_id, source_record) DO UPDATE SET line = excluded.line,"
                                        + " hash = excluded.hash, document = excluded.document"
                                        + " RETURNING (xmax = 0) AS fresh)"
                                        + " SELECT count(*) FILTER (WHERE fresh) FROM put",
                                run.key(),
                                WITHDRAWN_AFTER,
                                source.key()));
    }

    public Counts counts(ImportRuns.Run run) {
        return transactions.run(
                connection -> {
                    Sql sql =
                            new Sql()
                                    .add(
                                            "SELECT count(*), count(*) FILTER (WHERE document IS NULL) FROM"
                                                    + " directory.import_spool WHERE run_id = ?",
                                            run.key());
                    return sql.first(connection, row -> new Counts(row.getInt(1), row.getInt(2)))
                            .orElseThrow();
                });
    }

    /** New and changed records after a place, in their order. */
    public List<Received> changed(ImportRuns.Run run, Place after, int most) {
        return transactions.run(
                connection -> {
                    Sql sql =
                            new Sql()
                                    .add(
                                            "SELECT line, source_record, document FROM directory.import_spool WHERE"
                                                    + " run_id = ? AND document IS NOT NULL AND (line, source_record)"
                                                    + " > (?, ?) ORDER BY line, source_record LIMIT ?",
                                            run.key(),
                                            after.line(),
                                            after.id(),
                                            most);
                    return sql.list(
                            connection,
                            row -> {
                                String text = row.getString("document");
                                return new Received(
                                        row.getInt("line"),
                                        row.getString("source_record"),
                                        text,
                                        parse(text));
                            });
                });
    }

    private static jakarta.json.JsonObject parse(String text) {
        try {
            return Documents.parse(text);
        } catch (JsonException e) {
            throw new IllegalStateException("Was read as JSON before", e);
        }
    }

    /** How many records the source no longer has. */
    public int vanished(Sources.Source source, ImportRuns.Run run) {
        return transactions.run(
                connection -> {
                    Sql sql =
                            new Sql()
                                    .add(
                                            "SELECT count(*) FROM directory.raw_record r WHERE r.source_id = ? AND"
                                                    + " r.missing < ? AND ",
                                            source.key(),
                                            WITHDRAWN_AFTER)
                                    .add(notIn(run));
                    return sql.first(connection, row -> row.getInt(1)).orElseThrow();
                });
    }

    /**
     * OFFSET 0 makes it one look into the index for each record. As a join it would be planned by what was in the spool
     * when its statistics were made: nothing of this run, so each record would be held against all of them.
     */
    private static Sql notIn(ImportRuns.Run run) {
        return new Sql()
                .add(
                        "r.kind = 'service' AND NOT EXISTS (SELECT FROM directory.import_spool s WHERE s.run_id"
                                + " = ? AND s.source_record = r.source_record OFFSET 0)",
                        run.key());
    }

    /** What is unchanged and was missing is seen again. */
    public void seenAgain(Sources.Source source, ImportRuns.Run run) {
        transactions.run(
                connection -> {
                    new Sql()
                            .add(
                                    "UPDATE directory.raw_record r SET missing = 0 FROM directory.import_spool s"
                                            + " WHERE s.run_id = ? AND s.document IS NULL AND s.source_record ="
                                            + " r.source_record AND r.source_id = ? AND r.kind = 'service' AND"
                                            + " r.missing > 0",
                                    run.key(),
                                    source.key())
                            .run(connection);
                    return null;
                });
    }

    /**
     * Counts one more run in which records were missing.
     *
     * @return the services to withdraw: missing for the second time, and no other source has them or what
     *     was merged into them
     */
    public List<String> missing(Sources.Source source, ImportRuns.Run run) {
        return transactions.run(
                connection -> {
                    Sql sql =
                            new Sql()
                                    .add(
                                            "WITH gone AS (UPDATE directory.raw_record r SET missing = r.missing + 1"
                                                    + " WHERE r.source_id = ? AND r.missing < ? AND ",
                                            source.key(),
                                            WITHDRAWN_AFTER)
                                    .add(notIn(run))
                                    .add(
                                            " RETURNING r.record, r.missing) SELECT DISTINCT g.record FROM gone g WHERE"
                                                    + " g.missing = ? AND NOT EXISTS (SELECT FROM directory.raw_record o"
                                                    + " WHERE o.record = g.record AND o.missing < ? AND o.source_id <> ?)"
                                                    + " AND NOT EXISTS (SELECT FROM directory.merge m"
                                                    + " JOIN directory.raw_record o ON o.record = m.gone"
                                                    + " WHERE m.kept = g.record AND m.undone_at IS NULL AND o.missing < ?)"
                                                    + " ORDER BY 1",
                                            WITHDRAWN_AFTER,
                                            WITHDRAWN_AFTER,
                                            source.key(),
                                            WITHDRAWN_AFTER);
                    return sql.list(connection, row -> row.getString(1));
                });
    }
}
