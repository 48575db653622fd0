package org.answerable.directory;

/**
 * The age of a baby that was born early, counted from the day it was due: age minus the weeks that were
 * missing to 40. It is shown beside the age and decides nothing by itself.
 *
 * @param months completed months since birth, 0 to 35
 * @param bornInWeek completed weeks of pregnancy at birth, 22 to 42
 */
public record CorrectedAge(int months, int bornInWeek) {

    private static final int TERM = 40;
    private static final int EARLY = 37;
    private static final int FIRST_WEEK = 22;
    private static final int LAST_WEEK = 42;
    private static final int LAST_MONTH = 35;
    private static final double WEEKS_A_MONTH = 365.25 / 7 / 12;

    /**
     * @throws InvalidInput fields {@code age}, {@code born}
     */
    public CorrectedAge {
        if (months < 0 || months > LAST_MONTH) {
            throw new InvalidInput("age", "Enter completed months from 0 to " + LAST_MONTH);
        }
        if (bornInWeek < FIRST_WEEK || bornInWeek > LAST_WEEK) {
            throw new InvalidInput(
                    "born", "Enter a week of pregnancy from " + FIRST_WEEK + " to " + LAST_WEEK);
        }
    }

    /** Whether the baby was born before week 37, so that an age is corrected. */
    public boolean early() {
        return bornInWeek < EARLY;
    }

    /** Completed months since the day the baby was due; below 0 before that day. */
    public int correctedMonths() {
        double weeks = months * WEEKS_A_MONTH - (TERM - bornInWeek);
        return (int) Math.floor(weeks / WEEKS_A_MONTH);
    }

    /** In words. */
    public String words() {
        if (!early()) {
            return "Born in week " + bornInWeek + ", not early: the age is not corrected.";
        }
        int corrected = correctedMonths();
        return "Born in week "
                + bornInWeek
                + ": at "
                + months
                + " months the corrected age is "
                + (corrected < 0
                        ? "below 0, before the day the baby was due"
                        : corrected + " months")
                + ". Steps go by the age since birth.";
    }
}
