package org.answerable.foi.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The mailbox that the configuration names. */
@ApplicationScoped
public class ConfiguredMailbox {

    @Inject
    @ConfigProperty(name = "ANSWERABLE_IMAP_HOST")
    private Optional<String> host;

    @Inject
    @ConfigProperty(name = "ANSWERABLE_IMAP_PORT", defaultValue = "993")
    private int port;

    @Inject
    @ConfigProperty(name = "ANSWERABLE_IMAP_TLS", defaultValue = "tls")
    private String tls;

    @Inject
    @ConfigProperty(name = "ANSWERABLE_IMAP_USER")
    private Optional<String> user;

    @Inject
    @ConfigProperty(name = "ANSWERABLE_IMAP_PASSWORD")
    private Optional<String> password;

    @Inject
    @ConfigProperty(name = "ANSWERABLE_IMAP_FOLDER", defaultValue = "INBOX")
    private String folder;

    @Inject
    @ConfigProperty(name = "ANSWERABLE_IMAP_AUTHORITY")
    private Optional<String> authority;

    @Produces
    @ApplicationScoped
    Mailbox mailbox() {
        return new ImapMailbox(
                new MailboxSettings(
                        host,
                        port,
                        tls.strip().toLowerCase(Locale.ROOT),
                        user,
                        password,
                        folder,
                        authority));
    }
}
