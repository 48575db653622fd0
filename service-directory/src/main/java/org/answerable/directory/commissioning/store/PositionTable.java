package org.answerable.directory.commissioning.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.answerable.directory.Actor;
import org.answerable.directory.Position;
import org.answerable.directory.PositionStatus;
import org.answerable.directory.PositionTerms;
import org.answerable.directory.Tier;
import org.answerable.directory.store.History;
import org.answerable.directory.store.Sql;
import org.answerable.directory.store.Transactions;

/** The tables of commissioning positions. A version is inserted once and never changed. */
@ApplicationScoped
public class PositionTable {

    private static final String ROW =
            "SELECT p.reference, p.authority, p.demonstration, v.* FROM directory.position_version v JOIN"
                    + " directory.commissioning_position p ON p.id = v.position ";

    private Transactions transactions;

    protected PositionTable() {}

    @Inject
    public PositionTable(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * The version of each position that was known at a moment, the latest reference first.
     *
     * @param reference of one, or blank for all
     */
    public List<Position> known(Instant known, String reference) {
        return transactions.run(
                c ->
                        new Sql()
                                .add(
                                        "SELECT * FROM (SELECT DISTINCT ON (k.position) k.* FROM ("
                                                + ROW
                                                + ") k WHERE k.recorded_at <= ? AND (? = '' OR k.reference ="
                                                + " ?) ORDER BY k.position, k.version DESC) n ORDER BY"
                                                + " n.position DESC",
                                        Columns.moment(known),
                                        reference,
                                        reference)
                                .list(c, PositionTable::position));
    }

    /** All versions of one, newest first. */
    public List<Position> versions(String reference) {
        return transactions.run(
                c ->
                        new Sql()
                                .add(
                                        ROW + "WHERE p.reference = ? ORDER BY v.version DESC",
                                        reference)
                                .list(c, PositionTable::position));
    }

    /** The reference of a new position. */
    public String add(
            PositionTerms terms,
            String commissionerId,
            boolean demonstration,
            int year,
            String reason,
            Actor actor,
            Instant now) {
        return transactions.run(
                c -> {
                    String reference = References.next(c, "P", year);
                    long id = insert(c, reference, actor.authority(), demonstration);
                    insertVersion(c, id, 1, terms, commissionerId, reason, actor, now);
                    History.add(
                            c,
                            now,
                            actor,
                            "POSITION_DECLARED",
                            reference,
                            terms.commissioner() + ": " + terms.status().label());
                    return reference;
                });
    }

    /**
     * Adds a version after another.
     *
     * @return false when that other is no longer the newest
     */
    public boolean revise(
            String reference,
            int from,
            PositionTerms terms,
            String commissionerId,
            String reason,
            Actor actor,
            Instant now) {
        return transactions.run(
                c -> {
                    long id = lock(c, reference);
                    if (newest(c, id) != from) {
                        return false;
                    }
                    insertVersion(c, id, from + 1, terms, commissionerId, reason, actor, now);
                    History.add(
                            c,
                            now,
                            actor,
                            "POSITION_REVISED",
                            reference,
                            "Version " + (from + 1) + ": " + reason);
                    return true;
                });
    }

    private static long lock(Connection c, String reference) throws SQLException {
        return number(
                c,
                new Sql()
                        .add(
                                "SELECT id FROM directory.commissioning_position WHERE reference = ? FOR"
                                        + " UPDATE",
                                reference));
    }

    private static long newest(Connection c, long id) throws SQLException {
        return number(
                c,
                new Sql()
                        .add(
                                "SELECT max(version) FROM directory.position_version WHERE position = ?",
                                id));
    }

    private static long insert(
            Connection c, String reference, String authority, boolean demonstration)
            throws SQLException {
        return number(
                c,
                new Sql()
                        .add(
                                "INSERT INTO directory.commissioning_position (reference, authority,"
                                        + " demonstration) VALUES (?, ?, ?) RETURNING id",
                                reference,
                                authority,
                                demonstration));
    }

    private static void insertVersion(
            Connection c,
            long id,
            int version,
            PositionTerms terms,
            String commissionerId,
            String reason,
            Actor actor,
            Instant now)
            throws SQLException {
        try (PreparedStatement insert =
                c.prepareStatement(
                        "INSERT INTO directory.position_version (position, version, recorded_at,"
                                + " recorded_by, reason, commissioner, commissioner_id, need, tier, areas,"
                                + " valid_from, valid_to, status, approach, programmes, services,"
                                + " statement, declared_by, declared_on, evidence)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                                + " ?)")) {
            insert.setLong(1, id);
            insert.setInt(2, version);
            insert.setObject(3, Columns.moment(now));
            insert.setString(4, actor.username());
            insert.setString(5, reason);
            insert.setString(6, terms.commissioner());
            insert.setString(7, commissionerId);
            insert.setString(8, terms.need());
            insert.setString(9, terms.tier() == null ? null : terms.tier().name());
            Columns.texts(insert, 10, terms.areas());
            insert.setObject(11, terms.from());
            insert.setObject(12, terms.to());
            insert.setString(13, terms.status().name());
            insert.setString(14, terms.approach().name());
            Columns.texts(insert, 15, terms.programmes());
            Columns.texts(insert, 16, terms.services());
            insert.setString(17, terms.statement());
            insert.setString(18, terms.declaredBy());
            insert.setObject(19, terms.declaredOn());
            insert.setString(20, terms.evidence());
            insert.executeUpdate();
        }
    }

    private static Position position(ResultSet row) throws SQLException {
        return new Position(
                row.getString("reference"),
                row.getInt("version"),
                terms(row),
                row.getString("authority"),
                row.getBoolean("demonstration"),
                Columns.instant(row, "recorded_at"),
                row.getString("recorded_by"),
                row.getString("reason"));
    }

    private static PositionTerms terms(ResultSet row) throws SQLException {
        String tier = row.getString("tier");
        return new PositionTerms(
                row.getString("commissioner"),
                row.getString("need"),
                tier == null ? null : Tier.valueOf(tier),
                Columns.texts(row, "areas"),
                Columns.date(row, "valid_from"),
                Columns.date(row, "valid_to"),
                PositionStatus.valueOf(row.getString("status")),
                PositionTerms.Approach.valueOf(row.getString("approach")),
                Columns.texts(row, "programmes"),
                Columns.texts(row, "services"),
                row.getString("statement"),
                row.getString("declared_by"),
                Columns.date(row, "declared_on"),
                row.getString("evidence"));
    }

    private static long number(Connection c, Sql sql) throws SQLException {
        return sql.first(c, row -> row.getLong(1)).orElseThrow();
    }
}
