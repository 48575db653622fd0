package org.answerable.directory.hsds;

import jakarta.json.JsonObject;
import java.util.Map;

/**
 * The documents that a service refers to, by their public ids.
 *
 * @param organization of the service; an empty object when it is not known
 */
public record Neighbours(
        JsonObject organization, Map<String, JsonObject> locations, Map<String, Term> terms) {

    /** A term with what its taxonomy adds to it. */
    public record Term(JsonObject document, String taxonomyId, String taxonomyName) {}
}
