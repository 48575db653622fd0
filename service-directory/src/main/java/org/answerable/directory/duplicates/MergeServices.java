package org.answerable.directory.duplicates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.answerable.directory.Actor;
import org.answerable.directory.Conflict;
import org.answerable.directory.InvalidInput;
import org.answerable.directory.NotFound;
import org.answerable.directory.Role;
import org.answerable.directory.duplicates.store.PairTable;
import org.answerable.directory.hsds.Properties;
import org.answerable.directory.store.Change;
import org.answerable.directory.store.EditorsTable;
import org.answerable.directory.store.Known;
import org.answerable.directory.store.Publication;
import org.answerable.directory.store.RecordKind;
import org.answerable.directory.store.Signature;

/**
 * An editor says that two services are one, that they are two, or takes it back. The one that goes is withdrawn by a new
 * version that names the one that stays; nothing else about it changes, so that it can come back.
 */
@ApplicationScoped
public class MergeServices {

    /** Names the service that a withdrawn one was found to be. */
    static final String MERGED_INTO = "x_merged_into";

    private static final String STATUS = "status";
    private static final String DECIDED =
            "Somebody has decided this pair already. Open the page again.";

    private PairTable pairs;
    private Known known;
    private Publication publication;
    private EditorsTable table;
    private Clock clock;

    protected MergeServices() {}

    @Inject
    public MergeServices(
            PairTable pairs,
            Known known,
            Publication publication,
            EditorsTable table,
            Clock clock) {
        this.pairs = pairs;
        this.known = known;
        this.publication = publication;
        this.table = table;
        this.clock = clock;
    }

    /** See {@link org.answerable.directory.Duplicates#notTheSame}. */
    @Transactional
    public void notTheSame(long id, Actor actor) {
        actor.require(Role.DIRECTORY_EDITOR);
        PairTable.Pair pair = find(id);
        boolean was =
                pairs.decide(
                        id,
                        "open",
                        "distinct",
                        "NOT_THE_SAME",
                        pair.one(),
                        "Not the same as " + pair.other(),
                        clock.instant(),
                        actor);
        if (!was) {
            throw new Conflict(DECIDED);
        }
    }

    /** See {@link org.answerable.directory.Duplicates#merge}. */
    @Transactional
    public void merge(long id, String keep, Actor actor) {
        actor.require(Role.DIRECTORY_EDITOR);
        PairTable.Pair pair = find(id);
        if (!keep.equals(pair.one()) && !keep.equals(pair.other())) {
            throw new InvalidInput("keep", "Choose the record that stays.");
        }
        String gone = keep.equals(pair.one()) ? pair.other() : pair.one();
        Map<String, Known.Version> versions =
                known.current(RecordKind.SERVICE, List.of(keep, gone));
        if (!offered(versions.get(keep)) || !offered(versions.get(gone))) {
            throw new Conflict("One of the two is no longer offered. Compare again.");
        }
        Instant now = clock.instant();
        if (!pairs.decide(
                id, "open", "merged", "SERVICES_MERGED", gone, "Merged into " + keep, now, actor)) {
            throw new Conflict(DECIDED);
        }
        JsonObject document = versions.get(gone).document();
        String status = document.getString(STATUS);
        pairs.merged(id, new PairTable.Merge(gone, keep, status), now, actor);
        publish(
                Json.createObjectBuilder(document)
                        .add(STATUS, "inactive")
                        .add(MERGED_INTO, keep)
                        .build(),
                "The same as another service",
                "Status: “" + status + "” → “inactive”; Merged into: new → “" + keep + "”",
                now,
                actor);
    }

    /** See {@link org.answerable.directory.Duplicates#undo}. */
    @Transactional
    public void undo(long id, Actor actor) {
        actor.require(Role.DIRECTORY_EDITOR);
        PairTable.Merge merge =
                find(id).state().equals("merged")
                        ? pairs.merge(id).orElseThrow(() -> new Conflict(DECIDED))
                        : null;
        if (merge == null) {
            throw new Conflict("This pair is not merged.");
        }
        JsonObject document =
                known.current(RecordKind.SERVICE, merge.gone())
                        .map(Known.Version::document)
                        .orElse(JsonObject.EMPTY_JSON_OBJECT);
        if (!merge.kept().equals(Properties.text(document, MERGED_INTO))) {
            throw new Conflict(
                    "The record has been changed since it was merged, so it cannot be brought back by this.");
        }
        Instant now = clock.instant();
        if (!pairs.decide(
                id,
                "merged",
                "open",
                "MERGE_UNDONE",
                merge.gone(),
                "No longer merged into " + merge.kept(),
                now,
                actor)) {
            throw new Conflict(DECIDED);
        }
        pairs.undone(id, now, actor);
        publish(
                Json.createObjectBuilder(document)
                        .remove(MERGED_INTO)
                        .add(STATUS, merge.statusBefore())
                        .build(),
                "Not the same after all",
                "Status: “inactive” → “" + merge.statusBefore() + "”; Merged into: removed",
                now,
                actor);
    }

    private static boolean offered(Known.Version version) {
        if (version == null) {
            return false;
        }
        String status = version.document().getString(STATUS, "");
        return status.equals("active") || status.equals("temporarily closed");
    }

    private void publish(
            JsonObject document, String reason, String difference, Instant now, Actor actor) {
        double provenance =
                table.status(document.getString("id"))
                        .map(EditorsTable.Status::provenance)
                        .orElse(0.0);
        publication.publish(
                List.of(new Change(RecordKind.SERVICE, document, reason, difference, provenance)),
                new Signature(actor.username(), actor.username(), actor.authority(), now));
    }

    private PairTable.Pair find(long id) {
        return pairs.find(id).orElseThrow(() -> new NotFound("There is no such pair."));
    }
}
