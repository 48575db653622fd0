package org.answerable.directory.exchange;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.answerable.directory.hsds.Identity;
import org.answerable.directory.hsds.Properties;
import org.answerable.directory.hsds.Unfolded;
import org.answerable.directory.json.Json;
import org.answerable.directory.store.Known;
import org.answerable.directory.store.Received;

/**
 * A service at a location has an id of its own in the feed, so no two services share one. Where a source, or a second
 * source, gives one to another service as well, the first keeps it and the other gets one made from its service, the
 * same every time.
 */
record PlaceIds(Known known, Identity identity) {

    private static final String PLACES = "service_at_locations";

    void settle(Map<Received, Unfolded> good) {
        Set<String> ids = new HashSet<>();
        good.values()
                .forEach(
                        parts ->
                                Properties.objects(parts.service(), PLACES)
                                        .forEach(place -> ids.add(place.getString("id"))));
        Map<String, String> services = new HashMap<>(known.servicesAtLocations(ids));
        good.replaceAll((received, parts) -> settled(parts, services));
    }

    private Unfolded settled(Unfolded parts, Map<String, String> services) {
        String service = parts.service().getString("id");
        Set<String> own = new HashSet<>();
        JsonArrayBuilder places = Json.createArrayBuilder();
        boolean same = true;
        for (JsonObject place : Properties.objects(parts.service(), PLACES)) {
            String given = place.getString("id");
            String first = services.computeIfAbsent(given, any -> service);
            String id = first.equals(service) ? given : another(service, given);
            while (!own.add(id)) {
                id = another(service, id);
            }
            same = same && id.equals(given);
            places.add(Json.createObjectBuilder(place).add("id", id));
        }
        return same
                ? parts
                : new Unfolded(
                        Json.createObjectBuilder(parts.service()).add(PLACES, places).build(),
                        parts.organizations(),
                        parts.locations(),
                        parts.taxonomies(),
                        parts.terms());
    }

    private String another(String service, String id) {
        return identity.another(PLACES, service + " " + id);
    }
}
