package org.answerable.directory.store;

import java.util.Locale;

/** The kinds of record that have a document in versions. */
public enum RecordKind {
    ORGANIZATION,
    LOCATION,
    TAXONOMY,
    TAXONOMY_TERM,
    SERVICE;

    /** The name of the table, and of the kind in the table of versions. */
    String table() {
        return name().toLowerCase(Locale.ROOT);
    }
}
