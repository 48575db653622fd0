package org.answerable.cohort.quantity;

import java.util.Locale;

/**
 * Where a number comes from. A month alone does not name a source: one month may be published from
 * two systems.
 *
 * @param system the system behind the number
 * @param extract which extract of it; empty when not told
 * @param sha256 hash of the file; empty when not told
 */
public record Source(String system, String extract, String sha256) {

    /** Whether both numbers come from the same system. */
    public boolean isOfSameSystemAs(Source other) {
        return key(system).equals(key(other.system));
    }

    /** Whether this is the system of that name. */
    public boolean isOf(String name) {
        return key(system).equals(key(name));
    }

    public String inWords() {
        String words =
                switch (key(system)) {
                    case "gp-registration" -> "GP registration list";
                    case "mid-year-estimate" -> "mid-year population estimate";
                    case "service-record" -> "service record";
                    default -> system;
                };
        return extract.isEmpty() ? words : words + ", " + extract;
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "-");
    }
}
