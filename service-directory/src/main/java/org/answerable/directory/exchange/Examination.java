package org.answerable.directory.exchange;

import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.answerable.directory.hsds.Finding;
import org.answerable.directory.hsds.Finding.Severity;
import org.answerable.directory.hsds.Identity;
import org.answerable.directory.hsds.Mending;
import org.answerable.directory.hsds.Properties;
import org.answerable.directory.hsds.RefugeLike;
import org.answerable.directory.hsds.Storable;
import org.answerable.directory.hsds.Unfolded;
import org.answerable.directory.json.Json;
import org.answerable.directory.store.Change;
import org.answerable.directory.store.Known;
import org.answerable.directory.store.Received;
import org.answerable.directory.store.RecordKind;
import org.answerable.directory.store.RunCounts;
import org.answerable.directory.store.Sources;

/**
 * Looks at received services, some hundred at a time: mends them, takes them apart, keeps out what must not be public,
 * and says where they differ from what is in force. Writes nothing. Going through the same records again gives the same.
 *
 * <p>A record of another source is never written over: a service, organisation or place with its id gets an id of its
 * own, a term is shared as it is. What was edited here is not written over either.
 */
final class Examination {

    /** Authors of versions that imports wrote begin with this. */
    static final String IMPORT = "import:";

    private static final String MERGED_INTO = "x_merged_into";

    private final Sources sources;
    private final Known known;
    private final Sources.Source source;
    private final LocalDate today;
    private final List<String> confidential;
    private final Set<String> organizations = new HashSet<>();
    private final TermParents parents;

    /**
     * @param confidential postcodes and streets that no text may name
     */
    Examination(
            Sources sources,
            Known known,
            TermParents parents,
            Sources.Source source,
            LocalDate today,
            List<String> confidential) {
        this.sources = sources;
        this.known = known;
        this.parents = parents;
        this.source = source;
        this.today = today;
        this.confidential = confidential;
    }

    Examined of(List<Received> batch) {
        Identity identity = new Identity(source.name(), elsewhere(batch));
        Map<Received, Unfolded> good = new LinkedHashMap<>();
        Map<Received, List<Finding>> noted = new LinkedHashMap<>();
        for (Received received : batch) {
            List<Finding> found = new ArrayList<>();
            noted.put(received, found);
            mended(received, identity, found).ifPresent(parts -> good.put(received, parts));
        }
        withoutOrganization(good, noted);
        new PlaceIds(known, identity).settle(good);
        Map<RecordKind, Map<String, Known.Version>> current = current(good.values());
        withoutErased(good, noted, current);
        noteMerged(good, noted, current.get(RecordKind.SERVICE));
        guardPlaces(good, current.get(RecordKind.LOCATION));
        withoutSecrets(good, noted);
        parents.cutCycles(good, noted);
        return compared(batch.size(), good, noted, current);
    }

    private java.util.Optional<Unfolded> mended(
            Received received, Identity identity, List<Finding> found) {
        JsonObject document = received.document();
        if (Properties.text(document, "id") == null || document.getString("id").isBlank()) {
            found.add(error("/id", "id", "", "service must have an id", "Give it one that stays."));
            return java.util.Optional.empty();
        }
        var problem = Storable.problem(document);
        if (problem.isPresent()) {
            found.add(
                    error(
                            problem.get(),
                            problem.get().substring(problem.get().lastIndexOf('/') + 1),
                            "",
                            "a record holds no numbers beyond measure, no names with a NUL, and is not nested"
                                    + " endlessly",
                            "Take it out."));
            return java.util.Optional.empty();
        }
        Mending mending = new Mending(today, identity);
        JsonObject service = mending.service(document);
        found.addAll(mending.findings());
        if (!mending.usable()) {
            return java.util.Optional.empty();
        }
        found.addAll(ScheduleCheck.of(service, today));
        return java.util.Optional.of(Unfolded.of(service));
    }

    /** Keeps services out whose organisation is neither received with them nor known. */
    private void withoutOrganization(
            Map<Received, Unfolded> good, Map<Received, List<Finding>> noted) {
        Set<String> named = new HashSet<>();
        good.values()
                .forEach(
                        parts -> {
                            organizations.addAll(parts.organizations().keySet());
                            named.add(Properties.text(parts.service(), "organization_id"));
                        });
        named.removeAll(organizations);
        Set<String> unknown = new HashSet<>(named);
        unknown.removeAll(known.documents(RecordKind.ORGANIZATION, named).keySet());
        good.entrySet()
                .removeIf(
                        entry -> {
                            String id =
                                    Properties.text(entry.getValue().service(), "organization_id");
                            if (!unknown.contains(id)) {
                                return false;
                            }
                            noted.get(entry.getKey())
                                    .add(
                                            error(
                                                    "/organization_id",
                                                    "organization_id",
                                                    id,
                                                    "the organisation is known",
                                                    "Send the organisation with the service."));
                            return true;
                        });
    }

