package org.answerable.cohort.export;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.answerable.cohort.Figure;
import org.answerable.cohort.FigureQuestion;
import org.answerable.cohort.FigureRequest;
import org.answerable.cohort.FigureTable;
import org.answerable.cohort.GroupBy;
import org.answerable.cohort.MeasureRequest;
import org.answerable.cohort.quantity.TimeBasis;

/** A figure as a JSON document; what is written is read back equal. */
public final class FigureJson {

    private FigureJson() {}

    public static String write(Figure f) {
        JsonObjectBuilder json =
                Json.createObjectBuilder()
                        .add("id", f.id())
                        .add("title", f.title())
                        .add("sentence", f.sentence())
                        .add("unit", f.unit())
                        .add("time", f.time())
                        .add("ages", f.ageLabel())
                        .add("request", question(f.question()))
                        .add("sources", sources(f.sources()))
                        .add("table", table(f.table()))
                        .add("tableSha256", f.tableSha256())
                        .add("query", query(f.query()))
                        .add("method", f.method())
                        .add("softwareVersion", f.softwareVersion())
                        .add("computedAt", f.computedAt().toString())
                        .add("computedBy", f.computedBy())
                        .add("authority", f.authority());
        f.released().ifPresent(r -> json.add("release", release(r)));
        return json.build().toString();
    }

    public static Figure read(String document) {
        try (JsonReader reader = Json.createReader(new StringReader(document))) {
            JsonObject json = reader.readObject();
            return new Figure(
                    json.getString("id"),
                    json.getString("title"),
                    json.getString("sentence"),
                    json.getString("unit"),
                    time(json),
                    json.getString("ages"),
                    question(json.getJsonObject("request")),
                    sources(json),
                    table(json.getJsonObject("table")),
                    json.getString("tableSha256"),
                    query(json.getJsonObject("query")),
                    json.getString("method"),
                    json.getString("softwareVersion"),
                    Instant.parse(json.getString("computedAt")),
                    json.getString("computedBy"),
                    json.getString("authority"),
                    json.containsKey("release") ? release(json.getJsonObject("release")) : null);
        }
    }

    /** Figures of the first release have a day instead of words. */
    private static String time(JsonObject json) {
        return json.containsKey("time")
                ? json.getString("time")
                : new TimeBasis.Snapshot(LocalDate.parse(json.getString("asAt"))).inWords();
    }

