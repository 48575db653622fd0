package org.answerable.directory.harvest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.answerable.directory.InvalidInput;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The feeds that may be fetched, and clients that fetch them. */
@ApplicationScoped
public class Feeds {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final String SERVICES = "/services";
    private static final int LONGEST = 500;

    private AllowedFeeds allowed;
    private Limits limits;
    private HttpClient http;
    private Clock clock;

    protected Feeds() {}

    @Inject
    public Feeds(
            @ConfigProperty(name = "ANSWERABLE_FEEDS") Optional<String> list,
            @ConfigProperty(name = "answerable.feeds.page-max-bytes", defaultValue = "16777216")
                    long pageBytes,
            @ConfigProperty(name = "answerable.feeds.max-bytes", defaultValue = "4294967296")
                    long allBytes,
            @ConfigProperty(name = "answerable.feeds.max-records", defaultValue = "1000000")
                    int records,
            Clock clock) {
        this(
                new AllowedFeeds(list.orElse(""), InetAddress::getAllByName),
                new Limits(pageBytes, allBytes, records, PATIENCE, FIRST_PAUSE),
                clock);
    }

    public Feeds(AllowedFeeds allowed, Limits limits, Clock clock) {
        this.allowed = allowed;
        this.limits = limits;
        this.clock = clock;
        this.http =
                HttpClient.newBuilder()
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(limits.patience())
                        .build();
    }

    /** What the operator allows. */
    public List<String> allowed() {
        return allowed.entries();
    }

    public int mostRecords() {
        return limits.records();
    }

    /**
     * The base address of a feed, without a slash at its end.
     *
     * @throws InvalidInput field {@code url}: it is none, or not allowed
     */
    public URI base(String url) {
        if (url.isEmpty() || url.length() > LONGEST) {
            throw new InvalidInput("url", "Give the base address of the feed.");
        }
        try {
            URI given = new URI(url);
            if (given.getRawQuery() != null || given.getRawFragment() != null) {
                throw new InvalidInput(
                        "url",
                        "Give the base address of the feed, without ? or # and what follows.");
            }
            String base = AllowedFeeds.withoutSlash(url);
            if (base.endsWith(SERVICES)) {
                base = base.substring(0, base.length() - SERVICES.length());
            }
            URI uri = new URI(base);
            allowed.refusal(uri)
                    .ifPresent(
                            why -> {
                                throw new InvalidInput("url", "This address " + why + ".");
                            });
            return uri;
        } catch (URISyntaxException e) {
            throw new InvalidInput(
                    "url", "Give a web address such as https://example.org/openreferral.");
        }
    }

    /**
     * A client for one run.
     *
     * @param pause waits, and may throw to end the run
     */
    public FeedClient client(URI base, Consumer<Duration> pause) {
        return new FeedClient(http, allowed, limits, base, pause, clock);
    }
}
