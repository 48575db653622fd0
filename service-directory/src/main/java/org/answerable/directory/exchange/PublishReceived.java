package org.answerable.directory.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.answerable.directory.Actor;
import org.answerable.directory.hsds.Difference;
import org.answerable.directory.hsds.Properties;
import org.answerable.directory.json.Json;
import org.answerable.directory.store.Change;
import org.answerable.directory.store.EditorsTable;
import org.answerable.directory.store.ImportRuns;
import org.answerable.directory.store.Known;
import org.answerable.directory.store.Proposals;
import org.answerable.directory.store.Publication;
import org.answerable.directory.store.Received;
import org.answerable.directory.store.RecordKind;
import org.answerable.directory.store.Signature;
import org.answerable.directory.store.Sources;

/** Publishes what was examined, proposes what was edited here, and keeps what was received: each batch whole or not. */
@ApplicationScoped
public class PublishReceived {

    private static final String INACTIVE = "inactive";

    private Publication publication;
    private Sources sources;
    private Proposals proposals;
    private EditorsTable table;
    private Known known;

    protected PublishReceived() {}

    @Inject
    public PublishReceived(
            Publication publication,
            Sources sources,
            Proposals proposals,
            EditorsTable table,
            Known known) {
        this.publication = publication;
        this.sources = sources;
        this.proposals = proposals;
        this.table = table;
        this.known = known;
    }

    @Transactional
    void publish(
            Examined examined,
            Sources.Source source,
            ImportRuns.Run run,
            Signature by,
            Actor actor) {
        publication.publish(examined.changes(), by);
        sources.own(source, examined.changes());
        propose(examined.edited(), "Received from " + source.name(), by, actor);
        Map<Received, String> records = new LinkedHashMap<>();
        examined.good()
                .forEach(
                        (received, parts) ->
                                records.put(received, parts.service().getString("id")));
        sources.keep(source, run, "service", records, by.at());
    }

    /**
     * Withdraws services that their source no longer has; for those that were edited here it is proposed.
     *
     * @return how many
     */
    @Transactional
    int withdraw(List<String> services, Sources.Source source, Signature by, Actor actor) {
        String reason = "Missing at " + source.name() + " in two runs";
        List<Change> changes = new ArrayList<>();
        List<Examined.Edited> edited = new ArrayList<>();
        known.current(RecordKind.SERVICE, services)
                .values()
                .forEach(
                        now -> {
                            if (!offered(now.document())) {
                                return;
                            }
                            JsonObject without =
                                    Json.createObjectBuilder(now.document())
                                            .add("status", INACTIVE)
                                            .build();
                            if (now.author().startsWith(Examination.IMPORT)) {
                                changes.add(
                                        new Change(
                                                RecordKind.SERVICE,
                                                without,
                                                reason,
                                                "Status: → “inactive”",
                                                source.trust()));
                            } else {
                                edited.add(new Examined.Edited(now, without));
                            }
                        });
        publication.publish(changes, by);
        propose(edited, reason, by, actor);
        return changes.size() + edited.size();
    }

    private static boolean offered(JsonObject service) {
        String status = service.getString("status", "");
        return status.equals("active") || status.equals("temporarily closed");
    }

    private void propose(List<Examined.Edited> edited, String reason, Signature by, Actor actor) {
        if (edited.isEmpty()) {
            return;
        }
        Map<String, String> names = new HashMap<>(table.termNames());
        table.organizations(null).forEach(o -> names.put(o.id(), o.name()));
        List<Proposals.Row> rows = new ArrayList<>();
        Map<String, String> differences = new HashMap<>();
        for (Examined.Edited one : edited) {
            JsonObject now = one.current().document();
            JsonObject wanted = withOwn(one.received(), now);
            if (wanted.equals(now)) {
                continue;
            }
            String id = wanted.getString("id");
            differences.put(id, Difference.sentence(Difference.between(now, wanted, names)));
            rows.add(
                    new Proposals.Row(
                            UUID.randomUUID().toString(),
                            id,
                            one.current().number(),
                            wanted,
                            reason,
                            "proposed",
                            by.author(),
                            by.authority(),
                            by.at(),
                            null,
                            null,
                            null));
        }
        proposals.addReceived(rows, differences, actor);
    }

    /** What the source would have, with what only editors here write, and the later date of assurance. */
    private static JsonObject withOwn(JsonObject received, JsonObject now) {
        JsonObjectBuilder wanted = Json.createObjectBuilder(received);
        now.forEach(
                (name, value) -> {
                    if (name.startsWith("x_") && !received.containsKey(name)) {
                        wanted.add(name, value);
                    }
                });
        var here = Properties.date(now, "assured_date");
        var there = Properties.date(received, "assured_date");
        if (here != null && (there == null || there.isBefore(here))) {
            wanted.add("assured_date", here.toString());
            if (now.containsKey("assurer_email")) {
                wanted.add("assurer_email", now.get("assurer_email"));
            }
        }
        return wanted.build();
    }
}
