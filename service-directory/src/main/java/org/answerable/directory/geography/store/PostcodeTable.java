package org.answerable.directory.geography.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.answerable.directory.RejectedRow;
import org.answerable.directory.store.Transactions;

/** The table of postcodes. Only rows of the current edition are ever found. */
@ApplicationScoped
public class PostcodeTable {

    /**
     * A postcode that was found.
     *
     * @param terminated first day of the month in which it ended, or null
     * @param areas codes of the areas that contain it
     */
    public record Found(
            Double latitude,
            Double longitude,
            LocalDate terminated,
            String lsoa21,
            List<String> areas) {}

    /** The middle of the live postcodes with one first half, and the areas that hold all of them. */
    public record District(double latitude, double longitude, int postcodes, List<String> areas) {}

    private static final String COLUMNS =
            "edition, postcode, line, latitude, longitude, introduced, terminated, lsoa11, lsoa21,"
                    + " msoa21, ward, district, county, icb, sub_icb, rural_urban";

    /** Own codes of the row, and what look-ups know of its LSOA. */
    private static final String FIND =
            """
            SELECT p.latitude, p.longitude, p.terminated, p.lsoa21,
                   ARRAY(SELECT DISTINCT code FROM unnest(ARRAY[p.lsoa11, p.lsoa21, p.msoa21, p.ward, p.district,
                             p.county, p.icb, p.sub_icb]
                         || ARRAY(SELECT a.area FROM directory.area_part a
                                  WHERE a.lsoa21 = p.lsoa21 AND a.source <> 'POSTCODES')) AS code
                         WHERE code IS NOT NULL ORDER BY code) AS areas
            FROM directory.postcode p
            JOIN directory.postcode_edition e ON e.id = p.edition AND e.state = 'CURRENT'
            WHERE p.postcode = ?
            """;

    private Transactions transactions;

    protected PostcodeTable() {}

    @Inject
    public PostcodeTable(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * @param postcode in capitals, without blank
     */
    public Optional<Found> find(String postcode) {
        return transactions.look(
                c -> {
                    try (PreparedStatement select = c.prepareStatement(FIND)) {
                        select.setString(1, postcode);
                        try (ResultSet row = select.executeQuery()) {
                            return row.next()
                                    ? Optional.of(
                                            new Found(
                                                    row.getObject("latitude", Double.class),
                                                    row.getObject("longitude", Double.class),
                                                    row.getObject("terminated", LocalDate.class),
                                                    row.getString("lsoa21"),
                                                    texts(row.getArray("areas"))))
                                    : Optional.empty();
                        }
                    }
                });
    }

    public Optional<District> district(String outward) {
        return transactions.look(
                c -> {
                    try (PreparedStatement select =
                            c.prepareStatement(
                                    "SELECT d.* FROM directory.postcode_district d JOIN"
                                            + " directory.postcode_edition e ON e.id = d.edition AND"
                                            + " e.state = 'CURRENT' WHERE d.outward = ?")) {
                        select.setString(1, outward);
                        try (ResultSet row = select.executeQuery()) {
                            return row.next()
                                    ? Optional.of(
                                            new District(
                                                    row.getDouble("latitude"),
                                                    row.getDouble("longitude"),
                                                    row.getInt("postcodes"),
                                                    texts(row.getArray("areas"))))
                                    : Optional.empty();
                        }
                    }
                });
    }

    /**
     * Adds rows to an edition.
     *
     * @return those whose postcode was on an earlier line already, and which were left out
     */
    public List<RejectedRow> add(long edition, List<PostcodeRow> rows) {
        return transactions.run(
                c -> {
                    execute(
                            c,
                            "CREATE TEMPORARY TABLE IF NOT EXISTS postcode_staging (LIKE"
                                    + " directory.postcode) ON COMMIT DROP");
                    execute(c, "DELETE FROM postcode_staging");
                    copy(c, edition, rows);
                    execute(
                            c,
                            "INSERT INTO directory.postcode ("
                                    + COLUMNS
                                    + ") SELECT "
                                    + COLUMNS
                                    + " FROM postcode_staging ORDER BY line ON CONFLICT DO NOTHING");
                    return repeated(c);
                });
    }

    public void reject(long edition, List<RejectedRow> rows) {
        CopyText text = new CopyText();
        rows.forEach(r -> text.row(edition, r.line(), r.column(), r.value(), r.message()));
        transactions.run(
                c -> {
                    text.into(
                            c,
                            "directory.postcode_reject (edition, line, column_name, value, message)");
                    return null;
                });
    }

    public List<RejectedRow> rejected(long edition) {
        return transactions.run(
                c -> {
                    try (PreparedStatement select =
                            c.prepareStatement(
                                    "SELECT * FROM directory.postcode_reject WHERE edition = ? ORDER BY"
                                            + " line, column_name")) {
                        select.setLong(1, edition);
                        return rejects(select);
                    }
                });
    }

    /** Forgets the rows of editions that are not in use and not being loaded. */
    public void sweep() {
        transactions.run(
                c -> {
                    for (String table : List.of("postcode", "postcode_district")) {
                        execute(
                                c,
                                "DELETE FROM directory."
                                        + table
                                        + " WHERE edition IN (SELECT id FROM directory.postcode_edition"
                                        + " WHERE state NOT IN ('CURRENT', 'LOADING'))");
                    }
                    return null;
                });
    }

    private static void copy(Connection c, long edition, List<PostcodeRow> rows)
            throws SQLException {
        CopyText text = new CopyText();
        for (PostcodeRow r : rows) {
            text.row(
                    edition,
                    r.postcode(),
                    r.line(),
                    r.latitude(),
                    r.longitude(),
                    r.introduced(),
                    r.terminated(),
                    r.lsoa11(),
                    r.lsoa21(),
                    r.msoa21(),
                    r.ward(),
                    r.district(),
                    r.county(),
                    r.icb(),
                    r.subIcb(),
                    r.ruralUrban());
        }
        text.into(c, "postcode_staging (" + COLUMNS + ")");
    }

    private static List<RejectedRow> repeated(Connection c) throws SQLException {
        try (PreparedStatement select =
                c.prepareStatement(
                        "SELECT s.line, 'pcds' AS column_name, s.postcode AS value, 'This postcode is on"
                                + " line ' || p.line || ' already.' AS message FROM postcode_staging s"
                                + " JOIN directory.postcode p USING (edition, postcode)"
                                + " WHERE p.line <> s.line ORDER BY s.line")) {
            return rejects(select);
        }
    }

    private static List<RejectedRow> rejects(PreparedStatement select) throws SQLException {
        List<RejectedRow> rows = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                rows.add(
                        new RejectedRow(
                                row.getLong("line"),
                                row.getString("column_name"),
                                row.getString("value"),
                                row.getString("message")));
            }
        }
        return rows;
    }

    private static void execute(Connection c, String sql) throws SQLException {
        try (PreparedStatement statement = c.prepareStatement(sql)) {
            statement.execute();
        }
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}
