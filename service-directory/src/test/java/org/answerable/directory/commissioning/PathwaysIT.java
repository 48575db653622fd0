package org.answerable.directory.commissioning;

import static org.answerable.directory.commissioning.Commissioning.BOSTON;
import static org.answerable.directory.commissioning.Commissioning.COUNTY;
import static org.answerable.directory.commissioning.Commissioning.DAY;
import static org.answerable.directory.commissioning.Commissioning.EDITOR;
import static org.answerable.directory.commissioning.Commissioning.LINCOLN;
import static org.answerable.directory.commissioning.Commissioning.NEED;
import static org.answerable.directory.commissioning.Commissioning.line;
import static org.answerable.directory.commissioning.Commissioning.position;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.answerable.directory.CohortWindow;
import org.answerable.directory.Conflict;
import org.answerable.directory.DeclaredService;
import org.answerable.directory.InvalidInput;
import org.answerable.directory.NotFound;
import org.answerable.directory.Pathway;
import org.answerable.directory.PathwayGaps.Gap;
import org.answerable.directory.PathwayGaps.Resolved;
import org.answerable.directory.PositionStatus;
import org.answerable.directory.Tier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PathwaysIT {

    private static Commissioning it;
    private String reference;

    @BeforeAll
    static void start() {
        it = new Commissioning();
    }

    @AfterAll
    static void stop() {
        it.close();
    }

    @BeforeEach
    void onePathway() {
        it.empty();
        reference = it.pathways.add(terms("Bonding"), false, EDITOR);
    }

    @Test
    void a_step_is_met_by_a_line_in_force() {
        String contract = it.contract(line(Tier.SPECIALIST, "clinical-psychologist", COUNTY));

        Resolved step = step(COUNTY);

        assertThat(step.gap()).isEmpty();
        assertThat(step.services())
                .containsExactly("Relationship service, Shire Trust (" + contract + "/1)");
    }

    @Test
    void a_step_that_leads_nowhere_has_one_reason() {
        assertThat(gap(COUNTY)).contains(Gap.NOTHING_KNOWN);

        it.contract(line(Tier.SPECIALIST, "clinical-psychologist", LINCOLN));
        assertThat(gap(BOSTON)).contains(Gap.OUTSIDE_AREA);

        it.positions.declare(
                position("Shire Council", PositionStatus.NOT_COMMISSIONED, BOSTON), false, EDITOR);
        assertThat(gap(BOSTON)).contains(Gap.NOT_COMMISSIONED);
        assertThat(step(BOSTON).evidence()).containsExactly("P-2024-0001, Shire Council");

        it.contract(line(Tier.SPECIALIST, "clinical-psychologist", BOSTON));
        assertThat(gapOn(BOSTON, LocalDate.of(2025, 6, 1))).contains(Gap.CONTRACT_ENDED);
        assertThat(gap(BOSTON)).isEmpty();
    }

    @Test
    void a_step_is_met_by_what_is_declared_to_be_provided_without_a_contract() {
        it.positions.declare(
                position("Shire Council", PositionStatus.PROVIDED_WITHOUT_CONTRACT, COUNTY),
                false,
                EDITOR);

        assertThat(step(COUNTY).services())
                .containsExactly(
                        "Provided without a contract, declared by Shire Council (P-2024-0001)");
        assertThat(gap(COUNTY)).isEmpty();
    }

    @Test
    void a_service_without_a_free_place_or_unconfirmed_is_no_help() {
        it.offers(service(0, true));
        assertThat(gap(COUNTY)).contains(Gap.NO_CAPACITY);

        it.offers(service(null, false));
        assertThat(gap(COUNTY)).contains(Gap.NOT_VERIFIED);

        it.offers(service(3, true));
        assertThat(gap(COUNTY)).isEmpty();
    }

    @Test
    void a_part_of_an_area_that_is_not_served_is_a_gap_beside_the_service() {
        it.contract(line(Tier.SPECIALIST, "clinical-psychologist", LINCOLN));

        Resolved step = step(COUNTY);

        assertThat(step.services()).hasSize(1);
        assertThat(step.gap()).contains(Gap.OUTSIDE_AREA);
        assertThat(step.evidence()).containsExactly("2 neighbourhoods of 4 are not served by them");
    }

    @Test
    void a_line_led_by_another_profession_does_not_meet_the_step() {
        it.contract(line(Tier.SPECIALIST, "therapeutic-worker", COUNTY));

        assertThat(gap(COUNTY)).contains(Gap.NOTHING_KNOWN);
    }

    @Test
    void a_revision_is_a_new_version_and_two_at_once_are_told_apart() {
        it.pathways.revise(reference, 1, terms("Bonding, renamed"), EDITOR);

        assertThat(it.pathways.find(reference).orElseThrow().version()).isEqualTo(2);
        assertThat(it.pathways.all()).hasSize(1);
        assertThatThrownBy(() -> it.pathways.revise(reference, 1, terms("Again"), EDITOR))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void a_pathway_says_what_is_wrong_with_it() {
        Pathway.Terms faulty =
                new Pathway.Terms(
                        "",
                        "none",
                        "",
                        null,
                        List.of(
                                new Pathway.Step(
                                        1, "", null, null, "none", "wizard", null, -1, 0, null)));
        assertThatThrownBy(() -> it.pathways.add(faulty, false, EDITOR))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e ->
                                assertThat(e.errors())
                                        .extracting(error -> error.field())
                                        .contains(
                                                "name",
                                                "need",
                                                "owner",
                                                "inForceFrom",
                                                "steps[0].name",
                                                "steps[0].tier",
                                                "steps[0].need",
                                                "steps[0].profession",
                                                "steps[0].longestWaitDays",
                                                "steps[0].farthestKm"));
        assertThatThrownBy(() -> it.pathways.gaps("W-1999-0001", COUNTY, DAY))
                .isInstanceOf(NotFound.class);
        for (String place : new String[] {null, "", "E06000001", "ZZ1 1ZZ"}) {
            assertThatThrownBy(() -> it.pathways.gaps(reference, place, DAY))
                    .isInstanceOfSatisfying(
                            InvalidInput.class,
                            e -> assertThat(e.errors().get(0).field()).isEqualTo("place"));
        }
    }

    private Optional<Gap> gap(String area) {
        return gapOn(area, DAY);
    }

    private Optional<Gap> gapOn(String area, LocalDate day) {
        return it.pathways.gaps(reference, area, day).steps().get(0).gap();
    }

    private Resolved step(String area) {
        return it.pathways.gaps(reference, area, DAY).steps().get(0);
    }

    private static DeclaredService service(Integer available, boolean verified) {
        return new DeclaredService(
                "s",
                "Service",
                Tier.SPECIALIST,
                "clinical-psychologist",
                Set.of(NEED),
                CohortWindow.EVERYONE,
                Set.of("E01000001", "E01000002", "E01000003", "E01000004"),
                available,
                verified,
                List.of());
    }

    private static Pathway.Terms terms(String name) {
        return new Pathway.Terms(
                name,
                NEED,
                "Commissioning",
                LocalDate.of(2023, 4, 1),
                List.of(
                        new Pathway.Step(
                                0,
                                "Specialist team",
                                CohortWindow.months(0, 23),
                                Tier.SPECIALIST,
                                NEED,
                                "clinical-psychologist",
                                "By a health visitor",
                                42,
                                30,
                                null)));
    }
}
