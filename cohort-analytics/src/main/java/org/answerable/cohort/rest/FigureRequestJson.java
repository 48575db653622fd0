package org.answerable.cohort.rest;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.answerable.cohort.FieldError;
import org.answerable.cohort.FigureRequest;
import org.answerable.cohort.GroupBy;
import org.answerable.cohort.InvalidInput;

/** Reads a figure request from JSON; every field of the wrong kind is named. */
final class FigureRequestJson {

    private final JsonObject json;
    private final List<FieldError> errors = new ArrayList<>();

    private FigureRequestJson(JsonObject json) {
        this.json = json;
    }

    static FigureRequest read(String body) {
        return new FigureRequestJson(object(body)).request();
    }

    private static JsonObject object(String body) {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        } catch (RuntimeException e) { // of several types: syntax, no object, nesting too deep
            throw new InvalidInput("body", "The body is not a JSON object.");
        }
    }

    private FigureRequest request() {
        FigureRequest request =
                new FigureRequest(
                        text("datasetId"),
                        text("title"),
                        number("ageFrom"),
                        number("ageTo"),
                        texts("districts"),
                        groupBy(),
                        text("totalLabel"));
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        return request;
    }

    private String text(String field) {
        JsonValue value = json.get(field);
        if (value == null || value == JsonValue.NULL) {
            return "";
        }
        if (value instanceof JsonString text) {
            return text.getString();
        }
        errors.add(new FieldError(field, "Give a text."));
        return "";
    }

    private int number(String field) {
        try {
            if (json.get(field) instanceof JsonNumber number) {
                return number.intValueExact();
            }
        } catch (ArithmeticException e) {
            // Falls through to the message below.
        }
        errors.add(new FieldError(field, "Give a whole number of completed years."));
        return 0;
    }

    private List<String> texts(String field) {
        JsonValue value = json.get(field);
        if (value == null || value == JsonValue.NULL) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        if (value.getValueType() == JsonValue.ValueType.ARRAY) {
            for (JsonValue item : value.asJsonArray()) {
                if (item instanceof JsonString text) {
                    texts.add(text.getString());
                }
            }
            if (texts.size() == value.asJsonArray().size()) {
                return texts;
            }
        }
        errors.add(new FieldError(field, "Give a list of texts."));
        return List.of();
    }

    private GroupBy groupBy() {
        try {
            return GroupBy.valueOf(text("groupBy").strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            errors.add(new FieldError("groupBy", "Give DISTRICT, AREA, DECILE or NONE."));
            return null;
        }
    }
}
