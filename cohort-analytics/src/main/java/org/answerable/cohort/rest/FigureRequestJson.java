package org.answerable.cohort.rest;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.answerable.cohort.FigureQuestion;
import org.answerable.cohort.FigureRequest;
import org.answerable.cohort.GroupBy;
import org.answerable.cohort.MeasureRequest;
import org.answerable.cohort.MeasureRequest.Breakdown;
import org.answerable.cohort.MeasureRequest.Measure;

/** Reads the question of a figure from JSON: of a cohort when it names one, else of a population. */
final class FigureRequestJson {

    private static final String YEARS = "Give a whole number of completed years.";

    private FigureRequestJson() {}

    static FigureQuestion read(String body) {
        JsonFields fields = JsonFields.of(body);
        FigureQuestion question = fields.has("cohort") ? measure(fields) : population(fields);
        fields.insistOnNone();
        return question;
    }

    private static FigureRequest population(JsonFields fields) {
        return new FigureRequest(
                fields.text("datasetId"),
                fields.text("title"),
                fields.number("ageFrom", YEARS),
                fields.number("ageTo", YEARS),
                fields.texts("districts"),
                one(fields, "groupBy", GroupBy.values()),
                fields.text("totalLabel"));
    }

    private static MeasureRequest measure(JsonFields fields) {
        return new MeasureRequest(
                fields.text("cohort"),
                fields.number("version", "Give the version of the cohort, a whole number from 1."),
                one(fields, "measure", Measure.values()),
                fields.has("by") ? one(fields, "by", Breakdown.values()) : Breakdown.NONE,
                fields.text("whole"),
                fields.has("periods")
                        ? fields.number("periods", "Give a whole number of periods.")
                        : 1,
                fields.text("comparator"),
                fields.text("title"));
    }

    private static <T extends Enum<T>> T one(JsonFields fields, String field, T[] values) {
        String text = fields.text(field).strip().toUpperCase(Locale.ROOT).replace('-', '_');
        Optional<T> found = Arrays.stream(values).filter(v -> v.name().equals(text)).findFirst();
        if (found.isEmpty()) {
            fields.fault(
                    field,
                    "Give one of "
                            + Arrays.stream(values).map(T::name).collect(Collectors.joining(", "))
                            + ".");
        }
        return found.orElse(null);
    }
}
