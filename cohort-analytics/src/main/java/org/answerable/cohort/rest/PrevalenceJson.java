package org.answerable.cohort.rest;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.answerable.cohort.Prevalence;
import org.answerable.cohort.Prevalence.Spread;

/** Entries of the prevalence library as JSON, for everybody: without the account that recorded them. */
final class PrevalenceJson {

    private PrevalenceJson() {}

    static String list(List<Prevalence> entries) {
        JsonArrayBuilder items = Json.createArrayBuilder();
        entries.forEach(entry -> items.add(one(entry)));
        return Json.createObjectBuilder().add("items", items).build().toString();
    }

    private static JsonObjectBuilder one(Prevalence entry) {
        JsonObjectBuilder json =
                Json.createObjectBuilder()
                        .add("id", entry.id())
                        .add("version", entry.version())
                        .add("measure", entry.measure())
                        .add("population", entry.population());
        entry.share().ifPresent(share -> json.add("share", share));
        json.add("spread", spread(entry.spread())).add("usable", entry.usable());
        entry.effectiveSize().ifPresent(size -> json.add("effectiveSize", size));
        entry.range95()
                .ifPresent(
                        range ->
                                json.add(
                                        "range95",
                                        Json.createObjectBuilder()
                                                .add("low", range.low())
                                                .add("high", range.high())));
        entry.studies().ifPresent(studies -> json.add("studies", studies));
        entry.people().ifPresent(people -> json.add("people", people));
        entry.citation().ifPresent(citation -> json.add("citation", citation));
        return json.add("needsSource", entry.needsSource())
                .add("caveat", entry.caveat())
                .add("asOf", entry.asOf().toString())
                .add("owner", entry.owner())
                .add("recordedAt", entry.recordedAt().toString())
                .add("reason", entry.reason());
    }

    private static JsonObjectBuilder spread(Spread spread) {
        JsonObjectBuilder json = Json.createObjectBuilder().add("kind", spread.kind().name());
        spread.effectiveSize().ifPresent(size -> json.add("effectiveSize", size));
        spread.logitDeviation().ifPresent(deviation -> json.add("logitDeviation", deviation));
        spread.low().ifPresent(low -> json.add("low", low));
        spread.high().ifPresent(high -> json.add("high", high));
        return json;
    }
}
