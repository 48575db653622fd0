package org.answerable.directory;

/** The present state forbids it; the message says why and what can be done (HTTP 409). */
public class Conflict extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Conflict(String message) {
        super(message);
    }
}
