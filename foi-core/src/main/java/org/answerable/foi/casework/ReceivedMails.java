package org.answerable.foi.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.answerable.foi.Inbox;
import org.answerable.foi.InboxItem;
import org.answerable.foi.intake.ReceivedMail;

/** Where mail that came in is kept. Every look-up is bound to one authority. */
public interface ReceivedMails {

    /** Keeps a message; gives the one that is there already when it came before. */
    long add(String authority, Source source, ReceivedMail mail, Instant at);

    List<InboxItem> waiting(String authority);

    int waitingCount(String authority);

    List<InboxItem> of(FoiCase foiCase);

    Optional<InboxItem> find(long id, String authority);

    /** The same, held until the transaction ends. */
    Optional<InboxItem> lock(long id, String authority);

    void settle(
            long id,
            InboxItem.Status status,
            Optional<FoiCase> foiCase,
            String reason,
            String settledBy);

    Optional<Inbox.File> attachment(long id, String authority);

    /** How a message came. */
    enum Source {
        UPLOAD,
        MAILBOX
    }
}
