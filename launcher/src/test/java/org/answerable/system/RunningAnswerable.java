package org.answerable.system;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * The assembled product as a process of its own, as {@code ./run} starts it. {@link #shared()} is one
 * instance with demonstration data for all tests of the JVM.
 */
public final class RunningAnswerable {

    private static final Path HOME = Path.of("target", "answerable").toAbsolutePath();
    private static final int STOP_SECONDS = 60;

    private static RunningAnswerable shared;

    private final Process process;
    private final int port;
    private final Path data;
    private final List<String> output = new ArrayList<>();

    private RunningAnswerable(Process process, int port, Path data) {
        this.process = process;
        this.port = port;
        this.data = data;
    }

    /** One instance for all tests; it ends with the JVM. */
    public static synchronized RunningAnswerable shared() {
        if (shared == null) {
            shared = start(newDataFolder(), Map.of());
            Runtime.getRuntime().addShutdownHook(new Thread(shared::stop));
        }
        return shared;
    }

    public static Path newDataFolder() {
        try {
            return Files.createTempDirectory("answerable-it");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it and waits until it says that it is ready, or has ended. */
    public static RunningAnswerable start(Path data, Map<String, String> environment) {
        return start(data, freePort(), environment);
    }

    public static RunningAnswerable start(Path data, int port, Map<String, String> environment) {
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-Danswerable.home=" + HOME,
                            "-Xmx256m",
                            "-cp",
                            HOME.resolve("lib") + "/*",
                            "org.answerable.launcher.Answerable");
            builder.environment().put("PORT", Integer.toString(port));
            builder.environment().put("ANSWERABLE_DATA", data.toString());
            builder.environment().putAll(environment);
            Process process = builder.redirectErrorStream(true).start();
            RunningAnswerable running = new RunningAnswerable(process, port, data);
            running.waitUntilReadyOrEnded();
            return running;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void waitUntilReadyOrEnded() throws IOException {
        BufferedReader reader =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            output.add(line);
            if (line.startsWith("Answerable is ready: ")) {
                drain(reader);
                return;
            }
        }
    }

    /** Keeps reading, so that the process never waits for its output to be read. */
    private void drain(BufferedReader reader) {
        Thread thread = new Thread(() -> readOn(reader));
        thread.setDaemon(true);
        thread.start();
    }

    private void readOn(BufferedReader reader) {
        try {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                synchronized (output) {
                    output.add(line);
                    output.notifyAll();
                }
            }
        } catch (IOException e) {
            // The process was killed and its output closed with it.
        }
    }

    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    public int port() {
        return port;
    }

    public Path data() {
        return data;
    }

    public Process process() {
        return process;
    }

    public String output() {
        synchronized (output) {
            return String.join("\n", output);
        }
    }

    /** What it has printed, once that holds the pattern; what comes after the ready line comes later. */
    public String awaitOutput(Pattern wanted) {
        synchronized (output) {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(STOP_SECONDS);
            try {
                while (!wanted.matcher(output()).find() && System.nanoTime() < deadline) {
                    output.wait(TimeUnit.SECONDS.toMillis(1));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return output();
        }
    }

    /** Ends it as Ctrl-C does and gives the exit code. */
    public int stop() {
        process.destroy();
        return exitCode();
    }

    public int exitCode() {
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("It did not end in " + STOP_SECONDS + " s");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
