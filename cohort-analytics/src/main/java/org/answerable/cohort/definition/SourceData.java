package org.answerable.cohort.definition;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.answerable.cohort.CohortData;
import org.answerable.cohort.store.References;

/**
 * What the database knows of the datasets that a definition names.
 *
 * @param registrations key of the registrations
 * @param contacts key of the contacts, or null
 * @param vintage code set of the areas
 * @param registeredFrom first day that the registrations cover
 * @param registeredTo the day after their last
 * @param contactsFrom first day that the contacts cover, or null
 * @param contactsTo the day after their last, or null
 * @param firstMonth month of bit 0 of the contact months, or null
 * @param bornFrom first month of birth that the blocks of registrations tell apart, or null when there
 *     are no blocks
 * @param synthetic whether any of it was invented
 */
public record SourceData(
        int registrations,
        Integer contacts,
        String vintage,
        LocalDate registeredFrom,
        LocalDate registeredTo,
        LocalDate contactsFrom,
        LocalDate contactsTo,
        Integer firstMonth,
        Integer bornFrom,
        boolean synthetic) {

    /** The data of two references; empty when one is unknown or they do not belong together. */
    static Optional<SourceData> of(Connection connection, String registrations, String contacts)
            throws SQLException {
        if (!References.isReference(registrations)
                || contacts != null && !References.isReference(contacts)) {
            return Optional.empty();
        }
        Map<String, Row> rows = rows(connection, registrations, contacts);
        Row children = rows.get(registrations);
        if (children == null || !children.kind().equals("REGISTRATIONS")) {
            return Optional.empty();
        }
        if (contacts == null) {
            return Optional.of(
                    new SourceData(
                            children.id(),
                            null,
                            children.vintage(),
                            children.from(),
                            children.to(),
                            null,
                            null,
                            null,
                            null,
                            children.synthetic()));
        }
        Row seen = rows.get(contacts);
        if (seen == null || !registrations.equals(seen.of())) {
            return Optional.empty();
        }
        return Optional.of(
                new SourceData(
                        children.id(),
                        seen.id(),
                        children.vintage(),
                        children.from(),
                        children.to(),
                        seen.from(),
                        seen.to(),
                        seen.firstMonth(),
                        seen.bornFrom(),
                        children.synthetic() || seen.synthetic()));
    }

    /** Which of these codes are no area of the vintage, nor one that parts of it lie in. */
    static List<String> unknownAreas(Connection connection, List<String> codes, String vintage)
            throws SQLException {
        List<String> unknown = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT c FROM unnest(?) AS c WHERE NOT EXISTS (SELECT FROM cohort.area a"
                                + " LEFT JOIN cohort.area_within w ON w.whole = a.area_key"
                                + " LEFT JOIN cohort.area p ON p.area_key = w.part"
                                + " WHERE a.code = c AND (a.vintage = ? OR p.vintage = ?))")) {
            select.setArray(1, connection.createArrayOf("text", codes.toArray()));
            select.setString(2, vintage);
            select.setString(3, vintage);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    unknown.add(row.getString(1));
                }
            }
        }
        return unknown;
    }

    /** Words of a kind in order. */
    static List<String> words(Connection connection, String kind) throws SQLException {
        List<String> words = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT word FROM cohort.contact_word WHERE kind = ? ORDER BY word")) {
            select.setString(1, kind);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    words.add(row.getString(1));
                }
            }
        }
        return words;
    }

    /** What a definition may name and was not withdrawn, newest first. */
    static List<CohortData> choices(Connection connection) throws SQLException {
        List<CohortData> choices = new ArrayList<>();
        try (PreparedStatement select =
                        connection.prepareStatement(
                                "SELECT r.reference, c.reference AS contacts, r.title, r.covers_from,"
                                        + " r.covers_to, r.synthetic OR COALESCE(c.synthetic, false)"
                                        + " AS synthetic FROM cohort.dataset r"
                                        + " CROSS JOIN LATERAL (SELECT c.reference, c.synthetic, c.id"
                                        + " FROM cohort.dataset c WHERE c.of_dataset = r.reference"
                                        + " AND NOT EXISTS (SELECT FROM cohort.dataset_withdrawal w"
                                        + " WHERE w.dataset_id = c.id)"
                                        + " UNION ALL SELECT NULL, NULL, NULL) c"
                                        + " WHERE r.kind = 'REGISTRATIONS' AND NOT EXISTS (SELECT FROM"
                                        + " cohort.dataset_withdrawal w WHERE w.dataset_id = r.id)"
                                        + " ORDER BY r.id DESC, c.id DESC NULLS LAST LIMIT 200");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                choices.add(
                        new CohortData(
                                row.getString("reference"),
                                row.getString("contacts"),
                                row.getString("title"),
                                row.getObject("covers_from", LocalDate.class),
                                row.getObject("covers_to", LocalDate.class),
                                row.getBoolean("synthetic")));
            }
        }
        return choices;
    }

    private static Map<String, Row> rows(Connection connection, String one, String other)
            throws SQLException {
        Map<String, Row> rows = new HashMap<>();
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT reference, id, kind, vintage, covers_from, covers_to, of_dataset,"
                                + " first_month, born_from, synthetic FROM cohort.dataset"
                                + " WHERE reference IN (?, ?)")) {
            select.setString(1, one);
            select.setString(2, other);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.put(
                            row.getString("reference"),
                            new Row(
                                    row.getInt("id"),
                                    row.getString("kind"),
                                    row.getString("vintage"),
                                    row.getObject("covers_from", LocalDate.class),
                                    row.getObject("covers_to", LocalDate.class),
                                    row.getString("of_dataset"),
                                    row.getObject("first_month", Integer.class),
                                    row.getObject("born_from", Integer.class),
                                    row.getBoolean("synthetic")));
                }
            }
        }
        return rows;
    }

    private record Row(
            int id,
            String kind,
            String vintage,
            LocalDate from,
            LocalDate to,
            String of,
            Integer firstMonth,
            Integer bornFrom,
            boolean synthetic) {}
}
