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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.answerable.cohort.Actor;
import org.answerable.cohort.Dataset;
import org.answerable.cohort.DatasetDescription;
import org.answerable.cohort.Page;
import org.answerable.cohort.store.References;

/** The table of datasets. */
final class DatasetRegister {

    private static final String SELECT = "SELECT * FROM cohort.dataset ";

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
            String fileName,
            long bytes,
            String sha256,
            PopulationFile file,
            Actor actor,
            Instant now)
            throws SQLException {
        String series = d.title().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        PopulationHeader header = file.header();
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO cohort.dataset (id, reference, series, version, title, publisher,"
                                + " source_system, extract_date, licence, attribution, unit, as_at,"
                                + " age_rule, geography_basis, vintage, area_covered, caveats, file_name,"
                                + " file_bytes, file_sha256, row_count, age_first, age_last, age_open,"
                                + " districts, loaded_at, loaded_by, loaded_by_name, authority)"
                                + " SELECT ?, ?, ?, COALESCE(MAX(version), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ?,"
                                + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?"
                                + " FROM cohort.dataset WHERE series = ? RETURNING version")) {
            Object[] values = {
                key,
                reference,
                series,
                d.title(),
                d.publisher(),
                d.sourceSystem(),
                d.extractDate(),
                d.licence(),
                d.attribution(),
                d.unit(),
                d.asAt(),
                d.ageRule(),
                d.geographyBasis(),
                d.vintage(),
                d.areaCovered(),
                d.caveats(),
                fileName,
                bytes,
                sha256,
                file.rows(),
                header.ageFirst(),
                header.ageLast(),
                header.openLast(),
                connection.createArrayOf("text", file.row().districts().toArray()),
                now.atOffset(ZoneOffset.UTC),
                actor.username(),
                actor.displayName(),
                actor.authority(),
                series
            };
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    static Optional<Dataset> find(Connection connection, String reference) throws SQLException {
        if (!References.isReference(reference)) {
            return Optional.empty();
        }
        try (PreparedStatement select =
                connection.prepareStatement(SELECT + "WHERE reference = ?")) {
            select.setString(1, reference);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(dataset(row)) : Optional.empty();
            }
        }
    }

    static Page<Dataset> list(Connection connection, int page, int perPage) throws SQLException {
        List<Dataset> found = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement(SELECT + "ORDER BY id DESC LIMIT ? OFFSET ?")) {
            select.setInt(1, perPage);
            select.setLong(2, (page - 1L) * perPage);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(dataset(row));
                }
            }
        }
        try (PreparedStatement count =
                        connection.prepareStatement("SELECT count(*) FROM cohort.dataset");
                ResultSet row = count.executeQuery()) {
            row.next();
            return new Page<>(found, page, perPage, row.getLong(1));
        }
    }

    private static Dataset dataset(ResultSet row) throws SQLException {
        int ageLast = row.getInt("age_last");
        return new Dataset(
                row.getString("reference"),
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
                row.getObject("loaded_at", OffsetDateTime.class).toInstant(),
                row.getString("loaded_by_name"));
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
