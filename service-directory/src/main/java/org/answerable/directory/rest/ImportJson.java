package org.answerable.directory.rest;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import org.answerable.directory.ImportReport;
import org.answerable.directory.ImportRunList;
import org.answerable.directory.json.Json;

/** Import runs as JSON. What is not known is left out, never null. */
final class ImportJson {

    private static final String PATH = "/api/directory/imports/";

    private ImportJson() {}

    static String of(ImportReport report) {
        return json(report).build().toString();
    }

    static String of(ImportRunList list, int page, int perPage) {
        JsonArrayBuilder items = Json.createArrayBuilder();
        list.runs().forEach(report -> items.add(json(report)));
        return Json.createObjectBuilder()
                .add("items", items)
                .add("page", Math.max(1, page))
                .add("perPage", Math.max(1, Math.min(200, perPage)))
                .add("total", list.total())
                .build()
                .toString();
    }

    private static JsonObjectBuilder json(ImportReport report) {
        JsonObjectBuilder json =
                Json.createObjectBuilder()
                        .add("run", report.run())
                        .add("href", PATH + report.run())
                        .add("findings", PATH + report.run() + "/findings.csv")
                        .add("source", report.source())
                        .add("dry", report.dry())
                        .add("state", report.state())
                        .add("message", report.message())
                        .add("records", report.records())
                        .add("added", report.added())
                        .add("changed", report.changed())
                        .add("unchanged", report.unchanged())
                        .add("proposed", report.proposed())
                        .add("vanished", report.vanished())
                        .add("faulty", report.faulty())
                        .add("warnings", report.warnings())
                        .add("startedBy", report.startedBy())
                        .add("startedAt", report.startedAt().toString())
                        .add("resumable", report.mayGoOn());
        if (!report.origin().isEmpty()) {
            json.add(report.fed() ? "url" : "file", report.origin());
        }
        if (report.fed()) {
            json.add("pages", report.pages());
        }
        if (report.pagesStated() != null) {
            json.add("pagesStated", report.pagesStated());
        }
        if (report.since() != null) {
            json.add("modifiedAfter", report.since().toString());
        }
        if (report.endedAt() != null) {
            json.add("endedAt", report.endedAt().toString());
        }
        return json;
    }
}
