package org.answerable.directory.exchange;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.NoSuchElementException;
import org.answerable.directory.InvalidInput;
import org.answerable.directory.json.Json;
import org.answerable.directory.store.Received;

/**
 * Reads a file record by record, in constant memory: a list, an object with the list {@code contents}, one record, or
 * one record a line.
 */
final class ReceivedServices {

    /** Takes what was read. */
    @FunctionalInterface
    interface Reader {
        void read(Received received);
    }

    private ReceivedServices() {}

    static void read(InputStream file, Reader reader) throws IOException {
        BufferedReader text =
                new BufferedReader(
                        new InputStreamReader(
                                file,
                                StandardCharsets.UTF_8
                                        .newDecoder()
                                        .onMalformedInput(CodingErrorAction.REPORT)),
                        1 << 16);
        text.mark(1 << 12);
        String first = text.readLine();
        while (first != null && first.isBlank()) {
            first = text.readLine();
        }
        if (first == null) {
            throw new InvalidInput("file", "The file is empty.");
        }
        if (isRecord(first)) {
            lines(first, text, reader);
        } else {
            text.reset();
            document(text, reader);
        }
    }

    /** Whether a line is a whole JSON object with an id of its own. */
    private static boolean isRecord(String line) {
        if (!line.stripLeading().startsWith("{")) {
            return false;
        }
        try (JsonReader json = Json.createReader(new StringReader(line))) {
            JsonObject object = json.readObject();
            return !object.containsKey("contents");
        } catch (JsonException e) {
            return false;
        }
    }

    private static void lines(String first, BufferedReader text, Reader reader) throws IOException {
        int number = 1;
        for (String line = first; line != null; line = text.readLine(), number++) {
            if (!line.isBlank()) {
                try (JsonReader json = Json.createReader(new StringReader(line))) {
                    reader.read(received(number, json.readObject()));
                } catch (JsonException e) {
                    throw new InvalidInput(
                            "file", "Line " + number + " is not JSON: " + e.getMessage());
                }
            }
        }
    }

    /** A list, an object with a list of contents, or one record over several lines. */
    private static void document(BufferedReader text, Reader reader) {
        try (JsonParser parser = Json.createParser(text)) {
            if (parser.next() == JsonParser.Event.START_ARRAY) {
                entries(parser, reader);
                return;
            }
            JsonObjectBuilder record = Json.createObjectBuilder();
            while (parser.hasNext() && parser.next() == JsonParser.Event.KEY_NAME) {
                String name = parser.getString();
                JsonParser.Event value = parser.next();
                if (name.equals("contents") && value == JsonParser.Event.START_ARRAY) {
                    entries(parser, reader);
                    return;
                }
                record.add(name, parser.getValue());
            }
            reader.read(received(1, record.build()));
        } catch (JsonException | IllegalStateException | NoSuchElementException e) {
            throw new InvalidInput("file", "The file is not JSON: " + e.getMessage());
        }
    }

    private static void entries(JsonParser parser, Reader reader) {
        int number = 1;
        while (parser.hasNext()) {
            if (parser.next() == JsonParser.Event.END_ARRAY) {
                return;
            }
            if (!(parser.getValue() instanceof JsonObject object)) {
                throw new InvalidInput("file", "Entry " + number + " is not an object.");
            }
            reader.read(received(number++, object));
        }
        throw new InvalidInput("file", "The list in the file does not end.");
    }

    static Received received(int number, JsonObject object) {
        JsonValue id = object.get("id");
        String text =
                id == null
                        ? "line " + number
                        : id instanceof jakarta.json.JsonString string
                                ? string.getString()
                                : id.toString();
        return new Received(number, text.replace("\0", ""), object.toString(), object);
    }
}
