package org.answerable.directory.duplicates;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.answerable.directory.Actor;
import org.answerable.directory.Conflict;
import org.answerable.directory.DuplicateList;
import org.answerable.directory.DuplicatePair;
import org.answerable.directory.DuplicateRun;
import org.answerable.directory.Duplicates;
import org.answerable.directory.FieldChange;
import org.answerable.directory.NotFound;
import org.answerable.directory.Role;
import org.answerable.directory.duplicates.store.ComparisonTable;
import org.answerable.directory.duplicates.store.PairTable;
import org.answerable.directory.hsds.Difference;
import org.answerable.directory.hsds.Place;
import org.answerable.directory.hsds.Properties;
import org.answerable.directory.store.EditorsTable;
import org.answerable.directory.store.Known;
import org.answerable.directory.store.RecordKind;

/** The queue of duplicates, and comparisons in the background. */
@ApplicationScoped
public class KnownDuplicates implements Duplicates {

    private static final System.Logger LOG = System.getLogger(KnownDuplicates.class.getName());
    private static final Duration LOST_AFTER = Duration.ofMinutes(30);
    private static final int MOST_PER_PAGE = 200;

    private PairTable pairs;
    private ComparisonTable comparisons;
    private CompareServices compare;
    private MergeServices merge;
    private EditorsTable table;
    private Known known;
    private Clock clock;
    private volatile CompletableFuture<Void> running;

    @Resource private ManagedExecutorService managed;
    private Executor executor;

    protected KnownDuplicates() {}

    @Inject
    public KnownDuplicates(
            PairTable pairs,
            ComparisonTable comparisons,
            CompareServices compare,
            MergeServices merge,
            EditorsTable table,
            Known known,
            Clock clock) {
        this.pairs = pairs;
        this.comparisons = comparisons;
        this.compare = compare;
        this.merge = merge;
        this.table = table;
        this.known = known;
        this.clock = clock;
    }

    /** With an executor of its own, outside a server. */
    public KnownDuplicates(
            PairTable pairs,
            ComparisonTable comparisons,
            CompareServices compare,
            MergeServices merge,
            EditorsTable table,
            Known known,
            Clock clock,
            Executor executor) {
        this(pairs, comparisons, compare, merge, table, known, clock);
        this.executor = executor;
    }

    @Override
    public void start(Actor actor) {
        actor.require(Role.DIRECTORY_EDITOR);
        long id =
                comparisons
                        .begin(clock.instant().minus(LOST_AFTER), clock.instant(), actor)
                        .orElseThrow(
                                () ->
                                        new Conflict(
                                                "The services are being compared already. Wait for the end."));
        CompletableFuture<Void> done = new CompletableFuture<>();
        running = done;
        (executor == null ? managed : executor)
                .execute(
                        () -> {
                            try {
                                run(id);
                            } finally {
                                done.complete(null);
                            }
                        });
    }

    private void run(long id) {
        try {
            compare.run(id);
        } catch (RuntimeException e) {
            // The message may hold a value of a record: only the kind is logged.
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Comparison " + id + " failed: " + e.getClass().getName());
            comparisons.end(
                    id,
                    "failed",
                    "It could not be completed. Compare again; if it fails again, tell an administrator the"
                            + " number "
                            + id
                            + ".",
                    clock.instant());
        }
    }

