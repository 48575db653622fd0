package org.answerable.web.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.answerable.cohort.CommissionedCapacity;
import org.answerable.cohort.FieldError;
import org.answerable.cohort.InvalidInput;
import org.answerable.directory.ContractLine;
import org.answerable.directory.Coverage;
import org.answerable.directory.CoverageAnswer.Line;
import org.answerable.directory.CoverageAnswer.NeedCoverage;
import org.answerable.directory.Tier;

/** Tells the model of need what the directory knows to be commissioned. */
@ApplicationScoped
public class DirectoryCapacity implements CommissionedCapacity {

    private Coverage coverage;

    protected DirectoryCapacity() {}

    @Inject
    public DirectoryCapacity(Coverage coverage) {
        this.coverage = coverage;
    }

    @Override
    public Answer capacity(Question question) {
        Tier tier =
                Arrays.stream(Tier.values())
                        .filter(t -> t.code().equals(question.tier()))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new InvalidInput(
                                                "tier", "Give universal, targeted or specialist"));
        NeedCoverage known;
        try {
            known =
                    coverage.of(
                            question.lsoas(), tier, question.need(), question.at(), Instant.MAX);
        } catch (org.answerable.directory.InvalidInput invalid) {
            throw new InvalidInput(
                    invalid.errors().stream()
                            .map(error -> new FieldError(error.field(), error.message()))
                            .toList());
        }
        Map<String, Neighbourhood> neighbourhoods = new LinkedHashMap<>();
        known.lsoas()
                .forEach(
                        (lsoa, status) ->
                                neighbourhoods.put(
                                        lsoa,
                                        new Neighbourhood(
                                                Status.valueOf(status.name()),
                                                references(lsoa, known))));
        return new Answer(
                neighbourhoods,
                known.lines().stream().map(DirectoryCapacity::offer).toList(),
                known.findings(),
                known.sentence());
    }

    private static List<String> references(String lsoa, NeedCoverage known) {
        List<String> references = new ArrayList<>();
        known.lines().stream()
                .filter(line -> line.lsoas().contains(lsoa))
                .forEach(line -> references.add(line.name()));
        known.positions().stream()
                .filter(stated -> stated.lsoas().contains(lsoa))
                .forEach(stated -> references.add(stated.position().reference()));
        known.declared().stream()
                .filter(offer -> offer.lsoas().contains(lsoa))
                .forEach(offer -> references.add(offer.service()));
        return references;
    }

    private static Offer offer(Line line) {
        ContractLine.Capacity capacity = line.line().capacity();
        return new Offer(
                line.name(),
                line.line().wte(),
                capacity == null ? null : capacity.funded(),
                capacity == null ? null : capacity.unit().code(),
                capacity != null && capacity.aYear(),
                line.lsoas());
    }
}
