package org.answerable.directory;

/**
 * One fault of a file.
 *
 * @param line line of the file, from 1 (the header)
 * @param column the column, or empty when the whole line is at fault
 * @param value the value found, shortened and without control characters; may be empty
 * @param message what is wrong and how to mend it
 */
public record RejectedRow(long line, String column, String value, String message) {}
