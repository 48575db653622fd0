package org.answerable.foi;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Everything that one actor may see of one case, in one piece.
 *
 * @param version to be given back with a command that edits the case
 * @param requester absent for actors who may not see who asked (contributors)
 * @param text the request as received; absent where the requester is, since people sign it
 * @param outcome derived, as soon as every question is decided
 * @param clock the due date and how it came about
 * @param questions a contributor sees only those that are allotted to them
 * @param history oldest first
 * @param letters the letters as sent
 * @param actions every action that this kind of case knows, allowed or with the reason why not
 */
public record CaseView(
        CaseReference reference,
        CaseKind kind,
        int version,
        Authority authority,
        String subject,
        Channel channel,
        LocalDate received,
        Optional<Requester> requester,
        Optional<String> text,
        CaseState state,
        Optional<Validity> validity,
        Optional<CaseOutcome> outcome,
        ClockView clock,
        Optional<Dispatch> dispatch,
        List<QuestionView> questions,
        List<EstimateView> estimates,
        Optional<AppealView> appeal,
        List<LinkView> links,
        List<HistoryEntry> history,
        List<LetterView> letters,
        List<ActionView> actions) {

    /**
     * The clock of the case.
     *
     * @param due of the question that is due first; empty while the clock waits or has ended
     * @param base the same without an extension
     * @param workingDaysLeft see {@link CaseRow}
     * @param groups the questions that share one clock; usually all
     * @param ledger what moved the clock, oldest first
     * @param lapsesOn from when the case may be closed when nothing comes
     */
    public record ClockView(
            Optional<LocalDate> due,
            Optional<LocalDate> base,
            Optional<LocalDate> draftDue,
            boolean overdue,
            int workingDaysLeft,
            List<ClockGroup> groups,
            List<LedgerEntry> ledger,
            Optional<LocalDate> lapsesOn) {}

    /** Questions with one clock, and what it says. */
    public record ClockGroup(List<Integer> questions, DeadlineAnswer answer) {}

    /**
     * One event as recorded.
     *
     * @param note the words that went with it; empty for those who may not know who asked
     */
    public record LedgerEntry(
            ClockEvent event,
            Optional<BigDecimal> amount,
            String note,
            String actor,
            Instant recordedAt) {}

    /**
     * A question with its answer.
     *
     * @param version to be given back with the answer
     * @param regime {@code FOIA} or {@code EIR}
     * @param due until when; empty while the clock waits
     * @param extended it has more time than the limit
     * @param draftedBy display name of the last person who drafted the answer
     */
    public record QuestionView(
            int number,
            int version,
            String text,
            String regime,
            Optional<LocalDate> due,
            boolean extended,
            Optional<LocalDate> sentOn,
            Optional<Colleague> allottedTo,
            String answer,
            String advice,
            Optional<HeldStatus> heldStatus,
            Optional<Outcome> outcome,
            List<GroundView> grounds,
            List<QualifiedOpinion> opinions,
            List<Citation> citations,
            Optional<String> draftedBy) {

        public boolean decided() {
            return outcome.isPresent();
        }
    }

    /** A ground with what the catalogue says about it. */
    public record GroundView(
            String code,
            String subject,
            ExemptionEntry.Test test,
            String reason,
            Optional<PublicInterestTest> publicInterestTest,
            String refersTo,
            boolean statistical,
            String decidedBy,
            Instant decidedAt) {}

    /** The copy of a figure that an answer cites. */
    public record Citation(
            String figureId, Evidence evidence, String sha256, String citedBy, Instant citedAt) {}

    /** An estimate of the cost, with the limit of that day (R12). */
    public record EstimateView(
            CostEstimate estimate,
            int limitMinutes,
            String limitVersion,
            boolean exceeds,
            String recordedBy,
            Instant recordedAt) {}

    /** What the Commissioner or the tribunal wants and decides. */
    public record AppealView(
            String theirReference,
            Optional<LocalDate> respondBy,
            Optional<AppealDecision> decision) {}

    /**
     * Another case that belongs to this one.
     *
     * @param type in words, as read from this case
     * @param open the reader may open it: it is of their own authority
     * @param subject empty for a case of another authority
     */
    public record LinkView(
            LinkType type,
            boolean outgoing,
            String words,
            CaseReference reference,
            String authority,
            CaseKind kind,
            String subject,
            CaseState state,
            boolean open) {}

    /** What happened, when and by whom. */
    public record HistoryEntry(Instant at, String actor, HistoryKind kind, String text) {}

    /**
     * When and how the answer was sent.
     *
     * @param daysTaken working days from receipt: 0 for the same day, 20 on the due date
     * @param daysLate working days after the due date; 0 when in time
     */
    public record Dispatch(
            LocalDate sentOn,
            Channel channel,
            int daysTaken,
            int daysLate,
            Optional<String> responsibleTeam) {}

    /** Whether the actor may do this now; {@code reason} says why not and what would allow it. */
    public record ActionView(CaseAction action, boolean allowed, String reason) {}

    /** Whether the actor may do this now. */
    public boolean may(CaseAction wanted) {
        return actions.stream().anyMatch(a -> a.action() == wanted && a.allowed());
    }

    /** Why the actor may not do this now; empty when they may. */
    public String objection(CaseAction wanted) {
        return actions.stream()
                .filter(a -> a.action() == wanted)
                .map(ActionView::reason)
                .findFirst()
                .orElse("This case does not know this step.");
    }

    /** The question of this number, when the reader may see it. */
    public Optional<QuestionView> question(int number) {
        return questions.stream().filter(q -> q.number() == number).findFirst();
    }
}
