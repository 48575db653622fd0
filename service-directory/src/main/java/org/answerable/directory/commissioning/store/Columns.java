package org.answerable.directory.commissioning.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.answerable.directory.CohortWindow;

/** How values stand in columns. */
final class Columns {

    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private Columns() {}

    /** A moment as the database has it; {@link Instant#MAX} becomes the end of the year 9999. */
    static OffsetDateTime moment(Instant instant) {
        return (instant.isAfter(LAST) ? LAST : instant).atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    static void texts(PreparedStatement statement, int at, Collection<String> texts)
            throws SQLException {
        Connection connection = statement.getConnection();
        statement.setArray(at, connection.createArrayOf("text", texts.toArray()));
    }

    static CohortWindow window(ResultSet row) throws SQLException {
        return new CohortWindow(
                row.getObject("weeks_from", Integer.class),
                row.getObject("weeks_to", Integer.class),
                row.getObject("months_from", Integer.class),
                row.getObject("months_to", Integer.class));
    }

    /** Weeks from and to, months from and to, from this place on. */
    static void window(PreparedStatement statement, int at, CohortWindow window)
            throws SQLException {
        statement.setObject(at, window.weeksFrom(), java.sql.Types.INTEGER);
        statement.setObject(at + 1, window.weeksTo(), java.sql.Types.INTEGER);
        statement.setObject(at + 2, window.monthsFrom(), java.sql.Types.INTEGER);
        statement.setObject(at + 3, window.monthsTo(), java.sql.Types.INTEGER);
    }
}
