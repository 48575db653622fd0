package org.answerable.cohort.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.answerable.cohort.Actor;
import org.answerable.cohort.Conflict;
import org.answerable.cohort.Prevalence;
import org.answerable.cohort.Prevalence.Kind;
import org.answerable.cohort.Prevalence.Spread;
import org.answerable.cohort.prevalence.PrevalenceRegister;

/** The versions of the prevalence library in PostgreSQL; rows are only ever added. */
@ApplicationScoped
public class SqlPrevalenceRegister implements PrevalenceRegister {

    private Transactions transactions;

    protected SqlPrevalenceRegister() {}

    @Inject
    public SqlPrevalenceRegister(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<Prevalence> inForce() {
        return transactions.run(
                c ->
                        read(
                                c,
                                "SELECT * FROM (SELECT DISTINCT ON (id) * FROM cohort.prevalence"
                                        + " ORDER BY id, version DESC) p"
                                        + " ORDER BY length(id), id"));
    }

    @Override
    public List<Prevalence> versions(String id) {
        return transactions.run(
                c ->
                        read(
                                c,
                                "SELECT * FROM cohort.prevalence WHERE id = ? ORDER BY version DESC",
                                id));
    }

    @Override
    public Optional<Prevalence> find(String id, int version) {
        return transactions.run(
                c ->
                        read(
                                        c,
                                        "SELECT * FROM cohort.prevalence WHERE id = ? AND version = ?",
                                        id,
                                        version)
                                .stream()
                                .findFirst());
    }

    @Override
    public void revise(Prevalence prevalence, Actor actor) {
        transactions.run(
                c -> {
                    keep(c, prevalence, actor, History.Event.PREVALENCE_REVISED);
                    return null;
                });
    }

    @Override
    public Prevalence add(Function<String, Prevalence> entry, Actor actor) {
        return transactions.run(
                c -> {
                    Prevalence added = entry.apply(nextId(c));
                    keep(c, added, actor, History.Event.PREVALENCE_ADDED);
                    return added;
                });
    }

    /** The lock lasts until the transaction ends. */
    private static String nextId(Connection connection) throws SQLException {
        try (PreparedStatement lock =
                connection.prepareStatement(
                        "SELECT pg_advisory_xact_lock(hashtextextended('cohort.prevalence', 0))")) {
            lock.execute();
        }
        try (PreparedStatement last =
                        connection.prepareStatement(
                                "SELECT coalesce(max(substr(id, 2)::integer), 0) + 1"
                                        + " FROM cohort.prevalence");
                ResultSet row = last.executeQuery()) {
            row.next();
            return "P" + row.getInt(1);
        }
    }

    private static void keep(Connection connection, Prevalence p, Actor actor, History.Event event)
            throws SQLException {
        insert(connection, p);
        History.add(
                connection,
                p.recordedAt(),
                actor,
                event,
                p.id(),
                "version " + p.version() + ": " + p.reason());
    }

    private static void insert(Connection connection, Prevalence p) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO cohort.prevalence (id, version, measure, population, share, spread,"
                                + " effective_size, logit_deviation, low, high, studies, people, citation,"
                                + " caveat, as_of, owner, recorded_at, recorded_by, reason)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                                + " ON CONFLICT (id, version) DO NOTHING")) {
            set(
                    insert,
                    p.id(),
                    p.version(),
                    p.measure(),
                    p.population(),
                    p.share().orElse(null),
                    p.spread().kind().name(),
                    p.spread().effectiveSize().orElse(null),
                    p.spread().logitDeviation().orElse(null),
                    p.spread().low().orElse(null),
                    p.spread().high().orElse(null),
                    p.studies().orElse(null),
                    p.people().orElse(null),
                    p.citation().orElse(null),
                    p.caveat(),
                    p.asOf(),
                    p.owner(),
                    p.recordedAt().atOffset(ZoneOffset.UTC),
                    p.recordedBy(),
                    p.reason());
            if (insert.executeUpdate() == 0) {
                throw new Conflict(
                        "Somebody recorded version "
                                + p.version()
                                + " of "
                                + p.id()
                                + " at the same moment. Compare what you typed with it before you record"
                                + " another.");
            }
        }
    }

    private static List<Prevalence> read(Connection connection, String sql, Object... parameters)
            throws SQLException {
        List<Prevalence> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            set(select, parameters);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(prevalence(row));
                }
            }
        }
        return found;
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private static Prevalence prevalence(ResultSet row) throws SQLException {
        return new Prevalence(
                row.getString("id"),
                row.getInt("version"),
                row.getString("measure"),
                row.getString("population"),
                Optional.ofNullable(row.getBigDecimal("share")),
                new Spread(
                        Kind.valueOf(row.getString("spread")),
                        Optional.ofNullable(row.getBigDecimal("effective_size")),
                        Optional.ofNullable(row.getBigDecimal("logit_deviation")),
                        Optional.ofNullable(row.getBigDecimal("low")),
                        Optional.ofNullable(row.getBigDecimal("high"))),
                Optional.ofNullable(row.getObject("studies", Integer.class)),
                Optional.ofNullable(row.getObject("people", Integer.class)),
                Optional.ofNullable(row.getString("citation")),
                row.getString("caveat"),
                row.getObject("as_of", LocalDate.class),
                row.getString("owner"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("recorded_by"),
                row.getString("reason"));
    }
}
