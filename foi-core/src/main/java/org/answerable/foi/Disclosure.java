package org.answerable.foi;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The public copy of a case: the allow-list of R28 and nothing else. Of a withdrawn one only the
 * reference, the authority and the withdrawal are left; subject and questions are empty.
 *
 * @param imported whether it comes from the authority's earlier log, and from no case here
 */
public record Disclosure(
        String reference,
        String authority,
        String authorityName,
        String subject,
        LocalDate received,
        LocalDate answered,
        CaseOutcome outcome,
        List<DisclosedQuestion> questions,
        Instant publishedAt,
        Optional<Withdrawal> withdrawal,
        boolean imported) {

    /** A question as reviewed, its decision and the figures that the answer rests on. */
    public record DisclosedQuestion(
            int number,
            String text,
            String answer,
            HeldStatus heldStatus,
            Outcome outcome,
            List<DisclosedGround> grounds,
            List<Evidence> figures) {}

    /**
     * An exemption by code and subject. The reasons stay in the letter, which nobody has reviewed
     * for the public.
     */
    public record DisclosedGround(String code, String subject) {}

    /** Why and when it was taken out of the log. */
    public record Withdrawal(Instant at, String reason) {}
}
