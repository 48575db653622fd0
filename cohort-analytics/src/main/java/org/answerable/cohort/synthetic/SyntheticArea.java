package org.answerable.cohort.synthetic;

/**
 * One area and its children to be invented.
 *
 * @param code code of the LSOA
 * @param ages children aged 0, 1, 2 … at the day of the population
 */
public record SyntheticArea(String code, int[] ages) {}
