package org.answerable.cohort.worksheet;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.statistics.InvalidArgument;

/**
 * Rows of a JSON array of objects, one by one. The first object says which columns there are; later ones
 * may leave some out. Values are numbers, texts, true, false or null.
 */
final class JsonSource implements Source {

    private final JsonParser parser;
    private final Header header;
    private final Map<String, Integer> places = new HashMap<>();
    private String[] cells = {};
    private boolean[] literals = {};
    private boolean first = true;
    private boolean empty;
    private long number;
    private int[] wantedPlaces = {};
    private List<String> wanted = List.of();

    /**
     * Reads up to the end of the first object.
     *
     * @throws InvalidInput this is no JSON array of objects
     */
    JsonSource(Reader in) throws IOException {
        parser = Json.createParser(in);
        if (event() != Event.START_ARRAY) {
            throw noRows();
        }
        Event event = event();
        if (event == Event.END_ARRAY) {
            empty = true;
            header = new Header(List.of());
            return;
        }
        if (event != Event.START_OBJECT) {
            throw noRows();
        }
        header = new Header(firstObject());
        for (String name : header.names()) {
            places.put(Header.key(name), places.size());
        }
    }

    private List<String> firstObject() throws IOException {
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        List<Boolean> literal = new ArrayList<>();
        number = 1;
        while (event() == Event.KEY_NAME) {
            names.add(parser.getString());
            Event value = event();
            values.add(scalar(value));
            literal.add(isLiteral(value));
        }
        cells = values.toArray(String[]::new);
        literals = new boolean[cells.length];
        for (int i = 0; i < literals.length; i++) {
            literals[i] = literal.get(i);
        }
        return names;
    }

    @Override
    public Header header() {
        return header;
    }

    @Override
    public void want(List<String> columns) {
        wanted = columns;
        wantedPlaces = columns.stream().mapToInt(header::place).toArray();
    }

    @Override
    public boolean next() throws IOException {
        if (empty) {
            return false;
        }
        if (first) {
            first = false;
            return true;
        }
        Event event = event();
        if (event == Event.END_ARRAY) {
            return false;
        }
        if (event != Event.START_OBJECT) {
            throw noRows();
        }
        number++;
        Arrays.fill(cells, null);
        Arrays.fill(literals, false);
        String unknown = null;
        while (event() == Event.KEY_NAME) {
            String name = parser.getString();
            Integer place = places.get(Header.key(name));
            Event value = event();
            String cell = scalar(value);
            if (place == null) {
                unknown = name;
            } else {
                cells[place] = cell;
                literals[place] = isLiteral(value);
            }
        }
        if (unknown != null) {
            throw new InvalidArgument(
                    Faults.shown(unknown),
                    "The first row has no such name. Give it there, too, with null if need be.");
        }
        return true;
    }

    private Event event() throws IOException {
        try {
            return parser.next();
        } catch (JsonException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            throw notJson();
        } catch (NoSuchElementException e) {
            throw notJson();
        }
    }

    private static boolean isLiteral(Event event) {
        return event != Event.VALUE_STRING && event != Event.VALUE_NULL;
    }

    private String scalar(Event event) {
        return switch (event) {
            case VALUE_NULL -> null;
            case VALUE_TRUE -> "true";
            case VALUE_FALSE -> "false";
            case VALUE_NUMBER, VALUE_STRING -> parser.getString();
            default ->
                    throw new InvalidInput(
                            "row " + number, "A value is a number, a text, true, false or null.");
        };
    }

    private InvalidInput notJson() {
        return new InvalidInput(
                "body",
                "This is no JSON, or it breaks off"
                        + (number > 0 ? " after row " + (number - 1) : "")
                        + ". Numbers are written as 12 or 12.5; there is no NaN and no Infinity.");
    }

    private static InvalidInput noRows() {
        return new InvalidInput(
                "body",
                "Give an array of objects, one a row: [{\"numerator\": 5, \"denominator\": 100}].");
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public List<String> names() {
        return header.names();
    }

    @Override
    public String cell(int place) {
        return cells[place];
    }

    @Override
    public boolean literal(int place) {
        return literals[place];
    }

    @Override
    public String text(int want) {
        int place = wantedPlaces[want];
        return place < 0 || cells[place] == null ? "" : cells[place].strip();
    }

    @Override
    public double number(int want) {
        try {
            return NumberText.parse(text(want));
        } catch (NumberText.Unreadable e) {
            throw new InvalidArgument(wanted.get(want), e.getMessage());
        }
    }
}
