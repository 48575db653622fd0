package org.answerable.cohort;

import java.util.List;
import java.util.Optional;

/**
 * The prevalence library: what studies and policies say of how common something is. Editable, versioned
 * data with citations, open to everyone to read; nothing is ever overwritten.
 */
public interface Prevalences {

    /** The version in force of each entry, in the order of their ids. */
    List<Prevalence> inForce();

    /**
     * All versions of one entry, the newest first.
     *
     * @throws NotFound no such entry
     */
    List<Prevalence> versions(String id);

    /** One version of an entry, as a result names it. */
    Optional<Prevalence> find(String id, int version);

    /**
     * Records a new version of an entry.
     *
     * @throws InvalidInput fields as in {@link PrevalenceRevision}
     * @throws Conflict someone recorded another version since this one was read
     * @throws NotFound no such entry
     * @throws NotAllowed the actor is not an analyst
     */
    Prevalence revise(PrevalenceRevision revision, Actor actor);

    /**
     * Adds an entry under the next free id.
     *
     * @throws InvalidInput fields as in {@link PrevalenceRevision}; {@code population} when an entry in
     *     force says the same of the same population from the same source
     * @throws NotAllowed the actor is not an analyst
     */
    Prevalence add(PrevalenceRevision revision, Actor actor);
}
