package org.answerable.directory.catalogue;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.answerable.directory.hsds.PlainWords;

/** No public text may name the postcode or street of a confidential place. */
public final class ConfidentialCheck {

    private ConfidentialCheck() {}

    /**
     * The property whose text gives a confidential place away.
     *
     * @param secrets postcodes and streets of confidential places
     */
    public static Optional<String> givenAway(JsonObject service, Collection<String> secrets) {
        List<String> plain =
                secrets.stream().map(ConfidentialCheck::plain).filter(s -> s.length() > 4).toList();
        return service.entrySet().stream()
                .filter(entry -> !entry.getKey().equals("service_at_locations"))
                .filter(entry -> names(entry.getValue(), plain))
                .map(java.util.Map.Entry::getKey)
                .findFirst();
    }

    private static boolean names(JsonValue value, List<String> secrets) {
        if (value instanceof JsonString text) {
            String words = plain(text.getString());
            return secrets.stream().anyMatch(words::contains);
        }
        if (value instanceof JsonArray list) {
            return list.stream().anyMatch(entry -> names(entry, secrets));
        }
        return value instanceof JsonObject object
                && object.values().stream().anyMatch(entry -> names(entry, secrets));
    }

    /** Without blanks, so that LN1 1AA and ln11aa are the same. */
    private static String plain(String text) {
        return PlainWords.of(text).replace(" ", "");
    }
}
