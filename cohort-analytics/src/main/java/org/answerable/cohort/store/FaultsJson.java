package org.answerable.cohort.store;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;
import org.answerable.cohort.FieldError;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.LoadReport;
import org.answerable.cohort.RejectedRow;

/** The faults of a file, or of its description, as they are kept with the work. */
public final class FaultsJson {

    private FaultsJson() {}

    /**
     * @param personal whether values are left out, because they are about people
     */
    public static String of(LoadReport report, boolean personal) {
        JsonArrayBuilder rows = Json.createArrayBuilder();
        for (RejectedRow row : report.rejected()) {
            rows.add(
                    Json.createObjectBuilder()
                            .add("line", row.line())
                            .add("column", row.column())
                            .add("value", personal ? "" : row.value())
                            .add("message", row.message()));
        }
        return Json.createObjectBuilder()
                .add("count", report.rejectedCount())
                .add("rows", rows)
                .build()
                .toString();
    }

    /** What is wrong with the description. */
    public static String of(InvalidInput refused) {
        JsonArrayBuilder problems = Json.createArrayBuilder();
        for (FieldError error : refused.errors()) {
            problems.add(
                    Json.createObjectBuilder()
                            .add("field", error.field())
                            .add("message", error.message()));
        }
        return Json.createObjectBuilder()
                .add("count", 0)
                .add("rows", Json.createArrayBuilder())
                .add("problems", problems)
                .build()
                .toString();
    }

    static List<FieldError> problems(String json) {
        return json == null || !read(json).containsKey("problems")
                ? List.of()
                : read(json).getJsonArray("problems").getValuesAs(JsonObject.class).stream()
                        .map(p -> new FieldError(p.getString("field"), p.getString("message")))
                        .toList();
    }

    private static JsonObject read(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }

    static long count(String json) {
        return json == null ? 0 : read(json).getJsonNumber("count").longValue();
    }

    static List<RejectedRow> rows(String json) {
        return json == null
                ? List.of()
                : read(json).getJsonArray("rows").getValuesAs(JsonObject.class).stream()
                        .map(
                                r ->
                                        new RejectedRow(
                                                r.getJsonNumber("line").longValue(),
                                                r.getString("column"),
                                                r.getString("value"),
                                                r.getString("message")))
                        .toList();
    }
}
