package org.answerable.directory.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postgresql.PGStatement;

/** A statement and its parameters, put together piece by piece. */
public final class Sql {

    private final StringBuilder text = new StringBuilder();
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();
    private boolean forValues;

    private interface Parameter {
        void set(PreparedStatement statement, int index) throws SQLException;
    }

    /** Adds text that never came from outside, with its parameters. */
    public Sql add(String sql, Object... given) {
        text.append(sql);
        for (Object value : given) {
            parameters.add((statement, index) -> statement.setObject(index, value));
            values.add(value);
        }
        return this;
    }

    /** Adds text with one parameter that is an array of texts. */
    public Sql addList(String sql, List<String> given) {
        text.append(sql);
        parameters.add(
                (statement, index) ->
                        statement.setArray(
                                index,
                                statement.getConnection().createArrayOf("text", given.toArray())));
        values.add(given);
        return this;
    }

    public Sql add(Sql other) {
        text.append(other.text);
        parameters.addAll(other.parameters);
        values.addAll(other.values);
        return this;
    }

    /** Has the plan made for the values of each time: one for any values is many times slower for some searches. */
    public Sql plannedForValues() {
        forValues = true;
        return this;
    }

    public PreparedStatement prepare(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text.toString());
        if (forValues) {
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
        }
        int index = 1;
        for (Parameter parameter : parameters) {
            parameter.set(statement, index++);
        }
        return statement;
    }

    /** Reads the current row. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** What is done with a row. */
    @FunctionalInterface
    public interface EachRow {
        void read(ResultSet row) throws SQLException;
    }

    /** All rows. */
    public <T> List<T> list(Connection connection, RowReader<T> reader) throws SQLException {
        List<T> rows = new ArrayList<>();
        each(connection, row -> rows.add(reader.read(row)));
        return rows;
    }

    /** Does something with each row. */
    public void each(Connection connection, EachRow what) throws SQLException {
        try (PreparedStatement select = prepare(connection);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                what.read(row);
            }
        }
    }

    /** The first row, if there is one. */
    public <T> Optional<T> first(Connection connection, RowReader<T> reader) throws SQLException {
        try (PreparedStatement select = prepare(connection);
                ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(reader.read(row)) : Optional.empty();
        }
    }

    /** Runs a statement for what it does; says how many rows it changed. */
    public int run(Connection connection) throws SQLException {
        try (PreparedStatement statement = prepare(connection)) {
            return statement.execute() ? 0 : statement.getUpdateCount();
        }
    }

    /** What is asked, as a key: the same key has the same rows as long as nothing is published. */
    String key() {
        return Remembered.key(text, values);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
