package org.answerable.cohort.definition;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.answerable.cohort.CohortDefinition;
import org.answerable.cohort.CohortDefinition.Contact;
import org.answerable.cohort.FieldError;
import org.answerable.cohort.InvalidInput;

/** A definition as a JSON document; what is written is read back equal. Unknown names are refused. */
public final class DefinitionJson {

    private static final Set<String> NAMES =
            Set.of(
                    "title",
                    "unit",
                    "age",
                    "time",
                    "areas",
                    "registrations",
                    "contacts",
                    "events",
                    "exclusions");
    private static final int LONGEST = 200_000;

    private final List<FieldError> errors = new ArrayList<>();

    private DefinitionJson() {}

    public static String write(CohortDefinition d) {
        JsonObjectBuilder json =
                Json.createObjectBuilder()
                        .add("title", d.title())
                        .add("unit", d.unit())
                        .add(
                                "age",
                                Json.createObjectBuilder()
                                        .add("from", d.age().from())
                                        .add("to", d.age().to())
                                        .add("unit", "months")
                                        .add("rule", d.age().rule()))
                        .add("time", time(d.time()))
                        .add("areas", Json.createArrayBuilder(d.areas()))
                        .add("registrations", d.registrations());
        if (d.contacts() != null) {
            json.add("contacts", d.contacts());
        }
        return json.add("events", contacts(d.events()))
                .add("exclusions", contacts(d.exclusions()))
                .build()
                .toString();
    }

    /**
     * Reads a document.
     *
     * @throws InvalidInput it is no JSON, a name is unknown, or a value is of the wrong kind
     */
    public static CohortDefinition read(String document) {
        if (document == null || document.length() > LONGEST) {
            throw new InvalidInput(
                    "document", "A definition of at most 200,000 characters is expected.");
        }
        try (JsonReader reader = Json.createReader(new StringReader(document))) {
            if (reader.readValue() instanceof JsonObject json) {
                return read(json);
            }
            throw new InvalidInput("document", "A definition is one JSON object: { … }.");
        } catch (JsonParsingException e) {
            throw new InvalidInput(
                    "document",
                    "This is not JSON: line "
                            + e.getLocation().getLineNumber()
                            + ", column "
                            + e.getLocation().getColumnNumber()
                            + ".");
        } catch (JsonException e) {
            throw new InvalidInput("document", "This is not JSON.");
        }
    }

    /** The same from JSON that was read already. */
    public static CohortDefinition read(JsonObject json) {
        DefinitionJson reading = new DefinitionJson();
        CohortDefinition definition = reading.definition(json);
        if (!reading.errors.isEmpty()) {
            throw new InvalidInput(reading.errors);
        }
        return definition;
    }

    private CohortDefinition definition(JsonObject json) {
        onlyNames("", json, NAMES);
        JsonObject age = object(json, "age");
        JsonObject time = object(json, "time");
        onlyNames("age.", age, Set.of("from", "to", "unit", "rule"));
        onlyNames("time.", time, Set.of("snapshot", "from", "to"));
        int perUnit = 1;
        String unit = age.isEmpty() ? "months" : text("age.unit", age.get("unit"), "months");
        if (unit.equals("years")) {
            perUnit = 12;
        } else if (!unit.equals("months")) {
            errors.add(new FieldError("age.unit", "Write months or years."));
        }
        return new CohortDefinition(
                text("title", json.get("title"), null),
                text("unit", json.get("unit"), null),
                age.isEmpty()
                        ? null
                        : new CohortDefinition.Age(
                                number("age.from", age.get("from"), perUnit),
                                number("age.to", age.get("to"), perUnit),
                                text("age.rule", age.get("rule"), null)),
                time.isEmpty()
                        ? null
                        : new CohortDefinition.Time(
                                day("time.snapshot", time.get("snapshot")),
                                day("time.from", time.get("from")),
                                day("time.to", time.get("to"))),
                texts("areas", json.get("areas")),
                text("registrations", json.get("registrations"), null),
                text("contacts", json.get("contacts"), null),
                contacts("events", json.get("events")),
                contacts("exclusions", json.get("exclusions")));
    }

