package org.answerable.directory.geography.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * What follows from the postcodes of an edition: the areas, the LSOAs they are made of, and the middle
 * of each first half. An LSOA belongs to the area of a kind in which most of its live postcodes lie;
 * LSOAs of 2011 keep every LSOA of 2021 they share a postcode with, because they were split and merged.
 * What a publisher's look-up says of an area is not touched.
 */
final class EditionAreas {

    /** Columns of the table of postcodes that hold a code, and the kind of area. */
    private record Column(String name, String kind) {}

    private static final List<Column> COLUMNS =
            List.of(
                    new Column("lsoa21", "LSOA21"),
                    new Column("lsoa11", "LSOA11"),
                    new Column("msoa21", "MSOA21"),
                    new Column("ward", "WARD"),
                    new Column("district", "DISTRICT"),
                    new Column("county", "COUNTY"),
                    new Column("sub_icb", "SUB_ICB"),
                    new Column("icb", "ICB"));

    private static final String AREAS =
            "INSERT INTO directory.area AS area (code, kind, demonstration) SELECT DISTINCT %1$s, ?, ?::boolean"
                    + " FROM directory.postcode WHERE edition = ? AND %1$s IS NOT NULL"
                    + " ON CONFLICT (code) DO UPDATE SET demonstration = area.demonstration AND"
                    + " EXCLUDED.demonstration";

    private static final String PARTS =
            """
            WITH shared AS (
                SELECT lsoa21, %1$s AS area, count(*) AS postcodes FROM directory.postcode
                WHERE edition = ? AND terminated IS NULL AND lsoa21 IS NOT NULL AND %1$s IS NOT NULL
                GROUP BY lsoa21, %1$s),
            best AS (
                SELECT lsoa21, area, row_number() OVER (PARTITION BY lsoa21 ORDER BY postcodes DESC, area) AS place
                FROM shared)
            INSERT INTO directory.area_part (area, lsoa21, source)
            SELECT area, lsoa21, ? FROM best
            WHERE (place = 1 OR ?) AND NOT EXISTS (
                SELECT FROM directory.area_part p WHERE p.area = best.area AND p.source = 'LOOKUP')
            ON CONFLICT DO NOTHING
            """;

    /** A code counts for the whole when every live postcode of the first half has it. */
    private static final String ONE =
            "CASE WHEN count(DISTINCT %1$s) = 1 AND count(%1$s) = count(*) THEN min(%1$s) END";

    private EditionAreas() {}

    static void derive(Connection c, long edition, boolean demonstration) throws SQLException {
        String source = demonstration ? "DEMONSTRATION" : "POSTCODES";
        for (Column column : COLUMNS) {
            try (PreparedStatement insert = c.prepareStatement(AREAS.formatted(column.name()))) {
                insert.setString(1, column.kind());
                insert.setBoolean(2, demonstration);
                insert.setLong(3, edition);
                insert.executeUpdate();
            }
        }
        if (!demonstration) {
            // What was invented goes; what followed from the edition before is worked out anew.
            try (PreparedStatement delete =
                    c.prepareStatement(
                            "DELETE FROM directory.area_part WHERE source <> 'LOOKUP'")) {
                delete.executeUpdate();
            }
        }
        for (Column column : COLUMNS) {
            try (PreparedStatement insert = c.prepareStatement(PARTS.formatted(column.name()))) {
                insert.setLong(1, edition);
                insert.setString(2, source);
                insert.setBoolean(3, column.kind().equals("LSOA11"));
                insert.executeUpdate();
            }
        }
        districts(c, edition);
    }

    private static void districts(Connection c, long edition) throws SQLException {
        String codes =
                String.join(
                        ", ",
                        COLUMNS.stream().map(column -> ONE.formatted(column.name())).toList());
        try (PreparedStatement insert =
                c.prepareStatement(
                        "INSERT INTO directory.postcode_district (edition, outward, latitude, longitude,"
                                + " postcodes, areas) SELECT edition, left(postcode, -3), avg(latitude),"
                                + " avg(longitude), count(*), array_remove(ARRAY["
                                + codes
                                + "], NULL) FROM directory.postcode WHERE edition = ? AND terminated IS"
                                + " NULL AND latitude IS NOT NULL GROUP BY edition, left(postcode, -3)")) {
            insert.setLong(1, edition);
            insert.executeUpdate();
        }
    }
}
