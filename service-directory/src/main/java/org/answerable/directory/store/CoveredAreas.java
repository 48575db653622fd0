package org.answerable.directory.store;

import jakarta.json.JsonObject;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.answerable.directory.Geography;
import org.answerable.directory.InvalidInput;
import org.answerable.directory.hsds.Properties;

/**
 * The areas that a service says it serves, as codes: by the address of an area at the ONS, or as the LSOAs whose interior
 * point lies in a GeoJSON extent. Free text alone says nothing that can be looked up.
 */
final class CoveredAreas {

    private static final Pattern CODE = Pattern.compile("[EWSNK][0-9]{8}");

    private CoveredAreas() {}

    static Set<String> of(JsonObject service, Geography geography) {
        Set<String> codes = new TreeSet<>();
        for (JsonObject area : Properties.objects(service, "service_areas")) {
            String address = Properties.text(area, "uri");
            Matcher code = CODE.matcher(address == null ? "" : address);
            if (code.find()) {
                codes.add(code.group());
            }
            String extent = Properties.text(area, "extent");
            if (extent != null && "geojson".equals(Properties.text(area, "extent_type"))) {
                codes.addAll(within(extent, geography));
            }
        }
        return codes;
    }

    private static Set<String> within(String extent, Geography geography) {
        try {
            return geography.lsoasWithin(extent);
        } catch (InvalidInput noGeoJson) {
            // The text of the area still stands for itself.
            return Set.of();
        }
    }
}
