package org.answerable.directory.feed;

import org.answerable.directory.Geography;
import org.answerable.directory.InvalidInput;
import org.answerable.directory.Whereabouts;
import org.answerable.directory.search.Near;
import org.answerable.directory.search.Wish;

/**
 * Where a person lives and how far they would go.
 *
 * @param place or null when no postcode was given
 * @param near the circle, or null
 */
record Person(Whereabouts place, Near near) {

    static Person of(Parameters parameters, Geography geography) {
        String postcode = parameters.text("postcode");
        Double metres = metres(parameters);
        if (postcode == null) {
            if (metres != null) {
                parameters.fault(
                        "proximity", "Give a postcode as well: the distance is counted from it.");
            }
            return new Person(null, null);
        }
        try {
            Whereabouts place = geography.whereabouts(postcode);
            return new Person(
                    place,
                    metres == null ? null : new Near(place.latitude(), place.longitude(), metres));
        } catch (InvalidInput unknown) {
            unknown.errors().forEach(error -> parameters.fault("postcode", error.message()));
            return new Person(null, null);
        }
    }

    private static Double metres(Parameters parameters) {
        if (!parameters.has("proximity")) {
            return null;
        }
        var metres = parameters.number("proximity", 0, (long) Near.MOST_METRES);
        if (metres != null && metres.signum() == 0) {
            parameters.fault("proximity", "Give a number of metres above 0.");
            return null;
        }
        return metres == null ? null : Double.valueOf(metres.doubleValue());
    }

    /** What living there asks of a service. */
    Wish wish() {
        return new Wish.LivesIn(place.areas());
    }
}
