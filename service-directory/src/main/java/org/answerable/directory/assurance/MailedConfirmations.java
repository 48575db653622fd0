package org.answerable.directory.assurance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Set;
import org.answerable.directory.Actor;
import org.answerable.directory.Confirmations;
import org.answerable.directory.Directory;
import org.answerable.directory.NotFound;
import org.answerable.directory.Role;
import org.answerable.directory.ServiceView;
import org.answerable.directory.catalogue.ConfirmService;
import org.answerable.directory.store.VerificationTable;
import org.answerable.directory.store.VerificationTable.Link;

/** Whoever reads the mailbox of a record says by a link that it is still correct. */
@ApplicationScoped
public class MailedConfirmations implements Confirmations {

    private VerificationTable table;
    private Directory directory;
    private ConfirmService confirm;
    private Clock clock;

    protected MailedConfirmations() {}

    @Inject
    public MailedConfirmations(
            VerificationTable table, Directory directory, ConfirmService confirm, Clock clock) {
        this.table = table;
        this.directory = directory;
        this.confirm = confirm;
        this.clock = clock;
    }

    @Override
    public ServiceView service(String token) {
        Link link =
                table.link(new ConfirmationToken(token).hash(), clock.instant(), false)
                        .orElseThrow(MailedConfirmations::unknown);
        return directory.service(link.service()).orElseThrow(MailedConfirmations::unknown);
    }

    @Override
    @Transactional
    public String confirm(String token) {
        Link link =
                table.link(new ConfirmationToken(token).hash(), clock.instant(), true)
                        .orElseThrow(MailedConfirmations::unknown);
        Actor mailbox =
                new Actor("link to " + link.mailbox(), link.mailbox(), "", Set.of(Role.PROVIDER));
        confirm.confirmByLink(link.service(), mailbox);
        return link.service();
    }

    private static NotFound unknown() {
        return new NotFound(
                "This link is not known, was used already, or is too old. A newer reminder has a newer link.");
    }
}
