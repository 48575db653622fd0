package org.answerable.foi;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * An uploaded calendar that is not in force: what it would change.
 *
 * @param against the version that it was compared with
 * @param kept in words, the years that the file leaves out and the older version had
 */
public record CalendarProposal(
        long id,
        String against,
        LocalDate horizonBefore,
        LocalDate horizonAfter,
        List<CalendarChange> changes,
        List<String> kept,
        String proposedBy,
        Instant proposedAt) {

    /** True when a date is lost somewhere, so that adopting it needs a confirmation and a reason. */
    public boolean loses() {
        return changes.stream().anyMatch(c -> c.kind().loses());
    }
}
