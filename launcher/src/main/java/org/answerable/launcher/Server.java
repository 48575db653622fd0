package org.answerable.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Payara Micro with the application, as a process of its own. */
final class Server {

    private static final Duration READY_WITHIN = Duration.ofSeconds(180);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(20);
    private static final Duration ASK_EVERY = Duration.ofMillis(100);
    private static final Duration SAY_EVERY = Duration.ofSeconds(5);
    private static final int OK = 200;

    private final Process process;
    private final Path log;
    private final URI health;
    private final DataFolder data;

    private Server(Process process, Path log, URI health, DataFolder data) {
        this.process = process;
        this.log = log;
        this.health = health;
        this.data = data;
    }

    static Server start(Settings settings, DataFolder data, Database database) {
        Path log = data.resolve("server.log");
        try {
            Path runtime = ServerRuntime.prepare(settings.home(), data.resolve("server"));
            Path listener = data.resolve("listener.asadmin");
            Files.writeString(listener, ServerRuntime.listenerCommands(settings.bind()));
            Path booted = data.resolve("booted.asadmin");
            Files.writeString(booted, ServerRuntime.BOOTED_COMMANDS);
            Path logging = ServerRuntime.logging(data.resolve("logging.properties"));
            ProcessBuilder builder =
                    new ProcessBuilder(command(settings, runtime, listener, booted, logging))
                            .directory(runtime.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile());
            configure(builder.environment(), settings, database);
            Process process = builder.start();
            Leftovers.remember(data, process.toHandle());
            URI health = URI.create(settings.address() + "/health/ready");
            return new Server(process, log, health, data);
        } catch (IOException e) {
            throw new StartFailure("The server could not be started: " + e.getMessage(), e);
        }
    }

    private static List<String> command(
            Settings settings, Path runtime, Path listener, Path booted, Path logging) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms192m",
                "-Xmx448m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Duser.timezone=Europe/London",
                "-Dfile.encoding=UTF-8",
                "-Djava.awt.headless=true",
                "-jar",
                runtime.resolve("launch-micro.jar").toString(),
                "--nohazelcast",
                "--disablephonehome",
                "--port",
                Integer.toString(settings.port()),
                "--prebootcommandfile",
                listener.toString(),
                "--postbootcommandfile",
                booted.toString(),
                "--logproperties",
                logging.toString(),
                "--contextroot",
                "/",
                "--deploy",
                settings.home().resolve("answerable.war").toString());
    }

    private static void configure(
            Map<String, String> environment, Settings settings, Database database) {
        // The C library would keep memory that was freed apart for each of many threads.
        environment.putIfAbsent("MALLOC_ARENA_MAX", "2");
        environment.put("DATABASE_URL", database.url());
        environment.put("DATABASE_USER", database.user());
        environment.put("DATABASE_PASSWORD", database.password());
        database.owner()
                .ifPresent(
                        owner -> {
                            environment.put("DATABASE_OWNER_USER", owner);
                            environment.put("DATABASE_OWNER_PASSWORD", database.password());
                        });
        database.pseudonymKey()
                .ifPresent(key -> environment.putIfAbsent("ANSWERABLE_PSEUDONYM_KEY", key));
        environment.put("ANSWERABLE_DEMO", Boolean.toString(settings.demonstration()));
        environment.put("ANSWERABLE_SETUP_CODE", settings.setupCode());
        environment.put("ANSWERABLE_LOCAL_ADDRESS", settings.address());
    }

    void waitUntilReady(PrintStream out) {
        HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        HttpRequest request = HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(5)).build();
        Instant begun = Instant.now();
        Instant said = begun;
        while (!ready(client, request)) {
            if (!process.isAlive()) {
                throw new StartFailure("The server ended while it started. See " + log + ".");
            }
            if (deploymentFailed()) {
                throw new StartFailure("The application could not be deployed. See " + log + ".");
            }
            Duration waited = Duration.between(begun, Instant.now());
            if (waited.compareTo(READY_WITHIN) > 0) {
                throw new StartFailure(
                        "The server was not ready after "
                                + READY_WITHIN.toSeconds()
                                + " s. See "
                                + log
                                + ".");
            }
            if (Duration.between(said, Instant.now()).compareTo(SAY_EVERY) > 0) {
                said = Instant.now();
                out.println("  still starting, " + waited.toSeconds() + " s …");
            }
        }
    }

    /** A failed deployment leaves the process alive, so the log is the only sign of it. */
    private boolean deploymentFailed() {
        try {
            return Files.readString(log).contains("Exception while loading the app");
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean ready(HttpClient client, HttpRequest request) {
        try {
            Thread.sleep(ASK_EVERY.toMillis());
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    int waitUntilEnded() {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    Path log() {
        return log;
    }

    void stop() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
        Leftovers.forget(data);
    }
}
