package org.answerable.web.cohort;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.answerable.cohort.NeedEstimate.Amount;
import org.answerable.cohort.NeedEstimate.State;
import org.answerable.cohort.NeedLimits;
import org.answerable.web.page.Option;

/** Numbers of an estimate of need as pages print them. */
public final class NeedWords {

    private static final double FEW = 20;

    private NeedWords() {}

    /** Whole children where there are many, with a decimal where there are few. */
    public static String children(double number) {
        boolean whole = number >= FEW || number == Math.rint(number);
        return String.format(Locale.UK, whole ? "%,.0f" : "%,.1f", number);
    }

    public static String range95(NeedLimits limits) {
        return children(limits.lower95()) + " to " + children(limits.upper95());
    }

    public static String range80(NeedLimits limits) {
        return children(limits.lower80()) + " to " + children(limits.upper80());
    }

    /** Median with 95% in brackets; words when it is not known. */
    public static String both(NeedLimits limits) {
        return limits == null
                ? "not known"
                : children(limits.median()) + " (" + range95(limits) + ")";
    }

    public static String percent(double share) {
        return new BigDecimal(100 * share)
                        .round(new MathContext(3))
                        .stripTrailingZeros()
                        .toPlainString()
                + "%";
    }

    public static String shares95(NeedLimits limits) {
        return percent(limits.lower95()) + " to " + percent(limits.upper95());
    }

    /** What stands before a share that rests on this capacity, where the capacity is only a bound. */
    public static String most(Amount capacity) {
        return isBound(capacity) ? "at most " : "";
    }

    /** What stands before a gap that rests on it. */
    public static String least(Amount capacity) {
        return isBound(capacity) ? "at least " : "";
    }

    private static boolean isBound(Amount capacity) {
        return capacity.high() != null && capacity.low() < capacity.high();
    }

    /** A word and a colour for whether a number is there. */
    public static Option tag(State state) {
        return switch (state) {
            case KNOWN -> new Option("green", "Known");
            case STRUCTURAL_ZERO -> new Option("blue", "None commissioned");
            case UNKNOWN -> new Option("yellow", "Not known");
            case SUPPRESSED -> new Option("grey", "Withheld");
        };
    }
}
