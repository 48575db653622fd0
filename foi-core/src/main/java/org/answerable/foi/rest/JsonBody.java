package org.answerable.foi.rest;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.answerable.foi.InvalidInput;

/** Reads the JSON object of a request, up to a limit. */
final class JsonBody {

    private static final int MOST_BYTES = 4 * 1024 * 1024;

    private JsonBody() {}

    static JsonObject read(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new InvalidInput("body", "The request is larger than 4 MB: shorten it.");
        }
        try (JsonReader reader =
                Json.createReaderFactory(null)
                        .createReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            return reader.readObject();
        } catch (RuntimeException wrong) { // of several types: syntax, no object, nesting too deep
            throw new InvalidInput("body", "This is not a JSON object: check its syntax.");
        }
    }
}
