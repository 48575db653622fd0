package org.answerable.directory.geography.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.answerable.directory.Actor;
import org.answerable.directory.Area;
import org.answerable.directory.AreaFiles;
import org.answerable.directory.AreaKind;
import org.answerable.directory.store.History;
import org.answerable.directory.store.Transactions;

/** The tables of areas, of the LSOAs they are made of, and of the points inside LSOAs. */
@ApplicationScoped
public class AreaTable {

    /** A point inside an LSOA; degrees, WGS 84. */
    public record Point(String lsoa21, double latitude, double longitude) {}

    /** An LSOA as a part of an area. */
    public record Part(String area, String lsoa21) {}

    /** What a file of areas held. */
    public record Content(
            Collection<Area> areas, Collection<Part> parts, Collection<Point> points) {}

    private Transactions transactions;

    protected AreaTable() {}

    @Inject
    public AreaTable(Transactions transactions) {
        this.transactions = transactions;
    }

    public Map<String, Area> find(Collection<String> codes) {
        return transactions.run(
                c -> {
                    try (PreparedStatement select =
                            c.prepareStatement(
                                    "SELECT * FROM directory.area WHERE code = ANY (?) ORDER BY code")) {
                        select.setArray(1, c.createArrayOf("text", codes.toArray()));
                        return areas(select);
                    }
                });
    }

    public List<Area> ofKind(AreaKind kind) {
        return transactions.run(
                c -> {
                    try (PreparedStatement select =
                            c.prepareStatement(
                                    "SELECT * FROM directory.area WHERE kind = ? ORDER BY name, code")) {
                        select.setString(1, kind.name());
                        return List.copyOf(areas(select).values());
                    }
                });
    }

    public List<Area> containing(String lsoa21) {
        return transactions.run(
                c -> {
                    try (PreparedStatement select =
                            c.prepareStatement(
                                    "SELECT a.* FROM directory.area_part p JOIN directory.area a ON a.code ="
                                            + " p.area WHERE p.lsoa21 = ? ORDER BY a.code")) {
                        select.setString(1, lsoa21);
                        return List.copyOf(areas(select).values());
                    }
                });
    }

    /** The parts of each area; a code without parts has an empty set. */
    public Map<String, Set<String>> parts(Collection<String> codes) {
        Map<String, Set<String>> parts = new LinkedHashMap<>();
        codes.forEach(code -> parts.put(code, new TreeSet<>()));
        return transactions.run(
                c -> {
                    try (PreparedStatement select =
                            c.prepareStatement(
                                    "SELECT area, lsoa21 FROM directory.area_part WHERE area = ANY (?)")) {
                        select.setArray(1, c.createArrayOf("text", codes.toArray()));
                        try (ResultSet row = select.executeQuery()) {
                            while (row.next()) {
                                parts.get(row.getString(1)).add(row.getString(2));
                            }
                        }
                    }
                    return parts;
                });
    }

    /** The points within a box. */
    public List<Point> within(double south, double north, double west, double east) {
        return transactions.run(
                c -> {
                    try (PreparedStatement select =
                            c.prepareStatement(
                                    "SELECT lsoa21, latitude, longitude FROM directory.lsoa_point WHERE"
                                            + " latitude BETWEEN ? AND ? AND longitude BETWEEN ? AND ?"
                                            + " ORDER BY lsoa21")) {
                        select.setDouble(1, south);
                        select.setDouble(2, north);
                        select.setDouble(3, west);
                        select.setDouble(4, east);
                        List<Point> points = new ArrayList<>();
                        try (ResultSet row = select.executeQuery()) {
                            while (row.next()) {
                                points.add(
                                        new Point(
                                                row.getString(1),
                                                row.getDouble(2),
                                                row.getDouble(3)));
                            }
                        }
                        return points;
                    }
                });
    }

    public List<AreaFiles.Holding> holdings() {
        return transactions.run(
                c -> {
                    List<AreaFiles.Holding> holdings = new ArrayList<>();
                    try (PreparedStatement select =
                                    c.prepareStatement(
                                            "SELECT kind, count(*), count(*) FILTER (WHERE EXISTS (SELECT"
                                                    + " FROM directory.area_part p WHERE p.area = a.code)),"
                                                    + " count(*) FILTER (WHERE demonstration) FROM"
                                                    + " directory.area a GROUP BY kind");
                            ResultSet row = select.executeQuery()) {
                        while (row.next()) {
                            holdings.add(
                                    new AreaFiles.Holding(
                                            AreaKind.valueOf(row.getString(1)),
                                            row.getLong(2),
                                            row.getLong(3),
                                            row.getLong(4)));
                        }
                    }
                    holdings.sort(Comparator.comparing(AreaFiles.Holding::kind));
                    return holdings;
                });
    }