    private static JsonArrayBuilder sources(List<Figure.Source> sources) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        sources.forEach(s -> array.add(source(s)));
        return array;
    }

    /** Figures of the first release have one source. */
    private static List<Figure.Source> sources(JsonObject json) {
        return json.containsKey("sources")
                ? json.getJsonArray("sources").getValuesAs((JsonObject s) -> source(s))
                : List.of(source(json.getJsonObject("source")));
    }

    private static JsonObjectBuilder question(FigureQuestion question) {
        return question instanceof MeasureRequest m
                ? measure(m)
                : request((FigureRequest) question);
    }

    private static FigureQuestion question(JsonObject json) {
        return json.containsKey("cohortId") ? measure(json) : request(json);
    }

    private static JsonObjectBuilder measure(MeasureRequest m) {
        return Json.createObjectBuilder()
                .add("cohortId", m.cohortId())
                .add("cohortVersion", m.cohortVersion())
                .add("measure", m.measure().name())
                .add("by", m.by().name())
                .add("whole", m.whole())
                .add("periods", m.periods())
                .add("comparator", m.comparator())
                .add("title", m.title());
    }

    private static MeasureRequest measure(JsonObject json) {
        return new MeasureRequest(
                json.getString("cohortId"),
                json.getInt("cohortVersion"),
                MeasureRequest.Measure.valueOf(json.getString("measure")),
                MeasureRequest.Breakdown.valueOf(json.getString("by")),
                json.getString("whole"),
                json.getInt("periods"),
                json.getString("comparator"),
                json.getString("title"));
    }

    private static JsonObjectBuilder request(FigureRequest r) {
        return Json.createObjectBuilder()
                .add("datasetId", r.datasetId())
                .add("title", r.title())
                .add("ageFrom", r.ageFrom())
                .add("ageTo", r.ageTo())
                .add("districts", Json.createArrayBuilder(r.districts()))
                .add("groupBy", r.groupBy().name())
                .add("totalLabel", r.totalLabel());
    }

    private static FigureRequest request(JsonObject json) {
        return new FigureRequest(
                json.getString("datasetId"),
                json.getString("title"),
                json.getInt("ageFrom"),
                json.getInt("ageTo"),
                strings(json.getJsonArray("districts")),
                GroupBy.valueOf(json.getString("groupBy")),
                json.getString("totalLabel"));
    }

    private static JsonObjectBuilder source(Figure.Source s) {
        return Json.createObjectBuilder()
                .add("datasetId", s.datasetId())
                .add("version", s.version())
                .add("title", s.title())
                .add("sha256", s.sha256())
                .add("publisher", s.publisher())
                .add("sourceSystem", s.sourceSystem())
                .add("extractDate", s.extractDate().toString())
                .add("licence", s.licence())
                .add("attribution", s.attribution())
                .add("geographyBasis", s.geographyBasis())
                .add("vintage", s.vintage())
                .add("caveats", s.caveats())
                .add("synthetic", s.synthetic());
    }

    private static Figure.Source source(JsonObject json) {
        return new Figure.Source(
                json.getString("datasetId"),
                json.getInt("version"),
                json.getString("title"),
                json.getString("sha256"),
                json.getString("publisher"),
                json.getString("sourceSystem"),
                LocalDate.parse(json.getString("extractDate")),
                json.getString("licence"),
                json.getString("attribution"),
                json.getString("geographyBasis"),
                json.getString("vintage"),
                json.getString("caveats"),
                json.getBoolean("synthetic", false));
    }

    private static JsonObjectBuilder table(FigureTable t) {
        JsonArrayBuilder rows = Json.createArrayBuilder();
        t.rows().forEach(r -> rows.add(row(r)));
        JsonObjectBuilder json =
                Json.createObjectBuilder()
                        .add("columns", Json.createArrayBuilder(t.columns()))
                        .add("ages", Json.createArrayBuilder(t.ages()))
                        .add("derived", Json.createArrayBuilder(t.derived()))
                        .add("rows", rows);
        if (t.total() != null) {
            json.add("total", row(t.total()));
        }
        return json;
    }

    private static FigureTable table(JsonObject json) {
        return new FigureTable(
                strings(json.getJsonArray("columns")),
                json.getJsonArray("ages").getValuesAs(JsonNumber::intValue),
                json.getJsonArray("rows").getValuesAs(FigureJson::readRow),
                json.containsKey("total") ? readRow(json.getJsonObject("total")) : null,
                json.containsKey("derived") ? strings(json.getJsonArray("derived")) : List.of());
    }

    private static JsonObjectBuilder row(FigureTable.Row r) {
        JsonArrayBuilder derived = Json.createArrayBuilder();
        for (FigureTable.Cell cell : r.derived()) {
            if (cell.number() == null) {
                derived.add(cell.words());
            } else {
                derived.add(cell.number());
            }
        }
        return Json.createObjectBuilder()
                .add("code", r.code())
                .add("label", r.label())
                .add("counts", Json.createArrayBuilder(r.counts()))
                .add("sum", r.sum())
                .add("derived", derived);
    }

    private static FigureTable.Row readRow(JsonObject json) {
        return new FigureTable.Row(
                json.getString("code"),
                json.getString("label"),
                json.getJsonArray("counts").getValuesAs(JsonNumber::longValueExact),
                json.getJsonNumber("sum").longValueExact(),
                json.containsKey("derived")
                        ? json.getJsonArray("derived").getValuesAs(FigureJson::readCell)
                        : List.of());
    }

    private static FigureTable.Cell readCell(JsonValue value) {
        return value instanceof JsonNumber number
                ? FigureTable.Cell.of(number.bigDecimalValue())
                : FigureTable.Cell.words(((JsonString) value).getString());
    }

    private static JsonObjectBuilder query(Figure.Query q) {
        JsonArrayBuilder parameters = Json.createArrayBuilder();
        for (Figure.Parameter p : q.parameters()) {
            parameters.add(
                    Json.createObjectBuilder().add("name", p.name()).add("value", p.value()));
        }
        return Json.createObjectBuilder().add("sql", q.sql()).add("parameters", parameters);
    }

    private static Figure.Query query(JsonObject json) {
        return new Figure.Query(
                json.getString("sql"),
                json.getJsonArray("parameters")
                        .getValuesAs(
                                (JsonObject p) ->
                                        new Figure.Parameter(
                                                p.getString("name"), p.getString("value"))));
    }

    private static JsonObjectBuilder release(Figure.Release r) {
        return Json.createObjectBuilder()
                .add("policy", r.policy())
                .add("rule", r.rule())
                .add("citation", r.citation())
                .add("at", r.at().toString())
                .add("tableSha256", r.tableSha256());
    }

    private static Figure.Release release(JsonObject json) {
        return new Figure.Release(
                json.getString("policy"),
                json.getString("rule"),
                json.getString("citation"),
                Instant.parse(json.getString("at")),
                json.getString("tableSha256"));
    }

    private static List<String> strings(JsonArray json) {
        return json.getValuesAs(JsonString::getString);
    }
}
