package org.answerable.web.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.answerable.cohort.NeedEstimate;
import org.answerable.cohort.NeedEstimate.Scenario;
import org.answerable.cohort.NeedEstimate.Tier;
import org.answerable.cohort.NeedEstimates;
import org.answerable.foi.Actor;
import org.answerable.foi.Comparison;
import org.answerable.foi.Evidence;
import org.answerable.foi.EvidenceChoice;

/** Gives casework estimates of need, released with the figure that they rest on. */
@ApplicationScoped
class NeedEvidence {

    @Inject private NeedEstimates estimates;

    List<EvidenceChoice> choices(Actor actor) {
        return InCasework.choices(estimates.choices(Actors.forCohorts(actor)));
    }

    Evidence release(String id, Actor actor) {
        return evidence(
                InCasework.released(
                        () ->
                                estimates.release(
                                        id, InCasework.reason(actor), Actors.forCohorts(actor))));
    }

    Comparison recompute(String id) {
        return new Comparison(InCasework.found(() -> estimates.recompute(id)).differences());
    }

    /** Need under each assumption, then what was commissioned: the paragraph says the rest. */
    private static Evidence evidence(NeedEstimate need) {
        List<Evidence.Row> rows = new ArrayList<>();
        for (Scenario scenario : need.scenarios()) {
            rows.add(
                    new Evidence.Row(
                            "If "
                                    + percent(scenario.share())
                                    + " are affected: "
                                    + scenario.label(),
                            List.of(
                                    whole(scenario.expected()),
                                    whole(scenario.limits().lower95())
                                            + " to "
                                            + whole(scenario.limits().upper95()))));
        }
        if (need.provision() != null) {
            for (Tier tier : need.provision().tiers()) {
                rows.add(
                        new Evidence.Row(
                                "Children for whom the " + tier.tier() + " tier is commissioned",
                                List.of(tier.coverage().words(), "no sampling error")));
            }
        }
        return new Evidence(
                need.id(),
                need.title(),
                need.paragraph(),
                "children",
                need.population().time(),
                List.of("Number or share", "95% limits"),
                rows,
                need.sources().stream().map(source -> source(need, source)).toList(),
                need.release().policy() + ": " + need.release().rule(),
                need.method() + " " + String.join(" ", need.caveats()),
                need.computedAt());
    }

    private static Evidence.Source source(NeedEstimate need, NeedEstimate.Source source) {
        boolean own = source.prevalenceId().isEmpty();
        return new Evidence.Source(
                own ? need.id() : source.prevalenceId(),
                own ? "1" : Integer.toString(source.version()),
                "Share of " + percent(source.share()) + ": " + source.label(),
                source.citation(),
                need.sha256(),
                "Public source");
    }

    private static String whole(double number) {
        return String.format(Locale.UK, "%,.0f", number);
    }

    private static String percent(double share) {
        return String.format(Locale.UK, "%.1f%%", 100 * share);
    }
}