    /** Keeps what a file held. Its parts replace those that were known of the same areas. */
    public void keep(
            Content content, boolean demonstration, String file, Actor actor, Instant now) {
        transactions.run(
                c -> {
                    upsert(c, content.areas(), demonstration);
                    replaceParts(c, content.parts(), demonstration ? "DEMONSTRATION" : "LOOKUP");
                    upsertPoints(c, content.points());
                    History.add(
                            c,
                            now,
                            actor,
                            "AREAS_LOADED",
                            file,
                            content.areas().size()
                                    + " areas, "
                                    + content.parts().size()
                                    + " parts, "
                                    + content.points().size()
                                    + " points");
                    return null;
                });
    }

    /** Gives names to areas that are known by their code already. */
    static void name(Connection c, Collection<Area> named) throws SQLException {
        CopyText rows = new CopyText();
        named.stream().filter(a -> a.name() != null).forEach(a -> rows.row(a.code(), a.name()));
        execute(
                c,
                "CREATE TEMPORARY TABLE IF NOT EXISTS name_staging (code text, name text) ON COMMIT"
                        + " DROP");
        execute(c, "DELETE FROM name_staging");
        rows.into(c, "name_staging");
        execute(
                c,
                "UPDATE directory.area a SET name = s.name FROM name_staging s WHERE s.code = a.code"
                        + " AND s.name IS DISTINCT FROM a.name");
    }

    private static void upsert(Connection c, Collection<Area> areas, boolean demonstration)
            throws SQLException {
        CopyText rows = new CopyText();
        for (Area area : areas) {
            rows.row(
                    area.code(),
                    area.name(),
                    area.kind(),
                    area.validFrom(),
                    area.validTo(),
                    demonstration);
        }
        execute(
                c,
                "CREATE TEMPORARY TABLE IF NOT EXISTS area_staging (code text, name text, kind text,"
                        + " valid_from date, valid_to date, demonstration boolean) ON COMMIT DROP");
        execute(c, "DELETE FROM area_staging");
        rows.into(c, "area_staging");
        // A code keeps its kind: a unitary council is found as a district and as a county.
        execute(
                c,
                "INSERT INTO directory.area AS a (code, name, kind, valid_from, valid_to, demonstration)"
                        + " SELECT * FROM area_staging ON CONFLICT (code) DO UPDATE SET"
                        + " name = coalesce(EXCLUDED.name, a.name),"
                        + " valid_from = coalesce(EXCLUDED.valid_from, a.valid_from),"
                        + " valid_to = coalesce(EXCLUDED.valid_to, a.valid_to),"
                        + " demonstration = a.demonstration AND EXCLUDED.demonstration");
    }

    private static void replaceParts(Connection c, Collection<Part> parts, String source)
            throws SQLException {
        Set<String> areas = new LinkedHashSet<>();
        CopyText rows = new CopyText();
        for (Part part : parts) {
            areas.add(part.area());
            rows.row(part.area(), part.lsoa21(), source);
        }
        try (PreparedStatement delete =
                c.prepareStatement("DELETE FROM directory.area_part WHERE area = ANY (?)")) {
            delete.setArray(1, c.createArrayOf("text", areas.toArray()));
            delete.executeUpdate();
        }
        rows.into(c, "directory.area_part (area, lsoa21, source)");
    }

    private static void upsertPoints(Connection c, Collection<Point> points) throws SQLException {
        try (PreparedStatement delete =
                c.prepareStatement("DELETE FROM directory.lsoa_point WHERE lsoa21 = ANY (?)")) {
            delete.setArray(
                    1, c.createArrayOf("text", points.stream().map(Point::lsoa21).toArray()));
            delete.executeUpdate();
        }
        CopyText rows = new CopyText();
        points.forEach(p -> rows.row(p.lsoa21(), p.latitude(), p.longitude()));
        rows.into(c, "directory.lsoa_point (lsoa21, latitude, longitude)");
    }

    private static void execute(Connection c, String sql) throws SQLException {
        try (PreparedStatement statement = c.prepareStatement(sql)) {
            statement.execute();
        }
    }

    private static Map<String, Area> areas(PreparedStatement select) throws SQLException {
        Map<String, Area> areas = new LinkedHashMap<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                String code = row.getString("code");
                String name = row.getString("name");
                areas.put(
                        code,
                        new Area(
                                code,
                                name == null ? code : name,
                                AreaKind.valueOf(row.getString("kind")),
                                row.getObject("valid_from", LocalDate.class),
                                row.getObject("valid_to", LocalDate.class),
                                row.getBoolean("demonstration")));
            }
        }
        return areas;
    }
}
