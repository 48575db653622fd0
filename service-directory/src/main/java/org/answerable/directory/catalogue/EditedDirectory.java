package org.answerable.directory.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.answerable.directory.Actor;
import org.answerable.directory.Editing;
import org.answerable.directory.EditorsList;
import org.answerable.directory.EditorsView;
import org.answerable.directory.Freshness;
import org.answerable.directory.InvalidInput;
import org.answerable.directory.NotAllowed;
import org.answerable.directory.NotFound;
import org.answerable.directory.Proposal;
import org.answerable.directory.Role;
import org.answerable.directory.ServiceDraft;
import org.answerable.directory.ServiceView;
import org.answerable.directory.VerificationState;
import org.answerable.directory.hsds.Difference;
import org.answerable.directory.hsds.PlainWords;
import org.answerable.directory.hsds.Properties;
import org.answerable.directory.json.Json;
import org.answerable.directory.store.EditorsTable;
import org.answerable.directory.store.Known;
import org.answerable.directory.store.Proposals;
import org.answerable.directory.store.RecordKind;
import org.answerable.directory.store.Slice;

/** The directory as its editors work on it. */
@ApplicationScoped
public class EditedDirectory implements Editing {

    private static final ZoneId HERE = ZoneId.of("Europe/London");
    private static final int MOST_PER_PAGE = 200;

    private EditorsTable table;
    private Known known;
    private Proposals proposals;
    private EditingRights rights;
    private SaveService save;
    private DecideProposal decide;
    private ConfirmService confirm;
    private Clock clock;

    protected EditedDirectory() {}

    @Inject
    public EditedDirectory(
            EditorsTable table,
            Known known,
            Proposals proposals,
            EditingRights rights,
            SaveService save,
            DecideProposal decide,
            ConfirmService confirm,
            Clock clock) {
        this.table = table;
        this.known = known;
        this.proposals = proposals;
        this.rights = rights;
        this.save = save;
        this.decide = decide;
        this.confirm = confirm;
        this.clock = clock;
    }

    @Override
    public EditorsList services(
            String words, VerificationState state, long page, int perPage, Actor actor) {
        List<String> own = rights.organizations(actor);
        String plain = PlainWords.of(words);
        int size = Math.max(1, Math.min(MOST_PER_PAGE, perPage));
        return table.list(
                plain.isEmpty() ? List.of() : List.of(plain.split(" ")),
                own,
                state,
                new Slice((Math.max(1, Math.min(page, 1_000_000)) - 1) * size, size),
                today());
    }

    @Override
    public EditorsView service(String id, Actor actor) {
        EditorsTable.Status status = status(id);
        rights.require(actor, status.organization());
        Known.Version version = known.current(RecordKind.SERVICE, id).orElseThrow();
        Map<String, String> names = save.names();
        return new EditorsView(
                id,
                status.name(),
                status.organizationName(),
                status.status(),
                status.internal(),
                status.withheld(),
                status.assured(),
                VerificationState.on(today(), status.since()),
                status.freshness(today()),
                status.modified(),
                status.source(),
                DraftOf.document(version.document(), version.number()),
                table.places(status.organization()),
                known.versions(RecordKind.SERVICE, id),
                proposals.of(id).stream().map(row -> proposal(row, names)).toList());
    }

    private EditorsTable.Status status(String id) {
        return table.status(id)
                .filter(s -> !s.erased())
                .orElseThrow(() -> new NotFound("There is no such service."));
    }

    @Override
    public EditorsView blank(Actor actor) {
        List<String> own = rights.organizations(actor);
        String organization = own != null && own.size() == 1 ? own.get(0) : "";
        JsonObject document =
                Json.createObjectBuilder()
                        .add("id", "")
                        .add("organization_id", organization)
                        .add("status", "active")
                        .build();
        return new EditorsView(
                "",
                "",
                "",
                "active",
                false,
                false,
                null,
                VerificationState.VERIFIED,
                new Freshness(0, 0, 0),
                clock.instant(),
                null,
                DraftOf.document(document, 0),
                organization.isEmpty() ? List.of() : table.places(organization),
                List.of(),
                List.of());
    }

