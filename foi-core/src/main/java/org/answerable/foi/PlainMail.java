package org.answerable.foi;

import java.util.Optional;

/** The mail server of this installation, for mail that belongs to no case. */
public interface PlainMail {

    /** Whether a mail server is configured. */
    boolean configured();

    /**
     * Hands one mail of plain text over.
     *
     * @param sender name beside the address that mail comes from
     * @return why it was not taken, without names or addresses, or nothing when it was
     */
    Optional<String> send(String sender, String recipient, String subject, String body);
}
