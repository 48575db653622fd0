package org.answerable.directory.store;

/**
 * A page of the first circle around a point that has enough services, or of the widest.
 *
 * @param metres radius of the circle
 */
public record FoundPage(double metres, FeedPage page) {}
