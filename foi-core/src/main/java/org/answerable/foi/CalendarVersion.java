package org.answerable.foi;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One version of the working calendar: it is kept for ever, since cases name the version that they
 * were counted with.
 *
 * @param takenAt when its source was read
 * @param contentHash SHA-256 of its written form
 * @param horizon the last date that it can speak for
 * @param days bank holidays in any nation
 * @param adoptedBy the name of whoever confirmed it; empty: it came with the product
 * @param reason why dates were dropped, if any were
 * @param inForce whether new cases are counted with it
 */
public record CalendarVersion(
        String version,
        String source,
        LocalDate takenAt,
        String contentHash,
        LocalDate coversFrom,
        LocalDate horizon,
        int days,
        Instant loadedAt,
        Optional<String> adoptedBy,
        String reason,
        boolean inForce) {}
