package org.answerable.web.security.store;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;

/** Accounts with what sign-in needs to know of them. */
@ApplicationScoped
public class JdbcAccounts {

    /** An account with its password hash and lock. */
    public record Credentials(
            Account account, String passwordHash, int failures, Instant lockedUntil) {}

    @Resource(lookup = "java:app/jdbc/answerable")
    private DataSource dataSource;

    public Optional<Credentials> find(String username) {
        String sql =
                """
                SELECT a.id, a.username, a.display_name, a.authority, a.password_hash, a.failures,
                       a.locked_until,
                       ARRAY(SELECT role FROM access.account_role r WHERE r.account_id = a.id)
                FROM access.account a WHERE a.username = ?
                """;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, username);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(credentials(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    private static Credentials credentials(ResultSet row) throws SQLException {
        Timestamp locked = row.getTimestamp(7);
        return new Credentials(
                Rows.account(row, 1, 8),
                row.getString(5),
                row.getInt(6),
                locked == null ? Instant.EPOCH : locked.toInstant());
    }

    /** Whether there is any account at all. */
    public boolean any() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("SELECT EXISTS (SELECT FROM access.account)");
                ResultSet row = statement.executeQuery()) {
            return row.next() && row.getBoolean(1);
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    /** The accounts of one authority, by user name. */
    public List<Account> of(String authority) {
        String sql =
                """
                SELECT a.id, a.username, a.display_name, a.authority,
                       ARRAY(SELECT role FROM access.account_role r WHERE r.account_id = a.id)
                FROM access.account a WHERE a.authority = ? ORDER BY a.username
                """;
        List<Account> accounts = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, authority);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    accounts.add(Rows.account(row, 1, 5));
                }
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
        return accounts;
    }

    /** Adds an account; an existing one of the same name is left as it is. */
    public void add(
            String username,
            String displayName,
            String authority,
            Set<String> roles,
            String passwordHash,
            Instant at) {
        String sql =
                """
                WITH added AS (
                    INSERT INTO access.account (username, display_name, authority, password_hash, created_at)
                    VALUES (?, ?, ?, ?, ?) ON CONFLICT (username) DO NOTHING RETURNING id)
                INSERT INTO access.account_role SELECT id, role FROM added, unnest(?) AS role
                """;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, username);
            statement.setString(2, displayName);
            statement.setString(3, authority);
            statement.setString(4, passwordHash);
            statement.setTimestamp(5, Timestamp.from(at));
            statement.setArray(6, connection.createArrayOf("text", new TreeSet<>(roles).toArray()));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    /** Counts one failure more and locks the account until then when it is the last one allowed. */
    public void failed(long accountId, int allowed, Instant lockUntil) {
        String sql =
                """
                UPDATE access.account
                SET failures = CASE WHEN failures + 1 >= ? THEN 0 ELSE failures + 1 END,
                    locked_until = CASE WHEN failures + 1 >= ? THEN ? ELSE locked_until END
                WHERE id = ?
                """;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, allowed);
            statement.setInt(2, allowed);
            statement.setTimestamp(3, Timestamp.from(lockUntil));
            statement.setLong(4, accountId);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    public void succeeded(long accountId) {
        String sql = "UPDATE access.account SET failures = 0, locked_until = NULL WHERE id = ?";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, accountId);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    /** Appends to the record of sign-ins and tokens. */
    public void record(String username, String event, Instant at) {
        String sql = "INSERT INTO access.history (at, username, event) VALUES (?, ?, ?)";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setTimestamp(1, Timestamp.from(at));
            statement.setString(2, username);
            statement.setString(3, event);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }
}
