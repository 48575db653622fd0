package org.answerable.web.cohort;

import org.answerable.cohort.NeedEstimate.Amount;
import org.answerable.cohort.NeedEstimate.State;
import org.answerable.cohort.NeedLimits;
import org.answerable.cohort.NeedNumbers;
import org.answerable.web.page.Option;

/** Numbers of an estimate of need as pages print them. */
public final class NeedWords {

    private NeedWords() {}

    public static String children(double number) {
        return NeedNumbers.children(number);
    }

    public static String range95(NeedLimits limits) {
        return NeedNumbers.range(limits);
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
        return NeedNumbers.percent(share);
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
