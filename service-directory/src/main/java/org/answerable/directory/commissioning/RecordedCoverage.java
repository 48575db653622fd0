package org.answerable.directory.commissioning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.answerable.directory.Actor;
import org.answerable.directory.Area;
import org.answerable.directory.Coverage;
import org.answerable.directory.CoverageAnswer;
import org.answerable.directory.CoverageAnswer.NeedCoverage;
import org.answerable.directory.CoverageAnswer.Stated;
import org.answerable.directory.CoverageQuestion;
import org.answerable.directory.DeclaredCoverage;
import org.answerable.directory.DeclaredService;
import org.answerable.directory.Geography;
import org.answerable.directory.InvalidInput;
import org.answerable.directory.Need;
import org.answerable.directory.NotFound;
import org.answerable.directory.Position;
import org.answerable.directory.RelationshipTeam;
import org.answerable.directory.RelationshipTeam.Ruling;
import org.answerable.directory.Role;
import org.answerable.directory.Tier;
import org.answerable.directory.commissioning.CommissionedCoverage.CareSystem;
import org.answerable.directory.commissioning.KnownLines.Known;
import org.answerable.directory.commissioning.store.CommissioningLists;
import org.answerable.directory.commissioning.store.ContractTable;
import org.answerable.directory.commissioning.store.PositionTable;
import org.answerable.directory.commissioning.store.RulingTable;
import org.answerable.directory.input.Checks;

/** Coverage worked out from what is recorded. A question takes some ten statements, however wide. */
@ApplicationScoped
public class RecordedCoverage implements Coverage {

    private ContractTable contracts;
    private PositionTable positions;
    private CommissioningLists lists;
    private RulingTable rulings;
    private Geography geography;
    private Instance<DeclaredCoverage> declared;
    private Clock clock;

    protected RecordedCoverage() {}

    @Inject
    public RecordedCoverage(
            ContractTable contracts,
            PositionTable positions,
            CommissioningLists lists,
            RulingTable rulings,
            Geography geography,
            Instance<DeclaredCoverage> declared,
            Clock clock) {
        this.contracts = contracts;
        this.positions = positions;
        this.lists = lists;
        this.rulings = rulings;
        this.geography = geography;
        this.declared = declared;
        this.clock = clock;
    }

    @Override
    public CoverageAnswer answer(CoverageQuestion question) {
        return answers(
                        question.area(),
                        List.of(question.tier()),
                        question.need(),
                        question.at(),
                        question.known())
                .get(0);
    }

    @Override
    public List<CoverageAnswer> everyTier(String area, String need, LocalDate at, Instant known) {
        return answers(area, List.of(Tier.values()), need, at, known);
    }

    private List<CoverageAnswer> answers(
            String code, List<Tier> tiers, String asked, LocalDate at, Instant known) {
        Area area = area(code);
        Set<String> lsoas = lsoas(area);
        List<Need> needs = asked == null ? lists.needs() : List.of(need(asked));
        CommissionedCoverage recorded = recorded(at, known);
        Map<String, String> names = new HashMap<>();
        geography.areas(lsoas).forEach((lsoa, part) -> names.put(lsoa, part.name()));
        return tiers.stream()
                .map(
                        tier -> {
                            Set<String> recordedNeeds = recorded.needs(tier, lsoas);
                            List<NeedCoverage> answers =
                                    needs.stream()
                                            .filter(
                                                    need ->
                                                            asked != null
                                                                    || recordedNeeds.contains(
                                                                            need.code()))
                                            .map(
                                                    need ->
                                                            recorded.of(
                                                                    need, tier, lsoas, area.name()))
                                            .toList();
                            return new CoverageAnswer(area, tier, at, known, names, answers);
                        })
                .toList();
    }

    @Override
    public NeedCoverage of(Set<String> lsoas, Tier tier, String need, LocalDate at, Instant known) {
        return recorded(at, known)
                .of(need(need), tier, new TreeSet<>(lsoas), Lsoas.count(lsoas.size()));
    }

    @Override
    public List<RelationshipTeam> relationshipTeams(String area, LocalDate at, Instant known) {
        Set<String> lsoas = area == null ? Set.of() : lsoas(area(area));
        Map<String, Ruling> ruled = rulings.known(known);
        RelationshipTeams tests = new RelationshipTeams(lists.professions(), lists.needs(), at);
        return KnownLines.of(contracts.known(known, ""), geography).stream()
                .filter(k -> area == null || !Lsoas.common(k.lsoas(), lsoas).isEmpty())
                .map(k -> tests.tested(k, ruled.get(k.name())))
                .filter(RelationshipTeams::isShown)
                .toList();
    }

    @Override
    @Transactional
    public void rule(String contract, int line, Boolean holds, String reason, Actor actor) {
        actor.require(Role.DIRECTORY_EDITOR);
        Checks checks = new Checks();
        String why = checks.needed("reason", reason, Checks.LONG, "Enter the reason");
        checks.done();
        boolean exists =
                contract != null
                        && !contract.isEmpty()
                        && contracts.known(Instant.MAX, contract).stream()
                                .flatMap(c -> c.terms().lines().stream())
                                .anyMatch(l -> l.number() == line);
        if (!exists) {
            throw new NotFound("There is no such line.");
        }
        rulings.add(contract, line, holds, why, actor, clock.instant());
    }

    private CommissionedCoverage recorded(LocalDate at, Instant known) {
        List<Known> lines =
                KnownLines.of(contracts.known(known, ""), geography).stream()
                        .filter(k -> k.inForce(at))
                        .toList();
        List<Position> said =
                positions.known(known, "").stream().filter(p -> p.terms().inForce(at)).toList();
        Map<String, List<String>> systems = lists.commissioners(known);
        Set<String> codes = new LinkedHashSet<>(systems.keySet());
        said.forEach(p -> codes.addAll(p.terms().areas()));
        Map<String, Set<String>> parts = geography.lsoasOf(codes);
        return new CommissionedCoverage(
                lines,
                said.stream().map(p -> new Stated(p, Lsoas.of(p.terms().areas(), parts))).toList(),
                services(known),
                systems.entrySet().stream()
                        .map(e -> new CareSystem(parts.get(e.getKey()), e.getValue()))
                        .toList(),
                at);
    }

    /** What services state is known as it is now only: it says nothing of what was known before. */
    private List<DeclaredService> services(Instant known) {
        return known.equals(Instant.MAX) && declared.isResolvable()
                ? declared.get().services()
                : List.of();
    }

    private Area area(String code) {
        String clean = code == null ? "" : code.strip().toUpperCase(java.util.Locale.ROOT);
        return geography
                .area(clean)
                .orElseThrow(
                        () ->
                                new InvalidInput(
                                        "area",
                                        "Enter the code of an area that is known here, for example"
                                                + " E10000019"));
    }

    private Set<String> lsoas(Area area) {
        Set<String> lsoas = geography.lsoasOf(area.code());
        if (lsoas.isEmpty()) {
            throw new InvalidInput(
                    "area", "It is not known which neighbourhoods " + area.code() + " is made of");
        }
        return lsoas;
    }

    private Need need(String code) {
        return lists.needs().stream()
                .filter(need -> need.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("need", "Choose a need of the list"));
    }
}
