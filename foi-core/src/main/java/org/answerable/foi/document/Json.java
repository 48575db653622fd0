package org.answerable.foi.document;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The few things that every JSON form here needs. */
public final class Json {

    // Looking the provider up is slow, so it is done once.
    private static final JsonBuilderFactory BUILDERS =
            jakarta.json.Json.createBuilderFactory(Map.of());

    private Json() {}

    public static JsonObjectBuilder object() {
        return BUILDERS.createObjectBuilder();
    }

    public static <T> JsonArray array(Collection<T> items, Function<T, ? extends JsonValue> form) {
        JsonArrayBuilder array = BUILDERS.createArrayBuilder();
        items.forEach(item -> array.add(form.apply(item)));
        return array.build();
    }

    public static JsonArray strings(Collection<String> items) {
        JsonArrayBuilder array = BUILDERS.createArrayBuilder();
        items.forEach(array::add);
        return array.build();
    }

    /** Never null: a missing text is empty. */
    public static String text(String text) {
        return text == null ? "" : text;
    }

    static List<String> strings(JsonObject in, String name) {
        return in.getJsonArray(name).getValuesAs(JsonString::getString);
    }

    static <T> List<T> objects(JsonObject in, String name, Function<JsonObject, T> read) {
        return in.getJsonArray(name).getValuesAs(JsonObject.class).stream().map(read).toList();
    }

    static JsonObject parse(String content) {
        try (JsonReader reader = jakarta.json.Json.createReader(new StringReader(content))) {
            return reader.readObject();
        }
    }

    /** SHA-256 of the stored form, in hexadecimal digits. */
    public static String sha256(String content) {
        try {
            byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
