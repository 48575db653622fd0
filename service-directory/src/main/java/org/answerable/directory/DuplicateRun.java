package org.answerable.directory;

import java.time.Instant;

/**
 * A comparison of all services.
 *
 * @param state running, done or failed
 * @param services that were compared
 * @param compared pairs that were looked at closely
 * @param likely pairs with a score of 0.9 or more that wait
 * @param possible pairs with a score from 0.6 that wait
 * @param endedAt null while it runs
 */
public record DuplicateRun(
        String state,
        String message,
        int services,
        long compared,
        int likely,
        int possible,
        String startedBy,
        Instant startedAt,
        Instant endedAt) {

    public boolean running() {
        return state.equals("running");
    }
}
