package org.answerable.directory.store;

import jakarta.json.JsonObject;

/**
 * A new version of a record, ready to be published.
 *
 * @param document in the terms of HSDS, clean, with its id
 * @param difference to the version before, in words; blank for a first version
 * @param provenance how far the source is trusted, 0 to 1; counts for services
 */
public record Change(
        RecordKind kind, JsonObject document, String reason, String difference, double provenance) {

    public String id() {
        return document.getString("id");
    }
}
