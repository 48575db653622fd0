package org.answerable.foi.rest;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import org.answerable.foi.FieldError;

/** Reads the lists of an event; one of the wrong type is a fault, one that is left out is empty. */
final class JsonLists {

    private JsonLists() {}

    /**
     * @param path where the event stands in the input, with its dot; may be empty
     */
    static List<Integer> questions(JsonObject in, String path, List<FieldError> errors) {
        JsonValue given = in.getOrDefault("questions", JsonValue.EMPTY_JSON_ARRAY);
        if (given instanceof JsonArray list
                && list.stream().allMatch(v -> v instanceof JsonNumber n && n.isIntegral())) {
            return list.getValuesAs(JsonNumber.class).stream().map(JsonNumber::intValue).toList();
        }
        errors.add(new FieldError(path + "questions", "Give questions as a list of numbers."));
        return List.of();
    }

    static List<String> exemptions(JsonObject in, String path, List<FieldError> errors) {
        JsonValue given = in.getOrDefault("exemptions", JsonValue.EMPTY_JSON_ARRAY);
        if (given instanceof JsonArray list
                && list.stream().allMatch(JsonString.class::isInstance)) {
            return list.getValuesAs(JsonString::getString);
        }
        errors.add(new FieldError(path + "exemptions", "Give exemptions as a list of texts."));
        return List.of();
    }
}
