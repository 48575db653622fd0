package org.answerable.directory.exchange;

import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.answerable.directory.hsds.Finding;
import org.answerable.directory.hsds.Identity;
import org.answerable.directory.hsds.Mending;
import org.answerable.directory.hsds.Properties;
import org.answerable.directory.hsds.Unfolded;
import org.answerable.directory.store.Change;
import org.answerable.directory.store.Known;
import org.answerable.directory.store.Publication;
import org.answerable.directory.store.Received;
import org.answerable.directory.store.RecordKind;
import org.answerable.directory.store.RunCounts;
import org.answerable.directory.store.Signature;
import org.answerable.directory.store.Sources;

/**
 * Some hundred received services at a time: what has not changed is passed over, the rest is mended, taken apart and
 * published where it differs from what is in force. A record of another source is never written over: a service,
 * organisation or place with its id gets an id of its own, a term is shared as it is.
 */
final class ImportBatch {

    private static final ZoneId HERE = ZoneId.of("Europe/London");

    private final Sources sources;
    private final Known known;
    private final Publication publication;
    private final Sources.Source source;
    private final Sources.Run run;
    private final Signature by;
    private int findings;

    ImportBatch(
            Sources sources,
            Known known,
            Publication publication,
            Sources.Source source,
            Sources.Run run,
            Signature by) {
        this.sources = sources;
        this.known = known;
        this.publication = publication;
        this.source = source;
        this.run = run;
        this.by = by;
    }

    /** Imports services; of two with the same id in one batch the last counts. */
    RunCounts take(Collection<Received> batch) {
        Map<String, Received> byId = new LinkedHashMap<>();
        batch.forEach(received -> byId.put(received.id(), received));
        Map<String, String> before = sources.hashes(source, "service", byId.keySet());
        List<Received> changed = new ArrayList<>();
        byId.forEach(
                (id, received) -> {
                    if (!HexFormat.of().formatHex(received.hash()).equals(before.get(id))) {
                        changed.add(received);
                    }
                });
        RunCounts same = new RunCounts(byId.size(), 0, 0, byId.size() - changed.size(), 0, 0, 0, 0);
        return same.plus(importChanged(changed));
    }

    private RunCounts importChanged(List<Received> changed) {
        Identity identity = new Identity(source.name(), elsewhere(changed));
        LocalDate today = LocalDate.ofInstant(by.at(), HERE);
        Map<Received, Unfolded> good = new LinkedHashMap<>();
        Map<Received, List<Finding>> noted = new LinkedHashMap<>();
        for (Received received : changed) {
            Mending mending = new Mending(today, identity);
            JsonObject service = mending.service(received.document());
            noted.put(received, new ArrayList<>(mending.findings()));
            if (mending.usable()) {
                good.put(received, Unfolded.of(service));
            }
        }
        withoutOrganization(good, noted);
        RunCounts done = publish(good);
        noted.forEach(this::note);
        int warnings =
                (int)
                        noted.values().stream()
                                .flatMap(List::stream)
                                .filter(f -> f.severity() == Finding.Severity.WARNING)
                                .count();
        return done.plus(new RunCounts(0, 0, 0, 0, 0, 0, changed.size() - good.size(), warnings));
    }

    private void note(Received received, List<Finding> found) {
        if (!found.isEmpty()) {
            sources.addFindings(run, findings + 1, received, found);
            findings += found.size();
        }
    }

    /** Keeps services out whose organisation is neither received with them nor known. */
    private void withoutOrganization(
            Map<Received, Unfolded> good, Map<Received, List<Finding>> noted) {
        Set<String> received = new HashSet<>();
        Set<String> named = new HashSet<>();
        good.values()
                .forEach(
                        parts -> {
                            received.addAll(parts.organizations().keySet());
                            named.add(Properties.text(parts.service(), "organization_id"));
                        });
        named.removeAll(received);
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
                                            new Finding(
                                                    "/organization_id",
                                                    "organization_id",
                                                    id,
                                                    Finding.Severity.ERROR,
                                                    "the organisation is known",
                                                    "Send the organisation with the service."));
                            return true;
                        });
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
        if (id != null) {
            ids.computeIfAbsent(kind, k -> new HashSet<>()).add(id.toLowerCase(Locale.ROOT));
        }
    }

    private RunCounts publish(Map<Received, Unfolded> good) {
        Map<RecordKind, Map<String, JsonObject>> documents = new EnumMap<>(RecordKind.class);
        for (RecordKind kind : RecordKind.values()) {
            documents.put(kind, new LinkedHashMap<>());
        }
        for (Unfolded parts : good.values()) {
            documents.get(RecordKind.ORGANIZATION).putAll(parts.organizations());
            documents.get(RecordKind.LOCATION).putAll(parts.locations());
            documents.get(RecordKind.TAXONOMY).putAll(parts.taxonomies());
            documents.get(RecordKind.TAXONOMY_TERM).putAll(parts.terms());
            documents.get(RecordKind.SERVICE).put(parts.service().getString("id"), parts.service());
        }
        List<Change> changes = new ArrayList<>();
        int[] services = new int[2];
        documents.forEach(
                (kind, all) -> {
                    int[] counts = changes(changes, kind, all);
                    if (kind == RecordKind.SERVICE) {
                        services[0] = counts[0];
                        services[1] = counts[1];
                    }
                });
        publication.publish(changes, by);
        sources.own(source, changes);
        Map<Received, String> records = new LinkedHashMap<>();
        good.forEach((received, parts) -> records.put(received, parts.service().getString("id")));
        sources.keep(source, run, "service", records, by.at());
        int same = documents.get(RecordKind.SERVICE).size() - services[0] - services[1];
        return new RunCounts(0, services[0], services[1], same, 0, 0, 0, 0);
    }

    /** Adds what differs from what is in force; says how many are new, and how many changed. */
    private int[] changes(
            List<Change> changes, RecordKind kind, Map<String, JsonObject> documents) {
        Map<String, JsonObject> current = known.documents(kind, documents.keySet());
        boolean shared = kind == RecordKind.TAXONOMY || kind == RecordKind.TAXONOMY_TERM;
        Set<String> others =
                shared ? sources.elsewhere(source, kind, documents.keySet()) : Set.of();
        int[] counts = new int[2];
        documents.forEach(
                (id, document) -> {
                    JsonObject before = current.get(id);
                    if (document.equals(before) || others.contains(id)) {
                        return;
                    }
                    counts[before == null ? 0 : 1]++;
                    changes.add(
                            new Change(
                                    kind,
                                    document,
                                    "Received from " + source.name(),
                                    "",
                                    source.trust()));
                });
        return counts;
    }
}
