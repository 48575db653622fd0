package org.answerable.directory;

import java.util.List;
import java.util.Optional;

/** The editions of the ONS Postcode Directory: loading one, and what became of each. */
public interface PostcodeEditions {

    /** The edition in use, or none. */
    Optional<PostcodeEdition> current();

    /**
     * All editions, the latest load first.
     *
     * @throws NotAllowed the actor is neither editor nor administrator
     */
    List<PostcodeEdition> all(Actor actor);

    /**
     * One edition.
     *
     * @throws NotFound there is none of this number
     * @throws NotAllowed the actor is neither editor nor administrator
     */
    PostcodeEdition find(long id, Actor actor);

    /**
     * The rows that were rejected, in the order of the file.
     *
     * @throws NotFound as {@link #find}
     * @throws NotAllowed as {@link #find}
     */
    List<RejectedRow> rejected(long id, Actor actor);

    /**
     * Begins to load a file in the background. The file is discarded at the end.
     *
     * @return the number of the edition
     * @throws InvalidInput fields {@code edition}, {@code onlyAround}
     * @throws Conflict another one is being loaded
     * @throws NotAllowed the actor is neither editor nor administrator
     */
    long start(PostcodeLoad load, ReceivedFile file, Actor actor);

    /** As {@link #start}, but waits for its end. */
    PostcodeEdition load(PostcodeLoad load, ReceivedFile file, Actor actor);

    /** Waits until the load ends, but no longer than so many milliseconds; only on its own server. */
    void await(long id, long milliseconds);

    /** Largest file, in bytes. */
    long maxBytes();
}
