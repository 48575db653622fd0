package org.answerable.directory.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Rows on their way into one statement, which takes an array for each column ({@code unnest}). */
final class Rows {

    private final List<String> types;
    private final List<List<Object>> columns = new ArrayList<>();

    /**
     * @param types of the columns, as PostgreSQL names them
     */
    Rows(String... types) {
        this.types = List.of(types);
        this.types.forEach(type -> columns.add(new ArrayList<>()));
    }

    /** Adds a row; values other than texts, numbers and truths go as the text that PostgreSQL reads. */
    void add(Object... values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException("A row has " + columns.size() + " columns");
        }
        for (int i = 0; i < values.length; i++) {
            columns.get(i).add(values[i]);
        }
    }

    /**
     * Runs the statement; does nothing without rows.
     *
     * @param sql with a parameter for each of the same values, then one for each column
     * @param same values that all rows share
     */
    void execute(Connection connection, String sql, Object... same) throws SQLException {
        if (columns.get(0).isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            fill(statement, same);
            statement.executeUpdate();
        }
    }

    /** Runs a statement that answers with one number; 0 without rows. */
    int count(Connection connection, String sql, Object... same) throws SQLException {
        if (columns.get(0).isEmpty()) {
            return 0;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            fill(statement, same);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private void fill(PreparedStatement statement, Object... same) throws SQLException {
        for (int i = 0; i < same.length; i++) {
            statement.setObject(i + 1, same[i]);
        }
        for (int i = 0; i < columns.size(); i++) {
            statement.setArray(
                    same.length + i + 1,
                    statement
                            .getConnection()
                            .createArrayOf(types.get(i), columns.get(i).toArray()));
        }
    }
}
