package org.answerable.directory.hsds;

/** Ages and weeks of pregnancy in plain English. */
public final class AgesInWords {

    private AgesInWords() {}

    /** {@code from birth to 2 years}, both ends included, or null when no age is given. */
    public static String of(AgeMonths ages) {
        if (ages.from() == null && ages.to() == null) {
            return null;
        }
        String to = ages.to() == null ? null : upTo(ages.to());
        if (ages.from() == null) {
            return "up to " + to;
        }
        String from = "from " + from(ages.from());
        return to == null ? from : from + " to " + to;
    }

    /** {@code in pregnancy, from week 20 to 40}, or null. */
    public static String weeks(Integer from, Integer to) {
        if (from == null) {
            return null;
        }
        if (from == 0 && to == ServiceFacts.LAST_WEEK) {
            return "in pregnancy";
        }
        return to == ServiceFacts.LAST_WEEK
                ? "in pregnancy, from week " + from
                : "in pregnancy, from week " + from + " to " + to;
    }

    private static String from(int months) {
        return months == 0 ? "birth" : words(months);
    }

    /** The last age that is included: 35 months is “2 years” last birthday, 23 are “1 year”. */
    private static String upTo(int months) {
        return (months + 1) % 12 == 0 && months > 11
                ? words(months + 1 - 12) + " (until the next birthday)"
                : words(months);
    }

    private static String words(int months) {
        if (months % 12 == 0 && months > 0) {
            return months == 12 ? "1 year" : months / 12 + " years";
        }
        return months == 1 ? "1 month" : months + " months";
    }
}
