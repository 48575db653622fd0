package org.answerable.foi;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Which requests a report counts: those received from one day to another, both included.
 *
 * @param authority code; empty: the whole system, in sums only
 */
public record ReportScope(Optional<String> authority, LocalDate from, LocalDate to) {

    public ReportScope {
        Paging.check("from", Optional.of(from));
        Paging.check("to", Optional.of(to));
        if (to.isBefore(from)) {
            throw new InvalidInput("to", "The last day is before the first: swap them.");
        }
    }
}
