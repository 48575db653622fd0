package org.answerable.directory;

/**
 * What a person looks for, as typed. Blank is not asked.
 *
 * @param q words
 * @param need id of a term
 * @param postcode where they live, or the first half of it
 * @param age of the child, in the unit
 * @param unit {@code years}, {@code months}, or {@code weeks} of pregnancy
 * @param day {@code MO} … {@code SU}, or {@code now}
 * @param page from 1
 */
public record ServiceSearch(
        String q,
        String need,
        String postcode,
        String age,
        String unit,
        String day,
        long page,
        int perPage) {}
