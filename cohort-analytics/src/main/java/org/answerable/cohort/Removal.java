package org.answerable.cohort;

import java.time.Instant;

/**
 * That the rows of a dataset are gone. Its entry in the register stays, and so do the figures made
 * from it; they can no longer be computed again.
 *
 * @param reason why, for colleagues
 * @param by display name of who removed them
 */
public record Removal(String reason, Instant at, String by) {}
