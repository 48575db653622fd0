package org.answerable.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Pathways from a need to services, and where they lead nowhere. Public to read. */
public interface Pathways {

    /** The newest version of each, by name. */
    List<Pathway> all();

    Optional<Pathway> find(String reference);

    /**
     * What each step leads to for a place.
     *
     * @param place a postcode, or the code of an area or LSOA
     * @throws InvalidInput field {@code place}
     * @throws NotFound there is no such pathway
     */
    PathwayGaps gaps(String reference, String place, LocalDate at);

    /**
     * Adds a pathway.
     *
     * @return its reference
     * @throws InvalidInput with every fault; fields of {@link Pathway.Terms} by name
     * @throws NotAllowed the actor is no editor
     */
    String add(Pathway.Terms terms, boolean demonstration, Actor actor);

    /**
     * Records a new version.
     *
     * @throws Conflict somebody recorded another version meanwhile
     */
    void revise(String reference, int from, Pathway.Terms terms, Actor actor);
}