    @Override
    public void await(long milliseconds) {
        CompletableFuture<Void> done = running;
        if (done == null) {
            return;
        }
        try {
            done.get(milliseconds, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.log(System.Logger.Level.DEBUG, "The comparison goes on");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Only ever completed, never failed", e);
        }
    }

    @Override
    public Optional<DuplicateRun> latest(Actor actor) {
        actor.require(Role.DIRECTORY_EDITOR);
        return comparisons.latest();
    }

    @Override
    public DuplicateList waiting(long page, int perPage, Actor actor) {
        actor.require(Role.DIRECTORY_EDITOR);
        int size = Math.max(1, Math.min(MOST_PER_PAGE, perPage));
        return pairs.waiting((Math.max(1, Math.min(page, 1_000_000)) - 1) * size, size);
    }

    @Override
    public DuplicatePair pair(long id, Actor actor) {
        actor.require(Role.DIRECTORY_EDITOR);
        PairTable.Pair pair =
                pairs.find(id).orElseThrow(() -> new NotFound("There is no such pair."));
        Map<String, JsonObject> documents =
                known.documents(RecordKind.SERVICE, List.of(pair.one(), pair.other()));
        JsonObject one = documents.getOrDefault(pair.one(), JsonObject.EMPTY_JSON_OBJECT);
        JsonObject other = documents.getOrDefault(pair.other(), JsonObject.EMPTY_JSON_OBJECT);
        return new DuplicatePair(
                id,
                side(pair.one()),
                side(pair.other()),
                pair.score(),
                pair.reasons(),
                fields(one, other),
                pair.state(),
                pairs.merge(id).map(PairTable.Merge::kept).orElse(null),
                pair.decidedBy(),
                pair.decidedAt());
    }

    private DuplicatePair.Side side(String id) {
        return table.status(id)
                .map(
                        s ->
                                new DuplicatePair.Side(
                                        id,
                                        s.name(),
                                        s.organizationName(),
                                        s.erased() ? "erased" : s.status(),
                                        s.source()))
                .orElseThrow(() -> new NotFound("One of the two is no longer known."));
    }

    private List<DuplicatePair.Field> fields(JsonObject one, JsonObject other) {
        Map<String, String> names = new HashMap<>(table.termNames());
        table.organizations(null).forEach(o -> names.put(o.id(), o.name()));
        names.putAll(places(one, other));
        Map<String, String> first = words(one, names);
        Map<String, String> second = words(other, names);
        List<DuplicatePair.Field> fields = new ArrayList<>();
        first.forEach(
                (label, text) ->
                        fields.add(
                                new DuplicatePair.Field(
                                        label, text, second.getOrDefault(label, ""))));
        second.forEach(
                (label, text) -> {
                    if (!first.containsKey(label)) {
                        fields.add(new DuplicatePair.Field(label, "", text));
                    }
                });
        return fields;
    }

    private static Map<String, String> words(JsonObject document, Map<String, String> names) {
        Map<String, String> words = new LinkedHashMap<>();
        for (FieldChange field :
                Difference.between(JsonObject.EMPTY_JSON_OBJECT, document, names)) {
            words.put(field.field(), field.after());
        }
        return words;
    }

    /** Places by id, in words; of a confidential one its name only. */
    private Map<String, String> places(JsonObject one, JsonObject other) {
        List<String> ids = new ArrayList<>();
        for (JsonObject document : List.of(one, other)) {
            for (JsonObject place : Properties.objects(document, "service_at_locations")) {
                String id = Properties.text(place, "location_id");
                if (id != null) {
                    ids.add(id);
                }
            }
        }
        Map<String, String> places = new HashMap<>();
        known.documents(RecordKind.LOCATION, ids)
                .forEach((id, document) -> places.put(id, words(Place.of(document))));
        return places;
    }

    private static String words(Place place) {
        List<String> parts = new ArrayList<>();
        parts.add(place.name());
        if (!place.confidential()) {
            parts.add(place.street());
            parts.add(place.postcode());
        }
        parts.removeIf(part -> part == null || part.isBlank());
        return parts.isEmpty() ? "a place without a name" : String.join(", ", parts);
    }

    @Override
    public void notTheSame(long id, Actor actor) {
        merge.notTheSame(id, actor);
    }

    @Override
    public void merge(long id, String keep, Actor actor) {
        merge.merge(id, keep, actor);
    }

    @Override
    public void undo(long id, Actor actor) {
        merge.undo(id, actor);
    }

    @Override
    public Optional<String> successor(String service) {
        return pairs.successor(service);
    }
}
