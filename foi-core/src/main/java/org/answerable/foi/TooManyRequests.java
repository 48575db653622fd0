package org.answerable.foi;

/** The sender has sent too much within a short time. HTTP 429. */
public class TooManyRequests extends RuntimeException {

    public TooManyRequests(String message) {
        super(message);
    }
}
