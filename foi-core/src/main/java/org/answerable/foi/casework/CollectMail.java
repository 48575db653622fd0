package org.answerable.foi.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.answerable.foi.Inbox;
import org.answerable.foi.MailCollection;
import org.answerable.foi.mail.Mailbox;

/** Keeps each unread message, and only then marks it as read: a crash in between keeps it once. */
@ApplicationScoped
public class CollectMail implements MailCollection {

    private final Mailbox mailbox;
    private final KeepMail keepMail;

    /** For the container's proxy. */
    protected CollectMail() {
        this(null, null);
    }

    @Inject
    public CollectMail(Mailbox mailbox, KeepMail keepMail) {
        this.mailbox = mailbox;
        this.keepMail = keepMail;
    }

    @Override
    public boolean configured() {
        return mailbox.configured();
    }

    @Override
    public int collect() {
        return mailbox.readUnread(Inbox.MOST_BYTES, raw -> keepMail.keep(mailbox.authority(), raw));
    }
}
