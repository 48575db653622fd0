package org.answerable.web.page;

/** One choice of a select, of radios or of checkboxes; the hint may be null. */
public record Option(String value, String text, String hint) {
    public Option(String value, String text) {
        this(value, text, null);
    }
}
