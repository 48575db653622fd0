package org.answerable.system;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.http.HttpResponse;

/** Reads JSON answers. */
final class Json {

    private Json() {}

    static JsonObject object(HttpResponse<String> answer) {
        try (JsonReader reader = jakarta.json.Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }
}
