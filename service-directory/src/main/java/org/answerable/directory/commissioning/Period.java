package org.answerable.directory.commissioning;

import java.time.LocalDate;
import org.answerable.directory.ContractLine;
import org.answerable.directory.ContractTerms;

/** Days from a first to a last one, both included; a missing end is open. */
record Period(LocalDate first, LocalDate last) {

    static Period of(ContractLine line) {
        return new Period(line.from(), line.to());
    }

    /** When a line can be in force: cut to its contract, with its extension, until it was terminated. */
    static Period of(ContractTerms terms, ContractLine line) {
        LocalDate last = line.to();
        LocalDate end = terms.extensionUntil() == null ? terms.ends() : terms.extensionUntil();
        last = earlier(last, end);
        last =
                earlier(
                        last,
                        terms.terminatedOn() == null ? null : terms.terminatedOn().minusDays(1));
        return new Period(line.from(), last);
    }

    boolean overlaps(Period other) {
        return !isBefore(last, other.first) && !isBefore(other.last, first);
    }

    private static boolean isBefore(LocalDate last, LocalDate first) {
        return last != null && first != null && last.isBefore(first);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
