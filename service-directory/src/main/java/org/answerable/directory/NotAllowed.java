package org.answerable.directory;

/** The person's roles do not allow it; the message says what would (HTTP 403). */
public class NotAllowed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotAllowed(String message) {
        super(message);
    }
}
