package org.answerable.cohort;

import java.time.Instant;

/**
 * A version of a cohort definition as kept; never changed.
 *
 * @param id public reference, {@code C-2026-0001}
 * @param version from 1
 * @param sentence the definition in plain English
 * @param document the definition as JSON
 * @param sha256 hash of the document
 */
public record Cohort(
        String id,
        int version,
        CohortDefinition definition,
        String sentence,
        String document,
        String sha256,
        Instant definedAt,
        String definedBy) {}
