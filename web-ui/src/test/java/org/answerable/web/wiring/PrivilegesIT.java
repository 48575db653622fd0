package org.answerable.web.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the application's own database user can do, where the tables belong to another. */
class PrivilegesIT {

    private static EmbeddedPostgres postgres;
    private static String url;

    @BeforeAll
    static void migrate_by_the_owner() throws IOException, SQLException {
        postgres = EmbeddedPostgres.builder().start();
        try (Connection c = postgres.getPostgresDatabase().getConnection();
                Statement statement = c.createStatement()) {
            statement.execute("CREATE ROLE the_owner LOGIN");
            statement.execute("CREATE ROLE \"the-server\" LOGIN");
            statement.execute("CREATE DATABASE records OWNER the_owner");
        }
        url = "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/records";
        Optional<Migrations.Owner> owner =
                Optional.of(new Migrations.Owner(url, "the_owner", "", "the-server"));
        Migrations.migrate(null, owner);
        Migrations.migrate(null, owner); // as every start does
        server(
                "INSERT INTO foi.authority VALUES ('a', 'A council', 'COUNCIL', 'AC')",
                "INSERT INTO foi.calendar_version (version, taken_at, content_hash, content)"
                        + " VALUES ('v', '2026-01-01', 'h', 'c')",
                "INSERT INTO foi.foi_case (id, reference, authority, kind, subject, channel,"
                        + " received, request_text, state, calendar, revision, changed_by,"
                        + " changed_by_name, changed_at, registered_at, validity) VALUES (1,"
                        + " 'AC-2026-0001', 'a', 'REQUEST', 's', 'EMAIL', '2026-01-05', 't',"
                        + " 'RECEIVED', 'v', 1, 'o', 'O', now(), now(), '')",
                history(1, "first"),
                history(2, "second"));
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    private static String history(int id, String text) {
        return "INSERT INTO foi.history (id, case_id, at, actor, actor_name, kind, text) VALUES ("
                + id
                + ", 1, now(), 'o', 'O', 'REGISTERED', '"
                + text
                + "')";
    }

    @Test
    void it_writes_the_history_and_the_database_chains_it() throws SQLException {
        assertThat(
                        one(
                                "SELECT count(*) FROM foi.history a JOIN foi.history b ON"
                                        + " b.previous_hash = a.entry_hash AND b.position ="
                                        + " a.position + 1"))
                .isEqualTo("1");
        assertThat(one("SELECT count(*) FROM foi.broken_history(null)")).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE foi.history SET text = 'other'",
                "DELETE FROM foi.history",
                "TRUNCATE foi.history",
                "ALTER TABLE foi.history DISABLE TRIGGER ALL",
                "ALTER TABLE foi.history DROP COLUMN entry_hash",
                "DROP TABLE foi.history",
                "UPDATE foi.history_end SET position = 1",
                "DELETE FROM foi.history_end",
                "UPDATE foi.clock_event SET on_date = now()",
                "DELETE FROM foi.letter",
                "UPDATE foi.calendar_version SET content = ''",
                "DELETE FROM access.history",
                "UPDATE cohort.release_ledger SET figure_reference = null",
                "DELETE FROM cohort.contact_month_alone",
                "INSERT INTO cohort.removal_permit VALUES (pg_current_xact_id())",
                "DELETE FROM directory.history",
                "DELETE FROM foi.flyway_schema_history",
                "CREATE TABLE foi.other (id int)",
                "SET session_replication_role = replica"
            })
    void it_can_change_or_remove_nothing_that_is_on_record(String change) {
        assertThatThrownBy(() -> server(change))
                .isInstanceOf(SQLException.class)
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }

    @Test
    void what_the_owner_changes_behind_the_triggers_is_found() throws SQLException {
        try (Connection c = DriverManager.getConnection(url, "the_owner", "");
                Statement statement = c.createStatement()) {
            c.setAutoCommit(false);
            statement.execute("ALTER TABLE foi.history DISABLE TRIGGER USER");
            statement.execute("UPDATE foi.history SET text = 'other' WHERE id = 1");
            assertThat(faults(statement)).isEqualTo("its text was changed");
            c.rollback();
            statement.execute("ALTER TABLE foi.history DISABLE TRIGGER USER");
            statement.execute("UPDATE foi.history SET actor = 'x' WHERE id = 2");
            assertThat(faults(statement)).isEqualTo("its date, actor or kind was changed");
            c.rollback();
            statement.execute("ALTER TABLE foi.history DISABLE TRIGGER USER");
            statement.execute("DELETE FROM foi.history WHERE id = 1");
            assertThat(faults(statement)).isEqualTo("an entry before it is missing");
            c.rollback();
            statement.execute("ALTER TABLE foi.history DISABLE TRIGGER USER");
            statement.execute("DELETE FROM foi.history WHERE id = 2");
            assertThat(faults(statement)).isEqualTo("the history ends too early");
            c.rollback();
        }
    }

    private static String faults(Statement statement) throws SQLException {
        try (ResultSet row =
                statement.executeQuery(
                        "SELECT string_agg(fault, '; ') FROM foi.broken_history(null)")) {
            row.next();
            return row.getString(1);
        }
    }

    private static void server(String... statements) throws SQLException {
        try (Connection c = DriverManager.getConnection(url, "the-server", "");
                Statement statement = c.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String one(String query) throws SQLException {
        try (Connection c = DriverManager.getConnection(url, "the-server", "");
                Statement statement = c.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
