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
import org.answerable.cohort.FieldError;
import org.answerable.cohort.InvalidInput;

/** The fields of a JSON body; every field of the wrong kind is named. */
final class JsonFields {

    private final JsonObject json;
    private final List<FieldError> errors = new ArrayList<>();

    private JsonFields(JsonObject json) {
        this.json = json;
    }

    /**
     * @throws InvalidInput the body is not a JSON object
     */
    static JsonFields of(String body) {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return new JsonFields(reader.readObject());
        } catch (RuntimeException e) { // of several types: syntax, no object, nesting too deep
            throw new InvalidInput("body", "The body is not a JSON object.");
        }
    }

    boolean has(String field) {
        return json.containsKey(field);
    }

    String text(String field) {
        JsonValue value = json.get(field);
        if (value == null || value == JsonValue.NULL) {
            return "";
        }
        if (value instanceof JsonString text) {
            return text.getString();
        }
        fault(field, "Give a text.");
        return "";
    }

    int number(String field, String message) {
        try {
            if (json.get(field) instanceof JsonNumber number) {
                return number.intValueExact();
            }
        } catch (ArithmeticException e) {
            // Falls through to the message below.
        }
        fault(field, message);
        return 0;
    }

    List<String> texts(String field) {
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
        fault(field, "Give a list of texts.");
        return List.of();
    }

    void fault(String field, String message) {
        errors.add(new FieldError(field, message));
    }

    /**
     * @throws InvalidInput with every fault found so far
     */
    void insistOnNone() {
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
    }
}
