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
                SELECT a.id, a.username, a.display_name, a.authority, a.closed_at IS NOT NULL,
                       a.password_hash, a.failures, a.locked_until,
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
        Timestamp locked = row.getTimestamp(8);
        return new Credentials(
                Rows.account(row, 1, 9),
                row.getString(6),
                row.getInt(7),
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
                SELECT a.id, a.username, a.display_name, a.authority, a.closed_at IS NOT NULL,
                       ARRAY(SELECT role FROM access.account_role r WHERE r.account_id = a.id)
                FROM access.account a WHERE a.authority = ? ORDER BY a.username
                """;
        List<Account> accounts = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, authority);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    accounts.add(Rows.account(row, 1, 6));
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

    /** Name and roles, as they are from now on. */
    public void change(long accountId, String displayName, Set<String> roles) {
        update("UPDATE access.account SET display_name = ? WHERE id = ?", displayName, accountId);
        update("DELETE FROM access.account_role WHERE account_id = ?", accountId);
        String sql = "INSERT INTO access.account_role SELECT ?, role FROM unnest(?) AS role";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, accountId);
            statement.setArray(2, connection.createArrayOf("text", new TreeSet<>(roles).toArray()));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    /** A new password; a lock after failures ends with it. */
    public void setPassword(long accountId, String passwordHash) {
        update(
                """
                UPDATE access.account SET password_hash = ?, failures = 0, locked_until = NULL
                WHERE id = ?
                """,
                passwordHash,
                accountId);
    }

    public void close(long accountId, Instant at) {
        update(
                "UPDATE access.account SET closed_at = ? WHERE id = ?",
                Timestamp.from(at),
                accountId);
    }

    public void reopen(long accountId) {
        update("UPDATE access.account SET closed_at = NULL WHERE id = ?", accountId);
    }

    /** Ends whatever lets somebody in without the password: sessions and tokens. */
    public void endSessionsAndTokens(long accountId, Instant at) {
        update("DELETE FROM access.session WHERE account_id = ?", accountId);
        update(
                """
                UPDATE access.api_token SET revoked_at = ?
                WHERE account_id = ? AND revoked_at IS NULL
                """,
                Timestamp.from(at),
                accountId);
    }

    /** Lets one change to the accounts of an authority follow another, until the transaction ends. */
    public void lock(String authority) {
        String sql =
                """
                SELECT id FROM access.account WHERE authority = ? ORDER BY id FOR NO KEY UPDATE
                """;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, authority);
            statement.executeQuery().close();
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    private void update(String sql, Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    /** Appends what the owner of an account did to the record of accounts, sign-ins and tokens. */
    public void record(String username, String event, Instant at) {
        record(username, event, null, at);
    }

    /**
     * Appends to the record of accounts, sign-ins and tokens.
     *
     * @param actor user name of who did it; null for the owner of the account
     */
    public void record(String username, String event, String actor, Instant at) {
        String sql = "INSERT INTO access.history (at, username, event, actor) VALUES (?, ?, ?, ?)";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setTimestamp(1, Timestamp.from(at));
            statement.setString(2, username);
            statement.setString(3, event);
            statement.setString(4, actor);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    /** What is on record of an account, newest first. */
    public List<AccountEvent> history(String username, int most) {
        String sql =
                """
                SELECT at, event, coalesce(actor, username) FROM access.history
                WHERE username = ? ORDER BY id DESC LIMIT ?
                """;
        List<AccountEvent> events = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, username);
            statement.setInt(2, most);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    events.add(
                            new AccountEvent(
                                    row.getTimestamp(1).toInstant(),
                                    row.getString(2),
                                    row.getString(3)));
                }
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
        return events;
    }
}
