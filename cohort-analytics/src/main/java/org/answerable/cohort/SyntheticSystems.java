package org.answerable.cohort;

/** Makes invented systems: real margins, invented children. */
public interface SyntheticSystems {

    /**
     * Makes the children, registrations and contacts and loads them by the same loaders, as two
     * datasets marked as synthetic. Nothing made from them can be released.
     *
     * @throws InvalidInput fields as in {@link SyntheticRequest}
     * @throws NotAllowed the actor is not an analyst
     */
    SyntheticResult make(SyntheticRequest request, Actor actor, Progress progress);
}
