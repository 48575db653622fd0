package org.answerable.launcher;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/**
 * Starts Answerable and keeps it running until it is told to stop: the embedded PostgreSQL, unless
 * another is configured, then the server. Everything that was started is stopped again, in reverse.
 */
public final class Answerable {

    private final Settings settings;
    private final PrintStream out;
    private final Deque<Runnable> toStop = new ArrayDeque<>();
    private boolean stopping;

    private Answerable(Settings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.getenv()));
    }

    private static int run(String[] arguments, Map<String, String> environment) {
        try {
            Settings settings = Settings.of(arguments, environment);
            if (settings.help()) {
                System.out.print(Settings.HELP);
                return 0;
            }
            return new Answerable(settings, System.out).runUntilStopped();
        } catch (StartFailure e) {
            System.err.println();
            System.err.println("Answerable could not start. " + e.getMessage());
            return 1;
        }
    }

    private int runUntilStopped() {
        Thread hook = new Thread(this::stopOnSignal, "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            Server server = start();
            int code = server.waitUntilEnded();
            stop();
            throw new StartFailure(
                    "The server ended by itself (code " + code + "). See " + server.log() + ".");
        } catch (StartFailure e) {
            if (isStopping()) {
                waitForTheHook();
            }
            stop();
            Runtime.getRuntime().removeShutdownHook(hook);
            throw e;
        }
    }

    private Server start() {
        Instant begun = Instant.now();
        // First the folder: what a killed start left over in it may hold the port.
        DataFolder data = DataFolder.open(settings.dataFolder());
        onStop(data::close);
        FreePort.check(settings.bind(), settings.port());
        Database database = database(data);
        out.println("Starting the server …");
        Server server = Server.start(settings, data, database);
        onStop(server::stop);
        server.waitUntilReady(out);
        announce(Duration.between(begun, Instant.now()));
        return server;
    }

    private Database database(DataFolder data) {
        if (settings.externalDatabase().isPresent()) {
            Database external = settings.externalDatabase().get();
            out.println("Connecting to " + external.url() + " …");
            ExternalDatabase.check(external);
            return external;
        }
        EmbeddedDatabase embedded = EmbeddedDatabase.start(data, out);
        onStop(embedded::stop);
        return embedded.database();
    }

    private void announce(Duration took) {
        String address = settings.address();
        out.println("Answerable is ready: " + address + "/");
        out.printf("Started in %.1f s. Press Ctrl-C to stop.%n", took.toMillis() / 1000.0);
        if (settings.demonstration()) {
            out.println();
            out.println(
                    "Demonstration accounts (password: demo- and the name, e.g. demo-officer):");
            out.println(
                    "  officer, contributor, approver, reviewer, qualified-person, auditor, analyst, editor,"
                            + " registrar, admin, icb-officer");
        } else {
            out.println("A new installation is set up at " + address + "/setup with the code");
            out.println("  " + settings.setupCode());
        }
        out.flush();
    }

    private synchronized void onStop(Runnable action) {
        if (stopping) {
            action.run();
        } else {
            toStop.push(action);
        }
    }

    private synchronized boolean isStopping() {
        return stopping;
    }

    private void stop() {
        while (true) {
            Runnable next;
            synchronized (this) {
                next = toStop.poll();
            }
            if (next == null) {
                return;
            }
            next.run();
        }
    }

    /** Ctrl-C or SIGTERM: a wished-for end, so the exit code is 0. */
    private void stopOnSignal() {
        synchronized (this) {
            stopping = true;
        }
        out.println();
        out.println("Stopping …");
        stop();
        out.println("Stopped.");
        out.flush();
        Runtime.getRuntime().halt(0);
    }

    private static void waitForTheHook() {
        try {
            Thread.currentThread().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
