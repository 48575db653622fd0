package org.answerable.foi.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.answerable.foi.CaseReference;
import org.answerable.foi.LetterKind;
import org.answerable.foi.LetterStatus;
import org.answerable.foi.mail.OutgoingMail;

/**
 * Where mail waits for the mail server. A step gives nothing when somebody else has settled the mail
 * meanwhile.
 */
public interface Outbox {

    /** Puts mail in, in the transaction of its cause. */
    void add(NewMail mail, Instant at);

    /**
     * Takes one that is due and marks it as being handed over; no other node takes the same. Commit
     * before the mail server is called.
     */
    Optional<OutgoingMail> take(Instant now);

    /** Those whose handing over began before this and never ended become uncertain. */
    List<Posted> markUncertain(Instant begunBefore);

    /** The mail server has it; forgets the words of mail that carries a secret. */
    Optional<Posted> sent(OutgoingMail mail, Instant at);

    /** It may have it. */
    Optional<Posted> uncertain(OutgoingMail mail, String problem);

    /** It does not have it: another try later. */
    Optional<Posted> tryAgain(OutgoingMail mail, Instant next, String problem);

    /** It does not have it, and there is no further try. */
    Optional<Posted> failed(OutgoingMail mail, String problem);

    /**
     * Changes the state of a letter that needs a look; false when it does not need one.
     *
     * @param at when, and for a new try from when on
     */
    boolean settle(long letterId, LetterStatus status, Instant at);

    /**
     * Mail to put in.
     *
     * @param letterId empty for a tracking link, whose words carry a secret
     */
    record NewMail(
            long caseId,
            Optional<Long> letterId,
            String messageId,
            String recipient,
            String subject,
            String body) {}

    /**
     * What a mail was about.
     *
     * @param kind empty for a tracking link
     */
    record Posted(CaseReference reference, String authority, Optional<LetterKind> kind) {}
}
