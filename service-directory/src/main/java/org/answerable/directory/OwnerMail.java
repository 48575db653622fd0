package org.answerable.directory;

import java.util.Optional;

/** Port: mail to the mailboxes of those who keep records. The web module implements it. */
public interface OwnerMail {

    /** Whether mail can be sent at all, and links in it would lead here. */
    boolean configured();

    /** The start of the addresses of this site, without a slash at its end. */
    String siteAddress();

    /** The mailbox of the team that keeps the directory, if there is one. */
    Optional<String> team();

    /**
     * Hands one mail over.
     *
     * @return why it was not taken, or nothing when it was
     */
    Optional<String> send(String mailbox, String subject, String body);
}
