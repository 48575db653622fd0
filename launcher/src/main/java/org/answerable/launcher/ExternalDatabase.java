package org.answerable.launcher;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** A PostgreSQL that someone else runs: asked before the server is started, so that a fault is plain. */
final class ExternalDatabase {

    private static final int OLDEST = 140000;

    private ExternalDatabase() {}

    static void check(Database database) {
        Properties properties = new Properties();
        properties.setProperty("user", database.user());
        properties.setProperty("password", database.password());
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("loginTimeout", "10");
        try (Connection connection = DriverManager.getConnection(database.url(), properties);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW server_version_num")) {
            row.next();
            if (row.getInt(1) < OLDEST) {
                throw new StartFailure(
                        "The database is PostgreSQL "
                                + row.getInt(1) / 10000
                                + ". Answerable needs version 14 or newer.");
            }
        } catch (SQLException e) {
            throw new StartFailure(explain(e, database), e);
        }
    }

    /** SQLSTATE 28 is a refused sign-in, 3D000 an unknown database, 08 no connection. */
    private static String explain(SQLException e, Database database) {
        String state = String.valueOf(e.getSQLState());
        if (state.startsWith("28")) {
            return "The database refused the user “"
                    + database.user()
                    + "”. Check DATABASE_USER and DATABASE_PASSWORD.";
        }
        if (state.equals("3D000")) {
            return "There is no such database: "
                    + database.url()
                    + ". Create it first, or mend DATABASE_URL.";
        }
        return "The database at "
                + database.url()
                + " does not answer ("
                + e.getMessage()
                + "). Check DATABASE_URL, and that PostgreSQL is running.";
    }
}
