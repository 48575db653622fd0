package org.answerable.directory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Commissioning positions: public to read, declared by directory editors. */
public interface Positions {

    /** The newest version of each, newest first. */
    List<Position> all();

    /** As it was known at a moment; the newest for {@code Instant.MAX}. */
    Optional<Position> find(String reference, Instant known);

    /** All versions, newest first. */
    List<Position> versions(String reference);

    /**
     * Declares a position.
     *
     * @return its reference
     * @throws InvalidInput with every fault; fields of {@link PositionTerms} by name
     * @throws NotAllowed the actor is no editor
     */
    String declare(PositionTerms terms, boolean demonstration, Actor actor);

    /**
     * Records a new version.
     *
     * @param from the version the change was made from
     * @throws InvalidInput as {@link #declare}, and {@code reason}
     * @throws Conflict somebody recorded another version meanwhile
     * @throws NotFound there is no such position
     * @throws NotAllowed the actor is no editor of its authority
     */
    void revise(String reference, int from, PositionTerms terms, String reason, Actor actor);

    /** The commissioners of a care system, as last recorded for its area. */
    List<String> commissioners(String area);

    /**
     * Records who the commissioners of a care system are.
     *
     * @throws InvalidInput fields {@code area}, {@code names}
     * @throws NotAllowed the actor is no editor
     */
    void name(String area, List<String> names, Actor actor);
}
