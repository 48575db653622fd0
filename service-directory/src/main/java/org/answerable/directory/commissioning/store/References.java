package org.answerable.directory.commissioning.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Public references such as K-2026-0001, without gaps within a year. */
final class References {

    private References() {}

    /** The next one, within the transaction of the connection. */
    static String next(Connection c, String prefix, int year) throws SQLException {
        try (PreparedStatement next =
                c.prepareStatement(
                        "INSERT INTO directory.reference_counter AS r (prefix, year, last) VALUES (?, ?, 1)"
                                + " ON CONFLICT (prefix, year) DO UPDATE SET last = r.last + 1"
                                + " RETURNING last")) {
            next.setString(1, prefix);
            next.setInt(2, year);
            try (ResultSet row = next.executeQuery()) {
                row.next();
                return "%s-%d-%04d".formatted(prefix, year, row.getInt(1));
            }
        }
    }
}
