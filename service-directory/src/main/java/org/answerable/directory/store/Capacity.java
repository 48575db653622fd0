package org.answerable.directory.store;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.answerable.directory.hsds.Properties;

/**
 * What a service has free now, as it says.
 *
 * @param unit identifier of the unit, else its name
 */
record Capacity(String unit, BigDecimal available, BigDecimal maximum, Instant updated) {

    /** The capacity, or nothing when it does not say how much of what, or when it was so. */
    static Optional<Capacity> of(JsonObject capacity) {
        JsonObject unit = Properties.object(capacity, "unit").orElse(JsonObject.EMPTY_JSON_OBJECT);
        String name = Properties.text(unit, "identifier");
        if (name == null) {
            name = Properties.text(unit, "name");
        }
        BigDecimal available = Properties.number(capacity, "available");
        String updated = Properties.text(capacity, "updated");
        if (name == null || available == null || updated == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Capacity(
                            name,
                            available,
                            Properties.number(capacity, "maximum"),
                            OffsetDateTime.parse(updated).toInstant()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
