package org.answerable.cohort.definition;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.answerable.cohort.Figure;

/**
 * The table of counts that were made. A count is found again by its statements with their values, and
 * by the look-ups and removals until then: datasets never change, so nothing else can change it.
 */
final class KeptCounts {

    private static final Duration KEPT_FOR = Duration.ofDays(90);

    private static final String AREAS_AND_REMOVALS =
            "SELECT COALESCE(max(id), 0) || ' ' || (SELECT count(*) FROM cohort.dataset_removal)"
                    + " FROM cohort.dataset WHERE kind = 'AREAS'";

    private KeptCounts() {}

    /**
     * The numbers of a count.
     *
     * @param left what each condition left
     * @param by who counted, by name
     */
    record Kept(long eligible, long members, List<Long> left, long millis, Instant at, String by) {}

    /** What a count is found again by. */
    static String key(Connection connection, Figure.Query... statements) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(AREAS_AND_REMOVALS);
                ResultSet row = select.executeQuery()) {
            row.next();
            String all = row.getString(1) + Arrays.toString(statements);
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(all.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    static Optional<Kept> find(Connection connection, String key) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT * FROM cohort.kept_count WHERE key = ?")) {
            select.setString(1, key);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                return Optional.of(
                        new Kept(
                                row.getLong("eligible"),
                                row.getLong("members"),
                                List.of((Long[]) row.getArray("steps_left").getArray()),
                                row.getLong("millis"),
                                row.getObject("counted_at", OffsetDateTime.class).toInstant(),
                                row.getString("counted_by_name")));
            }
        }
    }

    /** Keeps a count in place of an earlier one, and forgets those of long ago. */
    static void keep(Connection connection, String key, SourceData source, Kept count)
            throws SQLException {
        try (PreparedStatement forget =
                connection.prepareStatement("DELETE FROM cohort.kept_count WHERE counted_at < ?")) {
            forget.setObject(1, count.at().minus(KEPT_FOR).atOffset(ZoneOffset.UTC));
            forget.executeUpdate();
        }
        Object[] datasets =
                source.contacts() == null
                        ? new Long[] {(long) source.registrations()}
                        : new Long[] {(long) source.registrations(), (long) source.contacts()};
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO cohort.kept_count (key, datasets, eligible, members, steps_left,"
                                + " millis, counted_at, counted_by_name) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
                                + " ON CONFLICT (key) DO UPDATE SET eligible = excluded.eligible,"
                                + " members = excluded.members, steps_left = excluded.steps_left,"
                                + " millis = excluded.millis, counted_at = excluded.counted_at,"
                                + " counted_by_name = excluded.counted_by_name")) {
            insert.setString(1, key);
            insert.setArray(2, connection.createArrayOf("bigint", datasets));
            insert.setLong(3, count.eligible());
            insert.setLong(4, count.members());
            insert.setArray(5, connection.createArrayOf("bigint", count.left().toArray()));
            insert.setLong(6, count.millis());
            insert.setObject(7, count.at().atOffset(ZoneOffset.UTC));
            insert.setString(8, count.by());
            insert.executeUpdate();
        }
    }
}
