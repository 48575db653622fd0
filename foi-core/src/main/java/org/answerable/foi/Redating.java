package org.answerable.foi;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A case that was counted anew with another version of the calendar.
 *
 * @param before its due date by the older version; empty while its clock waits
 * @param after the same by the newer one
 */
public record Redating(
        CaseReference reference,
        String authority,
        Optional<LocalDate> before,
        Optional<LocalDate> after) {

    public boolean moved() {
        return !before.equals(after);
    }
}