    private Map<RecordKind, Map<String, Known.Version>> current(Collection<Unfolded> good) {
        Map<RecordKind, Map<String, Known.Version>> current = new EnumMap<>(RecordKind.class);
        documents(good)
                .forEach(
                        (kind, documents) ->
                                current.put(kind, known.current(kind, documents.keySet())));
        return current;
    }

    /** What was erased here for good does not come back. */
    private static void withoutErased(
            Map<Received, Unfolded> good,
            Map<Received, List<Finding>> noted,
            Map<RecordKind, Map<String, Known.Version>> current) {
        good.entrySet()
                .removeIf(
                        entry -> {
                            Known.Version now =
                                    current.get(RecordKind.SERVICE)
                                            .get(entry.getValue().service().getString("id"));
                            if (now == null || !now.document().isEmpty()) {
                                return false;
                            }
                            noted.get(entry.getKey())
                                    .add(
                                            error(
                                                    "",
                                                    "id",
                                                    entry.getKey().id(),
                                                    "what was erased here does not come back",
                                                    "Ask the source to take it out."));
                            return true;
                        });
    }

    /** What was found to be another service here stays so: it is kept as received and not published. */
    private static void noteMerged(
            Map<Received, Unfolded> good,
            Map<Received, List<Finding>> noted,
            Map<String, Known.Version> current) {
        good.forEach(
                (received, parts) -> {
                    Known.Version now = current.get(parts.service().getString("id"));
                    if (merged(now)) {
                        noted.get(received)
                                .add(
                                        new Finding(
                                                "",
                                                "id",
                                                received.id(),
                                                Severity.WARNING,
                                                "this was merged into "
                                                        + now.document().getString(MERGED_INTO)
                                                        + " here",
                                                "See whether the other record needs what has changed."));
                    }
                });
    }

    private static boolean merged(Known.Version now) {
        return now != null && now.document().containsKey(MERGED_INTO);
    }

    /** A place that is confidential here stays so; new places of refuge-like services start so. */
    private static void guardPlaces(
            Map<Received, Unfolded> good, Map<String, Known.Version> current) {
        for (Unfolded parts : good.values()) {
            boolean refuge =
                    parts.terms().values().stream()
                            .anyMatch(term -> RefugeLike.term(Properties.text(term, "name")));
            parts.locations()
                    .replaceAll(
                            (id, place) -> {
                                Known.Version now = current.get(id);
                                boolean guarded =
                                        now == null
                                                ? refuge
                                                : Properties.yes(now.document(), "x_confidential");
                                return guarded ? with(place, "x_confidential") : place;
                            });
        }
    }

    private static JsonObject with(JsonObject document, String flag) {
        return Properties.yes(document, flag)
                ? document
                : Json.createObjectBuilder(document).add(flag, true).build();
    }

    /** Keeps services out whose texts name the postcode or street of a confidential place. */
    private void withoutSecrets(Map<Received, Unfolded> good, Map<Received, List<Finding>> noted) {
        Secrets secrets = new Secrets(confidential, good.values());
        good.entrySet()
                .removeIf(
                        entry -> {
                            var field = secrets.givenAway(entry.getValue());
                            field.ifPresent(
                                    name ->
                                            noted.get(entry.getKey())
                                                    .add(
                                                            error(
                                                                    "/" + name,
                                                                    name,
                                                                    "",
                                                                    "no text names the postcode or street of a"
                                                                            + " confidential place",
                                                                    "Take it out of the text.")));
                            return field.isPresent();
                        });
    }

