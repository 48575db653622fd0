package org.answerable.directory.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.answerable.directory.RecordVersion;

/** Records as they are in force, for those who change them. */
@ApplicationScoped
public class Known {

    private Transactions transactions;

    protected Known() {}

    @Inject
    public Known(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * A version of a record.
     *
     * @param approver who let it out; an import is its own
     */
    public record Version(int number, JsonObject document, String author, String approver) {}

    /** The documents in force, by public id. */
    public Map<String, JsonObject> documents(RecordKind kind, Collection<String> ids) {
        return transactions.run(connection -> Documents.current(connection, kind, ids));
    }

    /** The versions in force, by public id. */
    public Map<String, Version> current(RecordKind kind, Collection<String> ids) {
        return transactions.run(
                connection -> {
                    Sql sql =
                            new Sql()
                                    .add(
                                            "SELECT v.record, v.number, v.document, v.author, v.approver FROM directory."
                                                    + kind.table()
                                                    + " r JOIN directory.version v ON v.kind = ? AND v.record ="
                                                    + " r.public_id AND v.number = r.version",
                                            kind.table())
                                    .addList(" WHERE r.public_id = ANY (?)", List.copyOf(ids));
                    return versions(connection, sql);
                });
    }

    private static Map<String, Version> versions(Connection connection, Sql sql)
            throws SQLException {
        Map<String, Version> versions = new HashMap<>();
        sql.each(
                connection,
                row ->
                        versions.put(
                                row.getString(1),
                                new Version(
                                        row.getInt(2),
                                        Documents.parse(row.getString(3)),
                                        row.getString(4),
                                        row.getString(5))));
        return versions;
    }

    /** The services that these ids of services at locations belong to. */
    public Map<String, String> servicesAtLocations(Collection<String> ids) {
        return transactions.run(
                connection -> {
                    Sql sql =
                            new Sql()
                                    .addList(
                                            "SELECT a.public_id, s.public_id FROM directory.service_at_location a JOIN"
                                                    + " directory.service s ON s.id = a.service_id WHERE a.public_id ="
                                                    + " ANY (?)",
                                            List.copyOf(ids));
                    Map<String, String> services = new HashMap<>();
                    sql.each(connection, row -> services.put(row.getString(1), row.getString(2)));
                    return services;
                });
    }

    /** The document of one version. */
    public Optional<JsonObject> version(RecordKind kind, String id, int number) {
        return transactions.run(
                connection -> {
                    Sql sql =
                            new Sql()
                                    .add(
                                            "SELECT document FROM directory.version WHERE kind = ? AND record = ? AND"
                                                    + " number = ?",
                                            kind.table(),
                                            id,
                                            number);
                    return sql.first(connection, row -> Documents.parse(row.getString(1)));
                });
    }

    /** The versions of services that were in force at a moment, by public id. */
    public Map<String, Version> servicesAt(Collection<String> ids, Instant moment) {
        return transactions.run(
                connection -> {
                    Sql sql =
                            new Sql()
                                    .addList(
                                            "SELECT DISTINCT ON (record) record, number, document, author, approver FROM"
                                                    + " directory.version WHERE kind = 'service' AND record = ANY (?)",
                                            List.copyOf(ids))
                                    .add(
                                            " AND at <= ? ORDER BY record, number DESC",
                                            moment.atOffset(ZoneOffset.UTC));
                    return versions(connection, sql);
                });
    }

    /** All versions of a record, newest first. */
    public List<RecordVersion> versions(RecordKind kind, String id) {
        return transactions.run(
                connection -> {
                    Sql sql =
                            new Sql()
                                    .add(
                                            "SELECT number, at, author, approver, reason, difference FROM"
                                                    + " directory.version WHERE kind = ? AND record = ?"
                                                    + " ORDER BY number DESC LIMIT 200",
                                            kind.table(),
                                            id);
                    return sql.list(
                            connection,
                            row ->
                                    new RecordVersion(
                                            row.getInt("number"),
                                            row.getObject("at", OffsetDateTime.class).toInstant(),
                                            row.getString("author"),
                                            row.getString("approver"),
                                            row.getString("reason"),
                                            row.getString("difference")));
                });
    }

    public Optional<Version> current(RecordKind kind, String id) {
        return Optional.ofNullable(current(kind, List.of(id)).get(id));
    }
}
