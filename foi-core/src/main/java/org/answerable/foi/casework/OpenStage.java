package org.answerable.foi.casework;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.answerable.foi.Actor;
import org.answerable.foi.Authorities;
import org.answerable.foi.CaseKind;
import org.answerable.foi.CaseReference;
import org.answerable.foi.Channel;
import org.answerable.foi.HistoryKind;
import org.answerable.foi.LinkType;
import org.answerable.foi.clock.WorkingCalendar;

/** Makes the case of a later stage, linked with the one that it is about (R23). */
@Dependent
public class OpenStage {

    private final Cases cases;
    private final Calendars calendars;
    private final Authorities authorities;
    private final CaseFile file;

    @Inject
    public OpenStage(Cases cases, Calendars calendars, Authorities authorities, CaseFile file) {
        this.cases = cases;
        this.calendars = calendars;
        this.authorities = authorities;
        this.file = file;
    }

    /**
     * What a stage begins with.
     *
     * @param questions texts of its questions
     */
    record Start(
            CaseKind kind,
            LinkType link,
            LocalDate received,
            Channel channel,
            String text,
            List<String> questions,
            boolean complex) {}

    /** The new case, already on record; the caller adds what is special about it. */
    FoiCase open(FoiCase about, Start start, Actor actor) {
        Instant now = file.now();
        WorkingCalendar calendar = calendars.current();
        int year = start.received().getYear();
        String prefix = authorities.find(about.authority()).orElseThrow().prefix();
        CaseReference reference =
                new CaseReference(prefix, year, cases.nextNumber(about.authority(), year));
        FoiCase stage =
                new FoiCase(
                        reference,
                        calendar,
                        new FoiCase.Intake(
                                "",
                                start.kind(),
                                start.received(),
                                about.subject(),
                                start.channel(),
                                about.requester(),
                                start.text(),
                                start.questions()),
                        actor,
                        now);
        for (Question question : stage.questions()) {
            about.questions().stream()
                    .filter(q -> q.number() == question.number())
                    .findFirst()
                    .ifPresent(q -> question.startsUnder(q.regime()));
        }
        stage.startAsStage(start.complex(), calendar);
        cases.add(stage);
        cases.link(stage, about, start.link(), actor);
        file.record(
                stage,
                actor,
                HistoryKind.REGISTERED,
                "%s about %s registered: received on %s; %s."
                        .formatted(
                                start.kind().label(),
                                about.reference(),
                                PlainWords.date(start.received()),
                                stage.due()
                                        .map(d -> "due on " + PlainWords.date(d))
                                        .orElse("no due date")));
        file.record(
                about, actor, HistoryKind.LINKED, start.link().inverse() + ": " + reference + ".");
        return stage;
    }
}
