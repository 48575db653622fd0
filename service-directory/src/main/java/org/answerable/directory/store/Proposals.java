package org.answerable.directory.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.answerable.directory.Actor;

/** Changes that wait for somebody's word, and what became of them. */
@ApplicationScoped
public class Proposals {

    private static final String ROW =
            "SELECT p.public_id, p.record, p.base, p.document, p.reason, p.state, p.author, p.authority, p.at,"
                    + " p.decided_by, p.decided_at, p.note FROM directory.proposal p ";

    private Transactions transactions;

    protected Proposals() {}

    @Inject
    public Proposals(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * A proposal as it is kept.
     *
     * @param record id of the service
     * @param base version it started from; 0 for a new service
     * @param document nested parts are new records
     */
    public record Row(
            String id,
            String record,
            int base,
            JsonObject document,
            String reason,
            String state,
            String author,
            String authority,
            Instant at,
            String decidedBy,
            Instant decidedAt,
            String note) {}

    /** Adds a proposal; an earlier one of the same person for the same record is superseded. */
    public void add(Row row, String difference, Actor actor) {
        transactions.run(
                connection -> {
                    Sql supersede =
                            new Sql()
                                    .add(
                                            "UPDATE directory.proposal SET state = 'superseded', decided_by = ?,"
                                                    + " decided_at = ? WHERE record = ? AND author = ? AND state ="
                                                    + " 'proposed'",
                                            row.author(),
                                            row.at().atOffset(ZoneOffset.UTC),
                                            row.record(),
                                            row.author());
                    Sql insert =
                            new Sql()
                                    .add(
                                            "INSERT INTO directory.proposal (public_id, kind, record, base, document,"
                                                    + " difference, reason, state, author, authority, at) VALUES"
                                                    + " (?, 'service', ?, ?, ?::jsonb, ?, ?, 'proposed', ?, ?, ?)",
                                            row.id(),
                                            row.record(),
                                            row.base(),
                                            row.document().toString(),
                                            difference,
                                            row.reason(),
                                            row.author(),
                                            row.authority(),
                                            row.at().atOffset(ZoneOffset.UTC));
                    supersede.run(connection);
                    insert.run(connection);
                    History.add(
                            connection,
                            row.at(),
                            actor,
                            "CHANGE_PROPOSED",
                            row.record(),
                            row.reason());
                    return null;
                });
    }

    /**
     * Adds what an import would change in records that were edited here. An earlier proposal of the same source for the
     * same record is superseded, unless it says the same.
     *
     * @param differences in words, by record
     */
    public void addReceived(List<Row> rows, Map<String, String> differences, Actor actor) {
        if (rows.isEmpty()) {
            return;
        }
        Rows given =
                new Rows(
                        "text",
                        "text",
                        "int",
                        "text",
                        "text",
                        "text",
                        "text",
                        "text",
                        "timestamptz");
        for (Row row : rows) {
            given.add(
                    row.id(),
                    row.record(),
                    row.base(),
                    row.document().toString(),
                    differences.getOrDefault(row.record(), ""),
                    row.reason(),
                    row.author(),
                    row.authority(),
                    row.at().atOffset(ZoneOffset.UTC));
        }
        transactions.run(
                connection -> {
                    given.execute(
                            connection,
                            "WITH who AS (SELECT ?::text AS actor), n AS (SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?) AS n (id, record, base,"
                                    + " document, difference, reason, author, authority, at)),"
                                    + " fresh AS (SELECT n.* FROM n WHERE NOT EXISTS (SELECT FROM directory.proposal p"
                                    + " WHERE p.record = n.record AND p.author = n.author AND p.state = 'proposed' AND"
                                    + " p.base = n.base AND p.document = n.document::jsonb)),"
                                    + " old AS (UPDATE directory.proposal p SET state = 'superseded', decided_by ="
                                    + " f.author, decided_at = f.at FROM fresh f WHERE p.record = f.record AND p.author"
                                    + " = f.author AND p.state = 'proposed'),"
                                    + " said AS (INSERT INTO directory.history (at, actor, authority, event, subject,"
                                    + " detail) SELECT f.at, who.actor, f.authority, 'CHANGE_PROPOSED', f.record,"
                                    + " f.reason FROM fresh f, who)"
                                    + " INSERT INTO directory.proposal (public_id, kind, record, base, document,"
                                    + " difference, reason, state, author, authority, at) SELECT f.id, 'service',"
                                    + " f.record, f.base, f.document::jsonb, f.difference, f.reason, 'proposed',"
                                    + " f.author, f.authority, f.at FROM fresh f",
                            actor.username());
                    return null;
                });
    }

    /**
     * Ends a proposal that still waits.
     *
     * @return whether it was still waiting
     */
    public boolean decide(String id, String state, String note, Instant at, Actor actor) {
        return transactions.run(
                connection -> {
                    Sql sql =
                            new Sql()
                                    .add(
                                            "UPDATE directory.proposal SET state = ?, decided_by = ?, decided_at = ?,"
                                                    + " note = ? WHERE public_id = ? AND state = 'proposed'"
                                                    + " RETURNING record",
                                            state,
                                            actor.username(),
                                            at.atOffset(ZoneOffset.UTC),
                                            note,
                                            id);
                    try (PreparedStatement update = sql.prepare(connection);
                            ResultSet row = update.executeQuery()) {
                        if (!row.next()) {
                            return false;
                        }
                        History.add(
                                connection,
                                at,
                                actor,
                                "PROPOSAL_" + state.toUpperCase(java.util.Locale.ROOT),
                                row.getString(1),
                                note == null ? "" : note);
                        return true;
                    }
                });
    }

    public Optional<Row> find(String id) {
        return rows(new Sql().add(ROW + "WHERE p.public_id = ?", id)).stream().findFirst();
    }

    /** Those that wait, oldest first; of one author, or of everybody. */
    public List<Row> waiting(String author) {
        Sql sql = new Sql().add(ROW + "WHERE p.state = 'proposed'");
        if (author != null) {
            sql.add(" AND p.author = ?", author);
        }
        return rows(sql.add(" ORDER BY p.at, p.id LIMIT 500"));
    }

    /** All of a record, newest first. */
    public List<Row> of(String record) {
        return rows(
                new Sql()
                        .add(
                                ROW + "WHERE p.record = ? ORDER BY p.at DESC, p.id DESC LIMIT 100",
                                record));
    }

    private List<Row> rows(Sql sql) {
        return transactions.run(
                connection -> {
                    List<Row> rows = new ArrayList<>();
                    try (PreparedStatement select = sql.prepare(connection);
                            ResultSet row = select.executeQuery()) {
                        while (row.next()) {
                            var decided = row.getObject("decided_at", OffsetDateTime.class);
                            rows.add(
                                    new Row(
                                            row.getString("public_id"),
                                            row.getString("record"),
                                            row.getInt("base"),
                                            Documents.parse(row.getString("document")),
                                            row.getString("reason"),
                                            row.getString("state"),
                                            row.getString("author"),
                                            row.getString("authority"),
                                            row.getObject("at", OffsetDateTime.class).toInstant(),
                                            row.getString("decided_by"),
                                            decided == null ? null : decided.toInstant(),
                                            row.getString("note")));
                        }
                    }
                    return rows;
                });
    }
}
