package org.answerable.directory.exchange;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.answerable.directory.Actor;
import org.answerable.directory.Conflict;
import org.answerable.directory.FieldError;
import org.answerable.directory.ImportFinding;
import org.answerable.directory.ImportOrder;
import org.answerable.directory.ImportReport;
import org.answerable.directory.ImportRunList;
import org.answerable.directory.ImportSource;
import org.answerable.directory.Imports;
import org.answerable.directory.InvalidInput;
import org.answerable.directory.NotFound;
import org.answerable.directory.ReceivedFile;
import org.answerable.directory.Role;
import org.answerable.directory.TooLarge;
import org.answerable.directory.harvest.FeedFault;
import org.answerable.directory.harvest.Feeds;
import org.answerable.directory.store.ImportRuns;
import org.answerable.directory.store.Slice;
import org.answerable.directory.store.Sources;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Imports on the server's threads, their account in the database, where every server sees it. */
@ApplicationScoped
public class BackgroundImports implements Imports {

    private static final System.Logger LOG = System.getLogger(BackgroundImports.class.getName());
    private static final Duration LOST_AFTER = Duration.ofMinutes(10);
    private static final int LONGEST_NAME = 100;
    private static final int MOST_PER_PAGE = 200;
    private static final int AT_A_TIME = 1_000;
    private static final String BUSY =
            "This source is being imported already. Wait until that run has ended, or stop it.";

    private static final String NOT_COMPLETED =
            "It could not be completed. Begin it again; if it fails again, tell an administrator the number of"
                    + " this run.";

    private final Map<String, CompletableFuture<Void>> running = new ConcurrentHashMap<>();
    private ImportRuns runs;
    private Sources sources;
    private CarryOutRun carryOut;
    private Feeds feeds;
    private Clock clock;
    private long maxBytes;

    @Resource private ManagedExecutorService managed;
    private Executor executor;

    protected BackgroundImports() {}

    @Inject
    public BackgroundImports(
            ImportRuns runs,
            Sources sources,
            CarryOutRun carryOut,
            Feeds feeds,
            Clock clock,
            @ConfigProperty(name = "answerable.imports.max-bytes", defaultValue = "1073741824")
                    long maxBytes) {
        this.runs = runs;
        this.sources = sources;
        this.carryOut = carryOut;
        this.feeds = feeds;
        this.clock = clock;
        this.maxBytes = maxBytes;
    }

    /** With an executor of its own, outside a server. */
    public BackgroundImports(
            ImportRuns runs,
            Sources sources,
            CarryOutRun carryOut,
            Feeds feeds,
            Clock clock,
            long maxBytes,
            Executor executor) {
        this(runs, sources, carryOut, feeds, clock, maxBytes);
        this.executor = executor;
    }

    @Override
    public ImportReport file(String name, double trust, InputStream file, Actor actor) {
        actor.require(Role.DIRECTORY_EDITOR);
        CarryOutRun.Order order = begin(named(name), null, trust, false, "", null, actor);
        try {
            carryOut.carryOut(order, readingFile(file));
        } catch (IOException e) {
            fail(order, "The file broke off.", false);
            throw new InvalidInput("file", "The file broke off, or is not in UTF-8.");
        } catch (InvalidInput e) {
            fail(order, e.getMessage(), false);
            throw e;
        } catch (RuntimeException e) {
            fail(order, NOT_COMPLETED, false);
            throw e;
        }
        return report(order.run().id(), actor);
    }

    @Override
    public String start(ImportOrder wanted, ReceivedFile file, Actor actor) {
        actor.require(Role.DIRECTORY_EDITOR);
        if (file.bytes() > maxBytes) {
            throw new TooLarge(maxBytes, "ANSWERABLE_IMPORTS_MAX_BYTES");
        }
        String name = wanted.source().isEmpty() ? file.name() : wanted.source();
        CarryOutRun.Order order =
                begin(named(name), null, wanted.trust(), wanted.dry(), file.name(), null, actor);
        background(
                order,
                intake -> {
                    try (InputStream content = file.open()) {
                        return readingFile(content).into(intake);
                    } finally {
                        file.discard();
                    }
                });
        return order.run().id();
    }

    private static Reading readingFile(InputStream file) {
        return intake -> {
            ReceivedServices.read(file, intake);
            return new Reading.Outcome(true, false);
        };
    }

    @Override
    public String start(ImportOrder wanted, Actor actor) {
        actor.require(Role.DIRECTORY_EDITOR);
        URI base = feeds.base(wanted.url());
        String name = wanted.source().isEmpty() ? base.getAuthority() : wanted.source();
        Sources.Source source = source(named(name), base.toString(), wanted.trust(), actor);
        Instant since = wanted.whole() ? null : source.lastGood();
        CarryOutRun.Order order = begin(source, wanted.dry(), true, base.toString(), since, actor);
        background(order, new ReadingFeed(feeds, runs, order.run(), base, since, 1, clock));
        return order.run().id();
    }

