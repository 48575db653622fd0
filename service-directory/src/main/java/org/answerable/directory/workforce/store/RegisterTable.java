package org.answerable.directory.workforce.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.answerable.directory.Actor;
import org.answerable.directory.Practitioner;
import org.answerable.directory.PractitionerName;
import org.answerable.directory.Programme;
import org.answerable.directory.store.History;
import org.answerable.directory.store.Sql;
import org.answerable.directory.store.Transactions;

/** The tables of programmes, people and trainings. */
@ApplicationScoped
public class RegisterTable {

    private static final String PREFIX = "T";

    /** People of an authority: all, those at work on a day, or the one of a reference. */
    private static final String CHOSEN =
            "SELECT p.id FROM directory.practitioner p WHERE p.authority = ? AND (? = '' OR p.reference ="
                    + " ?) AND (?::date IS NULL OR EXISTS (SELECT FROM directory.practitioner_spell s"
                    + " WHERE s.practitioner = p.id AND s.starts <= ?::date AND (s.ends IS NULL OR s.ends"
                    + " >= ?::date)))";

    private Transactions transactions;

    protected RegisterTable() {}

    @Inject
    public RegisterTable(Transactions transactions) {
        this.transactions = transactions;
    }

    public List<Programme> programmes() {
        return transactions.run(
                c ->
                        new Sql()
                                .add("SELECT * FROM directory.programme ORDER BY name")
                                .list(c, RegisterTable::programme));
    }

    /**
     * @return false when the code or the name is taken
     */
    public boolean add(Programme programme, Actor actor, Instant now) {
        return transactions.run(
                c -> {
                    try (PreparedStatement insert =
                            c.prepareStatement(
                                    "INSERT INTO directory.programme (code, name, kind, levels,"
                                            + " renewal_months, supervision) VALUES (?, ?, ?, ?, ?, ?)"
                                            + " ON CONFLICT DO NOTHING")) {
                        insert.setString(1, programme.code());
                        insert.setString(2, programme.name());
                        insert.setString(3, programme.kind().name());
                        insert.setArray(
                                4,
                                c.createArrayOf(
                                        "text",
                                        programme.levels().stream().map(Enum::name).toArray()));
                        insert.setObject(5, programme.renewalMonths(), Types.INTEGER);
                        insert.setBoolean(6, programme.supervision());
                        if (insert.executeUpdate() == 0) {
                            return false;
                        }
                    }
                    History.add(
                            c, now, actor, "PROGRAMME_ADDED", programme.code(), programme.name());
                    return true;
                });
    }

    /**
     * People of an authority, by reference. Three statements, however many.
     *
     * @param reference of one, or blank for all
     * @param on only those at work on this day, or null
     */
    public List<Practitioner> find(String authority, String reference, LocalDate on) {
        return transactions.run(
                c -> {
                    Map<Long, List<Practitioner.Spell>> spells = new HashMap<>();
                    each(
                            c,
                            "SELECT * FROM directory.practitioner_spell WHERE practitioner IN (%s) ORDER"
                                    + " BY practitioner, spell",
                            authority,
                            reference,
                            on,
                            row ->
                                    spells.computeIfAbsent(
                                                    row.getLong("practitioner"),
                                                    k -> new ArrayList<>())
                                            .add(spell(row)));
                    Map<Long, List<Practitioner.Training>> trainings = new HashMap<>();
                    each(
                            c,
                            "SELECT r.* FROM directory.training_record r WHERE r.practitioner IN (%s) AND"
                                    + " NOT EXISTS (SELECT FROM directory.training_withdrawal w WHERE"
                                    + " w.record = r.id) ORDER BY r.trained_on DESC, r.id DESC",
                            authority,
                            reference,
                            on,
                            row ->
                                    trainings
                                            .computeIfAbsent(
                                                    row.getLong("practitioner"),
                                                    k -> new ArrayList<>())
                                            .add(training(row)));
                    Map<Long, Practitioner> people = new LinkedHashMap<>();
                    each(
                            c,
                            "SELECT * FROM directory.practitioner WHERE id IN (%s) ORDER BY id",
                            authority,
                            reference,
                            on,
                            row -> {
                                long id = row.getLong("id");
                                people.put(
                                        id,
                                        new Practitioner(
                                                row.getString("reference"),
                                                row.getString("authority"),
                                                row.getBoolean("demonstration"),
                                                spells.getOrDefault(id, List.of()),
                                                trainings.getOrDefault(id, List.of())));
                            });
                    return List.copyOf(people.values());
                });
    }

