package org.answerable.directory.geography.store;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import org.answerable.directory.store.StoreFailure;
import org.postgresql.PGConnection;

/** Rows in the text format of COPY, gathered and sent at once. */
final class CopyText {

    private final StringBuilder rows = new StringBuilder();

    /** Adds a row; null is no value. */
    void row(Object... values) {
        for (int i = 0; i < values.length; i++) {
            rows.append(i == 0 ? "" : "\t").append(text(values[i]));
        }
        rows.append('\n');
    }

    /** Sends what was gathered to a table, its columns in the order of the values. */
    void into(Connection connection, String tableAndColumns) throws SQLException {
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "COPY " + tableAndColumns + " FROM STDIN",
                            new StringReader(rows.toString()));
        } catch (IOException e) {
            throw new StoreFailure(e);
        }
    }

    private static String text(Object value) {
        return value == null
                ? "\\N"
                : value.toString()
                        .replace("\\", "\\\\")
                        .replace("\t", "\\t")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r");
    }
}
