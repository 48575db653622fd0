package org.answerable.foi.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.answerable.foi.Actor;
import org.answerable.foi.HistoryKind;
import org.answerable.foi.LetterDelivered;
import org.answerable.foi.mail.HandingOver;
import org.answerable.foi.mail.OutgoingMail;
import org.answerable.foi.mail.Pauses;

/** The steps of sending a mail, each in a transaction of its own. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class OutboxSteps {

    /** Longer than any handing over takes that goes well. */
    private static final Duration CUT_OFF_AFTER = Duration.ofMinutes(15);

    private final Outbox outbox;
    private final Cases cases;
    private final Announcements announcements;
    private final CaseFile file;

    /** For the container's proxy. */
    protected OutboxSteps() {
        this(null, null, null, null);
    }

    @Inject
    public OutboxSteps(Outbox outbox, Cases cases, Announcements announcements, CaseFile file) {
        this.outbox = outbox;
        this.cases = cases;
        this.announcements = announcements;
        this.file = file;
    }

    /** Mail whose handing over never ended, since the server of ours that did it was cut off. */
    public void noticeCutOff() {
        outbox.markUncertain(file.now().minus(CUT_OFF_AFTER)).forEach(this::recordUncertain);
    }

    public Optional<OutgoingMail> take() {
        return outbox.take(file.now());
    }

    public void record(OutgoingMail mail, HandingOver end) {
        Instant now = file.now();
        if (end instanceof HandingOver.Taken) {
            outbox.sent(mail, now).ifPresent(this::recordSent);
        } else if (end instanceof HandingOver.Uncertain uncertain) {
            outbox.uncertain(mail, uncertain.problem()).ifPresent(this::recordUncertain);
        } else if (end instanceof HandingOver.NotTaken refused) {
            Optional<Instant> next = Pauses.next(mail, now);
            if (next.isPresent()) {
                outbox.tryAgain(mail, next.get(), refused.problem());
            } else {
                outbox.failed(mail, refused.problem()).ifPresent(this::recordFailed);
            }
        }
    }

    private void recordSent(Outbox.Posted posted) {
        record(posted, HistoryKind.LETTER_DELIVERED, "has gone out by email.");
        posted.kind()
                .ifPresent(
                        kind ->
                                announcements.delivered(
                                        new LetterDelivered(posted.reference(), kind)));
    }

    private void recordUncertain(Outbox.Posted posted) {
        record(
                posted,
                HistoryKind.LETTER_UNDELIVERED,
                "may or may not have gone out by email: the line was cut off. Look, and say so.");
    }

    private void recordFailed(Outbox.Posted posted) {
        record(
                posted,
                HistoryKind.LETTER_UNDELIVERED,
                "has not gone out by email after many tries. Look, and send it.");
    }

    private void record(Outbox.Posted posted, HistoryKind kind, String what) {
        FoiCase foiCase =
                cases.lock(posted.reference(), posted.authority())
                        .orElseThrow(() -> CaseFile.notFound(posted.reference()));
        Actor system = new Actor("answerable", "Answerable", posted.authority(), Set.of());
        String letter = posted.kind().map(k -> k.label()).orElse("The tracking link");
        file.record(foiCase, system, kind, letter + " " + what);
    }
}
