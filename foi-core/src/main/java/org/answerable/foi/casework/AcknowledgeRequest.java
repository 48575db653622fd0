package org.answerable.foi.casework;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.answerable.foi.Actor;
import org.answerable.foi.CaseAction;
import org.answerable.foi.CaseReference;
import org.answerable.foi.Channel;
import org.answerable.foi.Conflict;
import org.answerable.foi.HistoryKind;
import org.answerable.foi.InvalidInput;
import org.answerable.foi.LetterDetails;
import org.answerable.foi.LetterDispatch;
import org.answerable.foi.LetterKind;

/** An officer tells the requester that the request came, once. */
@Dependent
public class AcknowledgeRequest {

    private final Cases cases;
    private final CaseFile file;
    private final SendLetter sendLetter;

    @Inject
    public AcknowledgeRequest(Cases cases, CaseFile file, SendLetter sendLetter) {
        this.cases = cases;
        this.file = file;
        this.sendLetter = sendLetter;
    }

    void acknowledge(CaseReference reference, Channel channel, Actor actor) {
        FoiCase foiCase = file.open(reference, CaseAction.ACKNOWLEDGE, actor);
        if (channel == null) {
            throw new InvalidInput("channel", "Choose how the letter goes out.");
        }
        boolean before =
                cases.history(foiCase).stream()
                        .anyMatch(entry -> entry.entry().kind() == HistoryKind.ACKNOWLEDGED);
        if (before) {
            throw new Conflict("The request was acknowledged already: its letter is on record.");
        }
        LetterDispatch sent =
                sendLetter.send(
                        foiCase,
                        LetterKind.ACKNOWLEDGEMENT,
                        LetterDetails.none(),
                        file.today(),
                        channel,
                        actor);
        foiCase.touched(actor, file.now());
        file.record(
                foiCase,
                actor,
                HistoryKind.ACKNOWLEDGED,
                sent == LetterDispatch.QUEUED
                        ? "Acknowledged; the letter goes out by email."
                        : "Acknowledged; the letter is to be sent by hand.");
    }
}
