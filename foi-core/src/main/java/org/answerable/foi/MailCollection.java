package org.answerable.foi;

/**
 * Takes mail out of the authority's mailbox into its {@link Inbox}. Any number of nodes may do so:
 * each message is kept once, and marked as read in the mailbox, from which nothing is deleted.
 */
public interface MailCollection {

    boolean configured();

    /**
     * Takes what is unread.
     *
     * @return how many messages were kept
     */
    int collect();
}
