package org.answerable.directory;

import java.time.Instant;

/**
 * Where records come from.
 *
 * @param address of its feed, or null
 * @param trust 0 to 1
 * @param lastGood when the last good run of its feed began, or null
 * @param records received from it that it still has
 */
public record ImportSource(
        String name, String address, double trust, Instant lastGood, long records) {}
