package org.answerable.cohort;

import java.util.List;
import java.util.Optional;

/** Defines, keeps and counts cohorts. Counts made here are for analysts; only figures are released. */
public interface Cohorts {

    /**
     * Checks a definition and keeps it as a new cohort, version 1.
     *
     * @throws InvalidInput with every fault found; fields as in {@link CohortDefinition}, for
     *     example {@code age.to} or {@code events[0].services}
     * @throws NotAllowed the actor is not an analyst
     */
    Cohort define(CohortDefinition definition, Actor actor);

    /**
     * Keeps a changed definition as the next version.
     *
     * @param seen the version the change was made from
     * @throws Conflict somebody else made a newer version meanwhile
     * @throws NotFound no such cohort
     */
    Cohort revise(String id, int seen, CohortDefinition definition, Actor actor);

    /** The newest version. */
    Optional<Cohort> find(String id, Actor actor);

    /** One version. */
    Optional<Cohort> find(String id, int version, Actor actor);

    /** All versions of a cohort, newest first. */
    List<Cohort> versions(String id, Actor actor);

    /** The newest version of each cohort, newest first. */
    Page<Cohort> list(int page, int perPage, Actor actor);

    /**
     * Reads a definition from its JSON form, as {@link Cohort#document()} writes it.
     *
     * @throws InvalidInput it is no JSON, or has names that a definition does not have
     */
    CohortDefinition read(String json);

    /** The sentence of a definition that is being written, after checking it. */
    String sentence(CohortDefinition definition, Actor actor);

    /**
     * Counts a cohort, says what each condition removes, and keeps the count.
     *
     * @param progress told which process counts, so that the count can be stopped
     * @throws InvalidInput as {@link #define}, or the rows of its data were removed
     * @throws Conflict the statement took longer than the time limit, or was stopped
     */
    CohortCount count(CohortDefinition definition, Actor actor, Progress progress);

    /** Counts on the spot. */
    default CohortCount count(CohortDefinition definition, Actor actor) {
        return count(definition, actor, Progress.NONE);
    }

    /**
     * The count that was kept, unless a look-up of areas or a removal came since. Counts are kept for
     * 90 days.
     *
     * @throws InvalidInput as {@link #count(CohortDefinition, Actor, Progress)}
     */
    Optional<CohortCount> counted(CohortDefinition definition, Actor actor);

    /** The words for services (or modes) that contacts have, in order. */
    List<String> services(Actor actor);

    List<String> modes(Actor actor);

    /** Registrations, alone and with each dataset of their contacts, newest first; at most 200. */
    List<CohortData> data(Actor actor);

    /** What changed from one version to a later one, one sentence each; none when nothing did. */
    List<String> changes(CohortDefinition earlier, CohortDefinition later);
}