    /** The name, and a line in the history that it was looked up. */
    public Optional<PractitionerName> name(String reference, Actor actor, Instant now) {
        return transactions.run(
                c -> {
                    Optional<PractitionerName> name =
                            new Sql()
                                    .add(
                                            "SELECT n.name, n.mailbox FROM directory.practitioner_name n JOIN"
                                                    + " directory.practitioner p ON p.id = n.practitioner WHERE"
                                                    + " p.reference = ? AND p.authority = ?",
                                            reference,
                                            actor.authority())
                                    .first(
                                            c,
                                            row ->
                                                    new PractitionerName(
                                                            row.getString(1), row.getString(2)));
                    if (name.isPresent()) {
                        History.add(
                                c,
                                now,
                                actor,
                                "NAME_LOOKED_UP",
                                reference,
                                "The name of a practitioner was looked up");
                    }
                    return name;
                });
    }

    /** The reference of somebody new. */
    public String register(
            Practitioner.Spell spell,
            PractitionerName name,
            boolean demonstration,
            int year,
            Actor actor,
            Instant now) {
        return transactions.run(
                c -> {
                    String reference = next(c, year);
                    long id = insert(c, reference, demonstration, actor, now);
                    insertSpell(c, id, 1, spell);
                    if (name != null) {
                        insertName(c, id, name);
                    }
                    History.add(
                            c,
                            now,
                            actor,
                            "PRACTITIONER_REGISTERED",
                            reference,
                            spell.profession() + ", " + spell.district());
                    return reference;
                });
    }

    /** Ends the last spell the day before, and adds another. */
    public void move(String reference, Practitioner.Spell spell, Actor actor, Instant now) {
        transactions.run(
                c -> {
                    long id = lock(c, reference);
                    endLast(c, id, spell.starts().minusDays(1), true);
                    insertSpell(c, id, lastSpell(c, id) + 1, spell);
                    History.add(
                            c,
                            now,
                            actor,
                            "PRACTITIONER_MOVED",
                            reference,
                            spell.profession() + ", " + spell.district() + ", " + spell.starts());
                    return null;
                });
    }

    public void leave(String reference, LocalDate lastDay, Actor actor, Instant now) {
        transactions.run(
                c -> {
                    endLast(c, lock(c, reference), lastDay, false);
                    History.add(c, now, actor, "PRACTITIONER_LEFT", reference, lastDay.toString());
                    return null;
                });
    }

    public void train(String reference, Practitioner.Training training, Actor actor, Instant now) {
        transactions.run(
                c -> {
                    try (PreparedStatement insert =
                            c.prepareStatement(
                                    "INSERT INTO directory.training_record (practitioner, programme, level,"
                                            + " trained_on, evidence, valid_until, supervision_due,"
                                            + " recorded_at, recorded_by) SELECT id, ?, ?, ?, ?, ?, ?, ?, ?"
                                            + " FROM directory.practitioner WHERE reference = ?")) {
                        insert.setString(1, training.programme());
                        insert.setString(2, training.level().name());
                        insert.setObject(3, training.on());
                        insert.setString(4, training.evidence());
                        insert.setObject(5, training.validUntil());
                        insert.setObject(6, training.supervisionDue());
                        insert.setObject(7, now.atOffset(ZoneOffset.UTC));
                        insert.setString(8, actor.username());
                        insert.setString(9, reference);
                        insert.executeUpdate();
                    }
                    History.add(
                            c,
                            now,
                            actor,
                            "TRAINING_RECORDED",
                            reference,
                            training.programme() + ", " + training.level());
                    return null;
                });
    }

    public void withdraw(String reference, long record, String reason, Actor actor, Instant now) {
        transactions.run(
                c -> {
                    try (PreparedStatement insert =
                            c.prepareStatement(
                                    "INSERT INTO directory.training_withdrawal (record, reason,"
                                            + " recorded_at, recorded_by) VALUES (?, ?, ?, ?) ON CONFLICT"
                                            + " DO NOTHING")) {
                        insert.setLong(1, record);
                        insert.setString(2, reason);
                        insert.setObject(3, now.atOffset(ZoneOffset.UTC));
                        insert.setString(4, actor.username());
                        insert.executeUpdate();
                    }
                    History.add(
                            c,
                            now,
                            actor,
                            "TRAINING_WITHDRAWN",
                            reference,
                            "Record " + record + ": " + reason);
                    return null;
                });
    }

    private static String next(Connection c, int year) throws SQLException {
        long last =
                number(
                        c,
                        new Sql()
                                .add(
                                        "INSERT INTO directory.reference_counter AS r (prefix, year, last) VALUES"
                                                + " (?, ?, 1) ON CONFLICT (prefix, year) DO UPDATE SET last ="
                                                + " r.last + 1 RETURNING last",
                                        PREFIX,
                                        year));
        return "%s-%d-%04d".formatted(PREFIX, year, last);
    }

