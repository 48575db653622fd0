package org.answerable.directory.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.answerable.directory.Actor;

/** The statements that were made, each a document. */
@ApplicationScoped
public class CitationTable {

    private Transactions transactions;

    protected CitationTable() {}

    @Inject
    public CitationTable(Transactions transactions) {
        this.transactions = transactions;
    }

    /** A statement as it is kept. */
    public record Row(String id, JsonObject document, Instant madeAt, String madeBy) {}

    /** Keeps a statement under the next number of the year. */
    public String add(JsonObject document, Instant at, Actor actor) {
        int year = LocalDate.ofInstant(at, Signature.HERE).getYear();
        return transactions.run(
                connection -> {
                    try (PreparedStatement lock =
                            new Sql()
                                    .add(
                                            "SELECT pg_advisory_xact_lock(hashtext('directory.citation'), ?)",
                                            year)
                                    .prepare(connection)) {
                        lock.execute();
                    }
                    Sql insert =
                            new Sql()
                                    .add(
                                            "INSERT INTO directory.citation (year, number, document, made_at, made_by)"
                                                    + " SELECT ?, coalesce(max(number), 0) + 1, ?::jsonb, ?, ? FROM"
                                                    + " directory.citation WHERE year = ? RETURNING number",
                                            year,
                                            document.toString(),
                                            at.atOffset(ZoneOffset.UTC),
                                            actor.username(),
                                            year);
                    try (PreparedStatement statement = insert.prepare(connection);
                            ResultSet row = statement.executeQuery()) {
                        row.next();
                        String id = id(year, row.getInt(1));
                        History.add(
                                connection,
                                at,
                                actor,
                                "CITATION_MADE",
                                id,
                                document.getString("title"));
                        return id;
                    }
                });
    }

    public Optional<Row> find(String id) {
        if (!id.matches("D-[0-9]{4}-[0-9]{4,7}")) {
            return Optional.empty();
        }
        return rows(
                        new Sql()
                                .add(
                                        "SELECT * FROM directory.citation WHERE year = ? AND number = ?",
                                        Integer.valueOf(id.substring(2, 6)),
                                        Integer.valueOf(id.substring(7))))
                .stream()
                .findFirst();
    }

    /** The newest first. */
    public List<Row> all() {
        return rows(new Sql().add("SELECT * FROM directory.citation ORDER BY id DESC LIMIT 500"));
    }

    private List<Row> rows(Sql sql) {
        return transactions.run(
                connection -> {
                    return sql.list(connection, row -> row(row));
                });
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                id(row.getInt("year"), row.getInt("number")),
                Documents.parse(row.getString("document")),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getString("made_by"));
    }

    private static String id(int year, int number) {
        return String.format(Locale.ROOT, "D-%d-%04d", year, number);
    }
}
