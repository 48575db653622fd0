package org.answerable.directory;

import java.util.Optional;

/**
 * Services that may be one and the same. A run finds pairs and says why; an editor looks at both and decides. Nothing is
 * ever merged by a machine. All calls but {@link #successor} throw {@link NotAllowed} when the actor is not an editor.
 */
public interface Duplicates {

    /**
     * Begins to compare all services in the background.
     *
     * @throws Conflict they are being compared already
     */
    void start(Actor actor);

    /** Waits for the end of a comparison on this server, but not longer than this. */
    void await(long milliseconds);

    /** The newest comparison, or nothing. */
    Optional<DuplicateRun> latest(Actor actor);

    /** Pairs that wait for somebody's word, the likeliest first; pages from 1. */
    DuplicateList waiting(long page, int perPage, Actor actor);

    /**
     * A pair with both records.
     *
     * @throws NotFound there is no such pair
     */
    DuplicatePair pair(long id, Actor actor);

    /**
     * They are two services. It is remembered until something that is compared changes.
     *
     * @throws Conflict somebody has decided already
     */
    void notTheSame(long id, Actor actor);

    /**
     * They are one service: one record stays, the other is withdrawn and points to it. Its id keeps answering, and so
     * do the ids that the sources of both use.
     *
     * @param keep id of the service that stays, one of the pair
     * @throws InvalidInput field {@code keep}
     * @throws Conflict somebody has decided already, or one of them is no longer offered
     */
    void merge(long id, String keep, Actor actor);

    /**
     * Brings back what was merged, as it was.
     *
     * @throws Conflict it is not merged, or the record has changed since
     */
    void undo(long id, Actor actor);

    /** The service that a merged one was merged into; nothing for any other. */
    Optional<String> successor(String service);
}
