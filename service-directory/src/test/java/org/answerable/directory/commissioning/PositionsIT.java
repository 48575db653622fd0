package org.answerable.directory.commissioning;

import static org.answerable.directory.commissioning.Commissioning.COUNTY;
import static org.answerable.directory.commissioning.Commissioning.EDITOR;
import static org.answerable.directory.commissioning.Commissioning.NEED;
import static org.answerable.directory.commissioning.Commissioning.position;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.answerable.directory.Actor;
import org.answerable.directory.Conflict;
import org.answerable.directory.InvalidInput;
import org.answerable.directory.NotAllowed;
import org.answerable.directory.Position;
import org.answerable.directory.PositionStatus;
import org.answerable.directory.PositionTerms;
import org.answerable.directory.PositionTerms.Approach;
import org.answerable.directory.Tier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PositionsIT {

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
    void a_workforce_approach_may_stand_beside_a_declared_zero() {
        String reference = it.positions.declare(workforce("mellow-bumps", "vig"), false, EDITOR);

        Position kept = it.positions.find(reference, Instant.MAX).orElseThrow();

        assertThat(kept.terms().status()).isEqualTo(PositionStatus.NOT_COMMISSIONED);
        assertThat(kept.terms().approach()).isEqualTo(Approach.WORKFORCE);
        assertThat(kept.terms().programmes()).containsExactly("mellow-bumps", "vig");
        assertThat(kept.version()).isEqualTo(1);
        assertThat(it.positions.all()).hasSize(1);
    }

    @Test
    void programmes_are_those_of_the_training_register() {
        assertThatThrownBy(() -> it.positions.declare(workforce("juggling"), false, EDITOR))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("There is no programme juggling in the register");
        assertThatThrownBy(() -> it.positions.declare(workforce(), false, EDITOR))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("Name the programmes");
    }

    @Test
    void a_team_is_not_what_is_not_commissioned() {
        PositionTerms none = workforce("vig");
        PositionTerms team =
                new PositionTerms(
                        none.commissioner(),
                        none.need(),
                        none.tier(),
                        none.areas(),
                        none.from(),
                        null,
                        none.status(),
                        Approach.TEAM,
                        List.of(),
                        List.of(),
                        none.statement(),
                        none.declaredBy(),
                        none.declaredOn(),
                        none.evidence());
        assertThatThrownBy(() -> it.positions.declare(team, false, EDITOR))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e -> assertThat(e.errors().get(0).field()).isEqualTo("approach"));
    }

    @Test
    void every_fault_of_a_position_is_named_at_once() {
        PositionTerms faulty =
                new PositionTerms(
                        "",
                        "none",
                        null,
                        List.of(),
                        LocalDate.of(2024, 1, 1),
                        LocalDate.of(2023, 1, 1),
                        null,
                        null,
                        List.of(),
                        List.of("no-such-service"),
                        "",
                        "",
                        LocalDate.of(2099, 1, 1),
                        "");
        assertThatThrownBy(() -> it.positions.declare(faulty, false, EDITOR))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e ->
                                assertThat(e.errors())
                                        .extracting(error -> error.field())
                                        .contains(
                                                "commissioner",
                                                "need",
                                                "areas",
                                                "to",
                                                "status",
                                                "services",
                                                "statement",
                                                "declaredBy",
                                                "declaredOn",
                                                "evidence"));
    }

    @Test
    void only_editors_of_its_authority_revise_a_position_and_only_the_newest() {
        PositionTerms terms = position("Shire Council", PositionStatus.NOT_COMMISSIONED, COUNTY);
        String reference = it.positions.declare(terms, false, EDITOR);
        Actor reader = new Actor("r", "R", "shire-cc", Set.of());
        Actor neighbour = new Actor("n", "N", "other-cc", EDITOR.roles());

        assertThatThrownBy(() -> it.positions.declare(terms, false, reader))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> it.positions.revise(reference, 1, terms, "x", neighbour))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> it.positions.name(COUNTY, List.of("A"), reader))
                .isInstanceOf(NotAllowed.class);
        it.positions.revise(reference, 1, terms, "Said again", EDITOR);
        assertThatThrownBy(() -> it.positions.revise(reference, 1, terms, "Too late", EDITOR))
                .isInstanceOf(Conflict.class);
        assertThat(it.positions.versions(reference))
                .extracting(Position::reason)
                .containsExactly("Said again", "First recorded");
    }

    private static PositionTerms workforce(String... programmes) {
        return new PositionTerms(
                "Shire Council",
                NEED,
                Tier.SPECIALIST,
                List.of(COUNTY),
                LocalDate.of(2023, 4, 1),
                null,
                PositionStatus.NOT_COMMISSIONED,
                Approach.WORKFORCE,
                List.of(programmes),
                List.of(),
                "No specialist team is commissioned; the workforce is trained.",
                "Children’s commissioning",
                LocalDate.of(2024, 2, 1),
                "Answer 9260205");
    }
}
