package org.answerable.directory.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.answerable.directory.Actor;
import org.answerable.directory.Conflict;
import org.answerable.directory.InvalidInput;
import org.answerable.directory.NotAllowed;
import org.answerable.directory.NotFound;
import org.answerable.directory.Role;
import org.answerable.directory.hsds.Difference;
import org.answerable.directory.store.Known;
import org.answerable.directory.store.Proposals;
import org.answerable.directory.store.RecordKind;

/** An editor approves a proposal or sends it back; its author may take it back. Nobody approves their own. */
@ApplicationScoped
public class DecideProposal {

    private static final int LONGEST_NOTE = 1_000;

    private Proposals proposals;
    private Known known;
    private SaveService save;
    private PublishService publish;
    private Clock clock;

    protected DecideProposal() {}

    @Inject
    public DecideProposal(
            Proposals proposals,
            Known known,
            SaveService save,
            PublishService publish,
            Clock clock) {
        this.proposals = proposals;
        this.known = known;
        this.save = save;
        this.publish = publish;
        this.clock = clock;
    }

    @Transactional
    public void approve(String id, Actor actor) {
        actor.require(Role.DIRECTORY_EDITOR);
        Proposals.Row row = find(id);
        if (row.author().equals(actor.username())) {
            throw new NotAllowed(
                    "You proposed this change. Another editor has to approve it, so that two people have seen it.");
        }
        Optional<Known.Version> current = known.current(RecordKind.SERVICE, row.record());
        int number = current.map(Known.Version::number).orElse(0);
        if (number != row.base()) {
            throw new Conflict(
                    "The service has changed since this was proposed (version "
                            + number
                            + " instead of "
                            + row.base()
                            + "). Send it back, so that it is proposed again on what is there now.");
        }
        if (!proposals.decide(id, "approved", null, clock.instant(), actor)) {
            throw decided();
        }
        JsonObject before =
                current.map(Known.Version::document).orElse(JsonObject.EMPTY_JSON_OBJECT);
        publish.publish(
                row.document(),
                row.reason(),
                Difference.sentence(Difference.between(before, row.document(), save.names())),
                row.author(),
                actor);
    }

    @Transactional
    public void sendBack(String id, String note, Actor actor) {
        actor.require(Role.DIRECTORY_EDITOR);
        find(id);
        if (note == null || note.isBlank() || note.length() > LONGEST_NOTE) {
            throw new InvalidInput(
                    "note", "Say what should be different, in at most 1,000 characters.");
        }
        if (!proposals.decide(id, "returned", note.strip(), clock.instant(), actor)) {
            throw decided();
        }
    }

    @Transactional
    public void withdraw(String id, Actor actor) {
        if (!find(id).author().equals(actor.username())) {
            throw new NotAllowed("Only who proposed a change takes it back.");
        }
        if (!proposals.decide(id, "withdrawn", null, clock.instant(), actor)) {
            throw decided();
        }
    }

    private Proposals.Row find(String id) {
        return proposals.find(id).orElseThrow(() -> new NotFound("There is no such proposal."));
    }

    private static Conflict decided() {
        return new Conflict("Somebody has decided this proposal already. Open the page again.");
    }
}
