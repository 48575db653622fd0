package org.answerable.directory;

import java.time.Instant;

/**
 * How far an import is, or how it ended. A record counts once in added, changed, unchanged, proposed or faulty.
 *
 * @param run public id of the run
 * @param origin name of the file, or address of the feed
 * @param fed whether it came from a feed
 * @param dry whether it was checked only
 * @param state running, done, refused, failed or stopped
 * @param since only what changed since then was asked for; null for everything
 * @param pages of the feed that were read
 * @param pagesStated how many the feed says it has, or null
 * @param proposed records that were edited here; what differs waits for an editor
 * @param vanished records of the source that it no longer has
 * @param faulty records that were not published, because something they must have was missing or wrong
 * @param warnings places that were mended or left out
 * @param findings errors and warnings in all
 * @param mayGoOn whether it broke off and can be gone on with
 * @param endedAt null while it runs
 */
public record ImportReport(
        String run,
        String source,
        String origin,
        boolean fed,
        boolean dry,
        String state,
        String message,
        Instant since,
        int pages,
        Integer pagesStated,
        int records,
        int added,
        int changed,
        int unchanged,
        int proposed,
        int vanished,
        int faulty,
        int warnings,
        int findings,
        boolean mayGoOn,
        String startedBy,
        Instant startedAt,
        Instant endedAt) {

    public boolean running() {
        return state.equals("running");
    }
}
