package org.answerable.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Payara Micro, unpacked once into the data folder: unpacking at every start costs seconds. Made anew
 * when the version changes.
 */
final class ServerRuntime {

    private static final String MARK = "made-from";

    private ServerRuntime() {}

    /** The folder to start the server from. */
    static Path prepare(Path home, Path folder) throws IOException {
        Path jar = home.resolve("payara-micro.jar");
        if (!Files.exists(jar)) {
            throw new StartFailure("The application is not built: there is no " + jar + ".");
        }
        String version = Files.size(jar) + " " + Files.getLastModifiedTime(jar);
        Path mark = folder.resolve(MARK);
        if (!Files.exists(mark) || !Files.readString(mark).equals(version)) {
            Folders.delete(folder);
            unpack(jar, folder);
            Files.copy(configuration(folder), asDelivered(folder));
            Files.writeString(mark, version);
        }
        forgetLastRun(folder);
        return folder;
    }

    /** The server keeps what it deployed and was told; each start begins from what was delivered. */
    private static void forgetLastRun(Path folder) throws IOException {
        Files.copy(asDelivered(folder), configuration(folder), StandardCopyOption.REPLACE_EXISTING);
        Folders.delete(folder.resolve("applications"));
        Folders.delete(folder.resolve("generated"));
    }

    private static Path configuration(Path folder) {
        return folder.resolve("config").resolve("domain.xml");
    }

    private static Path asDelivered(Path folder) {
        return folder.resolve("config").resolve("domain.xml.delivered");
    }

    private static void unpack(Path jar, Path folder) throws IOException {
        Process process =
                new ProcessBuilder(
                                List.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "-jar",
                                        jar.toString(),
                                        "--rootdir",
                                        folder.toString(),
                                        "--outputlauncher"))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            if (process.waitFor() != 0) {
                throw new StartFailure("The server could not be unpacked into " + folder + ".");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("The start was interrupted.", e);
        }
    }

    /**
     * The server's own metrics would be open to everybody. Switched off they still answer at their
     * place, with a page of the server's own; so that place is moved out of the way, too.
     */
    static final String BOOTED_COMMANDS =
            "set-metrics-configuration --enabled=false --endpoint=server-metrics-off\n";

    /** Listens on one address only, compresses answers, and names neither server nor version. */
    static String listenerCommands(String bind) {
        String http = "configs.config.server-config.network-config.";
        String protocol = http + "protocols.protocol.http-listener.http.";
        return String.join(
                "\n",
                "set " + http + "network-listeners.network-listener.http-listener.address=" + bind,
                "set " + protocol + "server-header=false",
                "set " + protocol + "xpowered-by=false",
                "set " + protocol + "compression=on",
                "set " + protocol + "compression-min-size-bytes=1024",
                "set "
                        + protocol
                        + "compressable-mime-type=text/html,text/css,text/csv,text/javascript,"
                        + "image/svg+xml,application/json,application/problem+json,"
                        + "application/x-ndjson,application/atom+xml",
                "");
    }

    /** Writes the logging configuration and says where. */
    static Path logging(Path file) throws IOException {
        try (InputStream delivered =
                ServerRuntime.class.getResourceAsStream("logging.properties")) {
            Files.copy(delivered, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }
}
