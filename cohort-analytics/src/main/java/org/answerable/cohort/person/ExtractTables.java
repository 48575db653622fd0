package org.answerable.cohort.person;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.answerable.cohort.file.CopyRows;

/** What the loaders of extracts do alike with the database. */
final class ExtractTables {

    private ExtractTables() {}

    /** Writes rows into a table. */
    static void copy(Connection connection, String table, Rows rows) throws SQLException {
        CopyRows.into(
                connection,
                table,
                out -> {
                    rows.writeTo(out);
                    return true;
                });
    }

    /** Sorts and joins of a load are few and large: more memory, for this transaction only. */
    static void forLargeSorts(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL work_mem = '128MB'");
        }
    }

    /** Rows to be written. */
    @FunctionalInterface
    interface Rows {
        void writeTo(CopyRows out) throws SQLException;
    }
}
