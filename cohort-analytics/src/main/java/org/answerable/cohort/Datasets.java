package org.answerable.cohort;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Registers, loads and lists datasets. */
public interface Datasets {

    /**
     * Reads a population file (UTF-8 CSV with one area code column and single years of age) and
     * keeps it as a new dataset, or as the next version of the series with the same title. One
     * transaction: all rows or none. The file is streamed; memory does not grow with it. A file
     * that cannot be kept gives a report with {@code accepted == false}, not an exception.
     *
     * @throws InvalidInput the description is incomplete or contradicts itself; fields as in {@link
     *     DatasetDescription}
     * @throws TooLarge the file is larger than the limit; nothing is kept
     * @throws NotAllowed the actor is not an analyst
     */
    LoadReport load(
            DatasetDescription description,
            String fileName,
            InputStream file,
            Actor actor,
            Progress progress);

    /** {@link #load(DatasetDescription, String, InputStream, Actor, Progress)} without progress. */
    default LoadReport load(
            DatasetDescription description, String fileName, InputStream file, Actor actor) {
        return load(description, fileName, file, actor, Progress.NONE);
    }

    /**
     * The dataset with this reference.
     *
     * @throws NotAllowed the actor is neither analyst nor admin
     */
    Optional<Dataset> find(String id, Actor actor);

    /**
     * Datasets, newest first.
     *
     * @param page from 1
     * @param perPage 1 to 200
     * @throws NotAllowed the actor is neither analyst nor admin
     */
    Page<Dataset> list(int page, int perPage, Actor actor);

    /**
     * Datasets of a kind, newest first.
     *
     * @param kind or null for all
     */
    Page<Dataset> list(DatasetKind kind, int page, int perPage, Actor actor);

    /** Datasets of a kind that are not withdrawn, newest first, at most 200: what a form may offer. */
    List<Dataset> offered(DatasetKind kind, Actor actor);

    /** All versions of the series that the dataset is one of, the newest first. */
    List<Dataset> versions(String id, Actor actor);

    /** Datasets that were loaded from a file with the same bytes. */
    List<Dataset> ofFile(String sha256, Actor actor);

    /** Figures that rest on it, newest first, at most 200. */
    List<DatasetUse> uses(String id, Actor actor);

    /** Its first rows, or counts where the rows are about people. */
    DatasetSample sample(String id, Actor actor);

    /** What of the file could not be matched to an area, as {@code code, rows, people}. */
    DatasetSample unmatched(String id, Actor actor);

    /**
     * Registrations beside the newest population of the same code set whose day they cover; empty when
     * there is none, or no area is in both.
     */
    Optional<PopulationCheck> checkPopulation(String id, Actor actor);

    /**
     * Withdraws a dataset: it is no longer offered for new cohorts and figures, and no name, look-up
     * or tenth is taken from it. What rests on it stays and can be computed again.
     *
     * @throws InvalidInput no reason is given
     * @throws Conflict it is withdrawn already
     * @throws NotFound there is no such dataset
     * @throws NotAllowed the actor is neither analyst nor admin
     */
    void withdraw(String id, String reason, Actor actor);

    /**
     * Removes the rows of a withdrawn dataset, for good. Its entry in the register stays, and so do
     * the figures made from it; they can no longer be computed again.
     *
     * @throws InvalidInput no reason is given
     * @throws Conflict it is not withdrawn, contacts rest on it, or a case that is still open cites a
     *     figure made from it
     * @throws NotFound there is no such dataset
     * @throws NotAllowed the actor is neither analyst nor admin
     */
    void remove(String id, String reason, Actor actor);

    /** The largest file that is read, in bytes. */
    long maxBytes();

    /**
     * What a form may offer: codes and words for {@code unit}, {@code ageRule}, {@code
     * geographyBasis} and {@code vintage}.
     */
    Map<String, List<Choice>> choices();
}
