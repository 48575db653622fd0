package org.answerable.cohort.loading;

import java.sql.SQLException;

/** Areas that are met for the first time get their key. */
final class AreaKeys {

    private AreaKeys() {}

    /**
     * @param areas a query with the columns {@code vintage} and {@code code}
     */
    static void add(Loading loading, String areas) throws SQLException {
        // In one order, so that two loads at once wait for each other and never in a circle.
        loading.execute(
                "INSERT INTO cohort.area (vintage, code) SELECT DISTINCT s.vintage, s.code FROM ("
                        + areas
                        + ") s WHERE NOT EXISTS (SELECT FROM cohort.area a WHERE a.vintage = s.vintage AND"
                        + " a.code = s.code) ORDER BY s.vintage, s.code ON CONFLICT DO NOTHING");
    }
}
