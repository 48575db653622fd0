package org.answerable.foi;

/** The actor may not do this; the message says which rule forbids it. HTTP 403. */
public class NotAllowed extends RuntimeException {

    public NotAllowed(String reason) {
        super(reason);
    }
}
