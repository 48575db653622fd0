package org.answerable.system;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.http.HttpResponse;

/** Reads JSON answers. */
final class Json {

    private Json() {}

    static JsonObject object(HttpResponse<String> answer) {
        return object(answer.body());
    }

    static JsonObject object(String text) {
        try (JsonReader reader = jakarta.json.Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
