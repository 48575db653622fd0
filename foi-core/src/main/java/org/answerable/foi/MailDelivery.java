package org.answerable.foi;

/**
 * Hands the letters of the outbox to the mail server. Any number of nodes may do so: each letter is
 * taken by one.
 */
public interface MailDelivery {

    /** Whether there is a mail server; without one letters are printed or copied. */
    boolean configured();

    /**
     * Takes one letter that is due and hands it over. A letter whose handing over was cut off becomes
     * uncertain: it is never repeated by itself.
     *
     * @return false when none is due
     */
    boolean deliverNext();
}
