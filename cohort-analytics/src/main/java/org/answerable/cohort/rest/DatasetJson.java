package org.answerable.cohort.rest;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.answerable.cohort.Dataset;
import org.answerable.cohort.DatasetDescription;
import org.answerable.cohort.LoadReport;
import org.answerable.cohort.Page;

/** Datasets as JSON. */
final class DatasetJson {

    private DatasetJson() {}

    static String page(Page<Dataset> page) {
        JsonArrayBuilder items = Json.createArrayBuilder();
        page.items().forEach(d -> items.add(summary(d)));
        return Json.createObjectBuilder()
                .add("items", items)
                .add("page", page.page())
                .add("perPage", page.perPage())
                .add("total", page.total())
                .build()
                .toString();
    }

    /**
     * @param ofFile the datasets loaded from a file with these bytes, this one among them
     */
    static String report(LoadReport report, List<Dataset> ofFile) {
        JsonArrayBuilder others = Json.createArrayBuilder();
        ofFile.stream()
                .map(Dataset::id)
                .filter(id -> !id.equals(report.datasetId()))
                .forEach(others::add);
        return Json.createObjectBuilder()
                .add("id", report.datasetId())
                .add("version", report.version())
                .add("rows", report.rows())
                .add("bytes", report.bytes())
                .add("sha256", report.sha256())
                .add("sameFileAs", others)
                .build()
                .toString();
    }

    static String one(Dataset dataset) {
        return summary(dataset)
                .add("districts", Json.createArrayBuilder(dataset.districts()))
                .build()
                .toString();
    }

    private static JsonObjectBuilder summary(Dataset dataset) {
        DatasetDescription d = dataset.description();
        JsonObjectBuilder json =
                Json.createObjectBuilder()
                        .add("id", dataset.id())
                        .add("kind", dataset.kind().name())
                        .add("version", dataset.version())
                        .add("title", d.title())
                        .add("publisher", d.publisher())
                        .add("sourceSystem", d.sourceSystem())
                        .add("extractDate", d.extractDate().toString())
                        .add("licence", d.licence())
                        .add("attribution", d.attribution())
                        .add("unit", d.unit())
                        .add("asAt", d.asAt().toString())
                        .add("ageRule", d.ageRule())
                        .add("geographyBasis", d.geographyBasis())
                        .add("vintage", d.vintage())
                        .add("areaCovered", d.areaCovered())
                        .add("caveats", d.caveats())
                        .add("fileName", dataset.fileName())
                        .add("bytes", dataset.bytes())
                        .add("sha256", dataset.sha256())
                        .add("rows", dataset.rows())
                        .add("ageFirst", dataset.ageFirst())
                        .add("ageLast", dataset.ageLast())
                        .add("loadedAt", dataset.loadedAt().toString())
                        .add("loadedBy", dataset.loadedBy());
        if (dataset.openFrom() != null) {
            json.add("openFrom", dataset.openFrom());
        }
        if (dataset.withdrawn()) {
            json.add(
                    "withdrawn",
                    Json.createObjectBuilder()
                            .add("reason", dataset.withdrawal().reason())
                            .add("at", dataset.withdrawal().at().toString()));
        }
        return json;
    }
}
