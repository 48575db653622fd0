package org.answerable.directory.commissioning;

import static org.answerable.directory.PositionStatus.COMMISSIONED;
import static org.answerable.directory.PositionStatus.NOT_COMMISSIONED;
import static org.answerable.directory.PositionStatus.PROVIDED_WITHOUT_CONTRACT;
import static org.answerable.directory.PositionStatus.UNKNOWN;
import static org.answerable.directory.commissioning.Commissioning.BOSTON;
import static org.answerable.directory.commissioning.Commissioning.COUNTY;
import static org.answerable.directory.commissioning.Commissioning.DAY;
import static org.answerable.directory.commissioning.Commissioning.EDITOR;
import static org.answerable.directory.commissioning.Commissioning.LINCOLN;
import static org.answerable.directory.commissioning.Commissioning.NEED;
import static org.answerable.directory.commissioning.Commissioning.line;
import static org.answerable.directory.commissioning.Commissioning.position;
import static org.answerable.directory.commissioning.Commissioning.service;
import static org.answerable.directory.commissioning.Commissioning.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.answerable.directory.Actor;
import org.answerable.directory.CoverageAnswer.NeedCoverage;
import org.answerable.directory.CoverageQuestion;
import org.answerable.directory.InvalidInput;
import org.answerable.directory.NotAllowed;
import org.answerable.directory.NotFound;
import org.answerable.directory.RelationshipTeam;
import org.answerable.directory.Tier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CoverageIT {

    private static Commissioning it;

    @BeforeAll
    static void start() {
        it = new Commissioning();
    }

    @AfterAll
    static void stop() {
        it.close();
    }

    @BeforeEach
    void empty() {
        it.empty();
    }

    @Test
    void no_record_is_unknown_and_never_zero() {
        NeedCoverage coverage = asked(COUNTY);

        assertThat(coverage.lsoas().values()).containsOnly(UNKNOWN).hasSize(4);
        assertThat(coverage.sentence())
                .isEqualTo(
                        "On 21 March 2024, for Lincolnshire, specialist help with parent-infant"
                                + " relationship was not known in 4 of 4 neighbourhoods.");
        assertThat(
                        it.coverage
                                .answer(
                                        new CoverageQuestion(
                                                COUNTY, Tier.SPECIALIST, null, DAY, Instant.MAX))
                                .needs())
                .isEmpty();
    }

    @Test
    void a_declared_zero_is_told_apart_from_nothing_known() {
        it.positions.declare(position("Shire Council", NOT_COMMISSIONED, LINCOLN), false, EDITOR);

        NeedCoverage coverage = asked(COUNTY);

        assertThat(coverage.count(NOT_COMMISSIONED)).isEqualTo(2);
        assertThat(coverage.count(UNKNOWN)).isEqualTo(2);
        assertThat(coverage.sentence())
                .contains("declared as not commissioned in 2 of 4", "not known in 2 of 4")
                .contains("P-2024-0001, declared by Shire Council");
    }

    @Test
    void a_line_in_force_covers_the_neighbourhoods_of_its_areas() {
        String reference = it.contract(line(Tier.SPECIALIST, "clinical-psychologist", LINCOLN));

        NeedCoverage coverage = asked(COUNTY);

        assertThat(coverage.lsoas())
                .containsEntry("E01000001", COMMISSIONED)
                .containsEntry("E01000002", COMMISSIONED)
                .containsEntry("E01000003", UNKNOWN);
        assertThat(coverage.withoutOffer()).containsExactly("E01000003", "E01000004");
        assertThat(coverage.lines()).extracting(l -> l.name()).containsExactly(reference + "/1");
        assertThat(asked(BOSTON).lines()).isEmpty();
    }

    @Test
    void a_line_of_another_tier_or_day_covers_nothing() {
        it.contract(line(Tier.TARGETED, null, COUNTY));

        assertThat(asked(COUNTY).count(COMMISSIONED)).isZero();
        assertThat(
                        it.coverage
                                .of(
                                        Set.of("E01000001"),
                                        Tier.TARGETED,
                                        NEED,
                                        LocalDate.of(2022, 1, 1),
                                        Instant.MAX)
                                .lsoas())
                .containsValue(UNKNOWN);
    }

    @Test
    void what_is_provided_without_a_contract_is_neither_commissioned_nor_nothing() {
        it.offers(service("s1", Tier.SPECIALIST, "E01000001"));

        NeedCoverage coverage = asked(COUNTY);

        assertThat(coverage.lsoas()).containsEntry("E01000001", PROVIDED_WITHOUT_CONTRACT);
        assertThat(coverage.declared()).extracting(o -> o.name()).containsExactly("Service s1");
    }

    @Test
    void both_times_can_be_asked() {
        it.clock.now("2024-03-01T09:00:00Z");
        it.positions.declare(position("Shire Council", NOT_COMMISSIONED, COUNTY), false, EDITOR);
        it.clock.now("2024-07-01T09:00:00Z");
        it.positions.revise(
                "P-2024-0001",
                1,
                position("Shire Council", PROVIDED_WITHOUT_CONTRACT, COUNTY),
                "A charity had done it all along",
                EDITOR);

        assertThat(known("2024-02-01T00:00:00Z").count(UNKNOWN)).isEqualTo(4);
        assertThat(known("2024-04-09T00:00:00Z").count(NOT_COMMISSIONED)).isEqualTo(4);
        assertThat(asked(COUNTY).count(PROVIDED_WITHOUT_CONTRACT)).isEqualTo(4);
        assertThat(it.positions.versions("P-2024-0001")).hasSize(2);
    }

    @Test
    void overlapping_lines_are_reported_and_their_capacity_is_not_added_up() {
        it.contract(line(Tier.SPECIALIST, "clinical-psychologist", COUNTY));
        it.contract(line(Tier.SPECIALIST, "child-psychotherapist", BOSTON));

        NeedCoverage coverage = asked(COUNTY);

        assertThat(coverage.findings())
                .singleElement()
                .asString()
                .contains("both reach 2 neighbourhoods", "not added up");
        assertThat(coverage.lines()).hasSize(2);
    }

    @Test
    void a_declared_zero_beside_a_contract_is_a_finding() {
        it.contract(line(Tier.SPECIALIST, "clinical-psychologist", LINCOLN));
        it.positions.declare(position("Shire Council", NOT_COMMISSIONED, COUNTY), false, EDITOR);

        NeedCoverage coverage = asked(COUNTY);

        assertThat(coverage.count(COMMISSIONED)).isEqualTo(2);
        assertThat(coverage.count(NOT_COMMISSIONED)).isEqualTo(2);
        assertThat(coverage.findings())
                .containsExactly(
                        "P-2024-0001 declares that there is none, but a contract reaches 2"
                                + " neighbourhoods");
    }

    @Test
    void commissioners_of_the_system_who_said_nothing_are_named() {
        it.positions.name(COUNTY, List.of("Shire Council", "Shire Care Board"), EDITOR);
        it.positions.declare(position("shire council", NOT_COMMISSIONED, COUNTY), false, EDITOR);

        assertThat(asked(COUNTY).missing()).containsExactly("Shire Care Board");
        assertThat(asked(COUNTY).sentence()).endsWith("Nothing is recorded of Shire Care Board.");
        assertThat(it.positions.commissioners(COUNTY)).hasSize(2);
    }

    @Test
    void stated_wider_and_narrower_than_contracted_are_findings() {
        it.database.execute(
                "INSERT INTO directory.organization (public_id, name) VALUES ('o1', 'Shire Trust') ON"
                        + " CONFLICT DO NOTHING; INSERT INTO directory.service (public_id,"
                        + " organization_id, name, status, demonstration, last_modified)"
                        + " SELECT 's1', id, 'S', 'active', true, now() FROM"
                        + " directory.organization WHERE public_id = 'o1' ON CONFLICT DO NOTHING");
        var t = terms(line(Tier.SPECIALIST, "clinical-psychologist", LINCOLN));
        it.contracts.add(
                new org.answerable.directory.ContractTerms(
                        t.title(),
                        t.commissioners(),
                        t.provider(),
                        List.of(),
                        List.of("s1"),
                        t.starts(),
                        t.ends(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        t.lines()),
                false,
                EDITOR);
        it.offers(service("s1", Tier.SPECIALIST, "E01000002", "E01000003"));

        assertThat(asked(COUNTY).findings())
                .containsExactly(
                        "Service s1 states 1 neighbourhood more than its contract reaches",
                        "Service s1 leaves out 1 neighbourhood that its contract reaches");
        assertThat(asked(COUNTY).lsoas()).containsEntry("E01000003", UNKNOWN);
    }

    @Test
    void a_team_is_recognised_by_five_tests_each_with_its_evidence() {
        it.contract(line(Tier.SPECIALIST, "clinical-psychologist", COUNTY));

        RelationshipTeam team = teams().get(0);

        assertThat(team.holds()).isTrue();
        assertThat(team.tests()).hasSize(5).allMatch(RelationshipTeam.Test::passed);
        assertThat(team.tests())
                .extracting(RelationshipTeam.Test::evidence)
                .contains(
                        "Lead profession: Clinical psychologist",
                        "Specialist: As the contract says");
    }

    @Test
    void a_near_miss_names_the_test_that_failed() {
        it.contract(line(Tier.SPECIALIST, "therapeutic-worker", COUNTY));
        it.contract(line(Tier.UNIVERSAL, "health-visitor", COUNTY));

        assertThat(teams())
                .singleElement()
                .satisfies(
                        team -> {
                            assertThat(team.holds()).isFalse();
                            assertThat(team.failed())
                                    .singleElement()
                                    .satisfies(
                                            test -> {
                                                assertThat(test.rule())
                                                        .isEqualTo(
                                                                "Led by child psychotherapist or clinical"
                                                                        + " psychologist");
                                                assertThat(test.evidence())
                                                        .isEqualTo(
                                                                "Lead profession: Therapeutic worker");
                                            });
                        });
    }

    @Test
    void a_person_may_overrule_with_a_reason_and_take_it_back() {
        String reference = it.contract(line(Tier.SPECIALIST, "therapeutic-worker", COUNTY));

        assertThatThrownBy(() -> it.coverage.rule(reference, 1, true, " ", EDITOR))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> it.coverage.rule(reference, 2, true, "x", EDITOR))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(
                        () ->
                                it.coverage.rule(
                                        reference,
                                        1,
                                        true,
                                        "x",
                                        new Actor("r", "R", "shire-cc", Set.of())))
                .isInstanceOf(NotAllowed.class);

        it.coverage.rule(reference, 1, true, "A psychologist supervises daily", EDITOR);
        assertThat(teams().get(0).holds()).isTrue();
        assertThat(teams().get(0).passesAll()).isFalse();

        it.coverage.rule(reference, 1, null, "The supervision ended", EDITOR);
        assertThat(teams().get(0).holds()).isFalse();
    }

    @Test
    void an_area_or_need_that_is_not_known_is_refused_by_its_name() {
        for (String area : new String[] {null, "", "nowhere", "E06000001"}) {
            assertThatThrownBy(() -> asked(area))
                    .isInstanceOfSatisfying(
                            InvalidInput.class,
                            e -> assertThat(e.errors().get(0).field()).isEqualTo("area"));
        }
        assertThatThrownBy(
                        () ->
                                it.coverage.answer(
                                        new CoverageQuestion(
                                                COUNTY, Tier.TARGETED, "none", DAY, Instant.MAX)))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e -> assertThat(e.errors().get(0).field()).isEqualTo("need"));
    }

    private static List<RelationshipTeam> teams() {
        return it.coverage.relationshipTeams(COUNTY, DAY, Instant.MAX);
    }

    private static NeedCoverage asked(String area) {
        return it.coverage
                .answer(new CoverageQuestion(area, Tier.SPECIALIST, NEED, DAY, Instant.MAX))
                .needs()
                .get(0);
    }

    private static NeedCoverage known(String moment) {
        return it.coverage
                .answer(
                        new CoverageQuestion(
                                COUNTY, Tier.SPECIALIST, NEED, DAY, Instant.parse(moment)))
                .needs()
                .get(0);
    }
}
