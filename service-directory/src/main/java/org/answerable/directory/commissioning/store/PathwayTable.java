package org.answerable.directory.commissioning.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.answerable.directory.Actor;
import org.answerable.directory.Pathway;
import org.answerable.directory.Tier;
import org.answerable.directory.store.History;
import org.answerable.directory.store.Transactions;

/** The tables of pathways. A version is inserted once and never changed. */
@ApplicationScoped
public class PathwayTable {

    private static final String NEWEST =
            "SELECT DISTINCT ON (pathway) pathway, version FROM directory.pathway_version"
                    + " ORDER BY pathway, version DESC";

    private Transactions transactions;

    protected PathwayTable() {}

    @Inject
    public PathwayTable(Transactions transactions) {
        this.transactions = transactions;
    }

    /** The newest version of each, by name. */
    public List<Pathway> newest() {
        return transactions.run(
                c -> {
                    Map<Long, List<Pathway.Step>> steps = steps(c);
                    List<Pathway> pathways = new ArrayList<>();
                    try (PreparedStatement select =
                                    c.prepareStatement(
                                            "SELECT p.id, p.reference, p.authority, p.demonstration, v.*"
                                                    + " FROM directory.pathway_version v JOIN ("
                                                    + NEWEST
                                                    + ") n USING (pathway, version) JOIN"
                                                    + " directory.pathway p ON p.id = v.pathway ORDER BY"
                                                    + " v.name, p.id");
                            ResultSet row = select.executeQuery()) {
                        while (row.next()) {
                            pathways.add(
                                    pathway(row, steps.getOrDefault(row.getLong("id"), List.of())));
                        }
                    }
                    return pathways;
                });
    }

    /** The reference of a new pathway. */
    public String add(
            Pathway.Terms terms, boolean demonstration, int year, Actor actor, Instant now) {
        return transactions.run(
                c -> {
                    String reference = References.next(c, "W", year);
                    long id;
                    try (PreparedStatement insert =
                            c.prepareStatement(
                                    "INSERT INTO directory.pathway (reference, authority, demonstration)"
                                            + " VALUES (?, ?, ?) RETURNING id")) {
                        insert.setString(1, reference);
                        insert.setString(2, actor.authority());
                        insert.setBoolean(3, demonstration);
                        id = number(insert);
                    }
                    insertVersion(c, id, 1, terms, actor, now);
                    History.add(c, now, actor, "PATHWAY_ADDED", reference, terms.name());
                    return reference;
                });
    }

    /**
     * Adds a version after another.
     *
     * @return false when that other is no longer the newest
     */
    public boolean revise(
            String reference, int from, Pathway.Terms terms, Actor actor, Instant now) {
        return transactions.run(
                c -> {
                    long id;
                    try (PreparedStatement lock =
                            c.prepareStatement(
                                    "SELECT id FROM directory.pathway WHERE reference = ? FOR UPDATE")) {
                        lock.setString(1, reference);
                        id = number(lock);
                    }
                    try (PreparedStatement select =
                            c.prepareStatement(
                                    "SELECT max(version) FROM directory.pathway_version WHERE pathway ="
                                            + " ?")) {
                        select.setLong(1, id);
                        if (number(select) != from) {
                            return false;
                        }
                    }
                    insertVersion(c, id, from + 1, terms, actor, now);
                    History.add(
                            c, now, actor, "PATHWAY_REVISED", reference, "Version " + (from + 1));
                    return true;
                });
    }

    private static void insertVersion(
            Connection c, long id, int version, Pathway.Terms terms, Actor actor, Instant now)
            throws SQLException {
        try (PreparedStatement insert =
                c.prepareStatement(
                        "INSERT INTO directory.pathway_version (pathway, version, recorded_at,"
                                + " recorded_by, name, need, owner, in_force_from)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, id);
            insert.setInt(2, version);
            insert.setObject(3, Columns.moment(now));
            insert.setString(4, actor.username());
            insert.setString(5, terms.name());
            insert.setString(6, terms.need());
            insert.setString(7, terms.owner());
            insert.setObject(8, terms.inForceFrom());
            insert.executeUpdate();
        }
        try (PreparedStatement insert =
                c.prepareStatement(
                        "INSERT INTO directory.pathway_step (pathway, version, step, name, weeks_from,"
                                + " weeks_to, months_from, months_to, tier, need, profession, referral,"
                                + " longest_wait_days, farthest_km, next_steps)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Pathway.Step step : terms.steps()) {
                insert.setLong(1, id);
                insert.setInt(2, version);
                insert.setInt(3, step.number());
                insert.setString(4, step.name());
                Columns.window(insert, 5, step.window());
                insert.setString(9, step.tier().name());
                insert.setString(10, step.need());
                insert.setString(11, step.profession());
                insert.setString(12, step.referral());
                insert.setObject(13, step.longestWaitDays(), Types.INTEGER);
                insert.setObject(14, step.farthestKm(), Types.INTEGER);
                insert.setString(15, step.next());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static Map<Long, List<Pathway.Step>> steps(Connection c) throws SQLException {
        Map<Long, List<Pathway.Step>> steps = new HashMap<>();
        try (PreparedStatement select =
                        c.prepareStatement(
                                "SELECT s.* FROM directory.pathway_step s JOIN ("
                                        + NEWEST
                                        + ") n USING (pathway, version) ORDER BY s.step");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                steps.computeIfAbsent(row.getLong("pathway"), k -> new ArrayList<>())
                        .add(
                                new Pathway.Step(
                                        row.getInt("step"),
                                        row.getString("name"),
                                        Columns.window(row),
                                        Tier.valueOf(row.getString("tier")),
                                        row.getString("need"),
                                        row.getString("profession"),
                                        row.getString("referral"),
                                        row.getObject("longest_wait_days", Integer.class),
                                        row.getObject("farthest_km", Integer.class),
                                        row.getString("next_steps")));
            }
        }
        return steps;
    }

    private static Pathway pathway(ResultSet row, List<Pathway.Step> steps) throws SQLException {
        return new Pathway(
                row.getString("reference"),
                row.getInt("version"),
                new Pathway.Terms(
                        row.getString("name"),
                        row.getString("need"),
                        row.getString("owner"),
                        Columns.date(row, "in_force_from"),
                        steps),
                row.getString("authority"),
                row.getBoolean("demonstration"),
                Columns.instant(row, "recorded_at"),
                row.getString("recorded_by"));
    }

    private static long number(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
