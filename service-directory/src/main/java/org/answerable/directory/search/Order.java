package org.answerable.directory.search;

/** In which order services come; the public id decides between equals. */
public enum Order {
    NAME,
    /** Words in names and terms first; only with {@link Wish.Speech}. */
    RELEVANCE,
    /** Only around a point. */
    DISTANCE,
    /** Newest first. */
    LAST_MODIFIED,
    /** Freshest first. */
    FRESHNESS
}
