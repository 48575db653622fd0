package org.answerable.cohort.conversion;

import org.answerable.cohort.quantity.Range;

/**
 * By how much the counts of one system exceed those of another.
 *
 * @param assumption where the ratio is kept
 * @param ratio the count of {@code to} for each one of {@code from}
 */
public record SourceRatio(String assumption, String from, String to, Range ratio) {}
