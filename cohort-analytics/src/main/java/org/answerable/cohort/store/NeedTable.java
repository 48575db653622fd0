package org.answerable.cohort.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.answerable.cohort.Actor;
import org.answerable.cohort.Figure;
import org.answerable.cohort.FigureChoice;
import org.answerable.cohort.NeedEstimate;
import org.answerable.cohort.NeedEstimates.Summary;
import org.answerable.cohort.Page;

/** Estimates of need and their releases in PostgreSQL; rows are only ever added. */
@ApplicationScoped
public class NeedTable {

    private Transactions transactions;

    protected NeedTable() {}

    @Inject
    public NeedTable(Transactions transactions) {
        this.transactions = transactions;
    }

    /** A figure as computed, released or not. */
    public Optional<Figure> figure(String id) {
        return transactions.run(c -> FigureTableRows.find(c, id));
    }

    /**
     * Keeps an estimate.
     *
     * @param kept gives it its reference
     */
    public NeedEstimate add(int year, Function<String, NeedEstimate> kept, Actor actor) {
        return transactions.run(
                c -> {
                    NeedEstimate estimate = kept.apply(References.next(c, 'N', year));
                    add(c, estimate, actor);
                    return estimate;
                });
    }

    public Optional<NeedEstimate> find(String id) {
        return transactions.run(c -> find(c, id));
    }

    /** An estimate as the public may see it. */
    public Optional<NeedEstimate> released(String id) {
        return transactions.run(c -> released(c, id));
    }

    /** Records the release under the policy in force, once. */
    public void release(String id, String reason, Actor actor, Instant at) {
        transactions.run(
                c -> {
                    release(c, id, reason, actor, at);
                    return null;
                });
    }

    /**
     * @param page from 1
     * @param perPage 1 to 200
     */
    public Page<Summary> list(int page, int perPage) {
        Paging.check(page, perPage);
        return transactions.run(c -> list(c, page, perPage));
    }

    /** The newest ones, with titles only: their sentences hold numbers. */
    public List<FigureChoice> choices(int atMost) {
        return transactions.run(c -> choices(c, atMost));
    }

    /**
     * The tenth of deprivation of each area of a code set: as the population file of the dataset has it, else
     * that of the newest indices of the same areas.
     */
    public Map<String, Integer> tenths(String dataset, String vintage, List<String> areas) {
        return transactions.run(c -> tenths(c, dataset, vintage, areas));
    }

    /** Larger areas that a smaller one lies in, with the part of it that does. */
    public record Whole(String part, String code, String name, double share) {}

    /** In which areas of another code set these areas lie, by the newest look-up of each. */
    public List<Whole> wholes(String vintage, List<String> areas, String wholeVintage) {
        return transactions.run(c -> wholes(c, vintage, areas, wholeVintage));
    }

    private static List<Whole> wholes(
            Connection connection, String vintage, List<String> areas, String wholeVintage)
            throws SQLException {
        List<Whole> found = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT p.code, w.code, coalesce((SELECT n.name FROM cohort.area_name n"
                                + " WHERE n.area_key = w.area_key ORDER BY n.dataset_id DESC LIMIT 1),"
                                + " w.code), i.share FROM cohort.area p"
                                + " JOIN LATERAL (SELECT * FROM cohort.area_within i"
                                + " JOIN cohort.area x ON x.area_key = i.whole AND x.vintage = ?"
                                + " WHERE i.part = p.area_key AND i.dataset_id = (SELECT max(j.dataset_id)"
                                + " FROM cohort.area_within j JOIN cohort.area y"
                                + " ON y.area_key = j.whole AND y.vintage = ?"
                                + " WHERE j.part = p.area_key AND NOT EXISTS (SELECT FROM"
                                + " cohort.dataset_withdrawal v WHERE v.dataset_id = j.dataset_id))) i ON true"
                                + " JOIN cohort.area w ON w.area_key = i.whole"
                                + " WHERE p.vintage = ? AND p.code = ANY (?) ORDER BY 3, 2, 1")) {
            select.setString(1, wholeVintage);
            select.setString(2, wholeVintage);
            select.setString(3, vintage);
            select.setArray(4, connection.createArrayOf("text", areas.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(
                            new Whole(
                                    row.getString(1),
                                    row.getString(2),
                                    row.getString(3),
                                    row.getDouble(4)));
                }
            }
        }
        return found;
    }

