package org.answerable.foi;

/** What an officer says about a letter of which the mail server's answer is missing or was no. */
public enum LetterSettlement {
    /** It reached the requester. */
    WENT,
    /** It did not: try again. */
    SEND_AGAIN,
    /** It was printed or copied and sent. */
    SENT_BY_HAND
}
