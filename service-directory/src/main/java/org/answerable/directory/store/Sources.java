package org.answerable.directory.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.answerable.directory.ImportSource;
import org.answerable.directory.hsds.Cleaning;

/** Sources and what was received from them. */
@ApplicationScoped
public class Sources {

    private static final double OTHER_IMPORT = 0.3;

    private Transactions transactions;

    protected Sources() {}

    @Inject
    public Sources(Transactions transactions) {
        this.transactions = transactions;
    }

    /** A source in the database. */
    public record Source(long key, String name, String address, double trust, Instant lastGood) {}

    /**
     * The source of that name, made when there is none.
     *
     * @param address of its feed, or null to leave it
     * @param trust or null to leave it; 0.3 for a new source
     */
    public Source source(String name, String address, Double trust, String username, Instant at) {
        return transactions.run(
                connection -> {
                    Sql sql =
                            new Sql()
                                    .add(
                                            "INSERT INTO directory.source AS s (name, address, trust, added_by, added_at)"
                                                    + " VALUES (?, ?, coalesce(?::real, ?::real), ?, ?) ON CONFLICT"
                                                    + " (name) DO UPDATE SET address = coalesce(excluded.address,"
                                                    + " s.address), trust = coalesce(?::real, s.trust) RETURNING s.*",
                                            name,
                                            address,
                                            trust,
                                            OTHER_IMPORT,
                                            username,
                                            ImportRuns.utc(at),
                                            trust);
                    return sql.first(connection, Sources::source).orElseThrow();
                });
    }

    static Source source(ResultSet row) throws SQLException {
        OffsetDateTime good = row.getObject("last_good_start", OffsetDateTime.class);
        return new Source(
                row.getLong("id"),
                row.getString("name"),
                row.getString("address"),
                row.getDouble("trust"),
                good == null ? null : good.toInstant());
    }

    /** All sources by name, with how many records each still has. */
    public List<ImportSource> all() {
        return transactions.run(
                connection -> {
                    Sql sql =
                            new Sql()
                                    .add(
                                            "SELECT s.*, (SELECT count(*) FROM directory.raw_record r WHERE r.source_id ="
                                                    + " s.id AND r.missing < ?) AS records FROM directory.source s"
                                                    + " ORDER BY lower(s.name), s.id",
                                            Spool.WITHDRAWN_AFTER);
                    return sql.list(
                            connection,
                            row -> {
                                Source source = source(row);
                                return new ImportSource(
                                        source.name(),
                                        source.address(),
                                        source.trust(),
                                        source.lastGood(),
                                        row.getLong("records"));
                            });
                });
    }

    /** A whole run ended well: next time only what changed since its start is asked for. */
    public void completed(Source source, Instant started) {
        transactions.run(
                connection ->
                        new Sql()
                                .add(
                                        "UPDATE directory.source SET last_good_start = ? WHERE id = ?",
                                        started.atOffset(ZoneOffset.UTC),
                                        source.key())
                                .run(connection));
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
                    return new HashSet<>(sql.list(connection, row -> row.getString(1)));
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
            Source source,
            ImportRuns.Run run,
            String kind,
            Map<Received, String> records,
            Instant at) {
        transactions.run(
                connection -> {
                    Rows rows = new Rows("text", "text", "text", "text");
                    records.forEach(
                            (received, record) ->
                                    rows.add(
                                            received.id(),
                                            record,
                                            "\\x" + HexFormat.of().formatHex(received.hash()),
                                            stored(received)));
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

    /** The database takes no NUL in a JSON text. */
    private static String stored(Received received) {
        String text = received.document().toString();
        return text.contains("\\u0000") ? Cleaning.clean(received.document()).toString() : text;
    }
}
