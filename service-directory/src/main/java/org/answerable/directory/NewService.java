package org.answerable.directory;

import java.util.List;

/**
 * A service as an editor gives it. Blank texts count as not given.
 *
 * @param organization name of the organisation that offers it
 * @param organizationUrl its web address; optional
 * @param name name of the service
 * @param description what it is and how to get it
 * @param status {@code active}, {@code inactive}, {@code defunct} or {@code temporarily closed}
 * @param minimumAge lowest age in completed months, or null
 * @param maximumAge highest age in completed months, or null
 * @param eligibility who it is for, in words; optional
 * @param url web address of the service; optional
 * @param email optional
 * @param phone optional
 * @param demonstration whether it is invented, and marked as such wherever it is shown
 * @param locations where it is offered; empty for a service without a place
 */
public record NewService(
        String organization,
        String organizationUrl,
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
        List<Place> locations) {

    public NewService {
        locations = locations == null ? List.of() : List.copyOf(locations);
    }

    /**
     * A place where the service is offered.
     *
     * @param name name of the place
     * @param address street and town in one line
     * @param district local authority district
     * @param postcode UK postcode
     * @param latitude degrees north, or null together with the longitude
     * @param longitude degrees east
     */
    public record Place(
            String name,
            String address,
            String district,
            String postcode,
            Double latitude,
            Double longitude) {}
}
