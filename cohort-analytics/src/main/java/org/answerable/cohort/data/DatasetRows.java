package org.answerable.cohort.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.answerable.cohort.Dataset;

/** The register as other packages read it. */
public final class DatasetRows {

    private DatasetRows() {}

    public static Optional<Dataset> find(Connection connection, String reference)
            throws SQLException {
        return DatasetRegister.find(connection, reference);
    }

    /** The deprivation that tenths are taken from. */
    public static Optional<Dataset> newestDeprivation(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement(
                                "SELECT reference FROM cohort.dataset WHERE kind = 'DEPRIVATION'"
                                        + " ORDER BY id DESC LIMIT 1");
                ResultSet row = select.executeQuery()) {
            return row.next() ? find(connection, row.getString(1)) : Optional.empty();
        }
    }
}
