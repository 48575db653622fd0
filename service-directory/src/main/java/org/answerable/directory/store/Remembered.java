package org.answerable.directory.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Answers that hold for as long as nothing is published: how many rows a question has, which terms are in use. To count a
 * country's services for every page would cost more than the page. Every publication moves the revision on, whichever node
 * made it.
 */
@ApplicationScoped
public class Remembered {

    private static final int MOST = 2_000;

    private record Known(long revision, Object answer) {}

    /** Finds an answer that is not known. */
    @FunctionalInterface
    interface Question<T> {
        T ask() throws SQLException;
    }

    private final Map<String, Known> known =
            new LinkedHashMap<>(64, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
                    return size() > MOST;
                }
            };

    /**
     * How many rows there are.
     *
     * @param from what follows {@code SELECT count(*)}
     */
    long count(Connection connection, Sql from) throws SQLException {
        return answer(
                connection,
                Long.class,
                from.key(),
                () -> number(connection, new Sql().add("SELECT count(*) ").add(from)));
    }

    /** The answer to a question, which is asked only when something was published since it was asked last. */
    <T> T answer(Connection connection, Class<T> type, String key, Question<T> question)
            throws SQLException {
        long revision = number(connection, new Sql().add("SELECT number FROM directory.revision"));
        synchronized (known) {
            Known before = known.get(key);
            if (before != null && before.revision() == revision) {
                return type.cast(before.answer());
            }
        }
        T answer = question.ask();
        synchronized (known) {
            known.put(key, new Known(revision, answer));
        }
        return answer;
    }

    private static long number(Connection connection, Sql sql) throws SQLException {
        try (PreparedStatement select = sql.prepare(connection);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
