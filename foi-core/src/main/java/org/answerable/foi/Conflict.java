package org.answerable.foi;

/** The state of the case forbids this; the message says why and what would allow it. HTTP 409. */
public class Conflict extends RuntimeException {

    public Conflict(String reason) {
        super(reason);
    }
}
