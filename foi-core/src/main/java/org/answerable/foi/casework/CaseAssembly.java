package org.answerable.foi.casework;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.answerable.foi.Actor;
import org.answerable.foi.Authorities;
import org.answerable.foi.CaseAction;
import org.answerable.foi.CaseView;
import org.answerable.foi.CaseView.ActionView;
import org.answerable.foi.Deadline;
import org.answerable.foi.ExemptionCatalogue;
import org.answerable.foi.ExemptionEntry;
import org.answerable.foi.Letter;
import org.answerable.foi.Role;
import org.answerable.foi.clock.ClockResult;
import org.answerable.foi.clock.StatutoryClock;
import org.answerable.foi.clock.WorkingCalendar;
import org.answerable.foi.law.Regime;

/** Puts together what one actor may see of a case. */
@Dependent
public class CaseAssembly {

    private final Calendars calendars;
    private final Authorities authorities;
    private final ExemptionCatalogue catalogue;
    private final Clock clock;

    @Inject
    public CaseAssembly(
            Calendars calendars,
            Authorities authorities,
            ExemptionCatalogue catalogue,
            Clock clock) {
        this.calendars = calendars;
        this.authorities = authorities;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    CaseView view(FoiCase c, List<HistoryRecord> history, List<SentLetter> letters, Actor actor) {
        WorkingCalendar calendar = calendars.version(c.calendar());
        LocalDate today = LocalDate.now(clock);
        boolean mayKnowWhoAsked = mayKnowWhoAsked(actor);
        return new CaseView(
                c.reference(),
                c.revision(),
                authorities.find(c.authority()).orElseThrow(),
                c.subject(),
                c.channel(),
                c.received(),
                mayKnowWhoAsked ? Optional.of(c.requester()) : Optional.empty(),
                mayKnowWhoAsked ? Optional.of(c.requestText()) : Optional.empty(),
                c.state(),
                c.outcome(),
                deadline(c, calendar),
                c.state().open() && today.isAfter(c.due()),
                StatutoryClock.workingDaysBetween(today, c.due(), calendar),
                dispatch(c, calendar),
                c.questions().stream().map(this::question).toList(),
                history.stream().map(HistoryRecord::entry).toList(),
                mayKnowWhoAsked
                        ? letters.stream().map(SentLetter::letter).toList()
                        : List.<Letter>of(),
                Arrays.stream(CaseAction.values()).map(a -> action(a, c, actor)).toList());
    }

    static boolean mayKnowWhoAsked(Actor actor) {
        return actor.has(Role.OFFICER, Role.APPROVER);
    }

    private static Deadline deadline(FoiCase c, WorkingCalendar calendar) {
        ClockResult result = StatutoryClock.due(c.received(), Regime.FOIA.workingDays(), calendar);
        return ((ClockResult.Due) result).deadline();
    }

    private static Optional<CaseView.Dispatch> dispatch(FoiCase c, WorkingCalendar calendar) {
        return c.sentOn()
                .map(
                        sent ->
                                new CaseView.Dispatch(
                                        sent,
                                        c.sentChannel(),
                                        StatutoryClock.workingDaysBetween(
                                                c.received(), sent, calendar),
                                        Math.max(
                                                0,
                                                StatutoryClock.workingDaysBetween(
                                                        c.due(), sent, calendar)),
                                        c.responsibleTeam()));
    }

    private CaseView.QuestionView question(Question q) {
        return new CaseView.QuestionView(
                q.number(),
                q.revision(),
                q.text(),
                q.narrative(),
                q.heldStatus(),
                q.outcome(),
                q.grounds().stream().map(this::ground).toList(),
                q.citations().stream().map(CaseAssembly::citation).toList(),
                q.draftedByName());
    }

    private CaseView.GroundView ground(DecidedGround g) {
        return new CaseView.GroundView(
                g.code(),
                catalogue.find(g.code()).map(ExemptionEntry::subject).orElse(""),
                g.test(),
                g.reason(),
                g.publicInterestTest(),
                g.decidedBy(),
                g.decidedAt());
    }

    private static CaseView.Citation citation(EvidenceCopy copy) {
        return new CaseView.Citation(
                copy.figureId(),
                copy.evidence(),
                copy.sha256(),
                copy.citedByName(),
                copy.citedAt());
    }

    private static ActionView action(CaseAction action, FoiCase c, Actor actor) {
        Optional<String> objection = CaseRules.objection(action, c, actor);
        return new ActionView(action, objection.isEmpty(), objection.orElse(""));
    }
}
