package org.answerable.cohort;

import java.time.Instant;

/**
 * That a dataset is no longer offered for anything new. Figures that rest on it stay, and can be
 * computed again.
 *
 * @param reason why, for colleagues
 * @param by display name of who withdrew it
 */
public record Withdrawal(String reason, Instant at, String by) {}
