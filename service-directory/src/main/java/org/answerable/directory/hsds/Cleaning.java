package org.answerable.directory.hsds;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import org.answerable.directory.json.Json;

/**
 * Leaves out what the standard says must not be there: null, texts without a character, lists without an entry, at any
 * depth. Keeps 0 and false. Texts lose white space at their ends.
 */
public final class Cleaning {

    private Cleaning() {}

    /** The object without empty properties. */
    public static JsonObject clean(JsonObject object) {
        JsonObjectBuilder clean = Json.createObjectBuilder();
        object.forEach(
                (name, value) -> {
                    JsonValue kept = cleaned(value);
                    if (kept != null) {
                        clean.add(name, kept);
                    }
                });
        return clean.build();
    }

    private static JsonValue cleaned(JsonValue value) {
        return switch (value.getValueType()) {
            case NULL -> null;
            case STRING -> text((JsonString) value);
            case ARRAY -> list(value.asJsonArray());
            case OBJECT -> {
                JsonObject object = clean(value.asJsonObject());
                yield object.isEmpty() ? null : object;
            }
            default -> value;
        };
    }

    private static JsonValue text(JsonString value) {
        String text = value.getString().replace("\0", "").strip();
        if (text.isEmpty()) {
            return null;
        }
        return text.equals(value.getString()) ? value : Json.createValue(text);
    }

    private static JsonValue list(JsonArray list) {
        JsonArrayBuilder clean = Json.createArrayBuilder();
        boolean any = false;
        for (JsonValue entry : list) {
            JsonValue kept = cleaned(entry);
            if (kept != null) {
                clean.add(kept);
                any = true;
            }
        }
        return any ? clean.build() : null;
    }
}
