package org.answerable.cohort.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.answerable.cohort.Actor;
import org.answerable.cohort.Role;
import org.answerable.cohort.WorkState;
import org.answerable.cohort.WorkView;

/** The table of work. */
final class WorkTable {

    private WorkTable() {}

    static long add(Connection connection, String what, Long bytes, Actor actor, Instant now)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO cohort.work (what, state, bytes_total, started_at, seen_at,"
                                + " started_by, started_by_name, authority)"
                                + " VALUES (?, 'RUNNING', ?, ?, ?, ?, ?, ?) RETURNING id")) {
            insert.setString(1, what);
            insert.setObject(2, bytes);
            insert.setObject(3, at(now));
            insert.setObject(4, at(now));
            insert.setString(5, actor.username());
            insert.setString(6, actor.displayName());
            insert.setString(7, actor.authority());
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Notes how far it is; false when it is to stop. */
    static boolean reached(Connection connection, long id, long rows, long bytes, Instant now)
            throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement(
                        "UPDATE cohort.work SET row_count = ?, bytes_read = ?, seen_at = ? WHERE id = ?"
                                + " AND state = 'RUNNING' AND NOT cancel_asked")) {
            update.setLong(1, rows);
            update.setLong(2, bytes);
            update.setObject(3, at(now));
            update.setLong(4, id);
            return update.executeUpdate() == 1;
        }
    }

    static void end(Connection connection, long id, WorkRows.Ending ending, Instant now)
            throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement(
                        "UPDATE cohort.work SET state = ?, message = ?, datasets = ?, report = ?,"
                                + " row_count = ?, bytes_read = ?, ended_at = ? WHERE id = ?")) {
            update.setString(1, ending.state().name());
            update.setString(2, ending.message());
            update.setArray(3, connection.createArrayOf("text", ending.datasets().toArray()));
            update.setString(4, ending.report());
            update.setLong(5, ending.rows());
            update.setLong(6, ending.bytes());
            update.setObject(7, at(now));
            update.setLong(8, id);
            update.executeUpdate();
        }
    }

    static void askToStop(Connection connection, long id) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement(
                        "UPDATE cohort.work SET cancel_asked = true WHERE id = ? AND state ="
                                + " 'RUNNING'")) {
            update.setLong(1, id);
            update.executeUpdate();
        }
    }

    /**
     * Notes that work goes on.
     *
     * @return the ones of it that were asked to stop
     */
    static List<Long> seen(Connection connection, List<Long> ids, Instant now) throws SQLException {
        List<Long> asked = new ArrayList<>();
        try (PreparedStatement update =
                connection.prepareStatement(
                        "UPDATE cohort.work SET seen_at = ? WHERE id = ANY (?) AND state = 'RUNNING'"
                                + " RETURNING id, cancel_asked")) {
            update.setObject(1, at(now));
            update.setArray(2, connection.createArrayOf("bigint", ids.toArray()));
            try (ResultSet row = update.executeQuery()) {
                while (row.next()) {
                    if (row.getBoolean(2)) {
                        asked.add(row.getLong(1));
                    }
                }
            }
        }
        return asked;
    }

    /** Has the server of the database break off what a process of it does. */
    static void breakOff(Connection connection, int process) throws SQLException {
        try (PreparedStatement cancel =
                connection.prepareStatement("SELECT pg_cancel_backend(?)")) {
            cancel.setInt(1, process);
            cancel.execute();
        }
    }

    /** Fails what no server has been seen at since, and forgets what ended long ago. */
    static void sweep(Connection connection, Instant lost, Instant old, Instant now)
            throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement(
                        "UPDATE cohort.work SET state = 'FAILED', ended_at = ?, message = 'The server"
                                + " stopped while this ran. Nothing half-done was kept: begin it again.'"
                                + " WHERE state = 'RUNNING' AND seen_at < ?")) {
            update.setObject(1, at(now));
            update.setObject(2, at(lost));
            update.executeUpdate();
        }
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM cohort.work WHERE ended_at < ?")) {
            delete.setObject(1, at(old));
            delete.executeUpdate();
        }
    }

    static int running(Connection connection) throws SQLException {
        try (PreparedStatement count =
                        connection.prepareStatement(
                                "SELECT count(*) FROM cohort.work WHERE state = 'RUNNING'");
                ResultSet row = count.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    static Optional<WorkView> find(Connection connection, long id, Actor viewer)
            throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT * FROM cohort.work WHERE id = ?")) {
            select.setLong(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(view(row, viewer)) : Optional.empty();
            }
        }
    }

    static List<WorkView> allRunning(Connection connection, Actor viewer) throws SQLException {
        List<WorkView> all = new ArrayList<>();
        try (PreparedStatement select =
                        connection.prepareStatement(
                                "SELECT * FROM cohort.work WHERE state = 'RUNNING' ORDER BY id DESC");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                all.add(view(row, viewer));
            }
        }
        return all;
    }

    private static WorkView view(ResultSet row, Actor viewer) throws SQLException {
        WorkState state = WorkState.valueOf(row.getString("state"));
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        boolean mayCancel =
                state == WorkState.RUNNING
                        && (viewer.username().equals(row.getString("started_by"))
                                || viewer.roles().contains(Role.ADMIN));
        String report = row.getString("report");
        return new WorkView(
                row.getLong("id"),
                row.getString("what"),
                state,
                row.getLong("row_count"),
                row.getLong("bytes_read"),
                row.getObject("bytes_total", Long.class),
                row.getString("message"),
                List.of((String[]) row.getArray("datasets").getArray()),
                FaultsJson.rows(report),
                FaultsJson.count(report),
                FaultsJson.problems(report),
                row.getBoolean("cancel_asked"),
                mayCancel,
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant(),
                row.getString("started_by_name"));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
