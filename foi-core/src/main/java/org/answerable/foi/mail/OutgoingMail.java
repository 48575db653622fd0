package org.answerable.foi.mail;

import java.time.Instant;
import java.util.Optional;

/**
 * One mail to hand to the mail server.
 *
 * @param messageId stable over all tries, so that a receiver can drop a second copy
 * @param sender name of the authority
 * @param attempt 1 for the first try
 * @param waitsSince when it was first due
 */
public record OutgoingMail(
        long id,
        String messageId,
        String sender,
        String recipient,
        String subject,
        String body,
        Optional<Enclosure> enclosure,
        int attempt,
        Instant waitsSince) {

    /** The letter as a file. */
    public record Enclosure(String fileName, byte[] pdf) {}
}
