package org.answerable.cohort;

/**
 * What counts as a small count of people, for other modules that count people: one rule for the whole
 * house.
 */
public interface SmallCountRule {

    /** Counts from 1 to this are small and do not become known. */
    int smallUpTo();

    /** The rule in words, with where it comes from. */
    String words();
}
