package org.answerable.directory.hsds;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.answerable.directory.FieldChange;
import org.answerable.directory.schedule.HoursInWords;

/** What differs between two documents, field by field, in words that people understand. */
public final class Difference {

    private static final Map<String, String> LABELS =
            Map.ofEntries(
                    Map.entry("organization_id", "Organisation"),
                    Map.entry("organization", "New organisation"),
                    Map.entry("application_process", "How to get it"),
                    Map.entry("eligibility_description", "Who it is for"),
                    Map.entry("fees_description", "Cost"),
                    Map.entry("cost_options", "Prices"),
                    Map.entry("x_age_months", "Ages in months"),
                    Map.entry("x_antenatal", "Weeks of pregnancy"),
                    Map.entry("service_at_locations", "Places"),
                    Map.entry("service_areas", "Serves"),
                    Map.entry("schedules", "Opening hours"),
                    Map.entry("attributes", "What it is about"),
                    Map.entry("capacities", "Free now"),
                    Map.entry("phones", "Telephone"),
                    Map.entry("url", "Website"),
                    Map.entry("x_tier", "Kind of offer"),
                    Map.entry("x_lead_profession", "Led by"),
                    Map.entry("x_internal", "Internal"),
                    Map.entry("x_merged_into", "Merged into"),
                    Map.entry("assured_date", "Checked on"),
                    Map.entry("assurer_email", "Checked by"));
    private static final List<String> TELLING =
            List.of(
                    "name",
                    "number",
                    "option",
                    "amount",
                    "available",
                    "maximum",
                    "from",
                    "to",
                    "from_week",
                    "to_week",
                    "code",
                    "address_1",
                    "city",
                    "postal_code",
                    "description",
                    "taxonomy_term_id",
                    "location_id");

    private Difference() {}

    /** The names of the properties that differ. */
    public static Set<String> properties(JsonObject before, JsonObject after) {
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        names.removeIf(name -> equal(before.get(name), after.get(name)));
        return names;
    }

    private static boolean equal(JsonValue one, JsonValue other) {
        return one == null ? other == null : one.equals(other);
    }

    /**
     * The fields that differ.
     *
     * @param names what ids stand for
     */
    public static List<FieldChange> between(
            JsonObject before, JsonObject after, Map<String, String> names) {
        List<FieldChange> changes = new ArrayList<>();
        for (String property : properties(before, after)) {
            if (!property.equals("id")) {
                changes.add(
                        new FieldChange(
                                label(property),
                                words(property, before.get(property), names),
                                words(property, after.get(property), names)));
            }
        }
        return changes;
    }

    /** The same in one text, for the record. */
    public static String sentence(List<FieldChange> changes) {
        return changes.stream()
                .map(
                        change ->
                                change.field()
                                        + ": "
                                        + (change.before().isEmpty()
                                                ? "new"
                                                : "“" + change.before() + "”")
                                        + " → "
                                        + (change.after().isEmpty()
                                                ? "removed"
                                                : "“" + change.after() + "”"))
                .collect(Collectors.joining("; "));
    }

    private static String label(String property) {
        String known = LABELS.get(property);
        if (known != null) {
            return known;
        }
        String words = property.replace("x_", "").replace('_', ' ');
        return words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
    }

    private static String words(String property, JsonValue value, Map<String, String> names) {
        if (value == null) {
            return "";
        }
        if (value instanceof JsonArray list) {
            return list.stream()
                    .map(entry -> words(property, entry, names))
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining("; "));
        }
        if (value instanceof JsonObject object) {
            return property.equals("schedules") ? HoursInWords.of(object) : telling(object, names);
        }
        String text = value instanceof JsonString string ? string.getString() : value.toString();
        return names.getOrDefault(text, text);
    }

    private static String telling(JsonObject object, Map<String, String> names) {
        List<String> parts = new ArrayList<>();
        for (String name : TELLING) {
            if (object.containsKey(name)) {
                parts.add(words(name, object.get(name), names));
            }
        }
        object.forEach(
                (name, value) -> {
                    if (value instanceof JsonObject || value instanceof JsonArray) {
                        parts.add(words(name, value, names));
                    }
                });
        return parts.stream().filter(p -> !p.isEmpty()).collect(Collectors.joining(", "));
    }
}
