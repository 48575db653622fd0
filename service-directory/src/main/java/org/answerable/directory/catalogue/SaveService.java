package org.answerable.directory.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.answerable.directory.Actor;
import org.answerable.directory.Area;
import org.answerable.directory.AreaKind;
import org.answerable.directory.EditConflict;
import org.answerable.directory.Editing.Saved;
import org.answerable.directory.FieldChange;
import org.answerable.directory.Geography;
import org.answerable.directory.InvalidInput;
import org.answerable.directory.NotAllowed;
import org.answerable.directory.NotFound;
import org.answerable.directory.ServiceDraft;
import org.answerable.directory.hsds.Difference;
import org.answerable.directory.hsds.Properties;
import org.answerable.directory.json.Json;
import org.answerable.directory.store.EditorsTable;
import org.answerable.directory.store.Known;
import org.answerable.directory.store.Proposals;
import org.answerable.directory.store.RecordKind;

/**
 * Somebody saves a service. What may go out at once does; all else waits for the word of another person.
 */
@ApplicationScoped
public class SaveService {

    /** Properties that need no approval: people must reach a service, and what is free changes by the hour. */
    private static final Set<String> AT_ONCE =
            Set.of("phones", "url", "email", "alert", "schedules", "capacities");

    private Known known;
    private EditorsTable table;
    private Proposals proposals;
    private PublishService publish;
    private EditingRights rights;
    private Geography geography;
    private Clock clock;

    protected SaveService() {}

    @Inject
    public SaveService(
            Known known,
            EditorsTable table,
            Proposals proposals,
            PublishService publish,
            EditingRights rights,
            Geography geography,
            Clock clock) {
        this.known = known;
        this.table = table;
        this.proposals = proposals;
        this.publish = publish;
        this.rights = rights;
        this.geography = geography;
        this.clock = clock;
    }

    /** See {@link org.answerable.directory.Editing#save}. */
    @Transactional
    public Saved save(ServiceDraft draft, Actor actor) {
        boolean isNew = draft.id() == null || draft.id().isBlank();
        Known.Version current = isNew ? null : current(draft.id());
        JsonObject before =
                isNew
                        ? Json.createObjectBuilder().add("id", UUID.randomUUID().toString()).build()
                        : current.document();
        if (!isNew) {
            rights.require(actor, before.getString("organization_id"));
        }
        mayOffer(draft, before, actor);
        JsonObject after =
                Drafting.document(draft, before, clock.instant(), table.termNames(), areaNames());
        ConfidentialCheck.givenAway(after, table.confidentialWords())
                .ifPresent(
                        property -> {
                            throw new InvalidInput(
                                    field(property),
                                    "This text names the postcode or street of a confidential place. Take it out.");
                        });
        if (!isNew && draft.base() != current.number()) {
            throw new EditConflict(current.number(), theirs(draft, before));
        }
        return keep(isNew ? 0 : current.number(), before, after, draft.reason().strip(), actor);
    }

    /** Publishes or proposes a document in the place of another. */
    Saved keep(int base, JsonObject before, JsonObject after, String reason, Actor actor) {
        String id = after.getString("id");
        Set<String> changed = Difference.properties(before, after);
        changed.remove("id");
        if (changed.isEmpty()) {
            throw new InvalidInput("reason", "Nothing is different from what is there already.");
        }
        String difference = Difference.sentence(Difference.between(before, after, names()));
        if (base > 0 && AT_ONCE.containsAll(changed)) {
            publish.publish(after, reason, difference, actor.username(), actor);
            return new Saved(id, true, Optional.empty());
        }
        String proposal = UUID.randomUUID().toString();
        proposals.add(
                new Proposals.Row(
                        proposal,
                        id,
                        base,
                        after,
                        reason,
                        "proposed",
                        actor.username(),
                        actor.authority(),
                        clock.instant(),
                        null,
                        null,
                        null),
                difference,
                actor);
        return new Saved(id, false, Optional.of(proposal));
    }

    private void mayOffer(ServiceDraft draft, JsonObject before, Actor actor) {
        boolean newOne = draft.newOrganization() != null && !draft.newOrganization().isBlank();
        if (newOne && !rights.editor(actor)) {
            throw new NotAllowed("Only an editor of the directory adds an organisation.");
        }
        String chosen = draft.organization() == null ? "" : draft.organization().strip();
        if (newOne
                || chosen.isEmpty()
                || chosen.equals(Properties.text(before, "organization_id"))) {
            return;
        }
        if (known.current(RecordKind.ORGANIZATION, chosen).isEmpty()) {
            throw new InvalidInput("organization", "Choose an organisation of the list.");
        }
        rights.require(actor, chosen);
    }

    private Known.Version current(String id) {
        return known.current(RecordKind.SERVICE, id)
                .filter(version -> !version.document().isEmpty())
                .orElseThrow(() -> new NotFound("There is no such service."));
    }

    private List<FieldChange> theirs(ServiceDraft draft, JsonObject now) {
        return known.version(RecordKind.SERVICE, draft.id(), draft.base())
                .map(base -> Difference.between(base, now, names()))
                .orElse(List.of());
    }

    /** What the ids in documents stand for. */
    Map<String, String> names() {
        Map<String, String> names = new HashMap<>(table.termNames());
        table.organizations(null).forEach(o -> names.put(o.id(), o.name()));
        return names;
    }

    /** The areas that a form offers, by code. */
    Map<String, String> areaNames() {
        return java.util.stream.Stream.of(AreaKind.COUNTY, AreaKind.DISTRICT)
                .flatMap(kind -> geography.areas(kind).stream())
                .collect(
                        Collectors.toMap(
                                Area::code,
                                Area::name,
                                (one, other) -> one,
                                java.util.LinkedHashMap::new));
    }

    /** The field of the form that a property comes from. */
    private static String field(String property) {
        return switch (property) {
            case "eligibility_description" -> "eligibility";
            case "application_process" -> "referral";
            case "fees_description" -> "cost";
            case "schedules" -> "hours";
            default -> property;
        };
    }
}
