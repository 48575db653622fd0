package org.answerable.cohort.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import org.answerable.cohort.Actor;

/** The append-only account of who did what. Holds no counts and no names of people. */
public final class History {

    /** What can happen. */
    public enum Event {
        DATASET_LOADED,
        DATASET_WITHDRAWN,
        DATASET_REMOVED,
        LOAD_REFUSED,
        COHORT_DEFINED,
        FIGURE_COMPUTED,
        FIGURE_RELEASED,
        NEED_ESTIMATED,
        NEED_RELEASED,
        ASSUMPTION_REVISED,
        PREVALENCE_ADDED,
        PREVALENCE_REVISED
    }

    private History() {}

    /** Adds one line within the transaction of the connection. */
    public static void add(
            Connection connection,
            Instant at,
            Actor actor,
            Event event,
            String subject,
            String detail)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO cohort.history (at, actor, authority, event, subject, detail)"
                                + " VALUES (?, ?, ?, ?, ?, ?)")) {
            insert.setObject(1, at.atOffset(ZoneOffset.UTC));
            insert.setString(2, actor.username());
            insert.setString(3, actor.authority());
            insert.setString(4, event.name());
            insert.setString(5, subject);
            insert.setString(6, detail);
            insert.executeUpdate();
        }
    }
}
