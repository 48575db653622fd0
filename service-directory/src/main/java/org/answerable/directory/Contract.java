package org.answerable.directory;

import java.time.Instant;

/**
 * One version of a contract. Versions are never changed.
 *
 * @param reference such as K-2026-0001
 * @param reason why this version was recorded
 */
public record Contract(
        String reference,
        int version,
        ContractTerms terms,
        String authority,
        boolean demonstration,
        Instant recordedAt,
        String recordedBy,
        String reason) {}
