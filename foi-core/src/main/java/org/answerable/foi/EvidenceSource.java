package org.answerable.foi;

import java.util.List;

/** Port: where figures come from. The web module implements it over the analytics module. */
public interface EvidenceSource {

    /** The figures that this actor may cite. */
    List<EvidenceChoice> choices(Actor actor);

    /**
     * The figure as released under its policy.
     *
     * @throws NotFound when there is no such figure for this actor
     * @throws Conflict when it cannot be released, with the reason
     */
    Evidence release(String figureId, Actor actor);

    /**
     * Computes the figure again from the data as it is now and compares it with the released one.
     */
    Comparison recompute(String figureId);
}
