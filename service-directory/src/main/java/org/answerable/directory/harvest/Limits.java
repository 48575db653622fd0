package org.answerable.directory.harvest;

import java.time.Duration;

/**
 * How much and how long a feed may be.
 *
 * @param pageBytes most bytes of one answer
 * @param allBytes most bytes of a run
 * @param records most records of a run
 * @param patience how long one answer may take
 * @param firstPause how long to wait before the second try; each later one waits twice as long
 */
public record Limits(
        long pageBytes, long allBytes, int records, Duration patience, Duration firstPause) {}
