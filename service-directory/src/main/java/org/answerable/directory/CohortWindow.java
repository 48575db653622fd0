package org.answerable.directory;

/**
 * For whom by age: weeks of pregnancy, and months after birth. Completed months and weeks, both ends
 * included; null where nothing is said. All null means every age.
 */
public record CohortWindow(
        Integer weeksFrom, Integer weeksTo, Integer monthsFrom, Integer monthsTo) {

    private static final int LAST_WEEK = 45;

    /** Nothing is said: every age. */
    public static final CohortWindow EVERYONE = new CohortWindow(null, null, null, null);

    /** Ages after birth alone. */
    public static CohortWindow months(Integer from, Integer to) {
        return new CohortWindow(null, null, from, to);
    }

    /** Weeks of pregnancy alone. */
    public static CohortWindow weeks(Integer from, Integer to) {
        return new CohortWindow(from, to, null, null);
    }

    public boolean inPregnancy() {
        return weeksFrom != null || weeksTo != null || everyone();
    }

    public boolean afterBirth() {
        return monthsFrom != null || monthsTo != null || everyone();
    }

    /** Whether some family is in both. */
    public boolean overlaps(CohortWindow other) {
        boolean weeks =
                inPregnancy()
                        && other.inPregnancy()
                        && meet(weeksFrom, weeksTo, other.weeksFrom, other.weeksTo, LAST_WEEK);
        boolean months =
                afterBirth()
                        && other.afterBirth()
                        && meet(
                                monthsFrom,
                                monthsTo,
                                other.monthsFrom,
                                other.monthsTo,
                                Integer.MAX_VALUE);
        return weeks || months;
    }

    /** {@code week 12 to 36 of pregnancy, and 0 to 23 months}. */
    public String words() {
        if (everyone()) {
            return "all ages";
        }
        String weeks =
                inPregnancy()
                        ? "week "
                                + (weeksFrom == null ? 0 : weeksFrom)
                                + " to "
                                + (weeksTo == null ? "birth" : weeksTo)
                                + " of pregnancy"
                        : "";
        String months = "";
        if (afterBirth()) {
            months =
                    monthsTo == null
                            ? "from " + monthsFrom + " months"
                            : (monthsFrom == null ? 0 : monthsFrom) + " to " + monthsTo + " months";
        }
        return weeks + (weeks.isEmpty() || months.isEmpty() ? "" : ", and ") + months;
    }

    private boolean everyone() {
        return weeksFrom == null && weeksTo == null && monthsFrom == null && monthsTo == null;
    }

    private static boolean meet(
            Integer from, Integer to, Integer otherFrom, Integer otherTo, int last) {
        int begin = Math.max(from == null ? 0 : from, otherFrom == null ? 0 : otherFrom);
        int end = Math.min(to == null ? last : to, otherTo == null ? last : otherTo);
        return begin <= end;
    }
}
