package org.answerable.foi;

/**
 * There is no such thing, or not for this actor: a case of another authority looks the same. HTTP
 * 404.
 */
public class NotFound extends RuntimeException {

    public NotFound(String message) {
        super(message);
    }
}
