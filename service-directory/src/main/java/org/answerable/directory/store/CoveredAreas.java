package org.answerable.directory.store;

import jakarta.json.JsonObject;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.answerable.directory.hsds.Properties;

/** The areas that a service says it serves, as codes. Free text alone says nothing that can be looked up. */
final class CoveredAreas {

    private static final Pattern CODE = Pattern.compile("[EWSNK][0-9]{8}");

    private CoveredAreas() {}

    /** The codes that the service areas of a document name by their address at the ONS, or as a bare code. */
    static Set<String> of(JsonObject service) {
        Set<String> codes = new TreeSet<>();
        for (JsonObject area : Properties.objects(service, "service_areas")) {
            String address = Properties.text(area, "uri");
            Matcher code = CODE.matcher(address == null ? "" : address);
            if (code.find()) {
                codes.add(code.group());
            }
        }
        return codes;
    }
}
