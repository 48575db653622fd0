package org.answerable.directory;

import java.time.Instant;
import java.util.List;

/**
 * A service as shown. Optional texts and ages are null when not given.
 *
 * @param id public id, a UUID as text
 * @param minimumAge lowest age in completed months, or null
 * @param maximumAge highest age in completed months, or null
 * @param demonstration whether it is invented and must be marked so
 */
public record ServiceView(
        String id,
        String name,
        String description,
        String status,
        Integer minimumAge,
        Integer maximumAge,
        String eligibility,
        String url,
        String email,
        String phone,
        boolean demonstration,
        Instant lastModified,
        Organization organization,
        List<Location> locations) {

    public ServiceView {
        locations = List.copyOf(locations);
    }

    /**
     * The ages in words, both ends included, or null when none is given: {@code from birth to 2
     * years}.
     */
    public String ages() {
        if (minimumAge == null) {
            return maximumAge == null ? null : "up to " + words(maximumAge);
        }
        String from = "from " + words(minimumAge);
        return maximumAge == null ? from : from + " to " + words(maximumAge);
    }

    private static String words(int months) {
        if (months == 0) {
            return "birth";
        }
        if (months % 12 == 0) {
            return months == 12 ? "1 year" : months / 12 + " years";
        }
        return months == 1 ? "1 month" : months + " months";
    }

    /** Who offers the service. */
    public record Organization(String id, String name, String url) {}

    /** Where it is offered; latitude and longitude may be null. */
    public record Location(
            String id,
            String name,
            String address,
            String district,
            String postcode,
            Double latitude,
            Double longitude) {}
}
