package org.answerable.cohort;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Numbers of need in words, the same on pages and in files: whole children where there are many, with one
 * decimal where there are few.
 */
public final class NeedNumbers {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final double FEW = 20;

    private NeedNumbers() {}

    /** A number of children. */
    public static String children(double number) {
        boolean whole = number >= FEW || number == Math.rint(number);
        return String.format(Locale.UK, whole ? "%,.0f" : "%,.1f", number);
    }

    /** As it was typed. */
    public static String number(double number) {
        return new BigDecimal(number)
                .round(new MathContext(7))
                .stripTrailingZeros()
                .toPlainString();
    }

    /** A share: {@code 23.5%}. */
    public static String percent(double share) {
        return new BigDecimal(100 * share)
                        .round(new MathContext(3))
                        .stripTrailingZeros()
                        .toPlainString()
                + "%";
    }

    public static String range(NeedLimits limits) {
        return children(limits.lower95()) + " to " + children(limits.upper95());
    }

    public static String day(LocalDate day) {
        return DAY.format(day);
    }
}
