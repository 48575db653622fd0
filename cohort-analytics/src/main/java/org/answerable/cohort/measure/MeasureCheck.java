package org.answerable.cohort.measure;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.answerable.cohort.Conflict;
import org.answerable.cohort.Figure;
import org.answerable.cohort.FigureTable;
import org.answerable.cohort.MeasureRequest;
import org.answerable.cohort.MeasureRequest.Measure;
import org.answerable.cohort.definition.CheckedDefinition;
import org.answerable.cohort.quantity.AgeBasis;
import org.answerable.cohort.quantity.Compatibility;
import org.answerable.cohort.quantity.Geography;
import org.answerable.cohort.quantity.GeographyBasis;
import org.answerable.cohort.quantity.Operation;
import org.answerable.cohort.quantity.Quantity;
import org.answerable.cohort.quantity.Reason;
import org.answerable.cohort.quantity.Rounding;
import org.answerable.cohort.quantity.Source;
import org.answerable.cohort.quantity.Thresholds;
import org.answerable.cohort.quantity.TimeBasis;
import org.answerable.cohort.quantity.Unit;
import org.answerable.cohort.quantity.Value;
import org.answerable.cohort.quantity.WhoseAge;

/**
 * What must hold of every figure before it is kept: parts share out their whole, rows add up to the
 * total, and a ratio is one of numbers that go together. What fails here is a fault of ours or of
 * the data, and is said instead of a number.
 */
final class MeasureCheck {

    /** Part and whole speak of the same births, all of them. */
    private static final Thresholds SAME_BIRTHS = new Thresholds(1, 1, 0);

    private final MeasureRequest request;
    private final CheckedDefinition definition;
    private final Figure.Source source;

    MeasureCheck(MeasureRequest request, CheckedDefinition definition, Figure.Source source) {
        this.request = request;
        this.definition = definition;
        this.source = source;
    }

    /**
     * @throws Conflict something does not hold; nothing is kept
     */
    void insist(FigureTable table) {
        for (FigureTable.Row row : table.rowsAndTotal()) {
            long parts = row.counts().stream().mapToLong(Long::longValue).sum();
            if (row.sum() < 0
                    || row.counts().stream().anyMatch(c -> c < 0)
                    || !row.counts().isEmpty() && parts != row.sum()) {
                throw broken("the parts of " + row.label() + " do not share out their whole");
            }
            if (request.measure() == Measure.PROPORTION && row.sum() > 0) {
                insistOnAShare(row);
            }
        }
        if (table.total() != null && !table.rows().isEmpty()) {
            long rows = table.rows().stream().mapToLong(FigureTable.Row::sum).sum();
            if (rows != table.total().sum()) {
                throw broken(
                        "the rows add up to " + rows + ", the total is " + table.total().sum());
            }
        }
    }

    private void insistOnAShare(FigureTable.Row row) {
        Compatibility compatibility =
                Compatibility.check(
                        Operation.PROPORTION,
                        quantity(row.counts().get(0)),
                        quantity(row.sum()),
                        SAME_BIRTHS);
        if (!compatibility.isCompatible()) {
            throw broken(
                    compatibility.reasons().stream()
                            .map(Reason::sentence)
                            .collect(Collectors.joining(" ")));
        }
    }

    private Quantity quantity(long count) {
        LocalDate start = definition.start();
        boolean snapshot = definition.definition().time().snapshot() != null;
        return new Quantity(
                "",
                new Value.Observed(count),
                definition.unit(),
                snapshot
                        ? new TimeBasis.Snapshot(start)
                        : new TimeBasis.Window(start, definition.end(), TimeBasis.Counting.PERSONS),
                new AgeBasis(
                        definition.age(),
                        definition.ageRule(),
                        definition.unit() == Unit.FAMILY
                                ? WhoseAge.YOUNGEST_CHILD
                                : WhoseAge.THE_PERSON),
                new Source(source.sourceSystem(), source.datasetId(), source.sha256()),
                new Geography(
                        GeographyBasis.valueOf(source.geographyBasis()),
                        String.join(", ", definition.definition().areas()),
                        source.vintage()),
                Rounding.NONE,
                Map.of());
    }

    private static Conflict broken(String what) {
        return new Conflict("No figure was made: " + what + ".");
    }
}
