package org.answerable.cohort.definition;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.answerable.cohort.Actor;
import org.answerable.cohort.Cohort;
import org.answerable.cohort.CohortDefinition;
import org.answerable.cohort.Conflict;
import org.answerable.cohort.Page;
import org.answerable.cohort.store.References;

/** The table of definitions. */
final class CohortRegister {

    private static final String UNIQUE_VIOLATION = "23505";

    private CohortRegister() {}

    static Cohort add(
            Connection connection,
            String id,
            int version,
            CohortDefinition definition,
            String sentence,
            Actor actor,
            Instant now)
            throws SQLException {
        String document = DefinitionJson.write(definition);
        Cohort cohort =
                new Cohort(
                        id,
                        version,
                        definition,
                        sentence,
                        document,
                        sha256(document),
                        now,
                        actor.displayName());
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO cohort.definition (reference, version, title, sentence, document,"
                                + " document_sha256, defined_at, defined_by, defined_by_name, authority)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, id);
            insert.setInt(2, version);
            insert.setString(3, definition.title());
            insert.setString(4, sentence);
            insert.setString(5, document);
            insert.setString(6, cohort.sha256());
            insert.setObject(7, now.atOffset(ZoneOffset.UTC));
            insert.setString(8, actor.username());
            insert.setString(9, actor.displayName());
            insert.setString(10, actor.authority());
            insert.executeUpdate();
        } catch (SQLException e) {
            if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
                throw new Conflict(
                        "Somebody else changed this cohort meanwhile. Open its newest version and make"
                                + " your change there.");
            }
            throw e;
        }
        return cohort;
    }

    /** The versions of a cohort, newest first. */
    static List<Cohort> versions(Connection connection, String id) throws SQLException {
        if (!References.isReference(id)) {
            return List.of();
        }
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT * FROM cohort.definition WHERE reference = ? ORDER BY version DESC")) {
            select.setString(1, id);
            return cohorts(select);
        }
    }

    static Optional<Cohort> find(Connection connection, String id, int version)
            throws SQLException {
        if (!References.isReference(id)) {
            return Optional.empty();
        }
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT * FROM cohort.definition WHERE reference = ? AND version = ?")) {
            select.setString(1, id);
            select.setInt(2, version);
            return cohorts(select).stream().findFirst();
        }
    }

    static Page<Cohort> list(Connection connection, int page, int perPage) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement(
                                "SELECT * FROM cohort.definition d WHERE NOT EXISTS (SELECT FROM"
                                        + " cohort.definition n WHERE n.reference = d.reference AND"
                                        + " n.version > d.version) ORDER BY defined_at DESC, reference"
                                        + " LIMIT ? OFFSET ?");
                PreparedStatement count =
                        connection.prepareStatement(
                                "SELECT count(*) FROM cohort.definition WHERE version = 1")) {
            select.setInt(1, perPage);
            select.setLong(2, (page - 1L) * perPage);
            List<Cohort> found = cohorts(select);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return new Page<>(found, page, perPage, row.getLong(1));
            }
        }
    }

    private static List<Cohort> cohorts(PreparedStatement select) throws SQLException {
        List<Cohort> cohorts = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                String document = row.getString("document");
                cohorts.add(
                        new Cohort(
                                row.getString("reference"),
                                row.getInt("version"),
                                DefinitionJson.read(document),
                                row.getString("sentence"),
                                document,
                                row.getString("document_sha256"),
                                row.getObject("defined_at", OffsetDateTime.class).toInstant(),
                                row.getString("defined_by_name")));
            }
        }
        return cohorts;
    }

    private static String sha256(String document) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(document.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
