package org.answerable.cohort;

/** Makes populations that are not published from such as are. */
public interface ModelledPopulations {

    /**
     * Registered people by LSOA and single year of age: {@code N(l,a) = sum over practices p of
     * N(p,a) N(p,l) / N(p)}. What comes of it is loaded as a dataset of its own, whose source and
     * caveats say that it is modelled, from what, and what was left out.
     *
     * @throws InvalidInput fields as in {@link ModelledRequest}
     * @throws NotAllowed the actor is not an analyst
     */
    LoadReport registeredByArea(ModelledRequest request, Actor actor, Progress progress);
}