    private static long insert(
            Connection c, String reference, boolean demonstration, Actor actor, Instant now)
            throws SQLException {
        return number(
                c,
                new Sql()
                        .add(
                                "INSERT INTO directory.practitioner (reference, authority, demonstration,"
                                        + " recorded_at, recorded_by) VALUES (?, ?, ?, ?, ?) RETURNING id",
                                reference,
                                actor.authority(),
                                demonstration,
                                now.atOffset(ZoneOffset.UTC),
                                actor.username()));
    }

    private static void insertSpell(Connection c, long id, int number, Practitioner.Spell spell)
            throws SQLException {
        try (PreparedStatement insert =
                c.prepareStatement(
                        "INSERT INTO directory.practitioner_spell (practitioner, spell, starts, ends,"
                                + " employer, team, profession, district, wte)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, id);
            insert.setInt(2, number);
            insert.setObject(3, spell.starts());
            insert.setObject(4, spell.ends());
            insert.setString(5, spell.employer());
            insert.setString(6, spell.team());
            insert.setString(7, spell.profession());
            insert.setString(8, spell.district());
            insert.setBigDecimal(9, spell.wte());
            insert.executeUpdate();
        }
    }

    private static void insertName(Connection c, long id, PractitionerName name)
            throws SQLException {
        try (PreparedStatement insert =
                c.prepareStatement(
                        "INSERT INTO directory.practitioner_name (practitioner, name, mailbox) VALUES (?,"
                                + " ?, ?)")) {
            insert.setLong(1, id);
            insert.setString(2, name.name());
            insert.setString(3, name.mailbox());
            insert.executeUpdate();
        }
    }

    /**
     * @param onlyOpen whether a spell that has ended earlier is left as it is
     */
    private static void endLast(Connection c, long id, LocalDate lastDay, boolean onlyOpen)
            throws SQLException {
        try (PreparedStatement update =
                c.prepareStatement(
                        "UPDATE directory.practitioner_spell SET ends = ? WHERE practitioner = ? AND spell ="
                                + " ? AND (NOT ? OR ends IS NULL OR ends > ?)")) {
            update.setObject(1, lastDay);
            update.setLong(2, id);
            update.setInt(3, lastSpell(c, id));
            update.setBoolean(4, onlyOpen);
            update.setObject(5, lastDay);
            update.executeUpdate();
        }
    }

    private static int lastSpell(Connection c, long id) throws SQLException {
        return (int)
                number(
                        c,
                        new Sql()
                                .add(
                                        "SELECT max(spell) FROM directory.practitioner_spell WHERE practitioner = ?",
                                        id));
    }

    private static long lock(Connection c, String reference) throws SQLException {
        return number(
                c,
                new Sql()
                        .add(
                                "SELECT id FROM directory.practitioner WHERE reference = ? FOR UPDATE",
                                reference));
    }

    private static long number(Connection c, Sql sql) throws SQLException {
        return sql.first(c, row -> row.getLong(1)).orElseThrow();
    }

    private static Programme programme(ResultSet row) throws SQLException {
        List<Programme.Level> levels = new ArrayList<>();
        for (String level : (String[]) row.getArray("levels").getArray()) {
            levels.add(Programme.Level.valueOf(level));
        }
        return new Programme(
                row.getString("code"),
                row.getString("name"),
                Programme.Kind.valueOf(row.getString("kind")),
                levels,
                row.getObject("renewal_months", Integer.class),
                row.getBoolean("supervision"));
    }

    private static Practitioner.Spell spell(ResultSet row) throws SQLException {
        return new Practitioner.Spell(
                row.getObject("starts", LocalDate.class),
                row.getObject("ends", LocalDate.class),
                row.getString("employer"),
                row.getString("team"),
                row.getString("profession"),
                row.getString("district"),
                row.getBigDecimal("wte"));
    }

    private static Practitioner.Training training(ResultSet row) throws SQLException {
        return new Practitioner.Training(
                row.getLong("id"),
                row.getString("programme"),
                Programme.Level.valueOf(row.getString("level")),
                row.getObject("trained_on", LocalDate.class),
                row.getString("evidence"),
                row.getObject("valid_until", LocalDate.class),
                row.getObject("supervision_due", LocalDate.class));
    }

    private static void each(
            Connection c,
            String sql,
            String authority,
            String reference,
            LocalDate on,
            Sql.EachRow what)
            throws SQLException {
        new Sql()
                .add(sql.formatted(CHOSEN), authority, reference, reference, on, on, on)
                .each(c, what);
    }
}
