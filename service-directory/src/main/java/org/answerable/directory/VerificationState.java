package org.answerable.directory;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Where a record is in the cycle of verification, by days since it was assured, or since it was added. */
public enum VerificationState {
    VERIFIED(0, "Verified"),
    DUE_SOON(76, "Due soon"),
    DUE(91, "Due"),
    ESCALATED(119, "Escalated"),
    STALE(182, "Stale"),
    WITHHELD(365, "Withheld");

    private final int fromDays;
    private final String label;

    VerificationState(int fromDays, String label) {
        this.fromDays = fromDays;
        this.label = label;
    }

    /** First day of the state, in days since the date. */
    public int fromDays() {
        return fromDays;
    }

    public String label() {
        return label;
    }

    /** The state on a day. */
    public static VerificationState on(LocalDate today, LocalDate since) {
        long days = ChronoUnit.DAYS.between(since, today);
        VerificationState state = VERIFIED;
        for (VerificationState each : values()) {
            if (days >= each.fromDays) {
                state = each;
            }
        }
        return state;
    }
}
