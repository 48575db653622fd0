package org.answerable.web.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationsIT {

    private static EmbeddedPostgres postgres;
    private static DataSource dataSource;

    @BeforeAll
    static void migrate_an_empty_database() throws IOException {
        postgres = EmbeddedPostgres.builder().start();
        dataSource = postgres.getPostgresDatabase();
        Migrations.migrate(dataSource, Optional.empty());
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Test
    void every_module_has_its_schema_with_its_own_migration_history() throws SQLException {
        assertThat(
                        column(
                                "SELECT table_schema FROM information_schema.tables"
                                        + " WHERE table_name = 'flyway_schema_history' ORDER BY 1"))
                .containsExactly("access", "cohort", "directory", "foi");
    }

    @Test
    void migrating_again_changes_nothing() throws SQLException {
        List<String> before = column(steps());

        Migrations.migrate(dataSource, Optional.empty());

        assertThat(column(steps())).isEqualTo(before);
    }

    @Test
    void no_table_refers_to_one_of_another_schema() throws SQLException {
        String all = "SELECT count(*) FROM pg_constraint WHERE contype = 'f'";
        String crossing =
                "SELECT c.conname FROM pg_constraint c JOIN pg_class a ON a.oid = c.conrelid"
                        + " JOIN pg_class b ON b.oid = c.confrelid"
                        + " WHERE c.contype = 'f' AND a.relnamespace <> b.relnamespace";

        assertThat(column(all)).doesNotContain("0");
        assertThat(column(crossing)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE access.history SET event = 'nothing'",
                "DELETE FROM access.history",
                "TRUNCATE access.history"
            })
    void the_record_of_access_is_append_only(String change) throws SQLException {
        execute(
                "INSERT INTO access.history (at, username, event)"
                        + " VALUES (now(), 'ole', 'signed in')");

        assertThatThrownBy(() -> execute(change))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("access.history is append-only");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TRUNCATE foi.history",
                "TRUNCATE cohort.history",
                "TRUNCATE directory.history",
                "DELETE FROM cohort.history",
                "DELETE FROM directory.history"
            })
    void the_history_of_every_module_is_append_only(String change) {
        assertThatThrownBy(() -> execute(change))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("append-only");
    }

    private static String steps() {
        return String.join(
                " UNION ALL ",
                Migrations.SCHEMAS.stream()
                        .map(
                                schema ->
                                        "SELECT '"
                                                + schema
                                                + " ' || version || ' ' || installed_on FROM "
                                                + schema
                                                + ".flyway_schema_history"
                                                + " WHERE version IS NOT NULL")
                        .toList());
    }

    private static List<String> column(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                values.add(row.getString(1));
            }
        }
        return values;
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
