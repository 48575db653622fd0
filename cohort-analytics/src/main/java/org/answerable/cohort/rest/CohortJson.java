package org.answerable.cohort.rest;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import org.answerable.cohort.Cohort;
import org.answerable.cohort.CohortCount;
import org.answerable.cohort.Figure;
import org.answerable.cohort.Page;

/** Cohorts and their counts as JSON. */
final class CohortJson {

    private CohortJson() {}

    static String page(Page<Cohort> page) {
        JsonArrayBuilder items = Json.createArrayBuilder();
        page.items().forEach(c -> items.add(head(c)));
        return Json.createObjectBuilder()
                .add("items", items)
                .add("page", page.page())
                .add("perPage", page.perPage())
                .add("total", page.total())
                .build()
                .toString();
    }

    static String one(Cohort cohort) {
        return head(cohort).add("definition", object(cohort.document())).build().toString();
    }

    /** A count with what each condition removes and the statement that was run. */
    static String count(String sentence, CohortCount count) {
        JsonArrayBuilder steps = Json.createArrayBuilder();
        for (CohortCount.Step step : count.steps()) {
            steps.add(
                    Json.createObjectBuilder()
                            .add("words", step.words())
                            .add("left", step.left())
                            .add("removed", step.removed()));
        }
        JsonArrayBuilder parameters = Json.createArrayBuilder();
        for (Figure.Parameter parameter : count.query().parameters()) {
            parameters.add(
                    Json.createObjectBuilder()
                            .add("name", parameter.name())
                            .add("value", parameter.value()));
        }
        return Json.createObjectBuilder()
                .add("sentence", sentence)
                .add("eligible", count.eligible())
                .add("members", count.members())
                .add("released", false)
                .add("steps", steps)
                .add(
                        "query",
                        Json.createObjectBuilder()
                                .add("sql", count.query().sql())
                                .add("parameters", parameters))
                .add("millis", count.millis())
                .add("countedAt", count.at().toString())
                .add("countedBy", count.by())
                .build()
                .toString();
    }

    private static JsonObjectBuilder head(Cohort cohort) {
        return Json.createObjectBuilder()
                .add("id", cohort.id())
                .add("version", cohort.version())
                .add("title", cohort.definition().title())
                .add("sentence", cohort.sentence())
                .add("sha256", cohort.sha256())
                .add("definedAt", cohort.definedAt().toString())
                .add("definedBy", cohort.definedBy());
    }

    private static JsonObject object(String document) {
        try (JsonReader reader = Json.createReader(new StringReader(document))) {
            return reader.readObject();
        }
    }
}
