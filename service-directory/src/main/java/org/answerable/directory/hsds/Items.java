package org.answerable.directory.hsds;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import org.answerable.directory.json.Json;

/**
 * The items of the feed. A basic item has what belongs to the record itself, a full one what is nested in it as well,
 * with the foreign keys that the standard knows. Whatever of a confidential place could lead to it stays behind here, so
 * that nothing that is made from an item can give it away.
 */
public final class Items {

    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final Set<String> ONLY_INSIDE = Set.of("x_internal", "x_confidential");
    private static final Set<String> OWN_LISTS =
            Set.of(
                    "schedules",
                    "service_areas",
                    "languages",
                    "funding",
                    "cost_options",
                    "contacts",
                    "phones",
                    "capacities");
    private static final Set<String> OF_A_PLACE =
            Set.of("schedules", "contacts", "phones", "service_areas");

    private Items() {}

    /** The date and time of a change as the feed prints it: always three digits and Z. */
    public static String time(Instant at) {
        return MILLISECONDS.format(at);
    }

    /** An organisation without its lists. */
    public static JsonObject basicOrganization(JsonObject document) {
        return withoutLists(document).build();
    }

    /** An organisation with identifiers and attributes; its services are added when it is read. */
    public static JsonObject fullOrganization(JsonObject document) {
        JsonObjectBuilder item = Json.createObjectBuilder();
        String id = document.getString("id");
        document.forEach(
                (name, value) -> {
                    if (name.equals("organization_identifiers")) {
                        item.add(name, owned(document, name, "organization_id", id));
                    } else if (!ONLY_INSIDE.contains(name)) {
                        item.add(name, value);
                    }
                });
        return item.build();
    }

    /** A service without its lists, but with its organisation. */
    public static JsonObject basicService(
            JsonObject document, Neighbours neighbours, Instant modified) {
        JsonObjectBuilder item = scalars(document, modified);
        if (!neighbours.organization().isEmpty()) {
            item.add("organization", basicOrganization(neighbours.organization()));
        }
        return item.build();
    }

    /** A service with everything. */
    public static JsonObject fullService(
            JsonObject document, Neighbours neighbours, Instant modified) {
        JsonObjectBuilder item = serviceWithoutPlaces(document, neighbours, modified);
        List<JsonObject> places = Properties.objects(document, "service_at_locations");
        if (!places.isEmpty()) {
            JsonArrayBuilder list = Json.createArrayBuilder();
            places.forEach(place -> list.add(place(document, place, neighbours, true)));
            item.add("service_at_locations", list);
        }
        return item.build();
    }

    /** A service at a location: the place and the service, both without lists. */
    public static JsonObject basicServiceAtLocation(
            JsonObject service, JsonObject place, Neighbours neighbours, Instant modified) {
        return Json.createObjectBuilder(place(service, place, neighbours, false))
                .add("service", basicService(service, neighbours, modified))
                .build();
    }

    /** A service at a location with all that is nested, the service without its other places. */
    public static JsonObject fullServiceAtLocation(
            JsonObject service, JsonObject place, Neighbours neighbours, Instant modified) {
        return Json.createObjectBuilder(place(service, place, neighbours, true))
                .add("service", serviceWithoutPlaces(service, neighbours, modified))
                .build();
    }

    /** A location as the public may see it. */
    public static JsonObject location(JsonObject document, boolean full) {
        if (Properties.yes(document, "x_confidential")) {
            return Json.createObjectBuilder()
                    .add("id", document.getString("id"))
                    .add("location_type", document.getString("location_type", "physical"))
                    .add("name", "Address not published")
                    .build();
        }
        if (!full) {
            return withoutLists(document).build();
        }
        String id = document.getString("id");
        JsonObjectBuilder item = Json.createObjectBuilder();
        document.forEach(
                (name, value) -> {
                    if (name.equals("addresses") || name.equals("accessibility")) {
                        item.add(name, owned(document, name, "location_id", id));
                    } else if (!ONLY_INSIDE.contains(name)) {
                        item.add(name, value);
                    }
                });
        return item.build();
    }

    /** A term with the name and id of its taxonomy. */
    public static JsonObject term(Neighbours.Term term) {
        JsonObject document = term.document();
        JsonObjectBuilder item = Json.createObjectBuilder(document);
        if (term.taxonomyId() != null) {
            item.add("taxonomy_id", term.taxonomyId());
        }
        if (term.taxonomyName() != null && !document.containsKey("taxonomy")) {
            item.add("taxonomy", term.taxonomyName());
        }
        return item.build();
    }

