package org.answerable.cohort.conversion;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.answerable.cohort.quantity.Compatibility;
import org.answerable.cohort.quantity.Operation;
import org.answerable.cohort.quantity.Quantity;

/**
 * The conversions that a pair of numbers can be offered: done where the data suffice, otherwise with
 * what is needed.
 */
public final class Conversions {

    private static final List<Function<Pair, Optional<Conversion>>> STEPS =
            List.of(
                    ChildrenToFamilies::offer,
                    StockToPeriod::offer,
                    MidPeriodPersonTime::offer,
                    FromRecords::eventsToPersons,
                    FromRecords::restrictWindow,
                    FromRecords::cohortShift,
                    FromCounts::reband,
                    FromRecords::rerule,
                    FromCounts::sourceRatio,
                    FromRecords::registeredToResident,
                    FromRecords::bestFit,
                    FromCounts::propagateRounding);

    private Conversions() {}

    /**
     * @param check what was found against the operation on the two numbers
     */
    public static List<Conversion> offer(
            Operation operation,
            Quantity first,
            Quantity second,
            Compatibility check,
            ModelInputs inputs) {
        Pair pair = new Pair(operation, first, second, check, inputs);
        return STEPS.stream().map(step -> step.apply(pair)).flatMap(Optional::stream).toList();
    }

    static Stream<Quantity> both(Pair pair) {
        return Stream.of(pair.first(), pair.second());
    }
}
