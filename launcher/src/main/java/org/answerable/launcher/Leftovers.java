package org.answerable.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A server whose launcher was killed lives on and holds its port. It is recorded in the data folder
 * with its start time, so that the next start can end it; whoever holds the folder's lock may. The
 * PostgreSQL that such a start left over is known by its own pid file.
 */
final class Leftovers {

    private static final String FILE = "server.process";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Leftovers() {}

    static void remember(DataFolder data, ProcessHandle server) throws IOException {
        String start = server.info().startInstant().map(Instant::toString).orElse("");
        Files.writeString(data.resolve(FILE), server.pid() + "\n" + start + "\n");
    }

    static void forget(DataFolder data) {
        try {
            Files.deleteIfExists(data.resolve(FILE));
        } catch (IOException e) {
            // The record names a process that has ended: the next start finds nothing to end.
        }
    }

    /** The server first: PostgreSQL waits for its clients to leave. */
    static void end(DataFolder data) throws IOException {
        endServer(data);
        endDatabase(data.resolve("postgresql"));
    }

    private static void endServer(DataFolder data) throws IOException {
        Path file = data.resolve(FILE);
        if (!Files.exists(file)) {
            return;
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.size() == 2 && !lines.get(1).isEmpty()) {
            sameProcess(lines.get(0), lines.get(1)).ifPresent(Leftovers::stop);
        }
        forget(data);
    }

    /** A PostgreSQL that runs on this very folder, as its command line says. */
    private static void endDatabase(Path folder) throws IOException {
        Path file = folder.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        ProcessHandle.of(Long.parseLong(Files.readAllLines(file).get(0).strip()))
                .filter(
                        process ->
                                process.info()
                                        .commandLine()
                                        .filter(line -> line.contains(folder.toString()))
                                        .isPresent())
                .ifPresent(Leftovers::stop);
    }

    /** The process, unless its number has since been given to another. */
    static Optional<ProcessHandle> sameProcess(String pid, String start) {
        return ProcessHandle.of(Long.parseLong(pid))
                .filter(
                        process ->
                                process.info()
                                        .startInstant()
                                        .map(Instant::toString)
                                        .filter(start::equals)
                                        .isPresent());
    }

    private static void stop(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            process.destroyForcibly();
        }
    }
}
