package org.answerable.directory.commissioning;

import org.answerable.directory.CohortWindow;
import org.answerable.directory.input.Checks;

/** Weeks of pregnancy and months of age that make sense. */
final class WindowRules {

    private static final int LAST_WEEK = 45;
    private static final int LAST_MONTH = 25 * 12;

    private WindowRules() {}

    /**
     * @param at what the names of the fields begin with
     */
    static CohortWindow checked(Checks checks, String at, CohortWindow window) {
        if (window == null) {
            return CohortWindow.EVERYONE;
        }
        checks.whole(at + "weeksFrom", window.weeksFrom(), 0, LAST_WEEK);
        checks.whole(at + "weeksTo", window.weeksTo(), 0, LAST_WEEK);
        checks.whole(at + "monthsFrom", window.monthsFrom(), 0, LAST_MONTH);
        checks.whole(at + "monthsTo", window.monthsTo(), 0, LAST_MONTH);
        ordered(checks, at + "weeksTo", window.weeksFrom(), window.weeksTo());
        ordered(checks, at + "monthsTo", window.monthsFrom(), window.monthsTo());
        return window;
    }

    private static void ordered(Checks checks, String field, Integer from, Integer to) {
        if (from != null && to != null && to < from) {
            checks.error(field, "The end is before the beginning");
        }
    }
}
