package org.answerable.foi.law;

import java.time.LocalDate;
import java.util.List;

/**
 * The appropriate limit of s.12 FOIA as a row of data (I6, R12): pounds, at the rate of reg 4(4) for
 * an hour of a person's time. A cost must exceed it; exactly the limit does not.
 *
 * @param version how the row is named with every estimate
 */
public record AppropriateLimit(
        String version, int pounds, int poundsAnHour, LocalDate validFrom, String source) {

    /** For councils, integrated care boards and trusts: 18 hours. */
    public static final AppropriateLimit LOCAL_AND_HEALTH =
            new AppropriateLimit(
                    "£450 at £25 an hour, 2005",
                    450,
                    25,
                    LocalDate.of(2005, 1, 1),
                    "regs 3(3) and 4(4) SI 2004/3244");

    private static final int MINUTES_AN_HOUR = 60;
    private static final int AGGREGATION_WORKING_DAYS = 60; // reg 5(2)(b)

    private static final List<AppropriateLimit> ROWS = List.of(LOCAL_AND_HEALTH);

    /** The row in force on a day. */
    public static AppropriateLimit on(LocalDate day) {
        return ROWS.stream()
                .filter(row -> !row.validFrom().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElse(LOCAL_AND_HEALTH);
    }

    public int minutes() {
        return pounds * MINUTES_AN_HOUR / poundsAnHour;
    }

    /** Requests received within so many consecutive working days may be added (reg 5). */
    public static int aggregationWorkingDays() {
        return AGGREGATION_WORKING_DAYS;
    }
}
