package org.answerable.directory.hsds;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.answerable.directory.json.Json;

/**
 * A nested service taken apart into the documents of its records. Foreign keys that the nesting says anyway are dropped;
 * {@link Items} puts them back.
 *
 * @param organizations by id; likewise the others
 */
public record Unfolded(
        JsonObject service,
        Map<String, JsonObject> organizations,
        Map<String, JsonObject> locations,
        Map<String, JsonObject> taxonomies,
        Map<String, JsonObject> terms) {

    private static final Set<String> BACK_REFERENCES =
            Set.of(
                    "service_id",
                    "organization_id",
                    "location_id",
                    "service_at_location_id",
                    "link_id");

    /** Takes a mended service apart. */
    public static Unfolded of(JsonObject service) {
        Unfolded parts =
                new Unfolded(
                        JsonObject.EMPTY_JSON_OBJECT,
                        new LinkedHashMap<>(),
                        new LinkedHashMap<>(),
                        new LinkedHashMap<>(),
                        new LinkedHashMap<>());
        JsonObjectBuilder own = Json.createObjectBuilder();
        service.forEach((name, value) -> parts.take(own, name, value));
        Properties.object(service, "organization")
                .ifPresent(
                        organization -> {
                            String id = organization.getString("id");
                            own.add("organization_id", id);
                            parts.organizations.put(id, parts.record(organization, "services"));
                        });
        return new Unfolded(
                Cleaning.clean(own.build()),
                parts.organizations,
                parts.locations,
                parts.taxonomies,
                parts.terms);
    }

    private void take(JsonObjectBuilder own, String name, JsonValue value) {
        switch (name) {
            case "organization", "last_modified", "x_freshness", "x_distance_m" -> {
                // Said elsewhere, or only of the moment.
            }
            case "service_at_locations" -> own.add(name, places(value));
            case "attributes" -> own.add(name, attributes(value));
            default -> own.add(name, withoutBackReferences(value));
        }
    }

    private JsonArrayBuilder places(JsonValue value) {
        JsonArrayBuilder places = Json.createArrayBuilder();
        for (JsonObject place :
                Properties.objects(Json.createObjectBuilder().add("p", value).build(), "p")) {
            JsonObjectBuilder own = Json.createObjectBuilder();
            place.forEach(
                    (name, part) -> {
                        if (name.equals("location") && part instanceof JsonObject location) {
                            String id = location.getString("id");
                            locations.put(id, record(location, ""));
                            own.add("location_id", id);
                        } else if (name.equals("location_id")) {
                            own.add(name, part);
                        } else if (!name.equals("service_id") && !name.equals("service")) {
                            own.add(name, withoutBackReferences(part));
                        }
                    });
            places.add(own);
        }
        return places;
    }

    private JsonArrayBuilder attributes(JsonValue value) {
        JsonArrayBuilder attributes = Json.createArrayBuilder();
        for (JsonObject attribute :
                Properties.objects(Json.createObjectBuilder().add("a", value).build(), "a")) {
            JsonObjectBuilder own = Json.createObjectBuilder();
            attribute.forEach(
                    (name, part) -> {
                        if (name.equals("taxonomy_term") && part instanceof JsonObject term) {
                            own.add("taxonomy_term_id", term(term));
                        } else if (!name.equals("link_id")) {
                            own.add(name, part);
                        }
                    });
            attributes.add(own);
        }
        return attributes;
    }

    private String term(JsonObject term) {
        String id = term.getString("id");
        terms.put(id, Cleaning.clean(term));
        String taxonomy = Properties.text(term, "taxonomy_id");
        if (taxonomy != null) {
            String name = Properties.text(term, "taxonomy");
            String known = name == null ? taxonomy : name;
            taxonomies.put(
                    taxonomy,
                    Json.createObjectBuilder()
                            .add("id", taxonomy)
                            .add("name", known)
                            .add("description", known)
                            .build());
        }
        return id;
    }

    private JsonObject record(JsonObject nested, String without) {
        JsonObjectBuilder own = Json.createObjectBuilder();
        nested.forEach(
                (name, part) -> {
                    if (!name.equals(without)) {
                        own.add(name, withoutBackReferences(part));
                    }
                });
        return Cleaning.clean(own.build());
    }

    private static JsonValue withoutBackReferences(JsonValue value) {
        if (value.getValueType() != JsonValue.ValueType.ARRAY) {
            return value;
        }
        JsonArrayBuilder list = Json.createArrayBuilder();
        for (JsonValue entry : value.asJsonArray()) {
            if (entry instanceof JsonObject object) {
                JsonObjectBuilder own = Json.createObjectBuilder();
                object.forEach(
                        (name, part) -> {
                            if (!BACK_REFERENCES.contains(name)) {
                                own.add(name, part);
                            }
                        });
                list.add(own);
            } else {
                list.add(entry);
            }
        }
        return list.build();
    }
}
