package org.answerable.cohort.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.answerable.cohort.Dataset;
import org.answerable.cohort.DatasetSample;

/** The first rows of a dataset as text. Of people only counts are given. */
final class DatasetSamples {

    private static final int ROWS = 20;
    private static final String OF =
            " WHERE t.dataset_id = (SELECT id FROM cohort.dataset WHERE reference = ?) ";

    private DatasetSamples() {}

    static DatasetSample of(Connection connection, String reference) throws SQLException {
        Dataset dataset = DatasetRegister.find(connection, reference).orElse(null);
        if (dataset == null) {
            return new DatasetSample("", List.of(), List.of());
        }
        return switch (dataset.kind()) {
            case POPULATION -> population(connection, dataset);
            case REGISTRATIONS ->
                    read(
                            connection,
                            reference,
                            "Registrations by year of birth",
                            "SELECT t.birth_month / 12 AS \"Year of birth\", count(*) AS \"Registrations\","
                                    + " count(DISTINCT t.child_key) AS \"Children\" FROM cohort.registration t"
                                    + OF
                                    + "GROUP BY 1 ORDER BY 1");
            case CONTACTS ->
                    read(
                            connection,
                            reference,
                            "Contacts by service",
                            "SELECT w.word AS \"Service\", count(*) AS \"Contacts\" FROM cohort.contact t JOIN"
                                    + " cohort.contact_word w ON w.kind = 'SERVICE' AND w.key = t.service"
                                    + OF
                                    + "GROUP BY 1 ORDER BY 1");
            case DEPRIVATION ->
                    read(
                            connection,
                            reference,
                            "First areas by code",
                            "SELECT a.code AS \"Area\", t.imd_rank AS \"Rank\", t.imd_decile AS \"Tenth\" FROM"
                                    + " cohort.deprivation t JOIN cohort.area a USING (area_key)"
                                    + OF
                                    + "ORDER BY 1");
            case POSTCODES ->
                    read(
                            connection,
                            reference,
                            "First postcodes",
                            "SELECT t.postcode AS \"Postcode\", t.ended AS \"Ended\", t.district AS \"District\","
                                    + " t.lsoa21 AS \"LSOA 2021\" FROM cohort.postcode t"
                                    + OF
                                    + "ORDER BY t.postcode");
            case AREAS ->
                    read(
                            connection,
                            reference,
                            "First areas by code set and code",
                            "SELECT a.vintage AS \"Code set\", a.code AS \"Area\", t.name AS \"Name\" FROM"
                                    + " cohort.area_name t JOIN cohort.area a USING (area_key)"
                                    + OF
                                    + "ORDER BY 1, 2");
            case BOUNDARIES ->
                    read(
                            connection,
                            reference,
                            "First areas by code",
                            "SELECT a.code AS \"Area\", jsonb_array_length(t.rings::jsonb) AS \"Outlines\" FROM"
                                    + " cohort.area_boundary t JOIN cohort.area a USING (area_key)"
                                    + OF
                                    + "ORDER BY 1");
            case PRACTICE_AREAS ->
                    read(
                            connection,
                            reference,
                            "First practices by code",
                            "SELECT t.practice AS \"Practice\", count(*) AS \"Areas\", sum(t.patients) AS"
                                    + " \"Patients\" FROM cohort.practice_area t"
                                    + OF
                                    + "GROUP BY 1 ORDER BY 1");
        };
    }

    static DatasetSample unmatched(Connection connection, String reference) throws SQLException {
        return read(
                connection,
                reference,
                "Rows without an area of the code set, the most people first",
                "SELECT t.code AS \"In the file\", t.row_count AS \"Rows\", t.people AS \"People\" FROM"
                        + " cohort.dataset_unmatched t"
                        + OF
                        + "ORDER BY t.people DESC, t.code");
    }

    private static DatasetSample population(Connection connection, Dataset dataset)
            throws SQLException {
        StringBuilder ages = new StringBuilder();
        for (int i = 0; i < 3 && dataset.ageFirst() + i <= dataset.ageLast(); i++) {
            ages.append(", t.ages[")
                    .append(i + 1)
                    .append("] AS \"Aged ")
                    .append(dataset.ageFirst() + i)
                    .append('"');
        }
        return read(
                connection,
                dataset.id(),
                "First areas by code, with the first ages",
                "SELECT t.area_code AS \"Area\", t.area_name AS \"Name\", t.district AS \"District\","
                        + " t.total_population AS \"All ages\""
                        + ages
                        + " FROM cohort.population_area t"
                        + OF
                        + "ORDER BY t.area_code");
    }

    private static DatasetSample read(
            Connection connection, String reference, String caption, String sql)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql + " LIMIT " + ROWS)) {
            select.setString(1, reference);
            try (ResultSet row = select.executeQuery()) {
                ResultSetMetaData columns = row.getMetaData();
                List<String> headings = new ArrayList<>();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    headings.add(columns.getColumnLabel(i));
                }
                List<List<String>> rows = new ArrayList<>();
                while (row.next()) {
                    List<String> cells = new ArrayList<>();
                    for (int i = 1; i <= headings.size(); i++) {
                        cells.add(row.getString(i) == null ? "" : row.getString(i));
                    }
                    rows.add(cells);
                }
                return new DatasetSample(caption, headings, rows);
            }
        }
    }
}
