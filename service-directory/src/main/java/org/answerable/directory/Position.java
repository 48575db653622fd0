package org.answerable.directory;

import java.time.Instant;

/**
 * One version of a commissioning position. Versions are never changed.
 *
 * @param reference such as P-2026-0001
 * @param reason why this version was recorded
 */
public record Position(
        String reference,
        int version,
        PositionTerms terms,
        String authority,
        boolean demonstration,
        Instant recordedAt,
        String recordedBy,
        String reason) {}
