package org.answerable.cohort.assumption;

import java.time.Instant;
import java.util.List;
import org.answerable.cohort.Actor;
import org.answerable.cohort.Assumption;

/** Where the versions of assumptions are kept. */
public interface AssumptionRegister {

    /** The newest version of each. */
    List<Assumption> inForce();

    /** All versions of one, the newest first; empty when there is none of that id. */
    List<Assumption> versions(String id);

    /**
     * Adds a version, with its line of the history.
     *
     * @throws org.answerable.cohort.Conflict that version exists already
     */
    void add(Assumption assumption, Actor actor, Instant at);
}
