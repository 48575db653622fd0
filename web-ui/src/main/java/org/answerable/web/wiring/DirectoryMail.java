package org.answerable.web.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.answerable.directory.OwnerMail;
import org.answerable.foi.PlainMail;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reminders of the directory go by the mail server that letters go by. */
@ApplicationScoped
public class DirectoryMail implements OwnerMail {

    @Inject private PlainMail mail;

    @Inject
    @ConfigProperty(name = "ANSWERABLE_ADDRESS")
    private Optional<String> address;

    @Inject
    @ConfigProperty(name = "ANSWERABLE_DIRECTORY_TEAM")
    private Optional<String> team;

    @Inject
    @ConfigProperty(name = "ANSWERABLE_BRAND", defaultValue = "Answerable")
    private String brand;

    @Override
    public boolean configured() {
        return mail.configured() && !siteAddress().isEmpty();
    }

    @Override
    public String siteAddress() {
        String given = address.map(String::strip).orElse("");
        return given.endsWith("/") ? given.substring(0, given.length() - 1) : given;
    }

    @Override
    public Optional<String> team() {
        return team.map(String::strip).filter(mailbox -> !mailbox.isEmpty());
    }

    @Override
    public Optional<String> send(String mailbox, String subject, String body) {
        return mail.send(brand, mailbox, subject, body);
    }
}
