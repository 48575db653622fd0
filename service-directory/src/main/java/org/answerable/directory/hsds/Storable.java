package org.answerable.directory.hsds;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** What no property of a record may hold, whatever its name: numbers beyond measure, names with a NUL, endless depth. */
public final class Storable {

    private static final int MOST_DIGITS = 400;
    private static final int DEEPEST = 60;

    private Storable() {}

    /** The place that keeps a record from being stored, as a JSON pointer. */
    public static Optional<String> problem(JsonObject record) {
        return problem(record, "", 0);
    }

    private static Optional<String> problem(JsonValue value, String at, int depth) {
        if (depth > DEEPEST) {
            return Optional.of(at);
        }
        if (value instanceof JsonNumber number) {
            BigDecimal exact = number.bigDecimalValue();
            boolean small =
                    Math.abs((long) exact.precision() - exact.scale()) <= MOST_DIGITS
                            && Math.abs((long) exact.scale()) <= MOST_DIGITS;
            return small ? Optional.empty() : Optional.of(at);
        }
        if (value instanceof JsonArray list) {
            for (int i = 0; i < list.size(); i++) {
                Optional<String> problem = problem(list.get(i), at + "/" + i, depth + 1);
                if (problem.isPresent()) {
                    return problem;
                }
            }
        }
        if (value instanceof JsonObject object) {
            for (Map.Entry<String, JsonValue> entry : object.entrySet()) {
                String here = at + "/" + entry.getKey().replace("~", "~0").replace("/", "~1");
                Optional<String> problem =
                        entry.getKey().indexOf('\0') >= 0
                                ? Optional.of(here)
                                : problem(entry.getValue(), here, depth + 1);
                if (problem.isPresent()) {
                    return problem;
                }
            }
        }
        return Optional.empty();
    }
}
