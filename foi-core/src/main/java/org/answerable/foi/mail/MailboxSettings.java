package org.answerable.foi.mail;

import java.util.Optional;

/**
 * How to reach the mailbox.
 *
 * @param tls {@code tls} from the first byte, {@code starttls}, or {@code none} on this machine
 * @param authority code of the authority to which the mail belongs
 */
public record MailboxSettings(
        Optional<String> host,
        int port,
        String tls,
        Optional<String> user,
        Optional<String> password,
        String folder,
        Optional<String> authority) {

    /** Whether mail can be taken at all. */
    public boolean complete() {
        return host.isPresent()
                && user.isPresent()
                && password.isPresent()
                && authority.isPresent();
    }
}
