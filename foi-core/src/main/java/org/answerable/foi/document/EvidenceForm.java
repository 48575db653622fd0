package org.answerable.foi.document;

import static org.answerable.foi.document.Json.text;

import jakarta.json.JsonObject;
import java.time.Instant;
import org.answerable.foi.Evidence;

/** A figure with its provenance. */
public final class EvidenceForm {

    private EvidenceForm() {}

    public static JsonObject write(Evidence e) {
        return Json.object()
                .add("figureId", e.figureId())
                .add("title", text(e.title()))
                .add("sentence", text(e.sentence()))
                .add("unit", text(e.unit()))
                .add("period", text(e.period()))
                .add("columns", Json.strings(e.columns()))
                .add(
                        "rows",
                        Json.array(
                                e.rows(),
                                r ->
                                        Json.object()
                                                .add("label", r.label())
                                                .add("cells", Json.strings(r.cells()))
                                                .build()))
                .add("sources", Json.array(e.sources(), EvidenceForm::source))
                .add("policy", text(e.policy()))
                .add("method", text(e.method()))
                .add("computedAt", e.computedAt().toString())
                .build();
    }

    private static JsonObject source(Evidence.Source s) {
        return Json.object()
                .add("id", text(s.id()))
                .add("version", text(s.version()))
                .add("title", text(s.title()))
                .add("publisher", text(s.publisher()))
                .add("sha256", text(s.sha256()))
                .add("licence", text(s.licence()))
                .build();
    }

    public static Evidence read(String content) {
        return read(Json.parse(content));
    }

    static Evidence read(JsonObject in) {
        return new Evidence(
                in.getString("figureId"),
                in.getString("title"),
                in.getString("sentence"),
                in.getString("unit"),
                in.getString("period"),
                Json.strings(in, "columns"),
                Json.objects(
                        in,
                        "rows",
                        r -> new Evidence.Row(r.getString("label"), Json.strings(r, "cells"))),
                Json.objects(
                        in,
                        "sources",
                        s ->
                                new Evidence.Source(
                                        s.getString("id"),
                                        s.getString("version"),
                                        s.getString("title"),
                                        s.getString("publisher"),
                                        s.getString("sha256"),
                                        s.getString("licence"))),
                in.getString("policy"),
                in.getString("method"),
                Instant.parse(in.getString("computedAt")));
    }
}
