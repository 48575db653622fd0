package org.answerable.cohort.quantity;

import java.util.Locale;

/**
 * What an operation on two compatible numbers gives. There is no way to one past the check, and only
 * a part of a whole is ever printed as a percentage.
 *
 * @param range the number, and how low and high it may be
 * @param words the number as printed, with its unit
 */
public record Outcome(Operation operation, Range range, String words) {

    private static final int PER = 1000;

    /**
     * @throws IllegalArgumentException the check has something against it
     */
    public static Outcome of(
            Operation operation, Quantity first, Quantity second, Thresholds thresholds) {
        Compatibility check = Compatibility.check(operation, first, second, thresholds);
        if (!check.isCompatible()) {
            throw new IllegalArgumentException("refused: " + check.reasons());
        }
        Range one = first.value().range();
        Range other = second.value().range();
        return switch (operation) {
            case PROPORTION, COVERAGE -> {
                Range share = one.over(other);
                yield new Outcome(operation, share, percent(share));
            }
            case RATE -> {
                Range rate = one.over(other).times(PER);
                yield new Outcome(operation, rate, decimals(rate) + " " + per(first, second));
            }
            case RATIO -> {
                Range ratio = one.over(other);
                yield new Outcome(
                        operation,
                        ratio,
                        decimals(ratio)
                                + " "
                                + first.unit().plural()
                                + " per "
                                + second.unit().singular());
            }
            case SUM -> whole(operation, one.plus(other), first);
            case DIFFERENCE -> whole(operation, one.minus(other), first);
            case TREND -> {
                Range change = one.over(other).plus(Range.exactly(-1));
                yield new Outcome(operation, change, "a change of " + percent(change));
            }
        };
    }

    /** More than the whole: the definitions are at fault. Shown, never clipped. */
    public boolean isMoreThanTheWhole() {
        return operation.isPartOfWhole() && range.central() > 1;
    }

    private static Outcome whole(Operation operation, Range range, Quantity first) {
        return new Outcome(
                operation, range, print("%,.0f", range, 1, "") + " " + first.unit().plural());
    }

    private static String per(Quantity first, Quantity second) {
        String each =
                second.time() instanceof TimeBasis.PersonTime
                        ? " years lived by " + second.unit().plural()
                        : " " + second.unit().plural();
        return first.unit().plural() + " per 1,000" + each;
    }

    /** {@code 70.6%}, or {@code about 59.1% (51.2% to 66.7%)}. */
    private static String percent(Range share) {
        return print("%.1f", share, 100, "%");
    }

    private static String decimals(Range range) {
        return print(Math.abs(range.central()) < 10 ? "%.2f" : "%,.1f", range, 1, "");
    }

    private static String print(String format, Range range, int factor, String sign) {
        String central = one(format, range.central() * factor) + sign;
        if (range.isExact()) {
            return central;
        }
        return "about "
                + central
                + " ("
                + one(format, range.low() * factor)
                + sign
                + " to "
                + one(format, range.high() * factor)
                + sign
                + ")";
    }

    private static String one(String format, double number) {
        return String.format(Locale.UK, format, number);
    }
}
