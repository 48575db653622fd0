package org.answerable.cohort;

/**
 * A figure that rests on a dataset.
 *
 * @param released whether it may have left the house
 */
public record DatasetUse(String figureId, String title, boolean released) {}
