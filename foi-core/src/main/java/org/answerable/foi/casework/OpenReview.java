package org.answerable.foi.casework;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.answerable.foi.Actor;
import org.answerable.foi.CaseAction;
import org.answerable.foi.CaseKind;
import org.answerable.foi.CaseReference;
import org.answerable.foi.Casework;
import org.answerable.foi.LinkType;
import org.answerable.foi.ReviewRequest;
import org.answerable.foi.clock.StatutoryClock;
import org.answerable.foi.intake.Faults;
import org.answerable.foi.intake.ReceivedText;

/**
 * A requester wants the answer looked at again: an internal review (s.45 Code part 5, R23), or a
 * reconsideration under reg 11 EIR (R21). One that comes more than 40 working days after the answer
 * need not be taken.
 */
@Dependent
public class OpenReview {

    private static final int WORKING_DAYS_TO_ASK = 40;
    private static final int MOST_REASON = 2_000;

    private final Calendars calendars;
    private final CaseFile file;
    private final OpenStage stages;

    @Inject
    public OpenReview(Calendars calendars, CaseFile file, OpenStage stages) {
        this.calendars = calendars;
        this.file = file;
        this.stages = stages;
    }

    CaseReference open(CaseReference of, ReviewRequest request, Actor actor) {
        FoiCase about = file.open(of, CaseAction.OPEN_REVIEW, actor);
        Faults faults = new Faults();
        String text =
                faults.needed(
                        "text",
                        "What the requester says",
                        request.text(),
                        Casework.MOST_CHARACTERS);
        String outOfTime = ReceivedText.block(request.outOfTime());
        faults.limit("outOfTime", "The reason", outOfTime, MOST_REASON);
        if (request.channel() == null) {
            faults.add("channel", "Choose how the wish for a review came in.");
        }
        received(request.received(), about, outOfTime, faults);
        faults.end();
        return stages.open(
                        about,
                        new OpenStage.Start(
                                CaseKind.INTERNAL_REVIEW,
                                LinkType.INTERNAL_REVIEW_OF,
                                request.received(),
                                request.channel(),
                                text,
                                about.questions().stream().map(Question::text).toList(),
                                request.complex()),
                        actor)
                .reference();
    }

    private void received(LocalDate day, FoiCase about, String outOfTime, Faults faults) {
        LocalDate sent = about.sentOn().orElseThrow();
        if (day == null) {
            faults.add("received", "Give the day on which it came in.");
        } else if (day.isBefore(sent) || day.isAfter(file.today())) {
            faults.add(
                    "received",
                    "It came in between the day of the answer, "
                            + PlainWords.date(sent)
                            + ", and today: mend the date.");
        } else if (outOfTime.isEmpty()
                && StatutoryClock.workingDaysBetween(sent, day, calendars.version(about.calendar()))
                        > WORKING_DAYS_TO_ASK) {
            faults.add(
                    "outOfTime",
                    "It came more than 40 working days after the answer: say why it is taken all"
                            + " the same, or decline it.");
        }
    }
}
