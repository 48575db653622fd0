package org.answerable.directory.hsds;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** Reads properties that may be missing or of another type: what does not fit counts as not given. */
public final class Properties {

    private Properties() {}

    /** A text, or null. */
    public static String text(JsonObject object, String name) {
        return object.get(name) instanceof JsonString text ? text.getString() : null;
    }

    public static BigDecimal number(JsonObject object, String name) {
        return object.get(name) instanceof JsonNumber number ? number.bigDecimalValue() : null;
    }

    /** A whole number, or null. */
    public static Integer whole(JsonObject object, String name) {
        BigDecimal number = number(object, name);
        return number == null || number.stripTrailingZeros().scale() > 0 || number.precision() > 9
                ? null
                : Integer.valueOf(number.intValue());
    }

    /** A date in the form YYYY-MM-DD, or null. */
    public static LocalDate date(JsonObject object, String name) {
        String text = text(object, name);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    public static boolean yes(JsonObject object, String name) {
        return JsonValue.TRUE.equals(object.get(name));
    }

    public static Optional<JsonObject> object(JsonObject object, String name) {
        return object.get(name) instanceof JsonObject nested
                ? Optional.of(nested)
                : Optional.empty();
    }

    /** The objects of a list; an empty list when there is none. */
    public static List<JsonObject> objects(JsonObject object, String name) {
        return object.get(name) instanceof JsonArray list
                ? list.stream()
                        .filter(JsonObject.class::isInstance)
                        .map(JsonValue::asJsonObject)
                        .toList()
                : List.of();
    }
}
