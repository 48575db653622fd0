package org.answerable.foi;

import java.time.LocalDate;
import java.util.List;

/**
 * One date of the count from receipt to the due date.
 *
 * @param number k for the k-th working day; 0 when the date is not counted
 * @param reason why a date is skipped, for example {@code Saturday} or {@code Good Friday}; else
 *     empty
 * @param nations where a skipped date is a bank holiday; else empty
 */
public record DeadlineDay(
        LocalDate date, Kind kind, int number, String reason, List<String> nations) {

    /** The day of receipt, a counted working day, or a date that does not count (R2, R3). */
    public enum Kind {
        DAY_ZERO,
        COUNTED,
        SKIPPED
    }

    public DeadlineDay {
        nations = List.copyOf(nations);
    }

    /** The entry in words, for example {@code skipped: St Patrick's Day, Northern Ireland}. */
    public String describe() {
        return switch (kind) {
            case DAY_ZERO -> "received: day 0";
            case COUNTED -> "working day " + number;
            case SKIPPED ->
                    "skipped: "
                            + reason
                            + (nations.isEmpty() ? "" : ", " + String.join(", ", nations));
        };
    }
}
