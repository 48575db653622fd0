package org.answerable.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A browser without JavaScript: keeps cookies, reads forms, does not follow redirects by itself. */
final class Visitor {

    private final RunningAnswerable server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> cookies = new LinkedHashMap<>();

    Visitor(RunningAnswerable server) {
        this.server = server;
    }

    /** A visitor signed in with a demonstration account. */
    static Visitor signedIn(RunningAnswerable server, String username) {
        Visitor visitor = new Visitor(server);
        HttpResponse<String> answer =
                visitor.post(
                        "/sign-in",
                        visitor.tokenOf("/sign-in"),
                        "next",
                        "/start",
                        "username",
                        username,
                        "password",
                        "demo-" + username);
        if (answer.statusCode() != 303) {
            throw new IllegalStateException("Sign-in answered " + answer.statusCode());
        }
        return visitor;
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    Document page(String path) {
        return Jsoup.parse(get(path).body(), server.address(path).toString());
    }

    /** The form token of the first form of a page, for the next post. */
    String tokenOf(String path) {
        return page(path).select("main form input[name=_csrf]").attr("value");
    }

    /** Posts a form: its token, then names and values in turn. */
    HttpResponse<String> post(String path, String token, String... namesAndValues) {
        List<String> fields = new ArrayList<>();
        fields.add("_csrf=" + encode(token));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.add(encode(namesAndValues[i]) + "=" + encode(namesAndValues[i + 1]));
        }
        return send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(String.join("&", fields))));
    }

    /** Posts a body as it is. */
    HttpResponse<String> post(String path, String contentType, BodyPublisher body) {
        return send(request(path).header("Content-Type", contentType).POST(body));
    }

    HttpRequest.Builder request(String path) {
        URI address = path.startsWith("http") ? URI.create(path) : server.address(path);
        HttpRequest.Builder builder = HttpRequest.newBuilder(address);
        if (!cookies.isEmpty()) {
            builder.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return builder;
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    client.send(
                            request.build(),
                            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(String header) {
        String pair = header.split(";", 2)[0];
        int equals = pair.indexOf('=');
        if (header.contains("Max-Age=0")) {
            cookies.remove(pair.substring(0, equals));
        } else {
            cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
    }

    Map<String, String> cookies() {
        return cookies;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
