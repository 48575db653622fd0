package org.answerable.cohort;

import java.util.List;

/**
 * What calculations assume: editable, versioned data with citations. Open to everyone, since results
 * rest on it; nothing is ever overwritten.
 */
public interface Assumptions {

    /** The version in force of each, in the order of their ids. */
    List<Assumption> inForce();

    /**
     * All versions of one, the newest first.
     *
     * @throws NotFound no such assumption
     */
    List<Assumption> versions(String id);

    /**
     * Records a new version.
     *
     * @throws InvalidInput a number is missing, out of its bounds or contradicts the others; fields
     *     as in {@link AssumptionRevision}, parts by their own names
     * @throws Conflict someone recorded another version since this one was read
     * @throws NotFound no such assumption
     * @throws NotAllowed the actor is not an analyst
     */
    Assumption revise(AssumptionRevision revision, Actor actor);
}
