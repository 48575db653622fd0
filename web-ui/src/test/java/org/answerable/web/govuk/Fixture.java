package org.answerable.web.govuk;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.InputStream;
import java.util.List;

/**
 * One example that govuk-frontend publishes: what is asked of a component, and the HTML it gives.
 */
record Fixture(String component, String name, JsonObject options, String html) {

    static List<Fixture> of(String component) {
        String file = "/govuk/" + component + ".json";
        InputStream content = Fixture.class.getResourceAsStream(file);
        try (JsonReader reader = Json.createReader(content)) {
            return reader.readObject().getJsonArray("fixtures").stream()
                    .map(JsonValue::asJsonObject)
                    .map(
                            fixture ->
                                    new Fixture(
                                            component,
                                            fixture.getString("name"),
                                            fixture.getJsonObject("options"),
                                            fixture.getString("html")))
                    .toList();
        }
    }

    /** The option as text; the other when it is not given. */
    String text(String option, String otherwise) {
        return text(options, option, otherwise);
    }

    /** The text within an option that is an object, such as the label; null when not given. */
    String within(String option) {
        return has(option) ? text(options.getJsonObject(option), "text", null) : null;
    }

    boolean has(String option) {
        return options.containsKey(option);
    }

    /** The objects of an option that is a list; none when not given. */
    List<JsonObject> list(String option) {
        JsonArray given = has(option) ? options.getJsonArray(option) : JsonValue.EMPTY_JSON_ARRAY;
        return given.stream().map(JsonValue::asJsonObject).toList();
    }

    static String text(JsonObject object, String name, String otherwise) {
        JsonValue value = object.get(name);
        if (value == null) {
            return otherwise;
        }
        return value instanceof JsonString string ? string.getString() : value.toString();
    }

    @Override
    public String toString() {
        return component + ": " + name;
    }
}
