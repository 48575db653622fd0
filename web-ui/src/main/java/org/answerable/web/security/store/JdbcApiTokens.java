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
import javax.sql.DataSource;

/** API tokens by the hash of their secret. */
@ApplicationScoped
public class JdbcApiTokens {

    @Resource(lookup = "java:app/jdbc/answerable")
    private DataSource dataSource;

    public void add(byte[] hash, long accountId, String name, Instant at, Instant endsAt) {
        String sql =
                """
                INSERT INTO access.api_token (token_hash, account_id, name, created_at, ends_at)
                VALUES (?, ?, ?, ?, ?)
                """;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setBytes(1, hash);
            statement.setLong(2, accountId);
            statement.setString(3, name);
            statement.setTimestamp(4, Timestamp.from(at));
            statement.setTimestamp(5, Timestamp.from(endsAt));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    public Optional<Account> find(byte[] hash, Instant at) {
        String sql =
                """
                SELECT a.id, a.username, a.display_name, a.authority, a.closed_at IS NOT NULL,
                       ARRAY(SELECT role FROM access.account_role r WHERE r.account_id = a.id)
                FROM access.api_token t JOIN access.account a ON a.id = t.account_id
                WHERE t.token_hash = ? AND t.ends_at > ? AND t.revoked_at IS NULL
                    AND a.closed_at IS NULL
                """;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setBytes(1, hash);
            statement.setTimestamp(2, Timestamp.from(at));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(Rows.account(row, 1, 6)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    /** The live tokens of an account, newest first. */
    public List<ApiToken> of(long accountId, Instant at) {
        String sql =
                """
                SELECT id, name, created_at, ends_at FROM access.api_token
                WHERE account_id = ? AND ends_at > ? AND revoked_at IS NULL ORDER BY id DESC
                """;
        List<ApiToken> tokens = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, accountId);
            statement.setTimestamp(2, Timestamp.from(at));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    tokens.add(
                            new ApiToken(
                                    row.getLong(1),
                                    row.getString(2),
                                    row.getTimestamp(3).toInstant(),
                                    row.getTimestamp(4).toInstant()));
                }
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
        return tokens;
    }

    /** Revokes a token of this account; one of another account is left alone. */
    public void revoke(long id, long accountId, Instant at) {
        String sql =
                """
                UPDATE access.api_token SET revoked_at = ?
                WHERE id = ? AND account_id = ? AND revoked_at IS NULL
                """;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setTimestamp(1, Timestamp.from(at));
            statement.setLong(2, id);
            statement.setLong(3, accountId);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }
}
