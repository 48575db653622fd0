package org.answerable.cohort.quantity;

/**
 * A half-open band of completed months: {@code [from,to)} holds {@code from} and not {@code to}. A
 * band of whole years is printed with its ages, so that "0-2" is never read two ways.
 *
 * @throws IllegalArgumentException a negative, empty or reversed band, or one above 120 years
 */
public record MonthBand(int from, int to) {

    /** The highest age that a band may reach. */
    public static final int MOST = 120 * 12;

    private static final int YEAR = 12;

    public MonthBand {
        if (from < 0 || to <= from || to > MOST) {
            throw new IllegalArgumentException(
                    "from " + from + " to " + to + " is not a band of completed months");
        }
    }

    /** The band of completed years. */
    public static MonthBand of(AgeBand years) {
        return new MonthBand(years.from() * YEAR, years.to() * YEAR);
    }

    public boolean wholeYears() {
        return from % YEAR == 0 && to % YEAR == 0;
    }

    /** Its width in years. */
    public double years() {
        return (to - from) / (double) YEAR;
    }

    /** Whether the other band begins where this ends, or ends where this begins. */
    public boolean isNextTo(MonthBand other) {
        return to == other.from || from == other.to;
    }

    /** {@code aged 0 and 1 (under 2)}, {@code aged 6 to 17 completed months}. */
    public String label() {
        if (wholeYears()) {
            return new AgeBand(from / YEAR, to / YEAR).label();
        }
        String ages =
                to - from == 1
                        ? "aged " + from + " completed months"
                        : "aged " + from + " to " + (to - 1) + " completed months";
        return from == 0 ? ages + " (under " + to + " months)" : ages;
    }
}
