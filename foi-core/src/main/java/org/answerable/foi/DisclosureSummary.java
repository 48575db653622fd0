package org.answerable.foi;

import java.time.Instant;
import java.time.LocalDate;

/** A published answer in a list. */
public record DisclosureSummary(
        String reference,
        String authority,
        String authorityName,
        String subject,
        LocalDate received,
        LocalDate answered,
        CaseOutcome outcome,
        int questions,
        Instant publishedAt) {}
