package org.answerable.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A PostgreSQL that somebody else runs, with an account and a password. */
class ExternalDatabaseIT {

    private static final String PASSWORD = "correct horse battery staple";

    private static Path folder;
    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start_a_database_that_asks_for_a_password() throws IOException, SQLException {
        folder = Files.createTempDirectory("answerable-external");
        postgres = startPostgres(RunningAnswerable.freePort());
        run("CREATE ROLE answerable LOGIN PASSWORD '" + PASSWORD + "'");
        run("CREATE DATABASE answerable OWNER answerable");
        run("CREATE DATABASE another OWNER answerable");
        Files.writeString(
                folder.resolve("pg_hba.conf"),
                "host all postgres 127.0.0.1/32 trust\nhost all all 127.0.0.1/32 scram-sha-256\n");
        run("SELECT pg_reload_conf()");
    }

    private static EmbeddedPostgres startPostgres(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setPort(port)
                .start();
    }

    @AfterAll
    static void stop_it() throws IOException {
        postgres.close();
    }

    @Test
    void a_wrong_password_is_said_without_repeating_it() {
        RunningAnswerable failed = start(Map.of("DATABASE_PASSWORD", "wrong secret"));
        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.output())
                .contains("refused the user “answerable”", "DATABASE_PASSWORD")
                .doesNotContain("wrong secret", "\tat ");
    }

    @Test
    void a_missing_database_is_said() {
        RunningAnswerable failed = start(Map.of("DATABASE_URL", url("nowhere")));
        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.output()).contains("no such database").doesNotContain("\tat ");
    }

    @Test
    void a_new_installation_has_no_demonstration_data_and_is_set_up_with_the_printed_code()
            throws IOException {
        RunningAnswerable running = start(Map.of());
        try {
            assertThat(running.output())
                    .contains("Answerable is ready")
                    .doesNotContain("Demonstration", "demo-");
            Visitor visitor = new Visitor(running);
            assertThat(visitor.get("/disclosures").body()).contains("Nothing has been published");

            assertThat(setUp(visitor, "guess").statusCode()).isEqualTo(422);
            HttpResponse<String> done = setUp(visitor, printedCode(running));
            assertThat(done.statusCode()).isEqualTo(303);
            assertThat(visitor.get("/setup").statusCode()).isEqualTo(404);

            HttpResponse<String> signedIn =
                    visitor.post(
                            "/sign-in",
                            visitor.tokenOf("/sign-in"),
                            "username",
                            "first-admin",
                            "password",
                            "a long enough password");
            assertThat(signedIn.statusCode()).isEqualTo(303);
            assertThat(visitor.get("/accounts").body()).contains("first-admin");
            a_database_that_is_away_is_said_and_used_again_when_it_is_back(running, visitor);
        } finally {
            assertThat(running.stop()).isZero();
        }
    }

    @Test
    void the_page_that_sets_up_is_well_made_and_says_what_is_missing() {
        RunningAnswerable running = start(Map.of("DATABASE_URL", url("another")));
        try (Browsers browsers = Browsers.open()) {
            browsers.window(running, true)
                    .open("/setup")
                    .shows("Set up")
                    .press("Set up")
                    .refuses("setupCode", "displayName", "username", "password");
        } finally {
            assertThat(running.stop()).isZero();
        }
    }

    private static void a_database_that_is_away_is_said_and_used_again_when_it_is_back(
            RunningAnswerable running, Visitor visitor) throws IOException {
        int port = postgres.getPort();
        postgres.close();

        HttpResponse<String> page = visitor.get("/accounts");
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body()).contains("We cannot reach the database", "Nothing was changed");
        HttpResponse<String> json = new Visitor(running).get("/api/foi/disclosures");
        assertThat(json.statusCode()).isEqualTo(503);
        assertThat(json.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(visitor.get("/health/ready").statusCode()).isEqualTo(503);

        postgres = startPostgres(port);
        assertThat(visitor.get("/accounts").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/health/ready").statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> setUp(Visitor visitor, String code) {
        return visitor.post(
                "/setup",
                visitor.tokenOf("/setup"),
                "setupCode",
                code,
                "name",
                "Example County Council",
                "kind",
                "COUNCIL",
                "code",
                "example-cc",
                "prefix",
                "EXC",
                "displayName",
                "First Administrator",
                "username",
                "first-admin",
                "password",
                "a long enough password");
    }

    private static String printedCode(RunningAnswerable running) {
        Pattern code = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        Matcher found = code.matcher(running.awaitOutput(code));
        assertThat(found.find()).isTrue();
        return found.group();
    }

    private static RunningAnswerable start(Map<String, String> environment) {
        Map<String, String> all = new HashMap<>();
        all.put("DATABASE_URL", url("answerable"));
        all.put("DATABASE_USER", "answerable");
        all.put("DATABASE_PASSWORD", PASSWORD);
        all.putAll(environment);
        return RunningAnswerable.start(RunningAnswerable.newDataFolder(), all);
    }

    private static String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + database;
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
