package org.answerable.cohort.disclosure;

/**
 * A rule for small counts, kept as data.
 *
 * @param id for example {@code small-counts-7}
 * @param threshold counts from 1 to this are small
 * @param zeroShown whether a count of zero may be shown
 * @param rule the rule in words
 * @param citation where it comes from
 */
public record ReleasePolicy(
        String id, int version, int threshold, boolean zeroShown, String rule, String citation) {

    /** Id and version, as printed. */
    public String name() {
        return id + " version " + version;
    }

    /** Whether a count may not become known. */
    public boolean forbids(long count) {
        return count == 0 ? !zeroShown : Math.abs(count) <= threshold;
    }
}