    @Override
    public List<ServiceView.Organization> organizations(Actor actor) {
        return table.organizations(rights.organizations(actor));
    }

    @Override
    public Saved save(ServiceDraft draft, Actor actor) {
        return save.save(draft, actor);
    }

    @Override
    public List<Proposal> waiting(Actor actor) {
        actor.require(Role.DIRECTORY_EDITOR, Role.PROVIDER);
        Map<String, String> names = save.names();
        return proposals.waiting(rights.editor(actor) ? null : actor.username()).stream()
                .map(row -> proposal(row, names))
                .toList();
    }

    @Override
    public Proposal proposal(String id, Actor actor) {
        Proposals.Row row =
                proposals.find(id).orElseThrow(() -> new NotFound("There is no such proposal."));
        if (!rights.editor(actor) && !row.author().equals(actor.username())) {
            throw new NotAllowed("Only editors and who proposed a change see it.");
        }
        return proposal(row, save.names());
    }

    private Proposal proposal(Proposals.Row row, Map<String, String> names) {
        JsonObject before =
                row.base() == 0
                        ? JsonObject.EMPTY_JSON_OBJECT
                        : known.version(RecordKind.SERVICE, row.record(), row.base())
                                .orElse(JsonObject.EMPTY_JSON_OBJECT);
        JsonObject document = row.document();
        String organization =
                Properties.object(document, "organization")
                        .map(o -> Properties.text(o, "name"))
                        .orElseGet(
                                () ->
                                        names.getOrDefault(
                                                Properties.text(document, "organization_id"), ""));
        return new Proposal(
                row.id(),
                row.record(),
                document.getString("name", ""),
                organization,
                row.state(),
                row.base() == 0,
                Difference.between(before, document, names),
                row.reason(),
                row.author(),
                row.at(),
                row.decidedBy(),
                row.decidedAt(),
                row.note());
    }

    @Override
    public void approve(String id, Actor actor) {
        decide.approve(id, actor);
    }

    @Override
    public void sendBack(String id, String note, Actor actor) {
        decide.sendBack(id, note, actor);
    }

    @Override
    public void withdraw(String id, Actor actor) {
        decide.withdraw(id, actor);
    }

    @Override
    @Transactional
    public Saved restore(String service, int version, String reason, Actor actor) {
        EditorsTable.Status status = status(service);
        rights.require(actor, status.organization());
        Known.Version current = known.current(RecordKind.SERVICE, service).orElseThrow();
        JsonObject wanted =
                known.version(RecordKind.SERVICE, service, version)
                        .filter(document -> !document.isEmpty())
                        .orElseThrow(() -> new NotFound("There is no such version."));
        String why =
                reason == null || reason.isBlank() ? "Back to version " + version : reason.strip();
        return save.keep(current.number(), current.document(), wanted, why, actor);
    }

    @Override
    public void confirm(String service, Actor actor) {
        confirm.confirm(service, actor);
    }

    @Override
    @Transactional
    public void erase(String service, String reason, Actor actor) {
        actor.require(Role.DIRECTORY_EDITOR);
        status(service);
        if (reason == null || reason.isBlank() || reason.length() > 1_000) {
            throw new InvalidInput(
                    "reason", "Say why it has to be erased, in at most 1,000 characters.");
        }
        table.erase(service, reason.strip(), clock.instant(), actor);
    }

    @Override
    @Transactional
    public void member(String organization, String username, boolean may, Actor actor) {
        actor.require(Role.DIRECTORY_EDITOR);
        if (known.current(RecordKind.ORGANIZATION, organization).isEmpty()) {
            throw new NotFound("There is no such organisation.");
        }
        if (username == null || !username.strip().matches("[a-z0-9._@-]{1,100}")) {
            throw new InvalidInput("username", "Give a user name as it is typed to sign in.");
        }
        table.member(organization, username.strip(), may, clock.instant(), actor);
    }

    @Override
    public List<String> members(String organization, Actor actor) {
        actor.require(Role.DIRECTORY_EDITOR);
        return table.members(organization);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), HERE);
    }
}
