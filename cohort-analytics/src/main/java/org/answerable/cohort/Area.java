package org.answerable.cohort;

/**
 * An area: a code of one code set, since the same code of 2011 and 2021 may be two places.
 *
 * @param vintage code set, for example {@code LSOA_2021} or {@code LAD_2021}
 * @param name from the newest look-up that has one, else the code
 */
public record Area(String vintage, String code, String name) {}
