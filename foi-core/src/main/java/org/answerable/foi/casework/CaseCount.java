package org.answerable.foi.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.answerable.foi.CaseKind;
import org.answerable.foi.ClockEvent;
import org.answerable.foi.DeadlineAnswer;
import org.answerable.foi.clock.EventClock;
import org.answerable.foi.clock.WorkingCalendar;
import org.answerable.foi.law.Regime;

/**
 * Counts the due dates of a case from its events: each question by its own regime and by the events
 * that concern it, since an extension covers only the affected questions (R7).
 */
final class CaseCount {

    /** What one count rests on; questions that share it share the result. */
    private record Basis(Regime regime, List<ClockEvent> events) {}

    /** The questions that share one clock. */
    record Group(List<Integer> questions, DeadlineAnswer answer) {}

    private final FoiCase foiCase;
    private final WorkingCalendar calendar;

    CaseCount(FoiCase foiCase, WorkingCalendar calendar) {
        this.foiCase = foiCase;
        this.calendar = calendar;
    }

    /** The clocks of the case, each with its questions. */
    List<Group> groups() {
        Map<Basis, List<Integer>> questions = new LinkedHashMap<>();
        for (Question question : foiCase.questions()) {
            questions
                    .computeIfAbsent(basis(question, event -> true), b -> new ArrayList<>())
                    .add(question.number());
        }
        // Two laws may say the same; then it is said once.
        Map<DeadlineAnswer, List<Integer>> answers = new LinkedHashMap<>();
        questions.forEach(
                (basis, numbers) ->
                        answers.computeIfAbsent(count(basis), a -> new ArrayList<>())
                                .addAll(numbers));
        return answers.entrySet().stream()
                .map(e -> new Group(e.getValue().stream().sorted().toList(), e.getKey()))
                .toList();
    }

    /** The clock of one question. */
    DeadlineAnswer of(Question question) {
        return count(basis(question, event -> true));
    }

    /** The due date without any extension; empty while the clock waits. */
    Optional<LocalDate> base(Question question) {
        return due(count(basis(question, CaseCount::noExtension)));
    }

    /** The last day of this question's clock if it were extended to so many working days. */
    LocalDate workingDay(Question question, int workingDays) {
        Basis basis = basis(question, CaseCount::noExtension);
        Regime longer =
                new Regime(
                        basis.regime().id(),
                        workingDays,
                        0,
                        0,
                        basis.regime().validFrom(),
                        basis.regime().source());
        return due(count(new Basis(longer, basis.events()))).orElse(foiCase.received());
    }

    /** Gives every question that is not answered, and the case, the dates that follow. */
    void apply() {
        List<Question> unsent =
                foiCase.questions().stream().filter(q -> q.sentOn().isEmpty()).toList();
        Map<Basis, Optional<LocalDate>> known = new HashMap<>();
        for (Question question : unsent) {
            Optional<LocalDate> due = known(question, event -> true, known);
            Optional<LocalDate> base = known(question, CaseCount::noExtension, known);
            boolean extended = due.isPresent() && base.filter(due.get()::isAfter).isPresent();
            question.dueOn(due.orElse(null), extended);
        }
        Optional<Question> first =
                unsent.stream()
                        .filter(q -> q.due().isPresent())
                        .min(Comparator.comparing(q -> q.due().orElseThrow()));
        boolean waits = unsent.stream().anyMatch(q -> q.due().isEmpty());
        if (first.isEmpty() || waits) {
            foiCase.dueOn(null, null, null);
            return;
        }
        foiCase.dueOn(
                first.get().due().orElseThrow(),
                base(first.get()).orElse(null),
                draft(first.get()).orElse(null));
    }

    private Optional<LocalDate> known(
            Question question,
            Predicate<ClockEvent> wanted,
            Map<Basis, Optional<LocalDate>> known) {
        return known.computeIfAbsent(basis(question, wanted), basis -> due(count(basis)));
    }

    private Optional<LocalDate> draft(Question question) {
        if (!foiCase.kind().answered()) {
            return Optional.empty();
        }
        Basis basis = basis(question, CaseCount::noExtension);
        return due(count(new Basis(basis.regime().draft(), basis.events())));
    }

    private Basis basis(Question question, Predicate<ClockEvent> wanted) {
        return new Basis(
                regime(question),
                foiCase.events().stream()
                        .map(RecordedEvent::event)
                        .filter(e -> e.concerns(question.number()))
                        .filter(wanted)
                        .map(e -> new ClockEvent(e.type(), e.date(), e.to()))
                        .toList());
    }

    private Regime regime(Question question) {
        if (foiCase.kind() == CaseKind.SUBJECT_ACCESS) {
            return Regime.SAR;
        }
        Regime regime = Regime.find(question.regime()).orElseThrow();
        if (foiCase.kind() != CaseKind.INTERNAL_REVIEW) {
            return regime;
        }
        Regime review = regime.review();
        boolean longer = foiCase.complex() && review.extendedWorkingDays() > 0;
        return longer ? review.extended() : review;
    }

    private DeadlineAnswer count(Basis basis) {
        return EventClock.calculate(basis.regime(), foiCase.received(), basis.events(), calendar);
    }

    private static Optional<LocalDate> due(DeadlineAnswer answer) {
        return answer.deadline().map(d -> d.due());
    }

    private static boolean noExtension(ClockEvent event) {
        return !event.type().extension() && event.type() != ClockEvent.Type.RESPONDED;
    }
}
