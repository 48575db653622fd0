package org.answerable.directory;

import java.time.LocalDate;

/**
 * An area by its GSS code.
 *
 * @param code nine characters, such as E07000138
 * @param name as last published; the code itself when no name is known
 * @param validFrom first day of the code, or null when not known
 * @param validTo first day on which the code is no longer used, or null while it is
 * @param demonstration whether what is known of it came with the demonstration data
 */
public record Area(
        String code,
        String name,
        AreaKind kind,
        LocalDate validFrom,
        LocalDate validTo,
        boolean demonstration) {

    /** Whether the code was in use on that day; an unknown end is open. */
    public boolean validOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom))
                && (validTo == null || day.isBefore(validTo));
    }
}
