package org.answerable.directory.exchange;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.answerable.directory.InvalidInput;
import org.answerable.directory.json.Json;
import org.answerable.directory.store.Received;

/**
 * Reads a file record by record, in constant memory: a list, an object with the list {@code contents}, one record, or
 * one record a line.
 */
final class ReceivedServices {

    /** Takes what was read. */
    interface Reader {
        void read(Received received);

        /** A line that is no JSON object, and why. */
        void unreadable(int line, String text, String why);
    }

    private static final int SHOWN = 80;
    private static final int BYTE_ORDER_MARK = 0xFEFF;
    private static final int LONGEST = 16 << 20;
    private static final String TOO_LONG = "longer than 16 million characters.";

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
        int next = skipBlanks(text);
        if (next < 0) {
            throw new InvalidInput("file", "The file is empty.");
        }
        text.mark(LONGEST + 1);
        String first = next == '{' ? line(text) : null;
        text.reset();
        if (first != null && isRecord(first)) {
            lines(text, reader);
        } else {
            document(text, reader);
        }
    }

    /** The first character that is not blank; it is read next. */
    private static int skipBlanks(BufferedReader text) throws IOException {
        int next;
        do {
            text.mark(1);
            next = text.read();
        } while (next >= 0 && (Character.isWhitespace(next) || next == BYTE_ORDER_MARK));
        text.reset();
        return next;
    }

    /** The next line without its end; null at the end of the text, or when it is longer than a record may be. */
    private static String line(BufferedReader text) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = text.read(); next >= 0; next = text.read()) {
            if (next == '\n') {
                return line.toString();
            }
            if (line.length() == LONGEST) {
                return null;
            }
            line.append((char) next);
        }
        return line.length() == 0 ? null : line.toString();
    }

    /** Whether a line is a whole JSON object with an id of its own. */
    private static boolean isRecord(String line) {
        if (!line.stripLeading().startsWith("{")) {
            return false;
        }
        try (JsonReader json = Json.createReader(new StringReader(line))) {
            JsonObject object = json.readObject();
            return !object.containsKey("contents");
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static void lines(BufferedReader text, Reader reader) throws IOException {
        int number = 1;
        for (String line = line(text); line != null; line = line(text), number++) {
            if (!line.isBlank()) {
                line(number, line, reader);
            }
        }
        if (text.read() >= 0) {
            throw new InvalidInput("file", "Line " + number + " is " + TOO_LONG);
        }
    }

    private static void line(int number, String line, Reader reader) {
        JsonObject object;
        try (JsonReader json = Json.createReader(new StringReader(line))) {
            object = json.readObject();
        } catch (RuntimeException e) {
            // Also what the parser says about lines that are nested endlessly.
            reader.unreadable(number, line.substring(0, Math.min(SHOWN, line.length())), why(e));
            return;
        }
        reader.read(received(number, object));
    }

    private static String why(RuntimeException e) {
        String message = String.valueOf(e.getMessage());
        return message.substring(0, Math.min(2 * SHOWN, message.length()));
    }

    /** A list, an object with a list of contents, or one record over several lines. */
    private static void document(BufferedReader text, Reader reader) {
        Measured measured = new Measured(text, LONGEST);
        try (JsonParser parser = Json.createParser(measured)) {
            if (next(parser) == JsonParser.Event.START_ARRAY) {
                entries(parser, measured, reader);
                return;
            }
            JsonObjectBuilder record = Json.createObjectBuilder();
            while (next(parser) == JsonParser.Event.KEY_NAME) {
                String name = parser.getString();
                if (next(parser) == JsonParser.Event.START_ARRAY && name.equals("contents")) {
                    entries(parser, measured, reader);
                    return;
                }
                record.add(name, value(parser));
            }
            reader.read(received(1, record.build()));
        }
    }

    private static void entries(JsonParser parser, Measured text, Reader reader) {
        int number = 1;
        while (next(parser) != JsonParser.Event.END_ARRAY) {
            text.renew();
            if (!(value(parser) instanceof JsonObject object)) {
                throw new InvalidInput("file", "Entry " + number + " is not an object.");
            }
            reader.read(received(number++, object));
        }
    }

    private static JsonParser.Event next(JsonParser parser) {
        return asked(parser::next);
    }

    private static JsonValue value(JsonParser parser) {
        return asked(parser::getValue);
    }

    /** The parser says in several ways that a text is no JSON, ends too early or is nested endlessly. */
    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (Measured.TooLong e) {
            throw new InvalidInput("file", "A record is " + TOO_LONG);
        } catch (RuntimeException e) {
            throw new InvalidInput("file", "The file is not JSON: " + why(e));
        }
    }

    /** A record as it is kept; a number as an id becomes a text. */
    static Received received(int number, JsonObject object) {
        JsonObject record = object;
        String id = "line " + number;
        if (object.get("id") instanceof JsonNumber digits) {
            id = digits.toString();
            record = Json.createObjectBuilder(object).add("id", id).build();
        } else if (object.get("id") instanceof JsonString text && !text.getString().isBlank()) {
            id = text.getString();
        }
        return new Received(number, id.replace("\0", ""), record.toString(), record);
    }
}