    @Override
    public void goOn(String run, Actor actor) {
        ImportReport report = report(run, actor);
        ImportRuns.Broken broken =
                runs.takeUp(run, lostBefore(), actor, clock.instant())
                        .orElseThrow(
                                () ->
                                        new Conflict(
                                                "This run cannot be gone on with. Begin a new one."));
        URI base = feeds.base(broken.address());
        CarryOutRun.Order order =
                new CarryOutRun.Order(
                        broken.run(),
                        broken.source(),
                        broken.dry(),
                        true,
                        report.startedAt(),
                        actor);
        background(
                order,
                new ReadingFeed(
                        feeds, runs, broken.run(), base, broken.since(), broken.pages(), clock));
    }

    @Override
    public void stop(String run, Actor actor) {
        report(run, actor);
        runs.askToStop(run);
    }

    @Override
    public void await(String run, long milliseconds) {
        CompletableFuture<Void> done = running.get(run);
        if (done == null) {
            return;
        }
        try {
            done.get(milliseconds, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.log(System.Logger.Level.DEBUG, "Import " + run + " goes on");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Only ever completed, never failed", e);
        }
    }

    @Override
    public ImportReport report(String run, Actor actor) {
        actor.require(Role.DIRECTORY_EDITOR);
        return runs.find(run).orElseThrow(() -> new NotFound("There is no such run."));
    }

    @Override
    public ImportRunList runs(long page, int perPage, Actor actor) {
        actor.require(Role.DIRECTORY_EDITOR);
        int size = Math.max(1, Math.min(MOST_PER_PAGE, perPage));
        return runs.list(new Slice((Math.max(1, Math.min(page, 1_000_000)) - 1) * size, size));
    }

    @Override
    public List<ImportFinding> findings(String run, long page, int perPage, Actor actor) {
        report(run, actor);
        int size = Math.max(1, Math.min(MOST_PER_PAGE, perPage));
        return runs.findings(run, (int) (Math.max(1, Math.min(page, 1_000_000)) - 1) * size, size);
    }

    @Override
    public void eachFinding(String run, FindingReader reader, Actor actor) throws IOException {
        report(run, actor);
        int after = 0;
        List<ImportFinding> some;
        do {
            some = runs.findings(run, after, AT_A_TIME);
            for (ImportFinding finding : some) {
                reader.read(finding);
                after = finding.number();
            }
        } while (some.size() == AT_A_TIME);
    }

    @Override
    public List<ImportSource> sources(Actor actor) {
        actor.require(Role.DIRECTORY_EDITOR);
        return sources.all();
    }

    @Override
    public List<String> feeds(Actor actor) {
        actor.require(Role.DIRECTORY_EDITOR);
        return feeds.allowed();
    }

    @Override
    public long maxBytes() {
        return maxBytes;
    }

    private static String named(String name) {
        String plain = name.replace("\0", "").strip();
        if (plain.isEmpty() || plain.length() > LONGEST_NAME) {
            throw new InvalidInput(
                    "source", "Give the source a name of at most " + LONGEST_NAME + " characters.");
        }
        return plain;
    }

    private Sources.Source source(String name, String address, Double trust, Actor actor) {
        return sources.source(name, address, trust, actor.username(), clock.instant());
    }

    private CarryOutRun.Order begin(
            String name,
            String address,
            Double trust,
            boolean dry,
            String origin,
            Instant since,
            Actor actor) {
        return begin(source(name, address, trust, actor), dry, false, origin, since, actor);
    }

    private CarryOutRun.Order begin(
            Sources.Source source,
            boolean dry,
            boolean fed,
            String origin,
            Instant since,
            Actor actor) {
        Instant now = clock.instant();
        ImportRuns.Run run =
                runs.begin(source, dry, origin, fed, since, actor, lostBefore(), now)
                        .orElseThrow(() -> new Conflict(BUSY));
        return new CarryOutRun.Order(run, source, dry, fed, now, actor);
    }

    private Instant lostBefore() {
        return clock.instant().minus(LOST_AFTER);
    }

    private void background(CarryOutRun.Order order, Reading reading) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        running.put(order.run().id(), done);
        (executor == null ? managed : executor)
                .execute(
                        () -> {
                            try {
                                run(order, reading);
                            } finally {
                                running.remove(order.run().id());
                                done.complete(null);
                            }
                        });
    }

    private void run(CarryOutRun.Order order, Reading reading) {
        try {
            carryOut.carryOut(order, reading);
        } catch (RunStopped e) {
            runs.end(
                    order.run(),
                    "stopped",
                    "Stopped. What was published before stays.",
                    false,
                    null,
                    clock.instant(),
                    order.actor());
        } catch (InvalidInput e) {
            fail(
                    order,
                    e.errors().stream().map(FieldError::message).collect(Collectors.joining(" ")),
                    false);
        } catch (FeedFault e) {
            fail(order, e.getMessage(), e.mayGoOn());
        } catch (IOException e) {
            fail(order, "The file broke off, or is not in UTF-8.", false);
        } catch (RuntimeException e) {
            // The message may hold a value of the records: only the kind is logged.
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Import " + order.run().id() + " failed: " + e.getClass().getName());
            fail(order, NOT_COMPLETED, order.fed());
        }
    }

    private void fail(CarryOutRun.Order order, String message, boolean mayGoOn) {
        runs.end(order.run(), "failed", message, mayGoOn, null, clock.instant(), order.actor());
    }
}
