package org.answerable.web.security.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;

/** How a row becomes an account. */
final class Rows {

    private Rows() {}

    /**
     * @param first column of the id; username, display name, authority and whether it is closed
     *     follow
     * @param roles column of the array of role names
     */
    static Account account(ResultSet row, int first, int roles) throws SQLException {
        return new Account(
                row.getLong(first),
                row.getString(first + 1),
                row.getString(first + 2),
                row.getString(first + 3),
                Set.of((String[]) row.getArray(roles).getArray()),
                row.getBoolean(first + 4));
    }
}
