package org.answerable.directory.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import org.answerable.directory.Actor;

/** The append-only account of who did what. Holds no names of people but the actor's. */
public final class History {

    private History() {}

    /**
     * Adds one line within the transaction of the connection.
     *
     * @param event what happened, such as {@code CONTRACT_ADDED}
     * @param subject the public reference of what it happened to
     * @param detail in words
     */
    public static void add(
            Connection connection,
            Instant at,
            Actor actor,
            String event,
            String subject,
            String detail)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO directory.history (at, actor, authority, event, subject, detail)"
                                + " VALUES (?, ?, ?, ?, ?, ?)")) {
            insert.setObject(1, at.atOffset(ZoneOffset.UTC));
            insert.setString(2, actor.username());
            insert.setString(3, actor.authority());
            insert.setString(4, event);
            insert.setString(5, subject);
            insert.setString(6, detail);
            insert.executeUpdate();
        }
    }
}
