package org.answerable.cohort.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.answerable.cohort.Actor;
import org.answerable.cohort.Dataset;
import org.answerable.cohort.DatasetDescription;
import org.answerable.cohort.DatasetKind;
import org.answerable.cohort.Page;
import org.answerable.cohort.Removal;
import org.answerable.cohort.Withdrawal;
import org.answerable.cohort.store.References;

/** The table of datasets. */
final class DatasetRegister {

    private static final String SELECT =
            "SELECT d.*, w.reason, w.withdrawn_at, w.withdrawn_by_name, r.reason AS removal_reason,"
                    + " r.removed_at, r.removed_by_name FROM cohort.dataset d"
                    + " LEFT JOIN cohort.dataset_withdrawal w ON w.dataset_id = d.id"
                    + " LEFT JOIN cohort.dataset_removal r ON r.dataset_id = d.id ";

    private DatasetRegister() {}

    static long nextKey(Connection connection) throws SQLException {
        try (PreparedStatement next =
                        connection.prepareStatement("SELECT nextval('cohort.dataset_key')");
                ResultSet row = next.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /**
     * Adds the dataset as the next version of its series; the caller holds the lock of the
     * references.
     */
    static int add(
            Connection connection,
            long key,
            String reference,
            DatasetDescription d,
            DatasetFacts facts,
            Received received,
            Actor actor,
            Instant now)
            throws SQLException {
        String series = d.title().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("id", key);
        values.put("reference", reference);
        values.put("kind", facts.kind().name());
        values.put("series", series);
        values.put("title", d.title());
        values.put("publisher", d.publisher());
        values.put("source_system", d.sourceSystem());
        values.put("extract_date", d.extractDate());
        values.put("licence", d.licence());
        values.put("attribution", d.attribution());
        values.put("unit", d.unit());
        values.put("as_at", d.asAt());
        values.put("age_rule", d.ageRule());
        values.put("geography_basis", d.geographyBasis());
        values.put("vintage", d.vintage());
        values.put("area_covered", d.areaCovered());
        values.put("caveats", d.caveats());
        values.put("file_name", received.fileName());
        values.put("file_bytes", received.bytes());
        values.put("file_sha256", received.sha256());
        values.put("row_count", facts.rows());
        values.put("age_first", facts.ageFirst());
        values.put("age_last", facts.ageLast());
        values.put("age_open", facts.ageOpen());
        values.put("districts", connection.createArrayOf("text", facts.districts().toArray()));
        values.put("covers_from", facts.coversFrom());
        values.put("covers_to", facts.coversTo());
        values.put("of_dataset", facts.ofDataset());
        values.put("first_month", facts.firstMonth());
        values.put("born_from", facts.bornFrom());
        values.put("synthetic", facts.synthetic());
        values.put("loaded_at", now.atOffset(ZoneOffset.UTC));
        values.put("loaded_by", actor.username());
        values.put("loaded_by_name", actor.displayName());
        values.put("authority", actor.authority());
        String marks = String.join(", ", Collections.nCopies(values.size(), "?"));
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO cohort.dataset ("
                                + String.join(", ", values.keySet())
                                + ", version) SELECT "
                                + marks
                                + ", COALESCE(MAX(version), 0) + 1"
                                + " FROM cohort.dataset WHERE series = ? RETURNING version")) {
            int place = 1;
            for (Object value : values.values()) {
                insert.setObject(place++, value);
            }
            insert.setString(place, series);
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /** What came in: its name, size and hash. */
    record Received(String fileName, long bytes, String sha256) {}

    static Optional<Dataset> find(Connection connection, String reference) throws SQLException {
        if (!References.isReference(reference)) {
            return Optional.empty();
        }
        try (PreparedStatement select =
                connection.prepareStatement(SELECT + "WHERE d.reference = ?")) {
            select.setString(1, reference);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(dataset(row)) : Optional.empty();
            }
        }
    }

    /**
     * @param kind or null for all
     */
    static Page<Dataset> list(Connection connection, DatasetKind kind, int page, int perPage)
            throws SQLException {
        String name = kind == null ? null : kind.name();
        List<Dataset> found =
                select(
                        connection,
                        "WHERE ?::text IS NULL OR d.kind = ? ORDER BY d.id DESC LIMIT ? OFFSET ?",
                        name,
                        name,
                        perPage,
                        (page - 1L) * perPage);
        try (PreparedStatement count =
                connection.prepareStatement(
                        "SELECT count(*) FROM cohort.dataset WHERE ?::text IS NULL OR kind = ?")) {
            count.setString(1, name);
            count.setString(2, name);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return new Page<>(found, page, perPage, row.getLong(1));
            }
        }
    }

    static List<Dataset> offered(Connection connection, DatasetKind kind) throws SQLException {
        return select(
                connection,
                "WHERE d.kind = ? AND w.dataset_id IS NULL ORDER BY d.id DESC LIMIT 200",
                kind.name());
    }

    static List<Dataset> versions(Connection connection, String reference) throws SQLException {
        return select(
                connection,
                "WHERE d.series = (SELECT series FROM cohort.dataset WHERE reference = ?)"
                        + " ORDER BY d.version DESC LIMIT 200",
                reference);
    }

    static List<Dataset> ofFile(Connection connection, String sha256) throws SQLException {
        return select(connection, "WHERE d.file_sha256 = ? ORDER BY d.id DESC LIMIT 20", sha256);
    }

    private static List<Dataset> select(Connection connection, String where, Object... values)
            throws SQLException {
        List<Dataset> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT + where)) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(dataset(row));
                }
            }
        }
        return found;
    }

    private static Dataset dataset(ResultSet row) throws SQLException {
        int ageLast = row.getInt("age_last");
        return new Dataset(
                row.getString("reference"),
                DatasetKind.valueOf(row.getString("kind")),
                row.getInt("version"),
                description(row),
                row.getString("file_name"),
                row.getLong("file_bytes"),
                row.getString("file_sha256"),
                row.getLong("row_count"),
                row.getInt("age_first"),
                ageLast,
                row.getBoolean("age_open") ? Integer.valueOf(ageLast + 1) : null,
                List.of((String[]) row.getArray("districts").getArray()),
                row.getObject("covers_from", LocalDate.class),
                row.getObject("covers_to", LocalDate.class),
                row.getString("of_dataset"),
                row.getBoolean("synthetic"),
                row.getObject("loaded_at", OffsetDateTime.class).toInstant(),
                row.getString("loaded_by_name"),
                withdrawal(row),
                removal(row));
    }

    private static Removal removal(ResultSet row) throws SQLException {
        String reason = row.getString("removal_reason");
        return reason == null
                ? null
                : new Removal(
                        reason,
                        row.getObject("removed_at", OffsetDateTime.class).toInstant(),
                        row.getString("removed_by_name"));
    }

    private static Withdrawal withdrawal(ResultSet row) throws SQLException {
        return row.getString("reason") == null
                ? null
                : new Withdrawal(
                        row.getString("reason"),
                        row.getObject("withdrawn_at", OffsetDateTime.class).toInstant(),
                        row.getString("withdrawn_by_name"));
    }

    private static DatasetDescription description(ResultSet row) throws SQLException {
        return new DatasetDescription(
                row.getString("title"),
                row.getString("publisher"),
                row.getString("source_system"),
                row.getObject("extract_date", LocalDate.class),
                row.getString("licence"),
                row.getString("attribution"),
                row.getString("unit"),
                row.getObject("as_at", LocalDate.class),
                row.getString("age_rule"),
                row.getString("geography_basis"),
                row.getString("vintage"),
                row.getString("area_covered"),
                row.getString("caveats"));
    }
}
