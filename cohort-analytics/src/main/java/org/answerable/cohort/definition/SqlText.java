package org.answerable.cohort.definition;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.answerable.cohort.Figure;

/**
 * A statement under construction, with the values of its question marks in their order. What is
 * shown to a reader is what is run.
 */
public final class SqlText {

    private final StringBuilder text = new StringBuilder();
    private final List<Value> values = new ArrayList<>();

    /** Adds fixed text; never anything that came from outside. */
    public SqlText add(String fixed) {
        text.append(fixed);
        return this;
    }

    /** Adds a question mark and its value: a number, a day, a text, or a list of these. */
    public SqlText value(String name, Object value) {
        text.append('?');
        values.add(new Value(name, value));
        return this;
    }

    /** Adds another piece with its values. */
    public SqlText add(SqlText piece) {
        text.append(piece.text);
        values.addAll(piece.values);
        return this;
    }

    /** The statement and its values as words. */
    public Figure.Query query() {
        return new Figure.Query(
                text.toString(),
                values.stream()
                        .map(v -> new Figure.Parameter(v.name(), words(v.value())))
                        .toList());
    }

    /** The statement ready to be run. */
    public PreparedStatement prepare(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text.toString());
        for (int i = 0; i < values.size(); i++) {
            bind(connection, statement, i + 1, values.get(i).value());
        }
        return statement;
    }

    private static void bind(
            Connection connection, PreparedStatement statement, int place, Object value)
            throws SQLException {
        if (value instanceof Object[] many) {
            Array array = connection.createArrayOf(typeOf(many), many);
            statement.setArray(place, array);
        } else {
            statement.setObject(place, value);
        }
    }

    private static String typeOf(Object[] many) {
        if (many instanceof Long[]) {
            return "bigint";
        }
        return many instanceof Integer[] ? "integer" : "text";
    }

    private static String words(Object value) {
        if (value instanceof Object[] many) {
            return Arrays.toString(many);
        }
        return value instanceof LocalDate day ? day.toString() : String.valueOf(value);
    }

    private record Value(String name, Object value) {}
}
