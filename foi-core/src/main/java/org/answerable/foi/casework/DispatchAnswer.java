package org.answerable.foi.casework;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.answerable.foi.Actor;
import org.answerable.foi.CaseAction;
import org.answerable.foi.CaseDispatched;
import org.answerable.foi.CaseEvent;
import org.answerable.foi.CaseKind;
import org.answerable.foi.CaseReference;
import org.answerable.foi.CaseState;
import org.answerable.foi.ClockEvent;
import org.answerable.foi.Comparison;
import org.answerable.foi.DispatchDetails;
import org.answerable.foi.EvidenceSource;
import org.answerable.foi.FiguresChanged;
import org.answerable.foi.HistoryKind;
import org.answerable.foi.LetterDetails;
import org.answerable.foi.LetterDispatch;
import org.answerable.foi.LetterKind;
import org.answerable.foi.Outcome;
import org.answerable.foi.clock.StatutoryClock;
import org.answerable.foi.clock.WorkingCalendar;
import org.answerable.foi.intake.Faults;
import org.answerable.foi.intake.ReceivedText;

/**
 * An officer sends the answer: to all questions, or to those that are due while others have more
 * time (R7). Every cited figure is computed again first; the letter is kept as sent. The day of
 * sending is from receipt to today, and a late answer names a team (I5).
 */
@Dependent
public class DispatchAnswer {

    private static final int MOST_TEAM = 200;

    private final CaseFile file;
    private final Calendars calendars;
    private final DecisionBasis basis;
    private final EvidenceSource evidence;
    private final SendLetter sendLetter;
    private final Announcements announcements;

    @Inject
    public DispatchAnswer(
            CaseFile file,
            Calendars calendars,
            DecisionBasis basis,
            EvidenceSource evidence,
            SendLetter sendLetter,
            Announcements announcements) {
        this.file = file;
        this.calendars = calendars;
        this.basis = basis;
        this.evidence = evidence;
        this.sendLetter = sendLetter;
        this.announcements = announcements;
    }

    void dispatch(CaseReference reference, DispatchDetails raw, Actor actor) {
        FoiCase foiCase = file.open(reference, CaseAction.DISPATCH, actor);
        WorkingCalendar calendar = calendars.version(foiCase.calendar());
        int late = daysLate(foiCase, raw.sentOn(), calendar);
        DispatchDetails details = checked(foiCase, raw, late);
        basis.require(foiCase, details.sentOn());
        List<Question> going = foiCase.toSend();
        List<String> figures =
                going.stream()
                        .flatMap(q -> q.citations().stream())
                        .map(EvidenceCopy::figureId)
                        .distinct()
                        .toList();
        requireUnchanged(foiCase, figures, actor);
        List<Integer> numbers = going.stream().map(Question::number).toList();
        boolean whole = numbers.size() == foiCase.questions().size();
        LetterDispatch letter =
                sendLetter.send(
                        foiCase,
                        kind(foiCase, going),
                        LetterDetails.about(whole ? List.of() : numbers),
                        details.sentOn(),
                        details.channel(),
                        actor);
        CaseEvent answered =
                CaseEvent.of(ClockEvent.Type.RESPONDED, details.sentOn(), "", details.channel())
                        .about(whole ? List.of() : numbers);
        foiCase.dispatch(
                details,
                new RecordedEvent(foiCase, answered, actor, file.now()),
                late,
                letter == LetterDispatch.QUEUED,
                calendar,
                actor,
                file.now());
        file.record(
                foiCase,
                actor,
                HistoryKind.DISPATCHED,
                summary(details, whole ? List.of() : numbers, figures.size(), late));
        announcements.dispatched(
                new CaseDispatched(reference, foiCase.authority(), details.sentOn(), figures));
    }

    private static LetterKind kind(FoiCase foiCase, List<Question> going) {
        if (foiCase.kind() == CaseKind.INTERNAL_REVIEW) {
            return LetterKind.REVIEW_OUTCOME;
        }
        boolean refused =
                going.stream()
                        .map(q -> q.outcome().orElseThrow())
                        .allMatch(o -> o == Outcome.REFUSED || o == Outcome.NCND);
        return refused ? LetterKind.REFUSAL : LetterKind.DECISION;
    }

    private static String summary(
            DispatchDetails details, List<Integer> part, int figures, int late) {
        String what = part.isEmpty() ? "Answer" : "Answer to question " + PlainWords.numbers(part);
        return "%s sent on %s (%s). %s%s"
                .formatted(
                        what,
                        PlainWords.date(details.sentOn()),
                        details.channel().label().toLowerCase(Locale.UK),
                        figures == 0
                                ? "It cites no figure."
                                : PlainWords.count(figures, "figure", "figures")
                                        + " computed again, unchanged.",
                        late == 0 ? "" : " Late; responsible: " + details.responsibleTeam() + ".");
    }

    /** Working days that the latest of the questions is late (R4); 0 when all are in time. */
    private static int daysLate(FoiCase foiCase, LocalDate sentOn, WorkingCalendar calendar) {
        if (sentOn == null) {
            return 0;
        }
        return foiCase.toSend().stream()
                .flatMap(q -> q.due().stream())
                .mapToInt(due -> StatutoryClock.workingDaysBetween(due, sentOn, calendar))
                .map(days -> Math.max(0, days))
                .max()
                .orElse(0);
    }

    private DispatchDetails checked(FoiCase foiCase, DispatchDetails details, int late) {
        Faults faults = new Faults();
        if (details.sentOn() == null) {
            faults.add("sentOn", "Give the day on which the answer was sent.");
        } else if (details.sentOn().isBefore(foiCase.received())
                || details.sentOn().isAfter(file.today())) {
            faults.add(
                    "sentOn",
                    "The answer was sent between the day of receipt, "
                            + PlainWords.date(foiCase.received())
                            + ", and today, "
                            + PlainWords.date(file.today())
                            + ": give that day.");
        }
        if (details.channel() == null) {
            faults.add("channel", "Choose how the answer was sent.");
        }
        String team = late > 0 ? ReceivedText.line(details.responsibleTeam()) : "";
        faults.limit("responsibleTeam", "The team", team, MOST_TEAM);
        if (late > 0 && team.isEmpty()) {
            faults.add(
                    "responsibleTeam",
                    "The answer is later than its due date"
                            + foiCase.due().map(d -> ", " + PlainWords.date(d)).orElse("")
                            + ": name the team that answers for it.");
        }
        faults.end();
        return new DispatchDetails(details.sentOn(), details.channel(), team);
    }

    private void requireUnchanged(FoiCase foiCase, List<String> figures, Actor actor) {
        List<String> changed = new ArrayList<>();
        for (String figure : figures) {
            Comparison comparison = evidence.recompute(figure);
            if (!comparison.unchanged()) {
                changed.add(figure + ": " + String.join(" ", comparison.differences()));
            }
        }
        if (!changed.isEmpty()) {
            foiCase.returnTo(CaseState.ASSESSING, actor, file.now());
            file.record(
                    foiCase,
                    actor,
                    HistoryKind.RETURNED,
                    "Returned to assessing: a cited figure is no longer what the data say. "
                            + String.join(" ", changed));
            throw new FiguresChanged(
                    "Nothing was sent: a cited figure is no longer what the data say. "
                            + String.join(" ", changed)
                            + " The case is back with you: cite the figure anew or explain it.");
        }
    }
}
