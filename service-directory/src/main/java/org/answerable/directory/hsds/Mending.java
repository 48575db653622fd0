package org.answerable.directory.hsds;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.answerable.directory.json.Json;

/**
 * A received record made fit to be published: what has not the form that the standard wants is left out or brought into
 * it, and each such place is named. Times become {@code HH:MM:SS} in civil time; ids and what is missing but known are
 * filled in. A record that lacks what it must have gives an error and nothing else is asked of it.
 */
public final class Mending {

    private static final Pattern TIME = Pattern.compile("([0-9]{1,2}):([0-9]{2})(:[0-9]{2})?.*");

    private final LocalDate today;
    private final Identity identity;
    private final List<Finding> findings = new ArrayList<>();

    /**
     * @param today for dates that must not lie ahead
     * @param identity gives the ids under which records and their parts are known here
     */
    public Mending(LocalDate today, Identity identity) {
        this.today = today;
        this.identity = identity;
    }

    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** Whether the record can be published. */
    public boolean usable() {
        return findings.stream().noneMatch(f -> f.severity() == Finding.Severity.ERROR);
    }

    /** A service as it was received, with everything nested in it. */
    public JsonObject service(JsonObject received) {
        JsonObject service = mend(received, Shape.SERVICE, "", received, "service");
        if (Properties.text(service, "organization_id") == null
                && Properties.object(service, "organization").isEmpty()) {
            error(
                    "",
                    "organization",
                    "",
                    "a service belongs to an organisation",
                    "Name the organisation that offers it.");
        }
        ages(service);
        return service;
    }

    /** An organisation, place, taxonomy or term as it was received by itself. */
    public JsonObject organization(JsonObject received) {
        return mend(received, Shape.ORGANIZATION, "", received, "organization");
    }

    public JsonObject taxonomy(JsonObject received) {
        return mend(received, Shape.TAXONOMY, "", received, "taxonomy");
    }

    public JsonObject term(JsonObject received) {
        return mend(received, Shape.TERM, "", received, "taxonomy_term");
    }

    private void ages(JsonObject service) {
        var least = Properties.number(service, "minimum_age");
        var most = Properties.number(service, "maximum_age");
        if (least != null && most != null && least.compareTo(most) > 0) {
            warn(
                    "/minimum_age",
                    "minimum_age",
                    least + " to " + most,
                    "the lowest age is not above the highest",
                    "Swap or mend the ages. Until then the service counts as open to all ages.");
        }
    }

    private JsonObject mend(
            JsonObject object, Shape shape, String pointer, JsonObject owner, String path) {
        JsonObjectBuilder mended = Json.createObjectBuilder();
        mended.add("id", identity.of(shape.name(), Properties.text(object, "id"), owner, path));
        object.forEach(
                (name, value) -> {
                    JsonValue kept =
                            name.equals("id")
                                    ? null
                                    : property(object, shape, pointer, name, value, owner, path);
                    if (kept != null) {
                        mended.add(name, kept);
                    }
                });
        JsonObject whole = filled(mended.build(), shape);
        for (String required : shape.required()) {
            if (!whole.containsKey(required)) {
                missing(shape, pointer, required);
            }
        }
        return whole;
    }

    private void missing(Shape shape, String pointer, String property) {
        String rule = shape.name() + " must have " + property;
        if (pointer.isEmpty()) {
            error(pointer, property, "", rule, "Give it.");
        } else {
            warn(
                    pointer,
                    property,
                    "",
                    rule,
                    "Give it. Until then this " + shape.name() + " is left out.");
        }
    }

