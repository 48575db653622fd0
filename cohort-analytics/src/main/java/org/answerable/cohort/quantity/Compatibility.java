package org.answerable.cohort.quantity;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether an operation on two numbers means something. Every ratio, sum and comparison goes through
 * {@link #check} first; a pair with a reason against it gives no number.
 *
 * @param reasons against it, in the order of {@link Code}; none when the numbers go together
 * @param warnings what has to be said beside the result
 * @param overlap how far both numbers speak of the same births
 */
public record Compatibility(List<Reason> reasons, List<String> warnings, CohortOverlap overlap) {

    /** How a check ends. */
    public enum Verdict {
        COMPATIBLE,
        /** Refused as it stands, and every reason can be lifted with the data at hand. */
        CONVERTIBLE,
        REFUSED
    }

    public Compatibility {
        reasons = List.copyOf(reasons);
        warnings = List.copyOf(warnings);
    }

    /**
     * Checks two numbers. A ratio passes for all known values, since it is printed "a per b" with
     * both definitions and never as a percentage.
     */
    public static Compatibility check(
            Operation operation, Quantity numerator, Quantity denominator, Thresholds thresholds) {
        return new CompatibilityCheck(operation, numerator, denominator, thresholds).run();
    }

    public boolean isCompatible() {
        return reasons.isEmpty();
    }

    public boolean has(Code code) {
        return reasons.stream().anyMatch(reason -> reason.code() == code);
    }

    public Set<Code> codes() {
        return reasons.stream().map(Reason::code).collect(Collectors.toSet());
    }

    /**
     * The verdict, given the conversions that can be made with the data at hand.
     *
     * @param possible conversions that gave a number
     */
    public Verdict verdict(Set<ConversionName> possible) {
        if (isCompatible()) {
            return Verdict.COMPATIBLE;
        }
        return reasons.stream()
                        .allMatch(r -> r.code().liftedBy().stream().anyMatch(possible::contains))
                ? Verdict.CONVERTIBLE
                : Verdict.REFUSED;
    }
}
