package org.answerable.cohort.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.answerable.cohort.DatasetUse;

/** Which figures rest on a dataset. */
final class DatasetUses {

    private DatasetUses() {}

    static List<DatasetUse> of(Connection connection, String reference) throws SQLException {
        List<DatasetUse> uses = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT f.reference, f.title, EXISTS (SELECT FROM cohort.release_ledger l WHERE"
                                + " l.figure_reference = f.reference) FROM cohort.figure_source s JOIN"
                                + " cohort.figure f ON f.reference = s.figure_reference WHERE"
                                + " s.dataset_reference = ? ORDER BY f.computed_at DESC, f.reference DESC LIMIT"
                                + " 200")) {
            select.setString(1, reference);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    uses.add(new DatasetUse(row.getString(1), row.getString(2), row.getBoolean(3)));
                }
            }
        }
        return uses;
    }
}