    private static JsonObjectBuilder serviceWithoutPlaces(
            JsonObject document, Neighbours neighbours, Instant modified) {
        JsonObjectBuilder item = scalars(document, modified);
        String id = document.getString("id");
        if (!neighbours.organization().isEmpty()) {
            item.add("organization", fullOrganization(neighbours.organization()));
        }
        document.forEach(
                (name, value) -> {
                    if (name.equals("attributes")) {
                        item.add(name, attributes(document, "service", neighbours));
                    } else if (OWN_LISTS.contains(name)) {
                        item.add(name, owned(document, name, "service_id", id));
                    } else if (isNested(value) && !name.equals("service_at_locations")) {
                        item.add(name, value);
                    }
                });
        return item;
    }

    private static JsonObjectBuilder scalars(JsonObject document, Instant modified) {
        JsonObjectBuilder item = Json.createObjectBuilder();
        AgeMonths ages = ServiceFacts.ages(document);
        boolean ownAges = document.containsKey("x_age_months");
        document.forEach(
                (name, value) -> {
                    boolean replaced =
                            ownAges && (name.equals("minimum_age") || name.equals("maximum_age"));
                    if (!isNested(value)
                            && !replaced
                            && !name.equals("last_modified")
                            && !ONLY_INSIDE.contains(name)) {
                        item.add(name, value);
                    }
                });
        if (ownAges && ages.minimumYears() != null) {
            item.add("minimum_age", ages.minimumYears());
        }
        if (ownAges && ages.maximumYears() != null) {
            item.add("maximum_age", ages.maximumYears());
        }
        return item.add("last_modified", time(modified));
    }

    private static JsonObject place(
            JsonObject service, JsonObject place, Neighbours neighbours, boolean full) {
        JsonObjectBuilder item =
                Json.createObjectBuilder()
                        .add("id", place.getString("id"))
                        .add("service_id", service.getString("id"));
        String locationId = Properties.text(place, "location_id");
        JsonObject location = locationId == null ? null : neighbours.locations().get(locationId);
        if (location == null) {
            return item.build();
        }
        item.add("location_id", locationId).add("location", location(location, full));
        if (Properties.yes(location, "x_confidential")) {
            return item.build();
        }
        String id = place.getString("id");
        place.forEach(
                (name, value) -> {
                    if (OF_A_PLACE.contains(name)) {
                        if (full) {
                            item.add(name, owned(place, name, "service_at_location_id", id));
                        }
                    } else if (!name.equals("id")
                            && !name.equals("location_id")
                            && (full || !isNested(value))) {
                        item.add(name, value);
                    }
                });
        return item.build();
    }

    private static JsonArrayBuilder attributes(
            JsonObject document, String type, Neighbours neighbours) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        for (JsonObject attribute : Properties.objects(document, "attributes")) {
            JsonObjectBuilder item =
                    Json.createObjectBuilder(attribute).add("link_id", document.getString("id"));
            if (!attribute.containsKey("link_type")) {
                item.add("link_type", type);
            }
            String term = ServiceFacts.term(attribute);
            if (term != null) {
                item.add("taxonomy_term_id", term);
                Neighbours.Term known = neighbours.terms().get(term);
                if (known != null) {
                    item.add("taxonomy_term", term(known));
                }
            }
            list.add(item);
        }
        return list;
    }

    private static JsonArrayBuilder owned(
            JsonObject document, String name, String key, String owner) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        for (JsonObject entry : Properties.objects(document, name)) {
            JsonObjectBuilder item = Json.createObjectBuilder(entry).add(key, owner);
            if (name.equals("capacities")) {
                Properties.object(entry, "unit")
                        .ifPresent(unit -> item.add("unit_id", unit.getString("id")));
            }
            list.add(item);
        }
        return list;
    }

    private static JsonObjectBuilder withoutLists(JsonObject document) {
        JsonObjectBuilder item = Json.createObjectBuilder();
        document.forEach(
                (name, value) -> {
                    if (!isNested(value) && !ONLY_INSIDE.contains(name)) {
                        item.add(name, value);
                    }
                });
        return item;
    }

    private static boolean isNested(JsonValue value) {
        return value.getValueType() == JsonValue.ValueType.ARRAY
                || value.getValueType() == JsonValue.ValueType.OBJECT;
    }
}
