package org.answerable.launcher;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What the environment and the arguments ask for; an argument wins over the environment.
 *
 * @param externalDatabase the configured one; empty means the embedded one
 * @param home the assembled folder with the server and the application
 * @param setupCode what the first administrator proves with that they may read this output
 */
record Settings(
        boolean help,
        int port,
        String bind,
        Path dataFolder,
        Optional<Database> externalDatabase,
        boolean demonstration,
        Path home,
        String setupCode) {

    static final String HELP =
            """
            Usage: ./run [options]

            Builds what is missing, starts PostgreSQL and the server, and stops both on Ctrl-C.

            Option             Environment            Default     Meaning
            --port N           PORT                   8080        port of the web pages
            --bind ADDRESS     ANSWERABLE_BIND        127.0.0.1   address to listen on
            --data FOLDER      ANSWERABLE_DATA        ./data      data of the embedded PostgreSQL
            --no-demo          ANSWERABLE_DEMO=false  true        no demonstration data and accounts
            --database-url U   DATABASE_URL           (embedded)  JDBC URL of a PostgreSQL 14 or newer;
                                                                  then no embedded one, no demonstration
            --database-user N  DATABASE_USER                      its user
                               DATABASE_PASSWORD                  its password (environment only)
            --help                                                this text
            """;

    private static final int LARGEST_PORT = 65535;

    static Settings of(String[] arguments, Map<String, String> environment) {
        Map<String, String> given = new HashMap<>(environment);
        boolean help = false;
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--help", "-h" -> help = true;
                case "--no-demo" -> given.put("ANSWERABLE_DEMO", "false");
                case "--port" -> given.put("PORT", value(arguments, ++i));
                case "--bind" -> given.put("ANSWERABLE_BIND", value(arguments, ++i));
                case "--data" -> given.put("ANSWERABLE_DATA", value(arguments, ++i));
                case "--database-url" -> given.put("DATABASE_URL", value(arguments, ++i));
                case "--database-user" -> given.put("DATABASE_USER", value(arguments, ++i));
                default ->
                        throw new StartFailure(
                                "There is no option " + arguments[i] + ". See ./run --help.");
            }
        }
        Optional<Database> external = external(given);
        return new Settings(
                help,
                port(given.getOrDefault("PORT", "8080")),
                given.getOrDefault("ANSWERABLE_BIND", "127.0.0.1"),
                Path.of(given.getOrDefault("ANSWERABLE_DATA", "data")).toAbsolutePath().normalize(),
                external,
                external.isEmpty() && demonstration(given.getOrDefault("ANSWERABLE_DEMO", "true")),
                Path.of(System.getProperty("answerable.home", "launcher/target/answerable"))
                        .toAbsolutePath()
                        .normalize(),
                given.getOrDefault("ANSWERABLE_SETUP_CODE", UUID.randomUUID().toString()));
    }

    /** The address of the pages on this machine, without a slash at its end. */
    String address() {
        return "http://" + hostInUrl() + ":" + port;
    }

    private String hostInUrl() {
        boolean all = bind.equals("0.0.0.0") || bind.equals("::");
        String host = all ? "127.0.0.1" : bind;
        return host.contains(":") ? "[" + host + "]" : host;
    }

    private static String value(String[] arguments, int at) {
        if (at >= arguments.length) {
            throw new StartFailure(
                    "The option " + arguments[at - 1] + " needs a value. See ./run --help.");
        }
        return arguments[at];
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text.strip());
            if (port >= 1 && port <= LARGEST_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Answered below, as a number out of range is.
        }
        throw new StartFailure("The port must be a number from 1 to 65535, not “" + text + "”.");
    }

    private static boolean demonstration(String text) {
        return switch (text.strip()) {
            case "true" -> true;
            case "false" -> false;
            default ->
                    throw new StartFailure(
                            "ANSWERABLE_DEMO must be true or false, not “" + text + "”.");
        };
    }

    private static Optional<Database> external(Map<String, String> given) {
        String url = given.getOrDefault("DATABASE_URL", "");
        if (url.isBlank()) {
            return Optional.empty();
        }
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new StartFailure(
                    "DATABASE_URL must be a JDBC URL such as"
                            + " jdbc:postgresql://db.example:5432/answerable.");
        }
        return Optional.of(
                new Database(
                        url,
                        given.getOrDefault("DATABASE_USER", ""),
                        given.getOrDefault("DATABASE_PASSWORD", "")));
    }
}
