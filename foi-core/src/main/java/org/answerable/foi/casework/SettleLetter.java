package org.answerable.foi.casework;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.answerable.foi.Actor;
import org.answerable.foi.CaseReference;
import org.answerable.foi.Conflict;
import org.answerable.foi.HistoryKind;
import org.answerable.foi.LetterDelivered;
import org.answerable.foi.LetterSettlement;
import org.answerable.foi.LetterStatus;
import org.answerable.foi.LetterView;
import org.answerable.foi.Role;

/** An officer says how a letter went of which the mail server's answer is missing or was no. */
@Dependent
public class SettleLetter {

    private final Cases cases;
    private final KeptLetters letters;
    private final Outbox outbox;
    private final Announcements announcements;
    private final CaseFile file;

    @Inject
    public SettleLetter(
            Cases cases,
            KeptLetters letters,
            Outbox outbox,
            Announcements announcements,
            CaseFile file) {
        this.cases = cases;
        this.letters = letters;
        this.outbox = outbox;
        this.announcements = announcements;
        this.file = file;
    }

    void settle(CaseReference reference, long id, LetterSettlement how, Actor actor) {
        actor.require(Role.OFFICER);
        FoiCase foiCase =
                cases.lock(reference, actor.authority())
                        .orElseThrow(() -> CaseFile.notFound(reference));
        LetterView letter =
                letters.of(foiCase).stream()
                        .filter(l -> l.id() == id)
                        .findFirst()
                        .orElseThrow(ReadLetters::noSuchLetter);
        if (!outbox.settle(id, status(how), file.now())) {
            throw new Conflict(
                    "The letter is “"
                            + letter.status().label()
                            + "”: there is nothing to say about it now.");
        }
        file.record(
                foiCase,
                actor,
                HistoryKind.LETTER_SETTLED,
                letter.kind().label()
                        + " of "
                        + PlainWords.date(letter.date())
                        + ": "
                        + words(how)
                        + ".");
        if (how != LetterSettlement.SEND_AGAIN) {
            announcements.delivered(new LetterDelivered(reference, letter.kind()));
        }
    }

    private static LetterStatus status(LetterSettlement how) {
        return switch (how) {
            case WENT -> LetterStatus.SENT;
            case SEND_AGAIN -> LetterStatus.WAITING;
            case SENT_BY_HAND -> LetterStatus.BY_HAND;
        };
    }

    private static String words(LetterSettlement how) {
        return switch (how) {
            case WENT -> "it went out by email";
            case SEND_AGAIN -> "it is sent by email again";
            case SENT_BY_HAND -> "it was sent by hand";
        };
    }
}
