package org.answerable.web.security.store;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;

/** Sign-in sessions by the hash of their token, so that any node serves any user. */
@ApplicationScoped
public class JdbcSessions {

    /** How often the time of last use is written: not at every request. */
    private static final Duration TOUCH_EVERY = Duration.ofMinutes(1);

    @Resource(lookup = "java:app/jdbc/answerable")
    private DataSource dataSource;

    public void add(byte[] hash, long accountId, Instant at, Instant idleUntil, Instant endsAt) {
        String sql =
                """
                WITH tidied AS (DELETE FROM access.session WHERE least(idle_until, ends_at) < ?)
                INSERT INTO access.session (token_hash, account_id, created_at, last_seen, idle_until, ends_at)
                VALUES (?, ?, ?, ?, ?, ?)
                """;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setTimestamp(1, Timestamp.from(at));
            statement.setBytes(2, hash);
            statement.setLong(3, accountId);
            statement.setTimestamp(4, Timestamp.from(at));
            statement.setTimestamp(5, Timestamp.from(at));
            statement.setTimestamp(6, Timestamp.from(idleUntil));
            statement.setTimestamp(7, Timestamp.from(endsAt));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    /** The account of a live session, whose idle limit moves on. */
    public Optional<Account> use(byte[] hash, Instant at, Duration idle) {
        String sql =
                """
                SELECT a.id, a.username, a.display_name, a.authority, a.closed_at IS NOT NULL,
                       s.last_seen,
                       ARRAY(SELECT role FROM access.account_role r WHERE r.account_id = a.id)
                FROM access.session s JOIN access.account a ON a.id = s.account_id
                WHERE s.token_hash = ? AND s.idle_until > ? AND s.ends_at > ?
                    AND a.closed_at IS NULL
                """;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setBytes(1, hash);
            statement.setTimestamp(2, Timestamp.from(at));
            statement.setTimestamp(3, Timestamp.from(at));
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                if (row.getTimestamp(6).toInstant().plus(TOUCH_EVERY).isBefore(at)) {
                    touch(connection, hash, at, idle);
                }
                return Optional.of(Rows.account(row, 1, 7));
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    private static void touch(Connection connection, byte[] hash, Instant at, Duration idle)
            throws SQLException {
        String sql = "UPDATE access.session SET last_seen = ?, idle_until = ? WHERE token_hash = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setTimestamp(1, Timestamp.from(at));
            statement.setTimestamp(2, Timestamp.from(at.plus(idle)));
            statement.setBytes(3, hash);
            statement.executeUpdate();
        }
    }

    public void remove(byte[] hash) {
        remove("DELETE FROM access.session WHERE token_hash = ?", hash);
    }

    /** Ends every session of the account that owns this one, this one included. */
    public void removeAllOfSameAccount(byte[] hash) {
        remove(
                """
                DELETE FROM access.session WHERE account_id =
                    (SELECT account_id FROM access.session WHERE token_hash = ?)
                """,
                hash);
    }

    private void remove(String sql, byte[] hash) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setBytes(1, hash);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }
}
