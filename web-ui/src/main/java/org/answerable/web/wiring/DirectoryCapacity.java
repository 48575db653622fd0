package org.answerable.web.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.answerable.cohort.Choice;
import org.answerable.cohort.CommissionedCapacity;
import org.answerable.cohort.FieldError;
import org.answerable.cohort.InvalidInput;
import org.answerable.directory.ContractLine;
import org.answerable.directory.Contracts;
import org.answerable.directory.Coverage;
import org.answerable.directory.CoverageAnswer.Line;
import org.answerable.directory.CoverageAnswer.NeedCoverage;
import org.answerable.directory.Geography;
import org.answerable.directory.Profession;
import org.answerable.directory.RelationshipTeam;
import org.answerable.directory.Tier;

/** Tells the model of need what the directory knows to be commissioned. */
@ApplicationScoped
public class DirectoryCapacity implements CommissionedCapacity {

    private Coverage coverage;
    private Geography geography;
    private Contracts contracts;

    protected DirectoryCapacity() {}

    @Inject
    public DirectoryCapacity(Coverage coverage, Geography geography, Contracts contracts) {
        this.coverage = coverage;
        this.geography = geography;
        this.contracts = contracts;
    }

    @Override
    public List<Choice> needs() {
        return contracts.needs().stream()
                .map(need -> new Choice(need.code(), need.term()))
                .toList();
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
        Map<String, Set<String>> parts = parts(question.areas());
        Set<String> lsoas = new TreeSet<>();
        parts.values().forEach(lsoas::addAll);
        NeedCoverage known;
        try {
            known = coverage.of(lsoas, tier, question.need(), question.at(), Instant.MAX);
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
                parts,
                neighbourhoods,
                offers(known, tier, question.at()),
                known.findings(),
                known.sentence());
    }

    /** What each area is made of; one that is not known here, or of other boundaries, is refused by its code. */
    private Map<String, Set<String>> parts(Set<String> areas) {
        Map<String, Set<String>> parts = geography.lsoasOf(areas);
        List<String> without =
                areas.stream()
                        .filter(area -> parts.getOrDefault(area, Set.of()).isEmpty())
                        .sorted()
                        .toList();
        if (without.isEmpty()) {
            return parts;
        }
        throw new InvalidInput(
                "areas",
                "The directory does not know which neighbourhoods (LSOA of 2021) "
                        + String.join(", ", without.subList(0, Math.min(5, without.size())))
                        + (without.size() > 5 ? " and " + (without.size() - 5) + " more" : "")
                        + (without.size() == 1 ? " is" : " are")
                        + " made of. Areas of other boundaries, such as LSOAs of 2011, cannot be looked"
                        + " up: give the code of a larger area instead, for example E10000019.");
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

    private List<Offer> offers(NeedCoverage known, Tier tier, LocalDate at) {
        if (known.lines().isEmpty()) {
            return List.of();
        }
        Set<String> teams =
                tier == Tier.SPECIALIST
                        ? coverage.relationshipTeams(null, at, Instant.MAX).stream()
                                .filter(RelationshipTeam::holds)
                                .map(team -> team.line().name())
                                .collect(Collectors.toSet())
                        : Set.of();
        Map<String, String> professions =
                contracts.professions().stream()
                        .collect(Collectors.toMap(Profession::code, Profession::name, (a, b) -> a));
        return known.lines().stream()
                .map(
                        line ->
                                offer(
                                        line,
                                        professions.getOrDefault(line.line().leadProfession(), ""),
                                        teams.contains(line.name())))
                .toList();
    }

    private static Offer offer(Line line, String lead, boolean team) {
        ContractLine.Capacity capacity = line.line().capacity();
        return new Offer(
                line.name(),
                lead,
                team,
                line.line().wte(),
                capacity == null ? null : capacity.funded(),
                capacity == null ? null : capacity.unit().code(),
                capacity != null && capacity.aYear(),
                line.lsoas());
    }
}
