package org.answerable.directory.rest;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.answerable.directory.FieldError;
import org.answerable.directory.ImportOrder;
import org.answerable.directory.InvalidInput;

/** What an import is asked for, field by field, as text. */
record ImportFields(Map<String, String> values) {

    private static final double ASSURED_PARTNER = 0.6;
    private static final double OTHER = 0.3;

    /**
     * @throws InvalidInput a value is neither a text nor true or false
     */
    static ImportFields of(JsonObject json) {
        Map<String, String> values = new LinkedHashMap<>();
        List<FieldError> errors = new ArrayList<>();
        json.forEach(
                (name, value) -> {
                    if (value instanceof JsonString text) {
                        values.put(name, text.getString());
                    } else if (value == JsonValue.TRUE || value == JsonValue.FALSE) {
                        values.put(name, value.toString());
                    } else if (value != JsonValue.NULL) {
                        errors.add(new FieldError(name, "Give a text, or true or false."));
                    }
                });
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        return new ImportFields(values);
    }

    String text(String name) {
        return values.getOrDefault(name, "");
    }

    /**
     * @param url blank for a file
     * @throws InvalidInput a field must be true or false and is neither
     */
    ImportOrder order(String url) {
        List<FieldError> errors = new ArrayList<>();
        boolean dry = yes("dry", errors);
        boolean whole = yes("whole", errors);
        boolean partner = yes("partner", errors);
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        Double trust =
                text("partner").isBlank()
                        ? null
                        : Double.valueOf(partner ? ASSURED_PARTNER : OTHER);
        return new ImportOrder(text("source"), trust, dry, url, whole);
    }

    private boolean yes(String name, List<FieldError> errors) {
        String text = text(name).strip();
        if (!text.isEmpty() && !text.equals("true") && !text.equals("false")) {
            errors.add(new FieldError(name, "Give true or false."));
        }
        return text.equals("true");
    }
}
