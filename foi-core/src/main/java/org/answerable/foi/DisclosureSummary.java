package org.answerable.foi;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A published answer in a list.
 *
 * @param imported whether it comes from the authority's earlier log
 * @param snippet where the searched words are, when words were searched for
 */
public record DisclosureSummary(
        String reference,
        String authority,
        String authorityName,
        String subject,
        LocalDate received,
        LocalDate answered,
        CaseOutcome outcome,
        int questions,
        Instant publishedAt,
        boolean imported,
        Optional<Snippet> snippet) {

    /** From a case, and not searched for by words. */
    public DisclosureSummary(
            String reference,
            String authority,
            String authorityName,
            String subject,
            LocalDate received,
            LocalDate answered,
            CaseOutcome outcome,
            int questions,
            Instant publishedAt) {
        this(
                reference,
                authority,
                authorityName,
                subject,
                received,
                answered,
                outcome,
                questions,
                publishedAt,
                false,
                Optional.empty());
    }
}
