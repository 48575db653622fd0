package org.answerable.cohort.worksheet;

import java.io.IOException;
import java.util.regex.Pattern;

/** Numbers as they are written in a table: a decimal point, no grouping, perhaps an exponent. */
final class NumberText {

    /** Beyond this neither counts nor their sums are exact. */
    static final double MOST = 1e15;

    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");
    private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d+)?");
    private static final int EXACT_DIGITS = 15;
    private static final int LONGEST = 400;
    private static final double[] TENS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private NumberText() {}

    /** What is wrong with a number, and how to mend it. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String fault) {
            super(fault, null, false, false);
        }
    }

    /** The number in these characters; NaN when there are only spaces. */
    static double parse(char[] text, int start, int end) throws Unreadable {
        int from = start;
        int to = end;
        while (from < to && text[from] <= ' ') {
            from++;
        }
        while (to > from && text[to - 1] <= ' ') {
            to--;
        }
        if (from == to) {
            return Double.NaN;
        }
        int digits = 0;
        int decimals = -1;
        long number = 0;
        for (int i = from; i < to; i++) {
            int digit = text[i] - '0';
            if (digit >= 0 && digit <= 9 && digits < EXACT_DIGITS) {
                number = number * 10 + digit;
                digits++;
            } else if (text[i] == '.' && decimals < 0) {
                decimals = digits;
            } else {
                return parseAny(new String(text, from, to - from));
            }
        }
        if (digits == 0) {
            return parseAny(new String(text, from, to - from));
        }
        // Both are exact in a double, so their quotient is the nearest double.
        return decimals < 0 ? number : number / TENS[digits - decimals];
    }

    static double parse(String text) throws Unreadable {
        return parse(text.toCharArray(), 0, text.length());
    }

    private static double parseAny(String text) throws Unreadable {
        if (text.length() > LONGEST || !NUMBER.matcher(text).matches()) {
            throw new Unreadable(
                    GROUPED.matcher(text).matches()
                            ? "Write the number without commas, for example 1234.5."
                            : "This is no number. Write it as 12 or 12.5, or leave the cell blank if it is"
                                    + " not known.");
        }
        return checked(Double.parseDouble(text));
    }

    static double checked(double number) throws Unreadable {
        if (!(Math.abs(number) <= MOST)) {
            throw new Unreadable("This is beyond 1e15. Check the unit, or divide the column.");
        }
        return number;
    }

    /** A finite number with all its digits; whole numbers without a point. */
    static void write(double number, Appendable to) throws IOException {
        if (number == Math.rint(number) && Math.abs(number) <= MOST) {
            to.append(Long.toString((long) number));
        } else {
            to.append(Double.toString(number));
        }
    }
}
