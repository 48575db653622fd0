package org.answerable.cohort.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;

/** Patients of practices by age, and by the LSOA of England that they live in. */
public final class PracticeRows {

    private static final int FETCHED = 10_000;

    private PracticeRows() {}

    /** Takes one practice. */
    @FunctionalInterface
    public interface ByAge {
        void practice(String practice, int[] people);
    }

    /** Takes the patients of one practice in one area. */
    @FunctionalInterface
    public interface ByArea {
        void patients(String area, String practice, long patients);
    }

    /**
     * @param dataset reference of a population by practice
     */
    public static void byAge(Connection connection, String dataset, ByAge to) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT p.area_code, p.ages FROM cohort.population_area p"
                                + " JOIN cohort.dataset d ON d.id = p.dataset_id"
                                + " WHERE d.reference = ?")) {
            select.setString(1, dataset);
            select.setFetchSize(FETCHED);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Integer[] ages = (Integer[]) row.getArray(2).getArray();
                    to.practice(
                            row.getString(1),
                            Arrays.stream(ages).mapToInt(Integer::intValue).toArray());
                }
            }
        }
    }

    /**
     * All rows of an area one after the other; without words such as CLOSED and Welsh areas.
     *
     * @param dataset reference of patients by practice and area
     */
    public static void byArea(Connection connection, String dataset, ByArea to)
            throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT p.area_code, p.practice, p.patients FROM cohort.practice_area p"
                                + " JOIN cohort.dataset d ON d.id = p.dataset_id"
                                + " WHERE d.reference = ? AND p.area_code ~ '^E01[0-9]{6}$'"
                                + " ORDER BY p.area_code, p.practice")) {
            select.setString(1, dataset);
            select.setFetchSize(FETCHED);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    to.patients(row.getString(1), row.getString(2), row.getLong(3));
                }
            }
        }
    }

    /** Patients whose area is none of England. */
    public static long unmatched(Connection connection, String dataset) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT COALESCE(sum(u.people), 0) FROM cohort.dataset_unmatched u"
                                + " JOIN cohort.dataset d ON d.id = u.dataset_id"
                                + " WHERE d.reference = ?")) {
            select.setString(1, dataset);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
