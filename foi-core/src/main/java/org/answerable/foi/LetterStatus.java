package org.answerable.foi;

/** Where a letter is. */
public enum LetterStatus {
    BY_HAND("Sent by hand"),
    WAITING("Waiting to be sent"),
    HANDING_OVER("Being handed to the mail server"),
    SENT("Sent by email"),
    UNCERTAIN("Perhaps sent: needs a look"),
    FAILED("Not sent: needs a look");

    private final String label;

    LetterStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** True when only a person can say how it goes on. */
    public boolean needsALook() {
        return this == UNCERTAIN || this == FAILED;
    }
}
