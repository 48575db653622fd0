package org.answerable.cohort.prevalence;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.answerable.cohort.Actor;
import org.answerable.cohort.Prevalence;

/** Where the versions of the library's entries are kept. */
public interface PrevalenceRegister {

    /** The newest version of each. */
    List<Prevalence> inForce();

    /** All versions of one, the newest first; empty when there is none of that id. */
    List<Prevalence> versions(String id);

    Optional<Prevalence> find(String id, int version);

    /**
     * Keeps a version, with its line of the history.
     *
     * @throws org.answerable.cohort.Conflict that version exists already
     */
    void revise(Prevalence prevalence, Actor actor);

    /**
     * Keeps the first version of an entry under the next free id, with its line of the history. No two are
     * added at the same time.
     *
     * @param entry the entry under that id; may refuse by an exception
     */
    Prevalence add(Function<String, Prevalence> entry, Actor actor);
}
