package org.answerable.directory.hsds;

/**
 * Something that is not as the standard wants it.
 *
 * @param pointer where, as a JSON pointer (RFC 6901)
 * @param field the property
 * @param value what was there, shortened
 * @param severity an error keeps the record out, a warning only the value
 * @param rule what should be
 * @param advice what to do
 */
public record Finding(
        String pointer, String field, String value, Severity severity, String rule, String advice) {

    public enum Severity {
        ERROR,
        WARNING
    }

    private static final int SHOWN = 80;

    public Finding {
        value = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
    }
}
