package org.answerable.foi.reporting;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.answerable.foi.CaseOutcome;
import org.answerable.foi.OutcomeClass;
import org.answerable.foi.Timeliness;

/**
 * A request as the statistics see it, and the two classes that it belongs to (R26(d)). Both are pure
 * functions of these values.
 *
 * @param baseDue due date without any extension; empty while the clock waits
 * @param due with the extension
 * @param ended the day of the final answer, or on which it ended without one
 * @param answered whether there was a final answer
 * @param outcome of the whole case, once answered
 * @param daysTaken working days counted from day one, once answered
 * @param grounds codes of all grounds of its questions
 * @param clarificationAsked whether the requester was ever asked to clarify
 * @param lapsed whether it ended because the requester did not reply or pay
 */
public record CountedRequest(
        String reference,
        String subject,
        LocalDate received,
        Optional<LocalDate> baseDue,
        Optional<LocalDate> due,
        boolean extended,
        Optional<LocalDate> ended,
        boolean answered,
        Optional<CaseOutcome> outcome,
        OptionalInt daysTaken,
        Set<String> grounds,
        boolean clarificationAsked,
        boolean lapsed) {

    private static final String ACCESSIBLE = "s.21";

    public CountedRequest {
        grounds = Set.copyOf(grounds);
    }

    /** R4, R26(f): by date only, and late against the extended date. */
    public Timeliness timeliness() {
        if (ended.isEmpty()) {
            if (due.isEmpty()) {
                return Timeliness.OPEN_STOPPED;
            }
            return hasMoreTime() ? Timeliness.OPEN_EXTENDED : Timeliness.OPEN;
        }
        LocalDate end = ended.get();
        if (due.filter(end::isAfter).isPresent()) {
            return Timeliness.LATE;
        }
        // Without a date the clock was waiting for the requester: nothing was late.
        return baseDue.filter(end::isAfter).isPresent()
                ? Timeliness.WITHIN_EXTENSION
                : Timeliness.IN_TIME;
    }

    private boolean hasMoreTime() {
        return extended || baseDue.isPresent() && due.get().isAfter(baseDue.get());
    }

    /** R25: what became of it. */
    public OutcomeClass outcomeClass() {
        if (ended.isEmpty()) {
            return OutcomeClass.OPEN;
        }
        if (!answered || outcome.isEmpty()) {
            return lapsed && clarificationAsked ? OutcomeClass.CLARIFICATION : OutcomeClass.ENDED;
        }
        return switch (outcome.get()) {
            case GRANTED, GRANTED_PART_HELD -> OutcomeClass.GRANTED;
            case NOT_HELD -> OutcomeClass.NOT_HELD;
            case NCND -> OutcomeClass.WITHHELD;
            case PART -> refused(OutcomeClass.PART, OutcomeClass.PART);
            case REFUSED -> refused(OutcomeClass.WITHHELD, OutcomeClass.ALREADY_ACCESSIBLE);
        };
    }

    /** An exemption weighs more than a procedural ground; s.21 alone is counted apart (R25). */
    private OutcomeClass refused(OutcomeClass byExemption, OutcomeClass byAccessibleOnly) {
        boolean exempt = grounds.stream().anyMatch(g -> !procedural(g) && !g.equals(ACCESSIBLE));
        if (exempt || grounds.isEmpty()) {
            return byExemption;
        }
        if (grounds.contains(ACCESSIBLE)) {
            return byAccessibleOnly;
        }
        if (grounds.stream().anyMatch(g -> g.startsWith("s.12"))) {
            return OutcomeClass.COST_LIMIT;
        }
        return grounds.contains("s.14(1)") ? OutcomeClass.VEXATIOUS : OutcomeClass.REPEATED;
    }

    private static boolean procedural(String code) {
        return code.startsWith("s.12") || code.startsWith("s.14");
    }
}
