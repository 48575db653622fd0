package org.answerable.directory.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Who publishes, and when.
 *
 * @param author user name of whoever proposed the change
 * @param approver user name of whoever let it out
 * @param authority of the approver
 */
public record Signature(String author, String approver, String authority, Instant at) {

    /** The civil time that opening hours are in. */
    static final ZoneId HERE = ZoneId.of("Europe/London");

    LocalDate today() {
        return LocalDate.ofInstant(at, HERE);
    }
}
