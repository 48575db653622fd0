package org.answerable.cohort.quantity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * How much, and how it is known. A zero that cannot be otherwise, a number nobody has and a number
 * that is withheld are three things, and none of them is a count of zero.
 */
public sealed interface Value {

    /** The value as printed. */
    String inWords();

    /** Whether arithmetic on it means something. */
    default boolean isKnown() {
        return this instanceof Observed || this instanceof Estimated;
    }

    /**
     * Counted.
     *
     * @throws IllegalArgumentException below zero
     */
    record Observed(long count) implements Value {
        public Observed {
            if (count < 0) {
                throw new IllegalArgumentException("a count is not negative: " + count);
            }
        }

        @Override
        public String inWords() {
            return String.format(Locale.UK, "%,d", count);
        }
    }

    /**
     * Modelled, with the range that its inputs allow.
     *
     * @throws IllegalArgumentException not finite, below zero, or out of order
     */
    record Estimated(double low, double central, double high) implements Value {
        public Estimated {
            if (!(low >= 0 && low <= central && central <= high && Double.isFinite(high))) {
                throw new IllegalArgumentException(
                        "no estimate: " + low + ", " + central + ", " + high);
            }
        }

        @Override
        public String inWords() {
            return "about " + rounded(central);
        }
    }

    /** Zero because the thing cannot occur: no sample result, and so without an interval. */
    record StructuralZero(String reason) implements Value {
        @Override
        public String inWords() {
            return "0 (" + reason + ")";
        }
    }

    /** Not known to us. */
    record Missing(String reason) implements Value {
        @Override
        public String inWords() {
            return "not known (" + reason + ")";
        }
    }

    /** Known to us and withheld by a policy. */
    record Suppressed(String symbol) implements Value {
        @Override
        public String inWords() {
            return "withheld (shown as " + symbol + ")";
        }
    }

    /** Low, central and high of a known value; the same number for a count. */
    default Range range() {
        if (this instanceof Observed o) {
            return new Range(o.count(), o.count(), o.count());
        }
        if (this instanceof Estimated e) {
            return new Range(e.low(), e.central(), e.high());
        }
        throw new IllegalStateException("no arithmetic on " + inWords());
    }

    /** A modelled number in three significant figures: 23,460 is printed as 23,500. */
    static String rounded(double number) {
        if (number == 0) {
            return "0";
        }
        BigDecimal three = BigDecimal.valueOf(number);
        three = three.round(new java.math.MathContext(3, RoundingMode.HALF_UP));
        return String.format(Locale.UK, three.abs().doubleValue() < 100 ? "%,.1f" : "%,.0f", three);
    }
}
