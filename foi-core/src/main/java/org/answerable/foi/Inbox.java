package org.answerable.foi;

import java.util.List;

/**
 * Mail that came in: from the authority's mailbox, or uploaded by an officer. Each message is there
 * once. Officers read and settle; approvers read what belongs to a case.
 */
public interface Inbox {

    /** Limit of one message with all that it holds. */
    long MOST_BYTES = 25L << 20;

    /** The messages that wait for somebody, oldest first; at most 200. */
    List<InboxItem> waiting(Actor actor);

    /** How many wait. */
    int waitingCount(Actor actor);

    InboxItem get(long id, Actor actor);

    /** The messages of a case, oldest first. */
    List<InboxItem> of(CaseReference reference, Actor actor);

    /**
     * Takes a message that an officer uploads. The same message again gives the first one.
     *
     * @param raw the message as it travels (RFC 5322), at most {@link #MOST_BYTES}
     * @throws InvalidInput when it is empty or too large
     */
    long upload(byte[] raw, Actor actor);

    /** Registers it as a request. The same message again gives the same case. */
    CaseReference register(long id, NewRequest request, Actor actor);

    /** Adds it to a case of the authority. */
    void attach(long id, String reference, Actor actor);

    /** Puts it aside, with a reason. */
    void dismiss(long id, String reason, Actor actor);

    /** The bytes of an attachment that was kept. Officers and approvers. */
    File attachment(long id, Actor actor);

    /** A file to download. */
    record File(String name, byte[] content) {}
}
