package org.answerable.cohort.rest;

import jakarta.json.Json;
import org.answerable.cohort.Comparison;

/** What was computed again and compared, as JSON. */
final class ComparisonJson {

    private ComparisonJson() {}

    static String write(Comparison comparison) {
        return Json.createObjectBuilder()
                .add("unchanged", comparison.unchanged())
                .add("differences", Json.createArrayBuilder(comparison.differences()))
                .build()
                .toString();
    }
}
