package org.answerable.cohort.conversion;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.answerable.cohort.quantity.Code;
import org.answerable.cohort.quantity.Compatibility;
import org.answerable.cohort.quantity.ConversionName;
import org.answerable.cohort.quantity.Operation;
import org.answerable.cohort.quantity.Outcome;
import org.answerable.cohort.quantity.Quantity;

/** Two numbers, what is to be done with them, what the check says, and what may be assumed. */
record Pair(
        Operation operation,
        Quantity first,
        Quantity second,
        Compatibility check,
        ModelInputs inputs) {

    Quantity other(Quantity one) {
        return one == first ? second : first;
    }

    /** The operation with one of the numbers replaced, when nothing then speaks against it. */
    Optional<Outcome> with(Quantity replaced, Quantity by) {
        Quantity one = replaced == first ? by : first;
        Quantity other = replaced == second ? by : second;
        return outcome(one, other);
    }

    Optional<Outcome> outcome(Quantity one, Quantity other) {
        boolean possible = !operation.divides() || isAboveZero(other);
        return possible
                        && Compatibility.check(operation, one, other, inputs.thresholds())
                                .isCompatible()
                ? Optional.of(Outcome.of(operation, one, other, inputs.thresholds()))
                : Optional.empty();
    }

    private static boolean isAboveZero(Quantity quantity) {
        return quantity.value().isKnown() && quantity.value().range().low() > 0;
    }

    boolean has(Code code) {
        return check.has(code);
    }

    /** The reasons of this pair that the conversion can lift. */
    List<Code> liftedBy(ConversionName name) {
        return Arrays.stream(Code.values())
                .filter(this::has)
                .filter(code -> code.liftedBy().contains(name))
                .toList();
    }
}
