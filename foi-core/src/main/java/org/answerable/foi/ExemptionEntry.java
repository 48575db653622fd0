package org.answerable.foi;

/**
 * One ground of the catalogue.
 *
 * @param code how it is cited, for example {@code s.43(2)}
 * @param subject what it protects, in a few words
 * @param test whether a public-interest test decides
 * @param basis class (the kind of information is enough), prejudice (harm must be shown), or other
 * @param note advice for the person who decides; may be empty
 */
public record ExemptionEntry(String code, String subject, Test test, Basis basis, String note) {

    /** Absolute: no balance. Qualified: a public-interest test. Procedural: s.12 and s.14. */
    public enum Test {
        ABSOLUTE,
        QUALIFIED,
        PROCEDURAL
    }

    /** What has to be shown. */
    public enum Basis {
        CLASS,
        PREJUDICE,
        OTHER
    }
}
