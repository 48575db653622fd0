package org.answerable.cohort.export;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.answerable.cohort.Figure;

/**
 * What the CSV of a figure holds, for programs: W3C, Metadata Vocabulary for Tabular Data
 * (Recommendation of 17 December 2015). Columns with names and kinds, what stands for a number that
 * is not available, source, licence and method.
 */
final class FigureMetadata {

    private static final Map<String, String> LICENCES =
            Map.of(
                    "Open Government Licence v3.0",
                    "http://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/");

    private FigureMetadata() {}

    static String write(Figure figure) {
        JsonObjectBuilder json =
                Json.createObjectBuilder()
                        .add(
                                "@context",
                                Json.createArrayBuilder()
                                        .add("http://www.w3.org/ns/csvw")
                                        .add(Json.createObjectBuilder().add("@language", "en")))
                        .add("url", figure.id() + ".csv")
                        .add("dc:identifier", figure.id())
                        .add("dc:title", figure.title())
                        .add("dc:description", figure.sentence())
                        .add("dc:publisher", figure.authority())
                        .add("dc:created", figure.computedAt().toString())
                        .add("dc:temporal", figure.time())
                        .add("dc:source", sources(figure))
                        .add("dc:rights", rights(figure));
        String licence = LICENCES.get(figure.source().licence());
        if (licence != null && figure.sources().size() == 1) {
            json.add("dc:license", Json.createObjectBuilder().add("@id", licence));
        }
        return json.add("notes", notes(figure))
                .add(
                        "dialect",
                        Json.createObjectBuilder()
                                .add("encoding", "utf-8")
                                .add("header", true)
                                .add("delimiter", ",")
                                .add("lineTerminators", Json.createArrayBuilder().add("\r\n")))
                .add("tableSchema", Json.createObjectBuilder().add("columns", columns(figure)))
                .build()
                .toString();
    }

    private static JsonArrayBuilder columns(Figure figure) {
        JsonArrayBuilder columns = Json.createArrayBuilder();
        Set<String> names = new HashSet<>();
        for (FigureColumns.Column column : FigureColumns.of(figure.table())) {
            JsonObjectBuilder json =
                    Json.createObjectBuilder()
                            .add("name", name(column.title(), names))
                            .add("titles", FigureCsv.guarded(column.title()))
                            .add("datatype", datatype(column.kind()));
            if (!column.words().isEmpty()) {
                json.add("null", Json.createArrayBuilder(column.words()));
            }
            columns.add(json);
        }
        return columns;
    }

    private static String datatype(FigureColumns.Kind kind) {
        return switch (kind) {
            case WORDS -> "string";
            case COUNT -> "integer";
            case DECIMAL -> "decimal";
        };
    }

    /** Letters, digits and underscores, each name once. */
    private static String name(String title, Set<String> taken) {
        String plain =
                title.toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "_")
                        .replaceAll("^_+|_+$", "");
        String name = plain.isEmpty() || Character.isDigit(plain.charAt(0)) ? "c_" + plain : plain;
        String unique = name;
        for (int i = 2; !taken.add(unique); i++) {
            unique = name + "_" + i;
        }
        return unique;
    }

    private static JsonArrayBuilder sources(Figure figure) {
        JsonArrayBuilder sources = Json.createArrayBuilder();
        for (Figure.Source source : figure.sources()) {
            sources.add(FigureExplanation.source(source));
        }
        return sources;
    }

    private static JsonArrayBuilder rights(Figure figure) {
        JsonArrayBuilder rights = Json.createArrayBuilder();
        for (Figure.Source source : figure.sources()) {
            rights.add(source.licence() + ". " + source.attribution());
        }
        return rights;
    }

    private static JsonArrayBuilder notes(Figure figure) {
        JsonArrayBuilder notes = Json.createArrayBuilder();
        FigureExplanation.notes(figure).forEach(notes::add);
        return notes;
    }
}
