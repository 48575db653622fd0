package org.answerable.foi.mail;

import java.util.Optional;

/**
 * How to reach the mail server.
 *
 * @param tls {@code starttls} (needed before anything is sent), {@code tls} from the first byte, or
 *     {@code none} for a server on this machine
 * @param user empty: no sign-in
 * @param from address that mail comes from, and to which answers go
 */
public record MailSettings(
        Optional<String> host,
        int port,
        String tls,
        Optional<String> user,
        Optional<String> password,
        Optional<String> from) {

    /** Whether mail can be sent at all. */
    public boolean complete() {
        return host.isPresent() && from.isPresent();
    }
}
