package org.answerable.web.page;

import java.util.Locale;

/** Numbers as pages print them: 6,719. */
public final class Numbers {

    private static final int MOST_DIGITS = 18;

    private Numbers() {}

    public static String grouped(long number) {
        return String.format(Locale.UK, "%,d", number);
    }

    /** Plain digits with their thousands marked; a symbol for a withheld count stays as it is. */
    public static String grouped(String cell) {
        boolean digits = cell.length() <= MOST_DIGITS && cell.matches("-?[0-9]+");
        return digits ? grouped(Long.parseLong(cell)) : cell;
    }

    /** 94.6%; an en dash out of nothing. */
    public static String percent(long part, long whole) {
        return whole == 0 ? "–" : String.format(Locale.UK, "%.1f%%", 100.0 * part / whole);
    }

    /** 20 or 20.5. */
    public static String days(double days) {
        return days == Math.rint(days)
                ? grouped((long) days)
                : String.format(Locale.UK, "%.1f", days);
    }

    /** 1 case, 2 cases, No cases. */
    public static String count(long number, String one, String many) {
        if (number == 0) {
            return "No " + many;
        }
        return number == 1 ? "1 " + one : grouped(number) + " " + many;
    }
}
