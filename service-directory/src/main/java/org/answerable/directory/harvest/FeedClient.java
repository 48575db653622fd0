package org.answerable.directory.harvest;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.answerable.directory.json.Json;

/**
 * Fetches pages and services of one feed, one after the other. Each address is looked at before it is asked, those that
 * the feed redirects to as well. Nothing is asked for compressed, so that a limit of bytes is one of memory. When the feed
 * is busy (429, 503) or breaks off, it is asked again after a pause, a few times.
 */
public final class FeedClient {

    private static final int PER_PAGE = 50;
    private static final int MOST_TRIES = 5;
    private static final int MOST_REDIRECTS = 3;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

    private final HttpClient http;
    private final AllowedFeeds allowed;
    private final Limits limits;
    private final URI base;
    private final Consumer<Duration> pause;
    private final Clock clock;
    private long bytes;

    FeedClient(
            HttpClient http,
            AllowedFeeds allowed,
            Limits limits,
            URI base,
            Consumer<Duration> pause,
            Clock clock) {
        this.http = http;
        this.allowed = allowed;
        this.limits = limits;
        this.base = base;
        this.pause = pause;
        this.clock = clock;
    }

    /**
     * A page of services, as full as the feed gives them.
     *
     * @param since only what changed since then, or null
     * @throws FeedFault it cannot be had
     */
    public HarvestedPage page(int number, Instant since) {
        String address =
                base
                        + "/services?page="
                        + number
                        + "&per_page="
                        + PER_PAGE
                        + "&full=true"
                        + (since == null
                                ? ""
                                : "&modified_after="
                                        + URLEncoder.encode(
                                                since.toString(), StandardCharsets.UTF_8));
        String what = "page " + number;
        byte[] body =
                body(URI.create(address), what)
                        .orElseThrow(
                                () ->
                                        new FeedFault(
                                                "There is no "
                                                        + what
                                                        + " at the feed (404). Is this its base address?",
                                                false));
        return HarvestedPage.of(json(body, what), number);
    }

    /** A service with all that belongs to it; nothing when the feed does not know it any more. */
    public Optional<JsonObject> service(String id) {
        String what = "the service " + shortened(id);
        String address =
                base
                        + "/services/"
                        + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
        return body(URI.create(address), what)
                .map(body -> json(body, what))
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast);
    }

    private static String shortened(String id) {
        return id.length() > 40 ? id.substring(0, 40) + "…" : id;
    }

    private Optional<byte[]> body(URI address, String what) {
        Duration wait = limits.firstPause();
        for (int attempt = 1; ; attempt++) {
            try {
                HttpResponse<byte[]> answer = followed(address);
                int status = answer.statusCode();
                if (status == 404 || status == 410) {
                    return Optional.empty();
                }
                if (status == 200) {
                    return Optional.of(checked(answer, what));
                }
                if (status != 429 && status != 503 || attempt == MOST_TRIES) {
                    throw new FeedFault(
                            "The feed answers "
                                    + status
                                    + " for "
                                    + what
                                    + ". Try again later, or ask who runs it.",
                            true);
                }
                pause.accept(asked(answer, what).orElse(wait));
            } catch (UpTo.Beyond e) {
                throw new FeedFault(
                        "The answer for "
                                + what
                                + " is larger than "
                                + limits.pageBytes()
                                + " bytes. It was broken off.",
                        false);
            } catch (IOException e) {
                if (attempt == MOST_TRIES) {
                    throw new FeedFault(
                            "The feed does not answer for "
                                    + what
                                    + ", or breaks off. Go on with this run later.",
                            true);
                }
                pause.accept(wait);
            }
            wait = wait.multipliedBy(2);
        }
    }

    private byte[] checked(HttpResponse<byte[]> answer, String what) {
        bytes += answer.body().length;
        if (bytes > limits.allBytes()) {
            throw new FeedFault(
                    "The feed is larger than " + limits.allBytes() + " bytes in all.", false);
        }
        String type = answer.headers().firstValue("Content-Type").orElse("application/json");
        if (!type.toLowerCase(java.util.Locale.ROOT).contains("json")) {
            throw new FeedFault(
                    "The feed answers "
                            + what
                            + " with something else than JSON. Is this its base address?",
                    false);
        }
        return answer.body();
    }

    private HttpResponse<byte[]> followed(URI first) throws IOException {
        URI address = first;
        for (int redirects = 0; ; redirects++) {
            Optional<String> refusal = allowed.refusal(address);
            if (refusal.isPresent()) {
                throw new FeedFault(
                        (redirects == 0
                                        ? "The address of the feed "
                                        : "The feed leads to an address that ")
                                + refusal.get()
                                + ". It was not asked.",
                        false);
            }
            HttpResponse<byte[]> answer = send(address);
            Optional<String> target = answer.headers().firstValue("Location");
            if (answer.statusCode() / 100 != 3 || target.isEmpty()) {
                return answer;
            }
            if (redirects == MOST_REDIRECTS) {
                throw new FeedFault("The feed leads from one address to the next.", false);
            }
            try {
                address = address.resolve(target.get());
            } catch (IllegalArgumentException e) {
                throw new FeedFault("The feed leads to something that is no address.", false);
            }
        }
    }

    private HttpResponse<byte[]> send(URI address) throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(address)
                        .timeout(limits.patience())
                        .header("Accept", "application/json")
                        .header("User-Agent", "Answerable")
                        .build();
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(request, info -> new UpTo(limits.pageBytes()));
        try {
            return answer.get(limits.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new IOException("No whole answer in time", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException broken
                    ? broken
                    : new IOException(e.getCause());
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new FeedFault("The server was being stopped. Go on with this run later.", true);
        }
    }

    /** How long the feed asks to wait (RFC 9110, 10.2.3). */
    private Optional<Duration> asked(HttpResponse<?> answer, String what) {
        Optional<Duration> asked =
                answer.headers().firstValue("Retry-After").flatMap(this::duration);
        if (asked.filter(wait -> wait.compareTo(LONGEST_PAUSE) > 0).isPresent()) {
            throw new FeedFault(
                    "The feed asks to wait "
                            + asked.get().toMinutes()
                            + " minutes before "
                            + what
                            + ". Go on with this run after that.",
                    true);
        }
        return asked;
    }

    private Optional<Duration> duration(String text) {
        try {
            if (text.matches("[0-9]{1,9}")) {
                return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
            }
            Instant until =
                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            Duration wait = Duration.between(clock.instant(), until);
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static JsonStructure json(byte[] body, String what) {
        try (JsonReader reader =
                Json.createReader(new StringReader(new String(body, StandardCharsets.UTF_8)))) {
            return reader.read();
        } catch (RuntimeException e) {
            // Also NaN, what ends too early, and what is nested endlessly.
            throw new FeedFault(
                    "The answer for "
                            + what
                            + " is not JSON, although it says so. Ask who runs the feed to mend it.",
                    false);
        }
    }
}
