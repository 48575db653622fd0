package org.answerable.foi;

/** How a letter leaves the house. */
public enum LetterDispatch {
    /** It waits in the outbox; {@link LetterDelivered} tells when the mail server has it. */
    QUEUED,
    /** A person prints or copies it and sends it. */
    BY_HAND
}
