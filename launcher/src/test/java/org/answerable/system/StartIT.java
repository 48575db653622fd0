package org.answerable.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Starting, stopping and what can go wrong with it: one clear message, or it recovers by itself. */
class StartIT {

    @Test
    void a_taken_port_is_said_before_anything_is_started() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            RunningAnswerable failed =
                    RunningAnswerable.start(
                            RunningAnswerable.newDataFolder(), taken.getLocalPort(), Map.of());
            assertThat(failed.exitCode()).isEqualTo(1);
            assertThat(failed.output())
                    .contains("Port " + taken.getLocalPort(), "cannot be used", "--port")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void a_data_folder_in_use_is_refused() {
        Path inUse = RunningAnswerable.shared().data();
        RunningAnswerable second = RunningAnswerable.start(inUse, Map.of());
        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.output())
                .contains("Another Answerable is using the data folder")
                .doesNotContain("\tat ");
    }

    @Test
    void an_external_database_that_does_not_answer_is_said() {
        RunningAnswerable failed =
                RunningAnswerable.start(
                        RunningAnswerable.newDataFolder(),
                        Map.of(
                                "DATABASE_URL",
                                "jdbc:postgresql://127.0.0.1:"
                                        + RunningAnswerable.freePort()
                                        + "/answerable"));
        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.output()).contains("does not answer").doesNotContain("\tat ");
    }

    @Test
    void an_unknown_option_is_said() {
        RunningAnswerable failed =
                RunningAnswerable.start(
                        RunningAnswerable.newDataFolder(), Map.of("ANSWERABLE_DEMO", "perhaps"));
        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.output()).contains("ANSWERABLE_DEMO must be true or false");
    }

    @Test
    void root_without_user_namespaces_is_told_what_to_do() throws IOException {
        assumeTrue(
                "root".equals(System.getProperty("user.name")),
                "Only root has to step down to run PostgreSQL");
        Path fakes = RunningAnswerable.newDataFolder();
        Path unshare = Files.writeString(fakes.resolve("unshare"), "#!/bin/sh\nexit 1\n");
        Files.setPosixFilePermissions(unshare, PosixFilePermissions.fromString("rwxr-xr-x"));
        RunningAnswerable failed =
                RunningAnswerable.start(
                        RunningAnswerable.newDataFolder(),
                        Map.of("PATH", fakes + ":" + System.getenv("PATH")));
        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.output())
                .contains("does not run as root", "ordinary user", "DATABASE_URL")
                .doesNotContain("\tat ");
    }

    @Test
    void a_restart_finds_all_data_and_ctrl_c_ends_with_code_0() throws Exception {
        Path data = RunningAnswerable.newDataFolder();
        RunningAnswerable first = RunningAnswerable.start(data, Map.of());
        assertThat(new Visitor(first).get("/disclosures/LCC-2024-0001").statusCode())
                .isEqualTo(200);
        assertThat(first.stop()).isZero();

        RunningAnswerable second = RunningAnswerable.start(data, Map.of());
        try {
            Visitor visitor = new Visitor(second);
            assertThat(visitor.get("/disclosures/LCC-2024-0001").statusCode()).isEqualTo(200);
            changes_are_flushed_to_disk(second);
            nobody_connects_without_the_password(second);
            a_restarted_database_is_used_again(second, visitor);
        } finally {
            second.process().destroyForcibly();
            second.process().waitFor(10, TimeUnit.SECONDS);
        }

        // Killed, not stopped: its server and database live on until the next start ends them.
        RunningAnswerable third = RunningAnswerable.start(data, second.port(), Map.of());
        assertThat(third.output()).contains("Answerable is ready");
        assertThat(new Visitor(third).get("/disclosures/LCC-2024-0001").statusCode())
                .isEqualTo(200);
        assertThat(third.stop()).isZero();
    }

    private static void changes_are_flushed_to_disk(RunningAnswerable running) throws Exception {
        assertThat(setting(running, "fsync")).isEqualTo("on");
        assertThat(setting(running, "synchronous_commit")).isEqualTo("on");
    }

    private static void nobody_connects_without_the_password(RunningAnswerable running)
            throws Exception {
        List<String> lines =
                Files.readAllLines(running.data().resolve("postgresql").resolve("postmaster.pid"));
        String url = "jdbc:postgresql://127.0.0.1:" + lines.get(3).strip() + "/answerable";
        for (String user : List.of("postgres", "answerable")) {
            assertThatThrownBy(() -> DriverManager.getConnection(url, user, "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
        assertThat(Files.getPosixFilePermissions(running.data().resolve("postgresql.password")))
                .containsExactlyInAnyOrder(
                        PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        try (Connection connection = EmbeddedDatabaseOf.connect(running);
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT rolsuper FROM pg_roles WHERE rolname = 'answerable'")) {
            row.next();
            assertThat(row.getBoolean(1)).isFalse();
        }
    }

    private static String setting(RunningAnswerable running, String name) throws SQLException {
        try (Connection connection = EmbeddedDatabaseOf.connect(running);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW " + name)) {
            row.next();
            return row.getString(1);
        }
    }

    /** Every connection of the pool is cut, as a restart cuts them. */
    private static void a_restarted_database_is_used_again(
            RunningAnswerable running, Visitor visitor) throws SQLException {
        try (Connection connection = EmbeddedDatabaseOf.connect(running);
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                            + " WHERE pid <> pg_backend_pid() AND datname = 'answerable'");
        }
        assertThat(visitor.get("/disclosures").statusCode()).isEqualTo(200);
    }

    /** The embedded database of a running instance. */
    private static final class EmbeddedDatabaseOf {
        static Connection connect(RunningAnswerable running) throws SQLException {
            try {
                Path pid = running.data().resolve("postgresql").resolve("postmaster.pid");
                String port = Files.readAllLines(pid).get(3).strip();
                return DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
                        "postgres",
                        Files.readString(running.data().resolve("postgresql.password")));
            } catch (IOException e) {
                throw new SQLException(e);
            }
        }
    }
}
