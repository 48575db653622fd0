package org.answerable.directory.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many rows a question has. Counting a country's services for every page would cost more than the page, so a count
 * is remembered for as long as nothing is published: every publication moves the revision on, whichever node made it.
 */
@ApplicationScoped
public class Counts {

    private static final int MOST = 2_000;

    private record Known(long revision, long count) {}

    private final Map<String, Known> known =
            new LinkedHashMap<>(64, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
                    return size() > MOST;
                }
            };

    /**
     * @param from what follows {@code SELECT count(*)}
     */
    long of(Connection connection, Sql from) throws SQLException {
        long revision = number(connection, new Sql().add("SELECT number FROM directory.revision"));
        String key = from.key();
        synchronized (known) {
            Known before = known.get(key);
            if (before != null && before.revision() == revision) {
                return before.count();
            }
        }
        long count = number(connection, new Sql().add("SELECT count(*) ").add(from));
        synchronized (known) {
            known.put(key, new Known(revision, count));
        }
        return count;
    }

    private static long number(Connection connection, Sql sql) throws SQLException {
        try (PreparedStatement select = sql.prepare(connection);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
