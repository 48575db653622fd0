package org.answerable.foi.casework;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.answerable.foi.Actor;
import org.answerable.foi.Authorities;
import org.answerable.foi.CaseAction;
import org.answerable.foi.CaseFlow;
import org.answerable.foi.CaseView;
import org.answerable.foi.CaseView.ActionView;
import org.answerable.foi.CaseView.ClockGroup;
import org.answerable.foi.CaseView.ClockView;
import org.answerable.foi.CaseView.EstimateView;
import org.answerable.foi.CaseView.LinkView;
import org.answerable.foi.CaseView.QuestionView;
import org.answerable.foi.ExemptionCatalogue;
import org.answerable.foi.ExemptionEntry;
import org.answerable.foi.LetterView;
import org.answerable.foi.QualifiedOpinion;
import org.answerable.foi.Role;
import org.answerable.foi.clock.StatutoryClock;
import org.answerable.foi.clock.WorkingCalendar;

/** Puts together what one actor may see of a case. */
@Dependent
public class CaseAssembly {

    private final Cases cases;
    private final KeptLetters letters;
    private final Calendars calendars;
    private final Authorities authorities;
    private final ExemptionCatalogue catalogue;
    private final Clock clock;

    @Inject
    public CaseAssembly(
            Cases cases,
            KeptLetters letters,
            Calendars calendars,
            Authorities authorities,
            ExemptionCatalogue catalogue,
            Clock clock) {
        this.cases = cases;
        this.letters = letters;
        this.calendars = calendars;
        this.authorities = authorities;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    CaseView view(FoiCase c, Actor actor) {
        boolean mayKnowWhoAsked = mayKnowWhoAsked(actor);
        boolean whole = !ReadCases.onlyAllotted(actor);
        Map<Long, List<QualifiedOpinion>> opinions =
                cases.opinions(c).stream()
                        .collect(
                                Collectors.groupingBy(
                                        RecordedOpinion::questionId,
                                        Collectors.mapping(
                                                RecordedOpinion::opinion, Collectors.toList())));
        return new CaseView(
                c.reference(),
                c.kind(),
                c.revision(),
                authorities.find(c.authority()).orElseThrow(),
                c.subject(),
                c.channel(),
                c.received(),
                mayKnowWhoAsked ? Optional.of(c.requester()) : Optional.empty(),
                mayKnowWhoAsked ? Optional.of(c.requestText()) : Optional.empty(),
                c.state(),
                cases.validity(c).map(ValidityCheck::validity),
                c.outcome(),
                clock(c, mayKnowWhoAsked),
                dispatch(c),
                c.questions().stream()
                        .filter(q -> whole || q.allottedTo(actor))
                        .map(q -> question(q, opinions.getOrDefault(q.id(), List.of())))
                        .toList(),
                whole
                        ? cases.estimates(c).stream().map(RecordedEstimate::view).toList()
                        : List.<EstimateView>of(),
                cases.appeal(c).map(Appeal::view),
                whole
                        ? cases.links(c).stream().map(l -> link(l, actor)).toList()
                        : List.<LinkView>of(),
                whole
                        ? cases.history(c).stream().map(HistoryRecord::entry).toList()
                        : List.<CaseView.HistoryEntry>of(),
                mayKnowWhoAsked ? letters.of(c) : List.<LetterView>of(),
                CaseFlow.steps().stream()
                        .filter(step -> step.kinds().contains(c.kind()))
                        .map(step -> action(step.action(), c, actor))
                        .toList());
    }

    static boolean mayKnowWhoAsked(Actor actor) {
        return actor.has(Role.OFFICER, Role.APPROVER, Role.REVIEWER);
    }

    private ClockView clock(FoiCase c, boolean withNotes) {
        WorkingCalendar calendar = calendars.version(c.calendar());
        LocalDate today = LocalDate.now(clock);
        return new ClockView(
                c.due(),
                c.baseDue(),
                c.draftDue(),
                c.state().open() && c.due().filter(today::isAfter).isPresent(),
                c.due()
                        .map(due -> StatutoryClock.workingDaysBetween(today, due, calendar))
                        .orElse(0),
                c.kind().appeal()
                        ? List.of()
                        : new CaseCount(c, calendar)
                                .groups().stream()
                                        .map(g -> new ClockGroup(g.questions(), g.answer()))
                                        .toList(),
                c.events().stream().map(e -> e.entry(withNotes)).toList(),
                c.lapsesOn());
    }

    private Optional<CaseView.Dispatch> dispatch(FoiCase c) {
        return c.sentOn()
                .map(
                        sent ->
                                new CaseView.Dispatch(
                                        sent,
                                        c.sentChannel(),
                                        c.daysTaken()
                                                .orElseGet(
                                                        () ->
                                                                StatutoryClock.workingDaysBetween(
                                                                        c.received(),
                                                                        sent,
                                                                        calendars.version(
                                                                                c.calendar()))),
                                        c.daysLate(),
                                        c.responsibleTeam()));
    }

    private QuestionView question(Question q, List<QualifiedOpinion> opinions) {
        return new QuestionView(
                q.number(),
                q.revision(),
                q.text(),
                q.regime(),
                q.due(),
                q.extended(),
                q.sentOn(),
                q.allottedTo(),
                q.narrative(),
                q.advice(),
                q.heldStatus(),
                q.outcome(),
                q.grounds().stream().map(this::ground).toList(),
                opinions,
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
                g.refersTo(),
                g.statistical(),
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

    private static LinkView link(Cases.Link l, Actor actor) {
        boolean own = l.authority().equals(actor.authority());
        return new LinkView(
                l.type(),
                l.outgoing(),
                l.outgoing() ? l.type().label() : l.type().inverse(),
                l.reference(),
                l.authority(),
                l.kind(),
                own ? l.subject() : "",
                l.state(),
                own);
    }

    private static ActionView action(CaseAction action, FoiCase c, Actor actor) {
        Optional<String> objection = CaseRules.objection(action, c, actor);
        return new ActionView(action, objection.isEmpty(), objection.orElse(""));
    }
}
