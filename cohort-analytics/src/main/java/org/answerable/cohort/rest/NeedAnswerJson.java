package org.answerable.cohort.rest;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import org.answerable.cohort.NeedEstimate;
import org.answerable.cohort.NeedEstimate.Line;
import org.answerable.cohort.NeedEstimate.Source;
import org.answerable.cohort.NeedEstimate.VariancePart;
import org.answerable.cohort.NeedLimits;

/** What was worked out for a caller, as JSON. */
final class NeedAnswerJson {

    private NeedAnswerJson() {}

    static String write(NeedEstimate need) {
        JsonObjectBuilder json = line(need.total());
        JsonArrayBuilder groups = Json.createArrayBuilder();
        need.areas().forEach(line -> groups.add(line(line).add("group", line.label())));
        JsonArrayBuilder sources = Json.createArrayBuilder();
        need.sources().forEach(source -> sources.add(source(source)));
        JsonArrayBuilder variance = Json.createArrayBuilder();
        for (VariancePart part : need.variance()) {
            variance.add(
                    Json.createObjectBuilder()
                            .add("input", part.input())
                            .add("variance", part.variance())
                            .add("share", part.share()));
        }
        return json.add("variance", variance)
                .add(
                        "standardDeviations",
                        Json.createObjectBuilder()
                                .add("used", need.spread().used())
                                .add("independent", need.spread().independent())
                                .add("shared", need.spread().shared())
                                .add("chanceAlone", need.spread().chance()))
                .add("groups", groups)
                .add("sources", sources)
                .add("coupling", need.question().coupling().name().toLowerCase(java.util.Locale.UK))
                .add("draws", need.question().draws())
                .add("seed", need.question().seed())
                .add("method", need.method())
                .add("caveats", Json.createArrayBuilder(need.caveats()))
                .build()
                .toString();
    }

    private static JsonObjectBuilder line(Line line) {
        return limits(
                        Json.createObjectBuilder()
                                .add("children", line.children())
                                .add("expected", line.expected())
                                .add("standardDeviation", line.deviation()),
                        line.limits())
                .add("simulated", line.simulated());
    }

    private static JsonObjectBuilder source(Source source) {
        JsonObjectBuilder json = Json.createObjectBuilder().add("label", source.label());
        if (!source.prevalenceId().isEmpty()) {
            json.add("library", source.prevalenceId()).add("version", source.version());
        }
        return limits(
                json.add("citation", source.citation())
                        .add("weight", source.weight())
                        .add("mean", source.share())
                        .add("effectiveSize", source.effectiveSize())
                        .add("expected", source.expected()),
                source.limits());
    }

    private static JsonObjectBuilder limits(JsonObjectBuilder json, NeedLimits limits) {
        return json.add("median", limits.median())
                .add("interval80", interval(limits.lower80(), limits.upper80()))
                .add("interval95", interval(limits.lower95(), limits.upper95()));
    }

    private static JsonObjectBuilder interval(double lower, double upper) {
        return Json.createObjectBuilder().add("lower", lower).add("upper", upper);
    }
}
