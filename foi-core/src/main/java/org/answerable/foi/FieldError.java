package org.answerable.foi;

/**
 * One fault in the input.
 *
 * @param field path of the field as the JSON contract names it, for example {@code requester.email}
 * @param message where the fault is and how to mend it, for people
 */
public record FieldError(String field, String message) {}