    private static JsonObjectBuilder time(CohortDefinition.Time time) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        if (time.snapshot() != null) {
            return json.add("snapshot", time.snapshot().toString());
        }
        return json.add("from", time.from().toString()).add("to", time.to().toString());
    }

    private static JsonArrayBuilder contacts(List<Contact> contacts) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        for (Contact c : contacts) {
            JsonObjectBuilder json = Json.createObjectBuilder().add("atLeast", c.atLeast());
            if (!c.services().isEmpty()) {
                json.add("services", Json.createArrayBuilder(c.services()));
            }
            if (!c.modes().isEmpty()) {
                json.add("modes", Json.createArrayBuilder(c.modes()));
            }
            if (c.from() != null) {
                json.add("from", c.from().toString()).add("to", c.to().toString());
            }
            if (c.ageFrom() != null) {
                json.add("ageFrom", c.ageFrom()).add("ageTo", c.ageTo());
            }
            array.add(json);
        }
        return array;
    }

    private List<Contact> contacts(String name, JsonValue value) {
        List<Contact> contacts = new ArrayList<>();
        JsonArray array = array(name, value);
        for (int i = 0; i < array.size(); i++) {
            String at = name + "[" + i + "]";
            if (!(array.get(i) instanceof JsonObject json)) {
                errors.add(new FieldError(at, "A condition is a JSON object."));
                continue;
            }
            onlyNames(
                    at + ".",
                    json,
                    Set.of("services", "modes", "atLeast", "from", "to", "ageFrom", "ageTo"));
            contacts.add(
                    new Contact(
                            texts(at + ".services", json.get("services")),
                            texts(at + ".modes", json.get("modes")),
                            json.containsKey("atLeast")
                                    ? number(at + ".atLeast", json.get("atLeast"), 1)
                                    : 1,
                            day(at + ".from", json.get("from")),
                            day(at + ".to", json.get("to")),
                            json.containsKey("ageFrom")
                                    ? (Integer) number(at + ".ageFrom", json.get("ageFrom"), 1)
                                    : null,
                            json.containsKey("ageTo")
                                    ? (Integer) number(at + ".ageTo", json.get("ageTo"), 1)
                                    : null));
        }
        return contacts;
    }

    private void onlyNames(String where, JsonObject json, Set<String> names) {
        for (String name : json.keySet()) {
            if (!names.contains(name)) {
                String shown = name.length() > 40 ? name.substring(0, 40) + "…" : name;
                errors.add(
                        new FieldError(
                                where + shown,
                                "A definition has no such name here. There are: "
                                        + String.join(", ", names.stream().sorted().toList())
                                        + "."));
            }
        }
    }

    private JsonObject object(JsonObject json, String name) {
        JsonValue value = json.get(name);
        if (value == null || value == JsonValue.NULL) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
        if (value instanceof JsonObject object) {
            return object;
        }
        errors.add(new FieldError(name, "A JSON object is expected."));
        return JsonValue.EMPTY_JSON_OBJECT;
    }

    private JsonArray array(String name, JsonValue value) {
        if (value == null || value == JsonValue.NULL) {
            return JsonValue.EMPTY_JSON_ARRAY;
        }
        if (value instanceof JsonArray array) {
            return array;
        }
        errors.add(new FieldError(name, "A list is expected."));
        return JsonValue.EMPTY_JSON_ARRAY;
    }

    private List<String> texts(String name, JsonValue value) {
        List<String> texts = new ArrayList<>();
        for (JsonValue one : array(name, value)) {
            texts.add(text(name, one, ""));
        }
        return texts;
    }

    private String text(String name, JsonValue value, String ifMissing) {
        if (value == null || value == JsonValue.NULL) {
            return ifMissing;
        }
        if (value instanceof JsonString string) {
            return string.getString();
        }
        errors.add(new FieldError(name, "A text is expected."));
        return ifMissing;
    }

    private int number(String name, JsonValue value, int times) {
        try {
            if (value instanceof JsonNumber number) {
                return Math.multiplyExact(number.bigDecimalValue().intValueExact(), times);
            }
        } catch (ArithmeticException e) {
            // Not whole, or beyond all ages: said below.
        }
        errors.add(new FieldError(name, "A whole number is expected."));
        return 0;
    }

    private LocalDate day(String name, JsonValue value) {
        String text = text(name, value, null);
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            errors.add(new FieldError(name, "Write the day as 2024-03-21."));
            return null;
        }
    }
}
