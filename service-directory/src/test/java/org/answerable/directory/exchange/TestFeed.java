package org.answerable.directory.exchange;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** A feed on this machine that answers as a test tells it, and remembers what it was asked. */
final class TestFeed implements AutoCloseable {

    /** What is answered. */
    interface Answers {
        void answer(Asked asked) throws IOException;
    }

    /** One question and how to answer it. */
    record Asked(String path, Map<String, String> parameters, HttpExchange exchange) {

        int page() {
            return Integer.parseInt(parameters.getOrDefault("page", "1"));
        }

        void json(String body) throws IOException {
            send(200, "application/json", body);
        }

        void send(int status, String type, String body) throws IOException {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        }

        void redirect(String target) throws IOException {
            exchange.getResponseHeaders().add("Location", target);
            send(302, "text/plain", "");
        }
    }

    final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile Answers answers;

    TestFeed(Answers answers) {
        this.answers = answers;
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::handle);
        server.start();
    }

    void answers(Answers now) {
        answers = now;
    }

    /** Host and port, as the list of allowed feeds has it. */
    String host() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    String base() {
        return "http://" + host() + "/feed";
    }

    private void handle(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getRawQuery();
        asked.add(exchange.getRequestURI().toString());
        Map<String, String> parameters =
                query == null
                        ? Map.of()
                        : Arrays.stream(query.split("&"))
                                .map(part -> part.split("=", 2))
                                .collect(
                                        Collectors.toMap(
                                                part -> part[0],
                                                part ->
                                                        URLDecoder.decode(
                                                                part[1], StandardCharsets.UTF_8)));
        try (exchange) {
            answers.answer(new Asked(exchange.getRequestURI().getPath(), parameters, exchange));
        }
    }

    /** An honest page of some of the services. */
    static String page(List<String> all, int number, int size) {
        int from = Math.min(all.size(), (number - 1) * size);
        int to = Math.min(all.size(), from + size);
        int pages = (all.size() + size - 1) / size;
        return envelope(all.size(), pages, number, all.subList(from, to));
    }

    static String envelope(int items, int pages, int number, List<String> contents) {
        return """
                {"total_items":%d,"total_pages":%d,"page_number":%d,"size":%d,"first_page":%b,"last_page":%b,"empty":%b,"contents":[%s]}"""
                .formatted(
                        items,
                        pages,
                        number,
                        contents.size(),
                        number == 1,
                        number == pages,
                        contents.isEmpty(),
                        String.join(",", contents));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
