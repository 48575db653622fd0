package org.answerable.cohort;

/**
 * A code set that is known here.
 *
 * @param areas how many of its areas were met
 * @param named how many of them a look-up names
 * @param drawn how many of them have a boundary
 */
public record AreaCodeSet(String vintage, long areas, long named, long drawn) {}
