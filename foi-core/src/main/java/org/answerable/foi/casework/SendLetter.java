package org.answerable.foi.casework;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.answerable.foi.Actor;
import org.answerable.foi.Channel;
import org.answerable.foi.HistoryKind;
import org.answerable.foi.InvalidInput;
import org.answerable.foi.LetterDetails;
import org.answerable.foi.LetterDispatch;
import org.answerable.foi.LetterKind;
import org.answerable.foi.mail.MailServer;

/**
 * Makes a letter of a case and keeps it as sent. It belongs to the transaction of the step that
 * causes the letter, which has checked role and state; so there is no letter without its step, and no
 * mail without its letter.
 */
@Dependent
public class SendLetter {

    private final LetterDesk desk;
    private final KeptLetters letters;
    private final Outbox outbox;
    private final MailServer server;
    private final CaseFile file;

    @Inject
    public SendLetter(
            LetterDesk desk, KeptLetters letters, Outbox outbox, MailServer server, CaseFile file) {
        this.desk = desk;
        this.letters = letters;
        this.outbox = outbox;
        this.server = server;
        this.file = file;
    }

    /**
     * Makes, keeps and, where it can, queues the letter.
     *
     * @param date the day that the letter bears; only a letter of today is mailed
     * @throws InvalidInput when the details lack what the kind needs
     */
    LetterDispatch send(
            FoiCase foiCase,
            LetterKind kind,
            LetterDetails details,
            LocalDate date,
            Channel channel,
            Actor actor) {
        LetterDesk.Made made = desk.make(foiCase, kind, details, date, actor);
        long id =
                letters.add(
                        foiCase,
                        new KeptLetters.NewLetter(
                                made.letter(),
                                made.letter().pdf(),
                                made.templateVersion(),
                                date,
                                channel,
                                actor.displayName()));
        if (!mailed(foiCase, date, channel)) {
            return LetterDispatch.BY_HAND;
        }
        outbox.add(
                new Outbox.NewMail(
                        foiCase.id(),
                        Optional.of(id),
                        server.newMessageId(),
                        foiCase.requester().email(),
                        foiCase.reference() + ": " + kind.label(),
                        words(foiCase, kind)),
                file.now());
        file.record(
                foiCase,
                actor,
                HistoryKind.LETTER_QUEUED,
                kind.label() + " of " + PlainWords.date(date) + " waits to go out by email.");
        return LetterDispatch.QUEUED;
    }

    private boolean mailed(FoiCase foiCase, LocalDate date, Channel channel) {
        return channel == Channel.EMAIL
                && server.configured()
                && !foiCase.requester().email().isEmpty()
                && date.equals(file.today());
    }

    /** The words around the enclosed letter. */
    private String words(FoiCase foiCase, LetterKind kind) {
        return """
        Dear %s,

        Please read the enclosed letter about your request for information, %s (%s).

        If you reply, keep the reference in the subject line.

        %s
        """
                .formatted(
                        foiCase.requester().name(),
                        foiCase.reference(),
                        kind.label().toLowerCase(Locale.UK),
                        desk.authority(foiCase.authority()));
    }
}
