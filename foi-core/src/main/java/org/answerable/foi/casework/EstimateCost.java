package org.answerable.foi.casework;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.answerable.foi.Actor;
import org.answerable.foi.CaseAction;
import org.answerable.foi.CaseKind;
import org.answerable.foi.CaseReference;
import org.answerable.foi.CostEstimate;
import org.answerable.foi.HistoryKind;
import org.answerable.foi.clock.StatutoryClock;
import org.answerable.foi.intake.Faults;
import org.answerable.foi.intake.ReceivedText;
import org.answerable.foi.law.AppropriateLimit;
import org.answerable.foi.law.Regime;

/**
 * An estimate of the cost of answering (s.12, R12). Earlier requests may be added when they came
 * within 60 consecutive working days and under the same regime (reg 5 SI 2004/3244); that they come
 * from the same person or a campaign, and ask for similar information, is said in the basis.
 */
@Dependent
public class EstimateCost {

    private static final int MOST_MINUTES = 1_000_000;
    private static final int MOST_BASIS = 5_000;

    private final Cases cases;
    private final Calendars calendars;
    private final CaseFile file;

    @Inject
    public EstimateCost(Cases cases, Calendars calendars, CaseFile file) {
        this.cases = cases;
        this.calendars = calendars;
        this.file = file;
    }

    void estimate(CaseReference reference, CostEstimate raw, Actor actor) {
        FoiCase foiCase = file.open(reference, CaseAction.ESTIMATE_COST, actor);
        Faults faults = new Faults();
        CostEstimate estimate =
                new CostEstimate(
                        raw.questions().stream().distinct().sorted().toList(),
                        raw.confirmOnly(),
                        raw.determining(),
                        raw.locating(),
                        raw.retrieving(),
                        raw.extracting(),
                        raw.aggregated().stream().map(ReceivedText::line).distinct().toList(),
                        raw.aggregatedMinutes(),
                        faults.needed(
                                "basis", "The basis of the estimate", raw.basis(), MOST_BASIS));
        minutes("determining", estimate.determining(), faults);
        minutes("locating", estimate.locating(), faults);
        minutes("retrieving", estimate.retrieving(), faults);
        minutes("extracting", estimate.extracting(), faults);
        minutes("aggregatedMinutes", estimate.aggregatedMinutes(), faults);
        questions(estimate, foiCase, faults);
        aggregated(estimate, foiCase, actor, faults);
        faults.end();
        AppropriateLimit limit = AppropriateLimit.on(file.today());
        RecordedEstimate kept = new RecordedEstimate(foiCase, estimate, limit, actor, file.now());
        cases.add(kept);
        foiCase.touched(actor, file.now());
        file.record(
                foiCase,
                actor,
                HistoryKind.COST_ESTIMATED,
                "Estimated the cost: %s of the four activities that count; the limit is %s. %s"
                        .formatted(
                                time(estimate.minutes()),
                                time(limit.minutes()),
                                kept.exceedsTheLimit()
                                        ? "It exceeds the limit."
                                        : "It does not exceed the limit."));
    }

    private static void minutes(String field, int minutes, Faults faults) {
        if (minutes < 0 || minutes > MOST_MINUTES) {
            faults.add(field, "Give the minutes as a number from 0 to 1,000,000.");
        }
    }

    private static void questions(CostEstimate estimate, FoiCase foiCase, Faults faults) {
        for (int number : estimate.questions()) {
            boolean known = foiCase.questions().stream().anyMatch(q -> q.number() == number);
            if (!known) {
                faults.add("questions", "The case has no question " + number + ".");
            }
        }
        boolean environmental =
                foiCase.questions().stream()
                        .filter(
                                q ->
                                        estimate.questions().isEmpty()
                                                || estimate.questions().contains(q.number()))
                        .allMatch(q -> q.regime().equals(Regime.EIR.id()));
        if (environmental) {
            faults.add(
                    "questions",
                    "There is no cost limit under EIR: consider r12(4)(b), or a charge (reg 8).");
        }
    }

    private void aggregated(CostEstimate estimate, FoiCase foiCase, Actor actor, Faults faults) {
        if (estimate.aggregated().isEmpty() && estimate.aggregatedMinutes() > 0) {
            faults.add("aggregated", "Name the requests whose minutes are added.");
        }
        for (String text : estimate.aggregated()) {
            Optional<FoiCase> other =
                    CaseReference.find(text)
                            .flatMap(r -> cases.find(r, actor.authority()))
                            .filter(c -> c.kind() == CaseKind.REQUEST && c.id() != foiCase.id());
            if (other.isEmpty()) {
                faults.add("aggregated", "“" + text + "” is no other request to your authority.");
            } else if (apart(other.get(), foiCase) > AppropriateLimit.aggregationWorkingDays()) {
                faults.add(
                        "aggregated",
                        text
                                + " came more than 60 working days apart from this request: it"
                                + " cannot be added (reg 5).");
            } else if (other.get().questions().stream()
                    .noneMatch(q -> q.regime().equals(Regime.FOIA.id()))) {
                faults.add(
                        "aggregated", text + " is handled under another law: it cannot be added.");
            }
        }
    }

    private int apart(FoiCase one, FoiCase other) {
        return Math.abs(
                StatutoryClock.workingDaysBetween(
                        one.received(), other.received(), calendars.version(other.calendar())));
    }

    private static String time(long minutes) {
        return minutes / 60 + " h " + minutes % 60 + " min";
    }

    /** Whether some estimate above the limit stands behind s.12 on this question. */
    static boolean exceeded(List<RecordedEstimate> estimates, Question question, boolean confirm) {
        return estimates.stream()
                .filter(e -> e.estimate().confirmOnly() == confirm)
                .filter(
                        e ->
                                e.estimate().questions().isEmpty()
                                        || e.estimate().questions().contains(question.number()))
                .reduce((earlier, later) -> later)
                .filter(RecordedEstimate::exceedsTheLimit)
                .isPresent();
    }
}
