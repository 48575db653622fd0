package org.answerable.directory.commissioning;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.answerable.directory.Contract;
import org.answerable.directory.ContractLine;
import org.answerable.directory.CoverageAnswer.Line;
import org.answerable.directory.Geography;

/** The lines of contracts with the LSOAs that they reach, looked up at once. */
final class KnownLines {

    /** A line in its contract. */
    record Known(Contract contract, ContractLine line, Set<String> lsoas) {

        boolean inForce(LocalDate day) {
            return contract.terms().inForce(line, day);
        }

        Period period() {
            return Period.of(contract.terms(), line);
        }

        boolean overlaps(Known other) {
            return line.need().equals(other.line.need())
                    && line.tier() == other.line.tier()
                    && line.cohort().overlaps(other.line.cohort())
                    && period().overlaps(other.period());
        }

        String name() {
            return contract.reference() + "/" + line.number();
        }

        /** As it is shown to the public. */
        Line shown() {
            return new Line(
                    contract.reference(),
                    contract.version(),
                    contract.terms().title(),
                    contract.terms().provider().name(),
                    contract.terms().commissioners().stream().map(c -> c.name()).toList(),
                    line,
                    lsoas,
                    contract.demonstration(),
                    contract.recordedAt());
        }
    }

    private KnownLines() {}

    static List<Known> of(List<Contract> contracts, Geography geography) {
        List<String> codes =
                contracts.stream()
                        .flatMap(contract -> contract.terms().lines().stream())
                        .flatMap(line -> line.areas().stream())
                        .distinct()
                        .toList();
        Map<String, Set<String>> parts = geography.lsoasOf(codes);
        return contracts.stream()
                .flatMap(
                        contract ->
                                contract.terms().lines().stream()
                                        .map(
                                                line ->
                                                        new Known(
                                                                contract,
                                                                line,
                                                                Lsoas.of(line.areas(), parts))))
                .toList();
    }
}
