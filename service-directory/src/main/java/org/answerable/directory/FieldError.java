package org.answerable.directory;

/**
 * One fault of an input.
 *
 * @param field the field of the form or body, or the place in a file ({@code line 7, column age_0})
 * @param message where the fault is and how to mend it, in plain English
 */
public record FieldError(String field, String message) {}
