package org.answerable.directory;

import java.util.List;
import java.util.Optional;

/**
 * Changing the directory. Editors change every record, members of an organisation its own. A change is public when
 * somebody else has approved it; a telephone number, an address on the web, opening hours, an alert or what is free now go
 * out at once.
 */
public interface Editing {

    /** The services that the actor may change. */
    EditorsList services(
            String words, VerificationState state, long page, int perPage, Actor actor);

    /**
     * A service with its form, versions and proposals.
     *
     * @throws NotFound there is none
     * @throws NotAllowed it is not this person's to change
     */
    EditorsView service(String id, Actor actor);

    /** The form of a new service. */
    EditorsView blank(Actor actor);

    /** The organisations that the actor may add services for. */
    List<ServiceView.Organization> organizations(Actor actor);

    /** What came of saving: published at once, or waiting for somebody else. */
    record Saved(String service, boolean published, Optional<String> proposal) {}

    /**
     * Saves a draft.
     *
     * @throws InvalidInput with every fault; fields as in {@link ServiceDraft}
     * @throws EditConflict the record has changed since the form was opened
     */
    Saved save(ServiceDraft draft, Actor actor);

    /** The proposals that wait, oldest first. */
    List<Proposal> waiting(Actor actor);

    /**
     * @throws NotFound there is none
     */
    Proposal proposal(String id, Actor actor);

    /**
     * Publishes a proposal.
     *
     * @throws NotAllowed the actor is no editor, or proposed it
     * @throws Conflict it has been decided, or the record has changed since
     */
    void approve(String id, Actor actor);

    /** Sends a proposal back with a note. */
    void sendBack(String id, String note, Actor actor);

    /** The author takes a proposal back. */
    void withdraw(String id, Actor actor);

    /** Proposes that an earlier version is in force again. */
    Saved restore(String service, int version, String reason, Actor actor);

    /** Says that the record is still right, as of today. */
    void confirm(String service, Actor actor);

    /**
     * Erases a service for good: its documents in all versions. Its id answers 410 from now on.
     *
     * @throws NotAllowed the actor is no editor
     */
    void erase(String service, String reason, Actor actor);

    /** Lets a person change the records of an organisation, or no longer. */
    void member(String organization, String username, boolean may, Actor actor);

    /** The user names of those who may change the records of an organisation. */
    List<String> members(String organization, Actor actor);
}
