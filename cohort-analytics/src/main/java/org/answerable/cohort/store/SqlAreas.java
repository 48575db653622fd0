package org.answerable.cohort.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.answerable.cohort.Area;
import org.answerable.cohort.AreaCodeSet;
import org.answerable.cohort.Areas;
import org.answerable.cohort.InvalidInput;

/** Areas in PostgreSQL. */
@ApplicationScoped
public class SqlAreas implements Areas {

    private static final int MOST = 200;

    private static final String NAMED =
            """
            SELECT a.vintage, a.code, COALESCE((SELECT n.name FROM cohort.area_name n
                WHERE n.area_key = a.area_key AND NOT EXISTS (
                    SELECT FROM cohort.dataset_withdrawal w WHERE w.dataset_id = n.dataset_id)
                ORDER BY n.dataset_id DESC LIMIT 1), a.code) AS name
            FROM cohort.area a\s""";

    /** Of the look-ups that say where a part lies in this code set, the newest counts. */
    private static final String NEWEST =
            """
            \sAND i.dataset_id = (SELECT max(j.dataset_id) FROM cohort.area_within j
                JOIN cohort.area k ON k.area_key = j.whole
                WHERE j.part = i.part AND k.vintage = %s.vintage AND NOT EXISTS (
                    SELECT FROM cohort.dataset_withdrawal w WHERE w.dataset_id = j.dataset_id))""";

    private Transactions transactions;

    protected SqlAreas() {}

    @Inject
    public SqlAreas(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Area> find(String vintage, String code) {
        return read(NAMED + "WHERE a.vintage = ? AND a.code = ?", vintage, code).stream()
                .findFirst();
    }

    @Override
    public List<Area> within(String vintage, String code, String partVintage) {
        return read(
                NAMED
                        + "JOIN cohort.area_within i ON i.part = a.area_key JOIN cohort.area o ON"
                        + " o.area_key = i.whole WHERE o.vintage = ? AND o.code = ? AND a.vintage = ?"
                        + NEWEST.formatted("o")
                        + " ORDER BY a.code",
                vintage,
                code,
                partVintage);
    }

    @Override
    public List<Area> around(String vintage, String code) {
        return read(
                NAMED
                        + "JOIN cohort.area_within i ON i.whole = a.area_key JOIN cohort.area p ON"
                        + " p.area_key = i.part WHERE p.vintage = ? AND p.code = ?"
                        + NEWEST.formatted("a")
                        + " ORDER BY a.vintage, a.code",
                vintage,
                code);
    }

    @Override
    public List<Area> search(String words, String vintage, int most) {
        if (most < 1 || most > MOST) {
            throw new InvalidInput("most", "A search gives 1 to 200 areas.");
        }
        String wanted = words == null ? "" : words.strip();
        if (wanted.isEmpty()) {
            return List.of();
        }
        String start = wanted.toLowerCase(Locale.UK).replaceAll("([\\\\%_])", "\\\\$1") + "%";
        String set = vintage == null ? "" : vintage;
        return read(
                "SELECT * FROM ("
                        + NAMED
                        + "WHERE ? = '' OR a.vintage = ?) s WHERE lower(s.name) LIKE ? OR lower(s.name) LIKE"
                        + " '% ' || ? OR lower(s.code) LIKE ? ORDER BY s.name, s.vintage, s.code LIMIT "
                        + most,
                set,
                set,
                start,
                start,
                start);
    }

    @Override
    public List<AreaCodeSet> codeSets() {
        return transactions.run(
                c -> {
                    List<AreaCodeSet> sets = new ArrayList<>();
                    try (PreparedStatement select =
                                    c.prepareStatement(
                                            "SELECT a.vintage, count(*), count(n.area_key), count(b.area_key)"
                                                    + " FROM cohort.area a LEFT JOIN (SELECT DISTINCT area_key"
                                                    + " FROM cohort.area_name) n USING (area_key) LEFT JOIN"
                                                    + " (SELECT DISTINCT area_key FROM cohort.area_boundary) b"
                                                    + " USING (area_key) GROUP BY a.vintage ORDER BY a.vintage");
                            ResultSet row = select.executeQuery()) {
                        while (row.next()) {
                            sets.add(
                                    new AreaCodeSet(
                                            row.getString(1),
                                            row.getLong(2),
                                            row.getLong(3),
                                            row.getLong(4)));
                        }
                    }
                    return sets;
                });
    }

    @Override
    public Map<String, String> ofPostcode(String postcode) {
        String close =
                postcode == null ? "" : postcode.toUpperCase(Locale.UK).replaceAll("[^A-Z0-9]", "");
        if (!close.matches("[A-Z0-9]{5,7}")) {
            return Map.of();
        }
        String key =
                close.substring(0, close.length() - 3) + " " + close.substring(close.length() - 3);
        return transactions.run(
                c -> {
                    Map<String, String> areas = new LinkedHashMap<>();
                    try (PreparedStatement select =
                            c.prepareStatement(
                                    "SELECT lsoa11, lsoa21, msoa21, ward, district, icb, sub_icb, ended FROM"
                                            + " cohort.postcode p WHERE postcode = ? AND NOT EXISTS (SELECT FROM"
                                            + " cohort.dataset_withdrawal w WHERE w.dataset_id = p.dataset_id)"
                                            + " ORDER BY dataset_id DESC LIMIT 1")) {
                        select.setString(1, key);
                        try (ResultSet row = select.executeQuery()) {
                            if (row.next()) {
                                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                                    if (row.getString(i) != null) {
                                        areas.put(
                                                row.getMetaData().getColumnLabel(i),
                                                row.getString(i));
                                    }
                                }
                            }
                        }
                    }
                    return areas;
                });
    }

    private List<Area> read(String sql, String... values) {
        return transactions.run(
                c -> {
                    List<Area> found = new ArrayList<>();
                    try (PreparedStatement select = c.prepareStatement(sql)) {
                        for (int i = 0; i < values.length; i++) {
                            select.setString(i + 1, values[i]);
                        }
                        try (ResultSet row = select.executeQuery()) {
                            while (row.next()) {
                                found.add(
                                        new Area(
                                                row.getString("vintage"),
                                                row.getString("code"),
                                                row.getString("name")));
                            }
                        }
                    }
                    return found;
                });
    }
}
