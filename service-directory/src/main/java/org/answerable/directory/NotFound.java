package org.answerable.directory;

/** There is no such thing, or it is not this person's to see (HTTP 404). */
public class NotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotFound(String message) {
        super(message);
    }
}
