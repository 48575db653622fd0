package org.answerable.launcher;

/** Why Answerable cannot start, and what to do about it: one message for the person at the keyboard. */
final class StartFailure extends RuntimeException {
    StartFailure(String message) {
        super(message);
    }

    StartFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
