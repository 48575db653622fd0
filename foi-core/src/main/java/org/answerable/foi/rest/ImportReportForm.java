package org.answerable.foi.rest;

import jakarta.json.JsonObject;
import org.answerable.foi.DisclosureImport;
import org.answerable.foi.document.Json;

/** What came of an import, as JSON. */
final class ImportReportForm {

    private ImportReportForm() {}

    static JsonObject write(DisclosureImport.Report r) {
        return Json.object()
                .add("accepted", r.accepted())
                .add("rows", r.rows())
                .add("added", r.added())
                .add("unchanged", r.unchanged())
                .add("faultCount", r.faultCount())
                .add(
                        "faults",
                        Json.array(
                                r.faults(),
                                f ->
                                        Json.object()
                                                .add("line", f.line())
                                                .add("column", f.column())
                                                .add("message", f.message())
                                                .build()))
                .build();
    }
}
