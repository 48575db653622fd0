package org.answerable.cohort.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.answerable.cohort.Actor;
import org.answerable.cohort.Assumption;
import org.answerable.cohort.Assumption.Part;
import org.answerable.cohort.Conflict;
import org.answerable.cohort.assumption.AssumptionRegister;

/** The versions of assumptions in PostgreSQL; rows are only ever added. */
@ApplicationScoped
public class SqlAssumptionRegister implements AssumptionRegister {

    private Transactions transactions;

    protected SqlAssumptionRegister() {}

    @Inject
    public SqlAssumptionRegister(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<Assumption> inForce() {
        return transactions.run(
                c ->
                        read(
                                c,
                                "SELECT * FROM (SELECT DISTINCT ON (id) * FROM cohort.assumption"
                                        + " ORDER BY id, version DESC) a"
                                        + " ORDER BY length(id), id",
                                null));
    }

    @Override
    public List<Assumption> versions(String id) {
        return transactions.run(
                c ->
                        read(
                                c,
                                "SELECT * FROM cohort.assumption WHERE id = ? ORDER BY version DESC",
                                id));
    }

    @Override
    public void add(Assumption assumption, Actor actor, Instant at) {
        transactions.run(
                c -> {
                    insert(c, assumption, at);
                    History.add(
                            c,
                            at,
                            actor,
                            History.Event.ASSUMPTION_REVISED,
                            assumption.id(),
                            "version " + assumption.version() + ": " + assumption.reason());
                    return null;
                });
    }

    private static void insert(Connection connection, Assumption a, Instant at)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO cohort.assumption (id, version, statement, value, range_of, low,"
                                + " high, citation, as_of, owner, recorded_at, recorded_by, reason)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                                + " ON CONFLICT (id, version) DO NOTHING")) {
            insert.setString(1, a.id());
            insert.setInt(2, a.version());
            insert.setString(3, a.statement());
            insert.setString(4, json(a.parts()));
            insert.setString(5, a.rangeOf());
            insert.setBigDecimal(6, a.low().orElse(null));
            insert.setBigDecimal(7, a.high().orElse(null));
            insert.setString(8, a.citation().orElse(null));
            insert.setObject(9, a.asOf());
            insert.setString(10, a.owner());
            insert.setObject(11, at.atOffset(ZoneOffset.UTC));
            insert.setString(12, a.recordedBy());
            insert.setString(13, a.reason());
            if (insert.executeUpdate() == 0) {
                throw new Conflict(
                        "Somebody recorded version "
                                + a.version()
                                + " of "
                                + a.id()
                                + " at the same moment. Open the form again.");
            }
        }
    }

    private static List<Assumption> read(Connection connection, String sql, String id)
            throws SQLException {
        List<Assumption> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            if (id != null) {
                select.setString(1, id);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(assumption(row));
                }
            }
        }
        return found;
    }

    private static Assumption assumption(ResultSet row) throws SQLException {
        return new Assumption(
                row.getString("id"),
                row.getInt("version"),
                row.getString("statement"),
                parts(row.getString("value")),
                row.getString("range_of"),
                Optional.ofNullable(row.getBigDecimal("low")),
                Optional.ofNullable(row.getBigDecimal("high")),
                Optional.ofNullable(row.getString("citation")),
                row.getObject("as_of", LocalDate.class),
                row.getString("owner"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("recorded_by"),
                row.getString("reason"));
    }

    private static List<Part> parts(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(
                            part ->
                                    new Part(
                                            part.getString("name"),
                                            part.getString("label"),
                                            Optional.ofNullable(number(part, "number")),
                                            number(part, "least"),
                                            number(part, "most"),
                                            part.getBoolean("optional", false)))
                    .toList();
        }
    }

    private static BigDecimal number(JsonObject part, String name) {
        return part.get(name) instanceof JsonNumber number ? number.bigDecimalValue() : null;
    }

    private static String json(List<Part> parts) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        for (Part part : parts) {
            JsonObjectBuilder object =
                    Json.createObjectBuilder()
                            .add("name", part.name())
                            .add("label", part.label())
                            .add("least", part.least())
                            .add("most", part.most())
                            .add("optional", part.optional());
            part.number().ifPresent(number -> object.add("number", number));
            array.add(object);
        }
        return array.build().toString();
    }
}
