package org.answerable.cohort.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.answerable.cohort.Actor;
import org.answerable.cohort.Figure;
import org.answerable.cohort.FigureChoice;
import org.answerable.cohort.FigureSummary;
import org.answerable.cohort.Page;
import org.answerable.cohort.export.FigureJson;

/**
 * The table of figures. A figure is kept as one document; columns beside it serve lists and
 * searches.
 */
public final class FigureTableRows {

    private FigureTableRows() {}

    public static void add(Connection connection, Figure figure, Actor actor) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO cohort.figure (reference, dataset_reference, title, sentence,"
                                + " table_sha256, document, computed_at, computed_by, authority)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, figure.id());
            insert.setString(2, figure.source().datasetId());
            insert.setString(3, figure.title());
            insert.setString(4, figure.sentence());
            insert.setString(5, figure.tableSha256());
            insert.setString(6, FigureJson.write(figure));
            insert.setObject(7, figure.computedAt().atOffset(ZoneOffset.UTC));
            insert.setString(8, actor.username());
            insert.setString(9, actor.authority());
            insert.executeUpdate();
        }
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO cohort.figure_source (figure_reference, dataset_reference)"
                                + " SELECT ?, unnest(?) ON CONFLICT DO NOTHING")) {
            insert.setString(1, figure.id());
            insert.setArray(
                    2,
                    connection.createArrayOf(
                            "text",
                            figure.sources().stream().map(Figure.Source::datasetId).toArray()));
            insert.executeUpdate();
        }
        History.add(
                connection,
                figure.computedAt(),
                actor,
                History.Event.FIGURE_COMPUTED,
                figure.id(),
                "from " + figure.source().datasetId() + ", table SHA-256 " + figure.tableSha256());
    }

    /** A figure as computed, without its release. */
    public static Optional<Figure> find(Connection connection, String id) throws SQLException {
        if (!References.isReference(id)) {
            return Optional.empty();
        }
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT document FROM cohort.figure WHERE reference = ?")) {
            select.setString(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(FigureJson.read(row.getString(1)))
                        : Optional.empty();
            }
        }
    }

    /** A figure as the public may see it, under the latest policy it was released under. */
    public static Optional<Figure> released(Connection connection, String id) throws SQLException {
        if (!References.isReference(id)) {
            return Optional.empty();
        }
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT f.document, p.id, p.version, p.rule, p.citation, l.released_at, l.table_sha256"
                                + " FROM cohort.figure f"
                                + " JOIN cohort.release_ledger l ON l.figure_reference = f.reference"
                                + " JOIN cohort.release_policy p ON p.id = l.policy_id"
                                + " WHERE f.reference = ? ORDER BY p.version DESC LIMIT 1")) {
            select.setString(1, id);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                Figure.Release release =
                        new Figure.Release(
                                row.getString(2) + " version " + row.getInt(3),
                                row.getString(4),
                                row.getString(5),
                                row.getObject(6, OffsetDateTime.class).toInstant(),
                                row.getString(7));
                return Optional.of(FigureJson.read(row.getString(1)).releasedAs(release));
            }
        }
    }

    public static Page<FigureSummary> list(Connection connection, int page, int perPage)
            throws SQLException {
        List<FigureSummary> found = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT f.reference, f.title, f.sentence, f.dataset_reference, f.computed_at,"
                                + " f.computed_by, EXISTS (SELECT 1 FROM cohort.release_ledger l"
                                + " WHERE l.figure_reference = f.reference)"
                                + " FROM cohort.figure f ORDER BY f.computed_at DESC, f.reference DESC"
                                + " LIMIT ? OFFSET ?")) {
            select.setInt(1, perPage);
            select.setLong(2, (page - 1L) * perPage);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(
                            new FigureSummary(
                                    row.getString(1),
                                    row.getString(2),
                                    row.getString(3),
                                    row.getString(4),
                                    row.getObject(5, OffsetDateTime.class).toInstant(),
                                    row.getString(6),
                                    row.getBoolean(7)));
                }
            }
        }
        try (PreparedStatement count =
                        connection.prepareStatement("SELECT count(*) FROM cohort.figure");
                ResultSet row = count.executeQuery()) {
            row.next();
            return new Page<>(found, page, perPage, row.getLong(1));
        }
    }

    /** The newest figures without counts. */
    public static List<FigureChoice> choices(Connection connection, int atMost)
            throws SQLException {
        List<FigureChoice> found = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT reference, title, sentence FROM cohort.figure"
                                + " ORDER BY computed_at DESC, reference DESC LIMIT ?")) {
            select.setInt(1, atMost);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(
                            new FigureChoice(row.getString(1), row.getString(2), row.getString(3)));
                }
            }
        }
        return found;
    }
}
