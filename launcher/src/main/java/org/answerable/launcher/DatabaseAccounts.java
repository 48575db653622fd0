package org.answerable.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * The accounts of the embedded PostgreSQL. It is made to trust everybody on this machine; after its
 * first start it asks for a password that only the owner of the data folder can read. The tables
 * belong to one account, used for migrations only; the server works with another, which owns nothing.
 * Neither is a superuser.
 */
final class DatabaseAccounts {

    static final String ADMINISTRATOR = "postgres";
    static final String OWNER = "answerable";
    static final String SERVER = "answerable_server";

    private static final String WITH_PASSWORD = "host all all 127.0.0.1/32 scram-sha-256\n";

    private final String password;
    private final Path rules;

    private DatabaseAccounts(String password, Path rules) {
        this.password = password;
        this.rules = rules;
    }

    /**
     * @param file holds the password; made when there is none
     * @param database folder of the database
     */
    static DatabaseAccounts of(Path file, Path database) throws IOException {
        Path rules = database.resolve("pg_hba.conf");
        if (!Files.exists(file) && asksForPassword(rules)) {
            throw new StartFailure(
                    "The password of the embedded database is missing: put "
                            + file
                            + " back from your backup.");
        }
        return new DatabaseAccounts(SecretFile.of(file), rules);
    }

    String password() {
        return password;
    }

    /** Makes what is missing of accounts and database, and asks for passwords from now on. */
    void secure(DataSource administrator) throws SQLException, IOException {
        try (Connection connection = administrator.getConnection();
                Statement statement = connection.createStatement()) {
            makeRole(statement, OWNER);
            makeRole(statement, SERVER);
            if (!exists(statement, "SELECT FROM pg_database WHERE datname = '" + OWNER + "'")) {
                statement.execute("CREATE DATABASE " + OWNER + " OWNER " + OWNER);
            }
            if (!asksForPassword(rules)) {
                statement.execute("ALTER ROLE " + ADMINISTRATOR + " PASSWORD '" + password + "'");
                Files.writeString(rules, WITH_PASSWORD);
                statement.execute("SELECT pg_reload_conf()");
            }
        }
    }

    private void makeRole(Statement statement, String role) throws SQLException {
        if (!exists(statement, "SELECT FROM pg_roles WHERE rolname = '" + role + "'")) {
            statement.execute("CREATE ROLE " + role + " LOGIN PASSWORD '" + password + "'");
        }
    }

    private static boolean asksForPassword(Path rules) throws IOException {
        return Files.exists(rules) && Files.readString(rules).equals(WITH_PASSWORD);
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            return row.next();
        }
    }
}
