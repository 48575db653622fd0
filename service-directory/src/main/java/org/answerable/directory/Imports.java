package org.answerable.directory;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Records that others wrote. A run first checks everything and counts; when too many records are faulty it is refused.
 * Then it publishes in batches. What was edited here is not written over: the difference becomes a proposal. What a
 * source no longer has is withdrawn after the second whole run that misses it, and comes back when it is seen again.
 *
 * <p>All calls but {@link #maxBytes} throw {@link NotAllowed} when the actor is not an editor.
 */
public interface Imports {

    /**
     * Imports a file of services in the terms of Open Referral UK or HSDS: one a line, a list, or a page of a feed.
     *
     * @param source name under which the records are known from now on
     * @param trust 0.6 for an assured partner, else 0.3
     * @throws InvalidInput field {@code file}: it cannot be read
     * @throws Conflict the source is being imported already
     */
    ImportReport file(String source, double trust, InputStream file, Actor actor);

    /**
     * Begins to import a file in the background; the file is discarded afterwards.
     *
     * @return the run
     * @throws InvalidInput field {@code source}
     * @throws Conflict the source is being imported already
     * @throws TooLarge the file is beyond {@link #maxBytes}
     */
    String start(ImportOrder order, ReceivedFile file, Actor actor);

    /**
     * Begins to import a feed in the background.
     *
     * @return the run
     * @throws InvalidInput field {@code source} or {@code url}: the address is not on the list
     * @throws Conflict the source is being imported already
     */
    String start(ImportOrder order, Actor actor);

    /**
     * Goes on with a run that broke off, at the last page that it had read.
     *
     * @throws Conflict it cannot be gone on with, or the source is being imported
     */
    void goOn(String run, Actor actor);

    /** Asks a run to stop; what it has published stays. */
    void stop(String run, Actor actor);

    /** Waits for the end of a run of this server, but not longer than this. */
    void await(String run, long milliseconds);

    /**
     * @throws NotFound there is no such run
     */
    ImportReport report(String run, Actor actor);

    /** Runs, newest first; pages from 1. */
    ImportRunList runs(long page, int perPage, Actor actor);

    /** One page of what a run found, in order; pages from 1. */
    List<ImportFinding> findings(String run, long page, int perPage, Actor actor);

    /** Gives everything that a run found, in order and in constant memory. */
    void eachFinding(String run, FindingReader reader, Actor actor) throws IOException;

    List<ImportSource> sources(Actor actor);

    /** The hosts and addresses that feeds may be fetched from, as the operator wrote them. */
    List<String> feeds(Actor actor);

    /** The largest file, in bytes. */
    long maxBytes();

    /** Takes one finding after the other. */
    @FunctionalInterface
    interface FindingReader {
        void read(ImportFinding finding) throws IOException;
    }
}
