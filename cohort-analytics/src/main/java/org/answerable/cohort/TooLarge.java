package org.answerable.cohort;

/** The upload is larger than the stated limit (HTTP 413). */
public class TooLarge extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TooLarge(String message) {
        super(message);
    }
}
