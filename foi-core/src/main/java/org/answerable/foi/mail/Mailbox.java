package org.answerable.foi.mail;

import java.util.function.Consumer;

/** The mailbox to which requests are sent. */
public interface Mailbox {

    boolean configured();

    /** Code of the authority whose mailbox it is. */
    String authority();

    /**
     * Gives each unread message as it travels, and marks it as read once it is kept. A message beyond
     * the limit is given without its parts.
     *
     * @param keep throws when the message could not be kept: it stays unread
     * @return how many were kept
     * @throws MailboxUnreachable when the mailbox cannot be opened
     */
    int readUnread(long mostBytes, Consumer<byte[]> keep);

    /** The mailbox cannot be opened or read now. */
    class MailboxUnreachable extends RuntimeException {

        public MailboxUnreachable(String message) {
            super(message);
        }
    }
}
