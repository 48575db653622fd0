package org.answerable.foi;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/**
 * Compliance figures after part 8 of the s.45 Code (R24) and in the style of the Cabinet Office's
 * statistics (R25), with the checks of R26.
 *
 * @param title whom it is about
 * @param countedOn the day on which it was counted: open requests are open on that day
 * @param received valid requests received in the period; whatever was found not to be a request
 *     under s.8 is in {@code notRequests} only
 * @param grounds by code, how many requests cite it; one request may cite several
 */
public record ComplianceReport(
        String title,
        Optional<String> authority,
        LocalDate from,
        LocalDate to,
        LocalDate countedOn,
        long received,
        long notRequests,
        Map<Timeliness, Long> timeliness,
        Map<OutcomeClass, Long> outcomes,
        TimeTaken timeTaken,
        Map<String, Long> grounds,
        Reviews reviews,
        List<Check> checks) {

    /**
     * Working days from the request to its final answer, where the first working day after receipt is
     * day one: an answer on the due date took 20.
     *
     * @param answered requests with a final answer
     */
    public record TimeTaken(long answered, OptionalDouble median, List<Band> bands) {}

    /** @param last the last working day of the band; empty: no end */
    public record Band(int first, Optional<Integer> last, long requests) {

        public String label() {
            return last.map(end -> first + " to " + end + " working days")
                    .orElse(first + " working days or more");
        }
    }

    /** Internal reviews asked for, and decided, in the period (R23, R24). */
    public record Reviews(long received, long done) {}

    /** A sum that must hold, and whether it does. */
    public record Check(String rule, String text, boolean holds) {}

    public ComplianceReport {
        timeliness = Map.copyOf(timeliness);
        outcomes = Map.copyOf(outcomes);
        bothComplete(timeliness, outcomes);
    }

    private static void bothComplete(
            Map<Timeliness, Long> timeliness, Map<OutcomeClass, Long> outcomes) {
        if (timeliness.size() < Timeliness.values().length
                || outcomes.size() < OutcomeClass.values().length) {
            throw new IllegalArgumentException("Every class has a count, be it 0");
        }
    }

    public long count(Timeliness... classes) {
        return Arrays.stream(classes).mapToLong(timeliness::get).sum();
    }

    public long count(OutcomeClass... classes) {
        return Arrays.stream(classes).mapToLong(outcomes::get).sum();
    }

    public long processed() {
        return sum(Timeliness::processed);
    }

    public long notYetProcessed() {
        return sum(t -> !t.processed());
    }

    private long sum(Predicate<Timeliness> wanted) {
        return Arrays.stream(Timeliness.values()).filter(wanted).mapToLong(timeliness::get).sum();
    }

    private long sumOutcomes(Predicate<OutcomeClass> wanted) {
        return Arrays.stream(OutcomeClass.values()).filter(wanted).mapToLong(outcomes::get).sum();
    }

    /** Received less lapsed, withdrawn, clarification and not held (R25). */
    public long resolvable() {
        return sumOutcomes(OutcomeClass::resolvable);
    }

    public long withheldByExemption() {
        return sumOutcomes(OutcomeClass::withheldByExemption);
    }

    /** As the Cabinet Office counts withheld: with the procedural refusals (R25). */
    public long withheld() {
        return sumOutcomes(o -> o.withheldByExemption() || o.procedural());
    }

    /** True when every check of R26 holds. */
    public boolean consistent() {
        return checks.stream().allMatch(Check::holds);
    }
}