    private static void add(Connection connection, NeedEstimate estimate, Actor actor)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO cohort.need_estimate (reference, figure_reference, title, sentence,"
                                + " numbers_sha256, document, computed_at, computed_by, authority)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, estimate.id());
            insert.setString(2, estimate.population().figureId());
            insert.setString(3, estimate.title());
            insert.setString(4, estimate.sentence());
            insert.setString(5, estimate.sha256());
            insert.setString(6, NeedJson.write(estimate));
            insert.setObject(7, estimate.computedAt().atOffset(ZoneOffset.UTC));
            insert.setString(8, actor.username());
            insert.setString(9, actor.authority());
            insert.executeUpdate();
        }
        History.add(
                connection,
                estimate.computedAt(),
                actor,
                History.Event.NEED_ESTIMATED,
                estimate.id(),
                "from "
                        + estimate.population().figureId()
                        + ", numbers SHA-256 "
                        + estimate.sha256());
    }

    private static Optional<NeedEstimate> find(Connection connection, String id)
            throws SQLException {
        if (!References.isReference(id)) {
            return Optional.empty();
        }
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT document FROM cohort.need_estimate WHERE reference = ?")) {
            select.setString(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(NeedJson.read(row.getString(1))) : Optional.empty();
            }
        }
    }

    private static Optional<NeedEstimate> released(Connection connection, String id)
            throws SQLException {
        if (!References.isReference(id)) {
            return Optional.empty();
        }
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT e.document, p.id, p.version, p.rule, p.citation, r.released_at"
                                + " FROM cohort.need_estimate e"
                                + " JOIN cohort.need_release r ON r.need_reference = e.reference"
                                + " JOIN cohort.release_policy p ON p.id = r.policy_id"
                                + " WHERE e.reference = ?")) {
            select.setString(1, id);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                NeedEstimate.Release release =
                        new NeedEstimate.Release(
                                row.getString(2) + " version " + row.getInt(3),
                                row.getString(4),
                                row.getString(5),
                                row.getObject(6, OffsetDateTime.class).toInstant());
                return Optional.of(NeedJson.read(row.getString(1)).releasedAs(release));
            }
        }
    }

    private static void release(
            Connection connection, String id, String reason, Actor actor, Instant at)
            throws SQLException {
        int added;
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO cohort.need_release (need_reference, policy_id, released_at,"
                                + " released_by, authority, reason)"
                                + " SELECT ?, id, ?, ?, ?, ? FROM cohort.release_policy"
                                + " ORDER BY version DESC LIMIT 1 ON CONFLICT DO NOTHING")) {
            insert.setString(1, id);
            insert.setObject(2, at.atOffset(ZoneOffset.UTC));
            insert.setString(3, actor.username());
            insert.setString(4, actor.authority());
            insert.setString(5, reason);
            added = insert.executeUpdate();
        }
        if (added > 0) {
            History.add(connection, at, actor, History.Event.NEED_RELEASED, id, reason);
        }
    }

    private static Page<Summary> list(Connection connection, int page, int perPage)
            throws SQLException {
        List<Summary> found = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT e.reference, e.title, e.sentence, e.computed_at, e.computed_by,"
                                + " EXISTS (SELECT 1 FROM cohort.need_release r"
                                + " WHERE r.need_reference = e.reference)"
                                + " FROM cohort.need_estimate e"
                                + " ORDER BY e.computed_at DESC, e.reference DESC LIMIT ? OFFSET ?")) {
            select.setInt(1, perPage);
            select.setLong(2, (page - 1L) * perPage);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(
                            new Summary(
                                    row.getString(1),
                                    row.getString(2),
                                    row.getString(3),
                                    row.getObject(4, OffsetDateTime.class).toInstant(),
                                    row.getString(5),
                                    row.getBoolean(6)));
                }
            }
        }
        try (PreparedStatement count =
                        connection.prepareStatement("SELECT count(*) FROM cohort.need_estimate");
                ResultSet row = count.executeQuery()) {
            row.next();
            return new Page<>(found, page, perPage, row.getLong(1));
        }
    }

    private static List<FigureChoice> choices(Connection connection, int atMost)
            throws SQLException {
        List<FigureChoice> found = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT e.reference, e.title, f.sentence FROM cohort.need_estimate e"
                                + " JOIN cohort.figure f ON f.reference = e.figure_reference"
                                + " ORDER BY e.computed_at DESC, e.reference DESC LIMIT ?")) {
            select.setInt(1, atMost);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(
                            new FigureChoice(
                                    row.getString(1),
                                    row.getString(2),
                                    "Need and provision. " + row.getString(3)));
                }
            }
        }
        return found;
    }

    private static Map<String, Integer> tenths(
            Connection connection, String dataset, String vintage, List<String> areas)
            throws SQLException {
        Map<String, Integer> tenths = new HashMap<>();
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT DISTINCT ON (code) code, tenth FROM ("
                                + " SELECT a.area_code AS code, a.imd2019_decile AS tenth,"
                                + " 9223372036854775807 AS at"
                                + " FROM cohort.population_area a"
                                + " JOIN cohort.dataset d ON d.id = a.dataset_id"
                                + " WHERE d.reference = ? AND a.imd2019_decile IS NOT NULL"
                                + " UNION ALL"
                                + " SELECT x.code, i.imd_decile, i.dataset_id FROM cohort.deprivation i"
                                + " JOIN cohort.area x ON x.area_key = i.area_key"
                                + " WHERE x.vintage = ? AND x.code = ANY (?)"
                                + " AND NOT EXISTS (SELECT FROM cohort.dataset_withdrawal v"
                                + " WHERE v.dataset_id = i.dataset_id)) t"
                                + " ORDER BY code, at DESC")) {
            select.setString(1, dataset);
            select.setString(2, vintage);
            select.setArray(3, connection.createArrayOf("text", areas.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    tenths.put(row.getString(1), row.getInt(2));
                }
            }
        }
        return tenths;
    }
}
