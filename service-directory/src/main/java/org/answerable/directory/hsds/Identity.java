package org.answerable.directory.hsds;

import jakarta.json.JsonObject;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The ids that the records of a source have here. A UUID is kept, in small letters; any other id becomes a UUID made
 * from source and id, and so does one that another source used first. A part without an id gets one from its record and
 * its place in it, so that receiving the same again changes nothing.
 *
 * @param source name of the source
 * @param elsewhere ids of records here that stand for another source's records, by kind and id ({@code service a1…})
 */
public record Identity(String source, Map<String, String> elsewhere) {

    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Map<String, String> REFERENCES =
            Map.of(
                    "organization_id", "organization",
                    "parent_organization_id", "organization",
                    "location_id", "location",
                    "taxonomy_term_id", "taxonomy_term",
                    "parent_id", "taxonomy_term",
                    "taxonomy_id", "taxonomy",
                    "service_id", "service");

    /** No other source has anything. */
    public static Identity of(String source) {
        return new Identity(source, Map.of());
    }

    /** The id of an object. */
    String of(String kind, String given, JsonObject owner, String path) {
        return given == null || given.isBlank()
                ? NamedUuid.of(source, String.valueOf(Properties.text(owner, "id")), path)
                : known(kind, given);
    }

    /** The id that a foreign key points to. */
    String reference(String property, String given) {
        return known(REFERENCES.getOrDefault(property, property), given);
    }

    private String known(String kind, String given) {
        String small = given.toLowerCase(Locale.ROOT);
        boolean uuid = UUID.matcher(given).matches();
        String other = elsewhere.get(kind + " " + (uuid ? small : given));
        if (other != null) {
            return other;
        }
        return uuid ? small : NamedUuid.of(source, kind, given);
    }

    /** The id that a record gets when another one has its id already. */
    public String another(String kind, String given) {
        return NamedUuid.of(source, kind, given);
    }
}