    private JsonValue property(
            JsonObject object,
            Shape shape,
            String pointer,
            String name,
            JsonValue value,
            JsonObject owner,
            String path) {
        String here = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
        Shape inner = shape.nested().get(name);
        if (inner != null) {
            return nested(value, inner, here, name, owner, path);
        }
        Format format = shape.formats().get(name);
        if (format == null) {
            return value;
        }
        if (format == Format.UUID && value instanceof JsonString text) {
            return Json.createValue(identity.reference(name, text.getString()));
        }
        if (!format.holds(value, today)) {
            boolean required = pointer.isEmpty() && shape.required().contains(name);
            String shown = value instanceof JsonString text ? text.getString() : value.toString();
            if (required) {
                error(here, name, shown, "must be " + format.words(), "Mend it.");
            } else {
                warn(
                        here,
                        name,
                        shown,
                        "must be " + format.words(),
                        "Mend it. Until then it is left out.");
            }
            return null;
        }
        if (name.equals("bymonthday") && "WEEKLY".equals(Properties.text(object, "freq"))) {
            warn(
                    here,
                    name,
                    value.toString(),
                    "a weekly rule has no days of the month (RFC 5545)",
                    "Take the days of the month out, or make the rule monthly.");
        }
        return format == Format.TIME ? time((JsonString) value) : value;
    }

    private JsonValue nested(
            JsonValue value,
            Shape shape,
            String pointer,
            String name,
            JsonObject owner,
            String path) {
        if (value instanceof JsonObject object) {
            JsonObject mended = mend(object, shape, pointer, owner, path + "/" + name);
            return complete(mended, shape) ? mended : null;
        }
        if (!(value instanceof JsonArray list)) {
            warn(
                    pointer,
                    name,
                    value.toString(),
                    "must be a list",
                    "Mend it. Until then it is left out.");
            return null;
        }
        JsonArrayBuilder mended = Json.createArrayBuilder();
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) instanceof JsonObject object) {
                JsonObject entry =
                        mend(object, shape, pointer + "/" + i, owner, path + "/" + name + "/" + i);
                checkCapacity(entry, shape, pointer + "/" + i);
                if (complete(entry, shape)) {
                    mended.add(entry);
                }
            } else {
                warn(
                        pointer + "/" + i,
                        name,
                        list.get(i).toString(),
                        "must be an object",
                        "Mend it. Until then it is left out.");
            }
        }
        return mended.build();
    }

    private void checkCapacity(JsonObject capacity, Shape shape, String pointer) {
        var available = Properties.number(capacity, "available");
        var maximum = Properties.number(capacity, "maximum");
        if (shape.name().equals("service_capacity")
                && available != null
                && maximum != null
                && available.compareTo(maximum) > 0) {
            warn(
                    pointer,
                    "available",
                    available.toString(),
                    "not more than the maximum of " + maximum,
                    "Check both numbers. They are kept as they came.");
        }
    }

    private static boolean complete(JsonObject object, Shape shape) {
        return shape.required().stream().allMatch(object::containsKey);
    }

    /** What the schema wants and is known all the same. */
    private static JsonObject filled(JsonObject object, Shape shape) {
        JsonObjectBuilder filled = Json.createObjectBuilder(object);
        switch (shape.name()) {
            case "organization", "taxonomy", "taxonomy_term" -> {
                String name = Properties.text(object, "name");
                if (!object.containsKey("description") && name != null) {
                    filled.add("description", name);
                }
            }
            case "location" -> {
                if (!object.containsKey("location_type")) {
                    boolean somewhere =
                            object.containsKey("addresses") || object.containsKey("latitude");
                    filled.add("location_type", somewhere ? "physical" : "virtual");
                }
            }
            case "address" -> {
                if (!object.containsKey("country")) {
                    filled.add("country", "GB");
                }
                if (!object.containsKey("address_type")) {
                    filled.add("address_type", "physical");
                }
            }
            default -> {
                return object;
            }
        }
        return filled.build();
    }

    private static JsonValue time(JsonString value) {
        Matcher time = TIME.matcher(value.getString());
        if (!time.matches()) {
            return value;
        }
        String seconds = time.group(3) == null ? ":00" : time.group(3);
        String hour = time.group(1).length() == 1 ? "0" + time.group(1) : time.group(1);
        return Json.createValue(hour + ":" + time.group(2) + seconds);
    }

    private void error(String pointer, String field, String value, String rule, String advice) {
        findings.add(new Finding(pointer, field, value, Finding.Severity.ERROR, rule, advice));
    }

    private void warn(String pointer, String field, String value, String rule, String advice) {
        findings.add(new Finding(pointer, field, value, Finding.Severity.WARNING, rule, advice));
    }
}
