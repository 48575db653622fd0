package org.answerable.directory.geography;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.answerable.directory.Actor;
import org.answerable.directory.Conflict;
import org.answerable.directory.FieldError;
import org.answerable.directory.InvalidInput;
import org.answerable.directory.NotFound;
import org.answerable.directory.PostcodeEdition;
import org.answerable.directory.PostcodeEdition.State;
import org.answerable.directory.PostcodeEditions;
import org.answerable.directory.PostcodeLoad;
import org.answerable.directory.ReceivedFile;
import org.answerable.directory.RejectedRow;
import org.answerable.directory.Role;
import org.answerable.directory.TooLarge;
import org.answerable.directory.geography.store.EditionTable;
import org.answerable.directory.geography.store.PostcodeTable;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Loads editions of postcodes in the background; how far each is stands in the database. */
@ApplicationScoped
public class PostcodeLoads implements PostcodeEditions {

    private static final System.Logger LOG = System.getLogger(PostcodeLoads.class.getName());
    private static final Duration LOST_AFTER = Duration.ofMinutes(10);
    private static final int MOST_CODES = 20;
    private static final int EARLIEST = 1980;

    private final Map<Long, CompletableFuture<Void>> running = new ConcurrentHashMap<>();
    private PostcodeTable postcodes;
    private EditionTable editions;
    private Clock clock;
    private long maxBytes;

    @Resource private ManagedExecutorService managed;
    private Executor executor;

    protected PostcodeLoads() {}

    @Inject
    public PostcodeLoads(
            PostcodeTable postcodes,
            EditionTable editions,
            Clock clock,
            @ConfigProperty(name = "answerable.postcodes.max-bytes", defaultValue = "2147483648")
                    long maxBytes) {
        this.postcodes = postcodes;
        this.editions = editions;
        this.clock = clock;
        this.maxBytes = maxBytes;
    }

    /** With an executor of its own, outside a server. */
    public PostcodeLoads(
            PostcodeTable postcodes,
            EditionTable editions,
            Clock clock,
            long maxBytes,
            Executor executor) {
        this(postcodes, editions, clock, maxBytes);
        this.executor = executor;
    }

    @Override
    public Optional<PostcodeEdition> current() {
        return editions.current();
    }

    @Override
    public List<PostcodeEdition> all(Actor actor) {
        actor.require(Role.DIRECTORY_EDITOR, Role.ADMIN);
        return editions.all();
    }

    @Override
    public PostcodeEdition find(long id, Actor actor) {
        actor.require(Role.DIRECTORY_EDITOR, Role.ADMIN);
        return editions.find(id).orElseThrow(() -> new NotFound("There is no such edition."));
    }

    @Override
    public List<RejectedRow> rejected(long id, Actor actor) {
        find(id, actor);
        return postcodes.rejected(id);
    }

    @Override
    public long start(PostcodeLoad load, ReceivedFile file, Actor actor) {
        long id = begin(load, file, actor);
        CompletableFuture<Void> done = new CompletableFuture<>();
        running.put(id, done);
        (executor == null ? managed : executor)
                .execute(
                        () -> {
                            try {
                                run(id, load, file, actor);
                            } finally {
                                running.remove(id);
                                done.complete(null);
                            }
                        });
        return id;
    }

    @Override
    public PostcodeEdition load(PostcodeLoad load, ReceivedFile file, Actor actor) {
        long id = begin(load, file, actor);
        run(id, load, file, actor);
        return find(id, actor);
    }

    @Override
    public void await(long id, long milliseconds) {
        CompletableFuture<Void> done = running.get(id);
        if (done == null) {
            return;
        }
        try {
            done.get(milliseconds, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.log(System.Logger.Level.DEBUG, "Postcode edition " + id + " goes on");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Only ever completed, never failed", e);
        }
    }

    @Override
    public long maxBytes() {
        return maxBytes;
    }

    private long begin(PostcodeLoad load, ReceivedFile file, Actor actor) {
        actor.require(Role.DIRECTORY_EDITOR, Role.ADMIN);
        YearMonth edition = checked(load);
        if (file.bytes() > maxBytes) {
            throw new TooLarge(maxBytes, "ANSWERABLE_POSTCODES_MAX_BYTES");
        }
        return editions.begin(
                        load,
                        edition,
                        file,
                        actor,
                        clock.instant().minus(LOST_AFTER),
                        clock.instant())
                .orElseThrow(
                        () ->
                                new Conflict(
                                        "Another edition of postcodes is being loaded. Wait until it"
                                                + " has ended."));
    }

    private YearMonth checked(PostcodeLoad load) {
        List<FieldError> errors = new ArrayList<>();
        YearMonth edition = null;
        try {
            edition = YearMonth.parse(load.edition());
        } catch (DateTimeException e) {
            errors.add(new FieldError("edition", "Enter year and month, for example 2025-11"));
        }
        if (edition != null
                && (edition.getYear() < EARLIEST || edition.isAfter(YearMonth.now(clock)))) {
            errors.add(new FieldError("edition", "Enter the month in which it was published"));
        }
        if (load.onlyAround().size() > MOST_CODES
                || load.onlyAround().stream().anyMatch(c -> !c.matches("[A-Z][0-9]{8}"))) {
            errors.add(
                    new FieldError(
                            "onlyAround",
                            "Enter codes of nine characters, for example E10000019, separated by commas"));
        }
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        return edition;
    }

    private void run(long id, PostcodeLoad load, ReceivedFile file, Actor actor) {
        try {
            AreaLookup names = new LoadPostcodes(postcodes, editions, clock, id, load, file).read();
            editions.take(
                    id,
                    load.demonstration(),
                    names.areas().values(),
                    actor,
                    "The edition of " + load.edition() + " is in use",
                    clock.instant());
        } catch (InvalidInput e) {
            editions.fail(id, State.REFUSED, e.getMessage(), actor, clock.instant());
        } catch (IOException | RuntimeException e) {
            // The message may hold a value of the file: only the kind is logged.
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Postcode edition " + id + " failed: " + e.getClass().getName());
            editions.fail(
                    id,
                    State.FAILED,
                    "It could not be completed. Load it again; if it fails again, tell an"
                            + " administrator the number "
                            + id
                            + ".",
                    actor,
                    clock.instant());
        } finally {
            file.discard();
        }
        postcodes.sweep();
    }
}
