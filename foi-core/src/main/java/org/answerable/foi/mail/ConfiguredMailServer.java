package org.answerable.foi.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The mail server that the configuration names. */
@ApplicationScoped
public class ConfiguredMailServer {

    @Inject
    @ConfigProperty(name = "ANSWERABLE_MAIL_HOST")
    private Optional<String> host;

    @Inject
    @ConfigProperty(name = "ANSWERABLE_MAIL_PORT", defaultValue = "587")
    private int port;

    @Inject
    @ConfigProperty(name = "ANSWERABLE_MAIL_TLS", defaultValue = "starttls")
    private String tls;

    @Inject
    @ConfigProperty(name = "ANSWERABLE_MAIL_USER")
    private Optional<String> user;

    @Inject
    @ConfigProperty(name = "ANSWERABLE_MAIL_PASSWORD")
    private Optional<String> password;

    @Inject
    @ConfigProperty(name = "ANSWERABLE_MAIL_FROM")
    private Optional<String> from;

    @Produces
    @ApplicationScoped
    MailServer server() {
        return new SmtpServer(
                new MailSettings(
                        host, port, tls.strip().toLowerCase(Locale.ROOT), user, password, from));
    }
}
