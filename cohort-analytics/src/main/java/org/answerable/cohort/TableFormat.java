package org.answerable.cohort;

/** How rows are written. */
public enum TableFormat {
    /** RFC 4180, a header first; blank means not known or not available. */
    CSV,
    /** An array of objects, one a row; null means not known or not available. */
    JSON
}
