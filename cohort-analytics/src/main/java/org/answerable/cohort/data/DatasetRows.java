package org.answerable.cohort.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.answerable.cohort.Dataset;
import org.answerable.cohort.InvalidInput;

/** The register as other packages read it. */
public final class DatasetRows {

    private DatasetRows() {}

    public static Optional<Dataset> find(Connection connection, String reference)
            throws SQLException {
        return DatasetRegister.find(connection, reference);
    }

    /**
     * Passes when none of the datasets is withdrawn.
     *
     * @param field the field to name otherwise
     * @throws InvalidInput one is
     */
    public static void insistOffered(Connection connection, String field, String... references)
            throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT d.reference, w.reason FROM cohort.dataset_withdrawal w JOIN cohort.dataset d"
                                + " ON d.id = w.dataset_id WHERE d.reference = ANY (?) ORDER BY 1")) {
            select.setArray(1, connection.createArrayOf("text", references));
            try (ResultSet row = select.executeQuery()) {
                if (row.next()) {
                    throw new InvalidInput(
                            field,
                            row.getString(1)
                                    + " was withdrawn ("
                                    + row.getString(2)
                                    + "). Choose another dataset.");
                }
            }
        }
    }

    /**
     * Passes when the rows of the dataset are still held.
     *
     * @param field the field to name otherwise
     * @throws InvalidInput they were removed
     */
    public static void insistHeld(Connection connection, String field, String reference)
            throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT r.reason FROM cohort.dataset_removal r JOIN cohort.dataset d ON d.id ="
                                + " r.dataset_id WHERE d.reference = ?")) {
            select.setString(1, reference);
            try (ResultSet row = select.executeQuery()) {
                if (row.next()) {
                    throw new InvalidInput(
                            field,
                            "The rows of "
                                    + reference
                                    + " were removed ("
                                    + row.getString(1)
                                    + "). Choose another dataset.");
                }
            }
        }
    }

    /** The deprivation that tenths are taken from. */
    public static Optional<Dataset> newestDeprivation(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement(
                                "SELECT reference FROM cohort.dataset d WHERE kind = 'DEPRIVATION'"
                                        + " AND NOT EXISTS (SELECT FROM cohort.dataset_withdrawal x"
                                        + " WHERE x.dataset_id = d.id) ORDER BY id DESC LIMIT 1");
                ResultSet row = select.executeQuery()) {
            return row.next() ? find(connection, row.getString(1)) : Optional.empty();
        }
    }
}
