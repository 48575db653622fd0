package org.answerable.directory.exchange;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.answerable.directory.hsds.Finding;
import org.answerable.directory.hsds.Identity;
import org.answerable.directory.hsds.Mending;
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
 * published where it differs from what is in force.
 */
final class ImportBatch {

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

    /** Imports services; two of the same id in one batch count once, the last. */
    RunCounts take(Collection<Received> batch, Instant at) {
        Map<String, Received> byId = new LinkedHashMap<>();
        batch.forEach(received -> byId.put(received.id(), received));
        Map<String, String> before = sources.hashes(source, "service", byId.keySet());
        Map<Received, Unfolded> good = new LinkedHashMap<>();
        int unchanged = 0;
        int faulty = 0;
        int warnings = 0;
        for (Received received : byId.values()) {
            if (HexFormat.of().formatHex(received.hash()).equals(before.get(received.id()))) {
                unchanged++;
                continue;
            }
            Mending mending =
                    new Mending(
                            by.at().atZone(java.time.ZoneId.of("Europe/London")).toLocalDate(),
                            Identity.of(source.name()));
            JsonObject service = mending.service(received.document());
            if (!mending.findings().isEmpty()) {
                sources.addFindings(run, findings + 1, received, mending.findings());
                findings += mending.findings().size();
            }
            warnings += warnings(mending.findings());
            if (mending.usable()) {
                good.put(received, Unfolded.of(service));
            } else {
                faulty++;
            }
        }
        RunCounts done = publish(good, at);
        return done.plus(new RunCounts(byId.size(), 0, 0, unchanged, 0, 0, faulty, warnings));
    }

    private RunCounts publish(Map<Received, Unfolded> good, Instant at) {
        Map<String, JsonObject> organizations = new LinkedHashMap<>();
        Map<String, JsonObject> locations = new LinkedHashMap<>();
        Map<String, JsonObject> taxonomies = new LinkedHashMap<>();
        Map<String, JsonObject> terms = new LinkedHashMap<>();
        Map<String, JsonObject> services = new LinkedHashMap<>();
        good.values()
                .forEach(
                        parts -> {
                            organizations.putAll(parts.organizations());
                            locations.putAll(parts.locations());
                            taxonomies.putAll(parts.taxonomies());
                            terms.putAll(parts.terms());
                            services.put(parts.service().getString("id"), parts.service());
                        });
        List<Change> changes = new ArrayList<>();
        changes(changes, RecordKind.ORGANIZATION, organizations);
        changes(changes, RecordKind.LOCATION, locations);
        changes(changes, RecordKind.TAXONOMY, taxonomies);
        changes(changes, RecordKind.TAXONOMY_TERM, terms);
        int[] serviceChanges = changes(changes, RecordKind.SERVICE, services);
        publication.publish(changes, by);
        Map<Received, String> records = new LinkedHashMap<>();
        good.forEach((received, parts) -> records.put(received, parts.service().getString("id")));
        sources.keep(source, run, "service", records, at);
        int same = services.size() - serviceChanges[0] - serviceChanges[1];
        return new RunCounts(0, serviceChanges[0], serviceChanges[1], same, 0, 0, 0, 0);
    }

    /** Adds what differs from what is in force; says how many are new, and how many changed. */
    private int[] changes(
            List<Change> changes, RecordKind kind, Map<String, JsonObject> documents) {
        Map<String, JsonObject> current = known.documents(kind, documents.keySet());
        int[] counts = new int[2];
        documents.forEach(
                (id, document) -> {
                    JsonObject before = current.get(id);
                    if (document.equals(before)) {
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

    private static int warnings(List<Finding> findings) {
        return (int)
                findings.stream().filter(f -> f.severity() == Finding.Severity.WARNING).count();
    }
}
