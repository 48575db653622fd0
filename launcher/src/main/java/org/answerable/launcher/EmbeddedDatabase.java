package org.answerable.launcher;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * PostgreSQL with its data in the data folder. Changes are flushed to disk before they count as made:
 * the embedding library turns that off for tests, so it is turned on again here.
 */
final class EmbeddedDatabase {

    private static final Duration START_WITHIN = Duration.ofSeconds(60);

    private final EmbeddedPostgres postgres;
    private final DatabaseAccounts accounts;
    private final String pseudonymKey;

    private EmbeddedDatabase(
            EmbeddedPostgres postgres, DatabaseAccounts accounts, String pseudonymKey) {
        this.postgres = postgres;
        this.accounts = accounts;
        this.pseudonymKey = pseudonymKey;
    }

    static EmbeddedDatabase start(DataFolder data, PrintStream out) {
        Path folder = data.resolve("postgresql");
        boolean first = !Files.exists(folder.resolve("PG_VERSION"));
        out.println(first ? "Creating the database …" : "Starting the database …");
        Path log = data.resolve("postgresql.log");
        try {
            Files.createDirectories(folder);
            removeHalfUnpacked(data.resolve("runtime"));
            DatabaseAccounts accounts =
                    DatabaseAccounts.of(data.resolve("postgresql.password"), folder);
            EmbeddedPostgres postgres =
                    EmbeddedPostgres.builder()
                            .setDataDirectory(folder)
                            .setCleanDataDirectory(false)
                            .setOverrideWorkingDirectory(data.resolve("runtime").toFile())
                            .setRegisterShutdownHook(false)
                            .setPGStartupWait(START_WITHIN)
                            .setErrorRedirector(append(log))
                            .setOutputRedirector(append(log))
                            .setPort(FreePort.any())
                            .setConnectConfig("password", accounts.password())
                            .setServerConfig("fsync", "on")
                            .setServerConfig("synchronous_commit", "on")
                            .setServerConfig("timezone", "Europe/London")
                            .setServerConfig("listen_addresses", "127.0.0.1")
                            .setServerConfig("unix_socket_directories", "")
                            .setServerConfig("max_connections", "60")
                            .setServerConfig("shared_buffers", "128MB")
                            .setServerConfig("max_wal_size", "4GB")
                            .setLocaleConfig("locale", "C")
                            .start();
            EmbeddedDatabase started =
                    new EmbeddedDatabase(
                            postgres, accounts, SecretFile.of(data.resolve("pseudonym.key")));
            started.secure();
            return started;
        } catch (StartFailure e) {
            throw e;
        } catch (IOException | SQLException | RuntimeException e) {
            throw new StartFailure(explain(e, log), e);
        }
    }

    /** An unpacking that was interrupted is begun again: the library would stumble over it. */
    private static void removeHalfUnpacked(Path runtime) throws IOException {
        if (!Files.exists(runtime)) {
            return;
        }
        try (Stream<Path> unpacked = Files.list(runtime)) {
            for (Path folder : unpacked.filter(Files::isDirectory).toList()) {
                if (!Files.exists(folder.resolve(".exists"))) {
                    Folders.delete(folder);
                }
            }
        }
    }

    private static ProcessBuilder.Redirect append(Path log) {
        return ProcessBuilder.Redirect.appendTo(log.toFile());
    }

    private static String explain(Exception e, Path log) {
        if (runsAsRoot() && !userNamespaces()) {
            return "PostgreSQL does not run as root, and this machine does not let root step down"
                    + " (no user namespaces). Run Answerable as an ordinary user, or set"
                    + " DATABASE_URL to a PostgreSQL that runs already.";
        }
        return "The embedded PostgreSQL did not start ("
                + e.getMessage()
                + "). Its own words are in "
                + log
                + ".";
    }

    private static boolean runsAsRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static boolean userNamespaces() {
        try {
            return new ProcessBuilder("unshare", "-U", "true")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void secure() throws SQLException, IOException {
        boolean secured = false;
        try {
            accounts.secure(postgres.getPostgresDatabase());
            secured = true;
        } finally {
            if (!secured) {
                stop();
            }
        }
    }

    Database database() {
        String url =
                "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + DatabaseAccounts.OWNER;
        return new Database(
                url,
                DatabaseAccounts.SERVER,
                accounts.password(),
                Optional.of(DatabaseAccounts.OWNER),
                Optional.of(pseudonymKey));
    }

    void stop() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
