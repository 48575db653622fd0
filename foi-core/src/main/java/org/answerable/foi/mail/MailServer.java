package org.answerable.foi.mail;

/** The server that takes our mail. */
public interface MailServer {

    boolean configured();

    /** An identification that no other mail has. */
    String newMessageId();

    /** Hands one mail over. Never throws: an unknown end is {@link HandingOver.Uncertain}. */
    HandingOver handOver(OutgoingMail mail);
}
