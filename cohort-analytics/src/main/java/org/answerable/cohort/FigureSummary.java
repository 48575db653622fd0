package org.answerable.cohort;

import java.time.Instant;

/** A line of the analysts' list; holds no counts. */
public record FigureSummary(
        String id,
        String title,
        String sentence,
        String datasetId,
        Instant computedAt,
        String computedBy,
        boolean released) {}
