package org.answerable.foi;

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
 * @param workingDaysLeft see {@link CaseRow}
 * @param history oldest first
 * @param letters the letters as sent
 * @param actions every action, allowed or with the reason why not
 */
public record CaseView(
        CaseReference reference,
        int version,
        Authority authority,
        String subject,
        Channel channel,
        LocalDate received,
        Optional<Requester> requester,
        Optional<String> text,
        CaseState state,
        Optional<CaseOutcome> outcome,
        Deadline deadline,
        boolean overdue,
        int workingDaysLeft,
        Optional<Dispatch> dispatch,
        List<QuestionView> questions,
        List<HistoryEntry> history,
        List<Letter> letters,
        List<ActionView> actions) {

    /**
     * A question with its answer.
     *
     * @param version to be given back with the answer
     * @param draftedBy display name of the last person who drafted the answer
     */
    public record QuestionView(
            int number,
            int version,
            String text,
            String answer,
            Optional<HeldStatus> heldStatus,
            Optional<Outcome> outcome,
            List<GroundView> grounds,
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
            String decidedBy,
            Instant decidedAt) {}

    /** The copy of a figure that an answer cites. */
    public record Citation(
            String figureId, Evidence evidence, String sha256, String citedBy, Instant citedAt) {}

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

    /** The given action. */
    public ActionView action(CaseAction wanted) {
        return actions.stream().filter(a -> a.action() == wanted).findFirst().orElseThrow();
    }
}
