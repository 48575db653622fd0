package org.answerable.cohort.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.regex.Pattern;

/**
 * Hands out public references: {@code D-2026-0001} for datasets, {@code C-2026-0001} for cohorts,
 * {@code F-2026-0001} for figures, {@code N-2026-0001} for estimates of need.
 */
public final class References {

    private static final Pattern FORM = Pattern.compile("[CDFN]-\\d{4}-\\d{4,12}");

    private References() {}

    /** Whether the text has the form of a reference; anything else names nothing. */
    public static boolean isReference(String text) {
        return text != null && FORM.matcher(text).matches();
    }

    /**
     * The next reference of a kind. The row lock lasts until the transaction ends, so references of
     * one kind are handed out one transaction after the other, without gaps.
     */
    public static String next(Connection connection, char kind, int year) throws SQLException {
        try (PreparedStatement next =
                connection.prepareStatement(
                        "INSERT INTO cohort.reference_counter AS c (kind, year, last) VALUES (?, ?, 1)"
                                + " ON CONFLICT (kind, year) DO UPDATE SET last = c.last + 1"
                                + " RETURNING c.last")) {
            next.setString(1, String.valueOf(kind));
            next.setInt(2, year);
            try (ResultSet row = next.executeQuery()) {
                row.next();
                return "%c-%d-%04d".formatted(kind, year, row.getLong(1));
            }
        }
    }
}
