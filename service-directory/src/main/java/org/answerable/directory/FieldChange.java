package org.answerable.directory;

/**
 * What changes in one field, in words.
 *
 * @param before empty when it is new
 * @param after empty when it goes away
 */
public record FieldChange(String field, String before, String after) {}
