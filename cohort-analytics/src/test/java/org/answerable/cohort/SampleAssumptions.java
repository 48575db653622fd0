package org.answerable.cohort;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.answerable.cohort.Assumption.Part;

/** The assumptions that calculations need, in memory: the illustrative numbers of the example. */
public final class SampleAssumptions implements Assumptions {

    private final List<Assumption> all;

    public SampleAssumptions() {
        all =
                List.of(
                        of("A1", "", null, null),
                        of("A2", "", null, null),
                        of(
                                "A3",
                                "Maternities a year",
                                "6500",
                                "7300",
                                part("maternities", "6900", "1", "1000000"),
                                open("year1"),
                                open("year2"),
                                open("year3"),
                                open("year4")),
                        of(
                                "A4",
                                "Mean years",
                                "3.2",
                                "3.6",
                                part("within12", "0", "0", "1"),
                                part("within24", "0.12", "0", "1"),
                                part("within36", "0.28", "0", "1"),
                                part("within48", "0.40", "0", "1")),
                        of("A5", "Families", "0", "800", part("families", "0", "0", "1000000")),
                        of("A13", "Ratio", null, null, open("ratio")),
                        of(
                                "A15",
                                "",
                                null,
                                null,
                                part("refuseBelow", "0.95", "0", "1"),
                                part("warnBelow", "1", "0", "1"),
                                part("smallBases", "20", "0", "1000")),
                        of("A16", "Children", null, null, part("children", "1.015", "1", "2")),
                        of("A17", "Ratio", null, null, open("ratio")));
    }

    private static Assumption of(
            String id, String rangeOf, String low, String high, Part... parts) {
        return new Assumption(
                id,
                3,
                "Statement of " + id + ".",
                List.of(parts),
                rangeOf,
                Optional.ofNullable(low).map(BigDecimal::new),
                Optional.ofNullable(high).map(BigDecimal::new),
                Optional.empty(),
                LocalDate.of(2026, 1, 5),
                "Owner",
                Instant.EPOCH,
                "ana",
                "first");
    }

    private static Part part(String name, String number, String least, String most) {
        return new Part(
                name,
                name,
                Optional.of(new BigDecimal(number)),
                new BigDecimal(least),
                new BigDecimal(most),
                false);
    }

    private static Part open(String name) {
        return new Part(
                name,
                name,
                Optional.empty(),
                new BigDecimal("0.1"),
                new BigDecimal("1000000"),
                true);
    }

    @Override
    public List<Assumption> inForce() {
        return all;
    }

    @Override
    public List<Assumption> versions(String id) {
        return all.stream().filter(a -> a.id().equals(id)).toList();
    }

    @Override
    public Assumption revise(AssumptionRevision revision, Actor actor) {
        throw new UnsupportedOperationException();
    }
}