    private Examined compared(
            int size,
            Map<Received, Unfolded> good,
            Map<Received, List<Finding>> noted,
            Map<RecordKind, Map<String, Known.Version>> current) {
        List<Change> changes = new ArrayList<>();
        List<Examined.Edited> edited = new ArrayList<>();
        Map<RecordKind, Map<String, JsonObject>> documents = documents(good.values());
        documents.forEach((kind, all) -> compare(kind, all, current.get(kind), changes, edited));
        int added = 0;
        int changed = 0;
        for (Change change : changes) {
            if (change.kind() == RecordKind.SERVICE) {
                boolean isNew = !current.get(RecordKind.SERVICE).containsKey(change.id());
                added += isNew ? 1 : 0;
                changed += isNew ? 0 : 1;
            }
        }
        int warnings =
                (int)
                        noted.values().stream()
                                .flatMap(List::stream)
                                .filter(finding -> finding.severity() == Severity.WARNING)
                                .count();
        int same = good.size() - added - changed - edited.size();
        return new Examined(
                good,
                noted,
                changes,
                edited,
                new RunCounts(
                        0,
                        added,
                        changed,
                        Math.max(0, same),
                        edited.size(),
                        0,
                        size - good.size(),
                        warnings));
    }

    private void compare(
            RecordKind kind,
            Map<String, JsonObject> documents,
            Map<String, Known.Version> current,
            List<Change> changes,
            List<Examined.Edited> edited) {
        boolean shared = kind == RecordKind.TAXONOMY || kind == RecordKind.TAXONOMY_TERM;
        Set<String> others =
                shared ? sources.elsewhere(source, kind, documents.keySet()) : Set.of();
        documents.forEach(
                (id, received) -> {
                    Known.Version now = current.get(id);
                    JsonObject document = kept(received, now);
                    if (now != null && document.equals(now.document())
                            || others.contains(id)
                            || merged(now)) {
                        return;
                    }
                    if (now == null || now.author().startsWith(IMPORT)) {
                        changes.add(
                                new Change(
                                        kind,
                                        document,
                                        "Received from " + source.name(),
                                        "",
                                        source.trust()));
                    } else if (kind == RecordKind.SERVICE) {
                        edited.add(new Examined.Edited(now, document));
                    }
                });
    }

    /** The document with what is decided here and never by a source. */
    private static JsonObject kept(JsonObject received, Known.Version now) {
        return now != null && Properties.yes(now.document(), "x_internal")
                ? with(received, "x_internal")
                : received;
    }

    private static Map<RecordKind, Map<String, JsonObject>> documents(Collection<Unfolded> good) {
        Map<RecordKind, Map<String, JsonObject>> documents = new EnumMap<>(RecordKind.class);
        for (RecordKind kind : RecordKind.values()) {
            documents.put(kind, new LinkedHashMap<>());
        }
        for (Unfolded parts : good) {
            documents.get(RecordKind.ORGANIZATION).putAll(parts.organizations());
            documents.get(RecordKind.LOCATION).putAll(parts.locations());
            documents.get(RecordKind.TAXONOMY).putAll(parts.taxonomies());
            documents.get(RecordKind.TAXONOMY_TERM).putAll(parts.terms());
            documents.get(RecordKind.SERVICE).put(parts.service().getString("id"), parts.service());
        }
        return documents;
    }

    /** Ids in these records that belong to records of other sources, with the ids they get instead. */
    private Map<String, String> elsewhere(List<Received> batch) {
        Map<RecordKind, Set<String>> ids = new EnumMap<>(RecordKind.class);
        for (Received received : batch) {
            JsonObject service = received.document();
            add(ids, RecordKind.SERVICE, Properties.text(service, "id"));
            add(ids, RecordKind.ORGANIZATION, Properties.text(service, "organization_id"));
            Properties.object(service, "organization")
                    .ifPresent(o -> add(ids, RecordKind.ORGANIZATION, Properties.text(o, "id")));
            for (JsonObject place : Properties.objects(service, "service_at_locations")) {
                add(ids, RecordKind.LOCATION, Properties.text(place, "location_id"));
                Properties.object(place, "location")
                        .ifPresent(l -> add(ids, RecordKind.LOCATION, Properties.text(l, "id")));
            }
        }
        Identity plain = Identity.of(source.name());
        Map<String, String> instead = new HashMap<>();
        ids.forEach(
                (kind, all) ->
                        sources.elsewhere(source, kind, all)
                                .forEach(
                                        id -> {
                                            String name = kind.name().toLowerCase(Locale.ROOT);
                                            instead.put(name + " " + id, plain.another(name, id));
                                        }));
        return instead;
    }

    private static void add(Map<RecordKind, Set<String>> ids, RecordKind kind, String id) {
        if (id != null && id.indexOf('\0') < 0) {
            ids.computeIfAbsent(kind, k -> new HashSet<>()).add(id.toLowerCase(Locale.ROOT));
        }
    }

    private static Finding error(
            String pointer, String field, String value, String rule, String advice) {
        return new Finding(
                pointer, field, Objects.toString(value, ""), Severity.ERROR, rule, advice);
    }
}
