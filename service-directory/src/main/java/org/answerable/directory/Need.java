package org.answerable.directory;

/**
 * What families need help with.
 *
 * @param code as programs write it
 * @param stage the time of life it belongs to, in words
 */
public record Need(String code, String term, String description, String stage) {}
