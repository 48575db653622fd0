package org.answerable.directory.hsds;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What is read out of the document of a location.
 *
 * @param latitude degrees north, or null; with the longitude or not at all, and only on Earth
 * @param longitude degrees east, or null
 * @param confidential its address and point leave nowhere
 */
public record Place(
        String name,
        String type,
        String street,
        String district,
        String postcode,
        Double latitude,
        Double longitude,
        boolean confidential) {

    public static Place of(JsonObject location) {
        JsonObject address =
                Properties.objects(location, "addresses").stream()
                        .findFirst()
                        .orElse(JsonObject.EMPTY_JSON_OBJECT);
        BigDecimal latitude = Properties.number(location, "latitude");
        BigDecimal longitude = Properties.number(location, "longitude");
        boolean point = within(latitude, 90) && within(longitude, 180);
        return new Place(
                Properties.text(location, "name"),
                Properties.text(location, "location_type"),
                Properties.text(address, "address_1"),
                Stream.of("x_district", "region", "city")
                        .map(name -> Properties.text(address, name))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                Properties.text(address, "postal_code"),
                point ? Double.valueOf(latitude.doubleValue()) : null,
                point ? Double.valueOf(longitude.doubleValue()) : null,
                Properties.yes(location, "x_confidential"));
    }

    private static boolean within(BigDecimal degrees, int most) {
        return degrees != null && degrees.abs().compareTo(BigDecimal.valueOf(most)) <= 0;
    }
}
