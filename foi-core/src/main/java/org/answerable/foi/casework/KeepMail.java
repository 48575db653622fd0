package org.answerable.foi.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.answerable.foi.intake.MailReader;

/** Keeps one message of the mailbox, in a transaction of its own. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class KeepMail {

    private final ReceivedMails mails;
    private final CaseFile file;

    /** For the container's proxy. */
    protected KeepMail() {
        this(null, null);
    }

    @Inject
    public KeepMail(ReceivedMails mails, CaseFile file) {
        this.mails = mails;
        this.file = file;
    }

    public void keep(String authority, byte[] raw) {
        mails.add(
                authority,
                ReceivedMails.Source.MAILBOX,
                MailReader.read(raw, file.today()),
                file.now());
    }
}
