package org.answerable.directory;

/**
 * Something in a received record that is not as the standard wants it.
 *
 * @param number from 1 within its run
 * @param line of the file, or position in the feed
 * @param record id at the source
 * @param pointer where in the record, as a JSON pointer (RFC 6901)
 * @param value what was there, shortened
 * @param error whether the record was kept out because of it; else only the value was
 * @param rule what should be
 * @param advice what to do
 */
public record ImportFinding(
        int number,
        int line,
        String record,
        String pointer,
        String field,
        String value,
        boolean error,
        String rule,
        String advice) {}
