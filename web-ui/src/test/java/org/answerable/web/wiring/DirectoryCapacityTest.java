package org.answerable.web.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.answerable.cohort.CommissionedCapacity;
import org.answerable.cohort.CommissionedCapacity.Question;
import org.answerable.cohort.CommissionedCapacity.Status;
import org.answerable.cohort.InvalidInput;
import org.answerable.directory.Actor;
import org.answerable.directory.Area;
import org.answerable.directory.AreaKind;
import org.answerable.directory.CapacityUnit;
import org.answerable.directory.CohortWindow;
import org.answerable.directory.ContractLine;
import org.answerable.directory.Contracts;
import org.answerable.directory.Coverage;
import org.answerable.directory.CoverageAnswer;
import org.answerable.directory.CoverageAnswer.Line;
import org.answerable.directory.CoverageAnswer.NeedCoverage;
import org.answerable.directory.CoverageQuestion;
import org.answerable.directory.Geography;
import org.answerable.directory.Need;
import org.answerable.directory.PositionStatus;
import org.answerable.directory.RelationshipTeam;
import org.answerable.directory.Tier;
import org.answerable.directory.Whereabouts;
import org.junit.jupiter.api.Test;

class DirectoryCapacityTest {

    private static final LocalDate DAY = LocalDate.of(2024, 3, 21);
    private static final Contracts WITHOUT_PROFESSIONS =
            (Contracts)
                    Proxy.newProxyInstance(
                            Contracts.class.getClassLoader(),
                            new Class<?>[] {Contracts.class},
                            (proxy, method, arguments) -> List.of());

    @Test
    void a_structural_zero_and_nothing_known_stay_apart_and_offers_are_not_divided() {
        CommissionedCapacity.Answer answer =
                new DirectoryCapacity(new Recorded(), new Parts(), WITHOUT_PROFESSIONS)
                        .capacity(new Question(Set.of("A", "B", "C"), "targeted", "n", DAY));

        assertThat(answer.neighbourhoods().get("A").status()).isEqualTo(Status.COMMISSIONED);
        assertThat(answer.neighbourhoods().get("A").references()).containsExactly("K-2024-0001/1");
        assertThat(answer.neighbourhoods().get("B").status()).isEqualTo(Status.NOT_COMMISSIONED);
        assertThat(answer.neighbourhoods().get("C").status()).isEqualTo(Status.UNKNOWN);
        assertThat(answer.offers())
                .singleElement()
                .satisfies(
                        offer -> {
                            assertThat(offer.wte()).isEqualByComparingTo("2");
                            assertThat(offer.funded()).isEqualByComparingTo("40");
                            assertThat(offer.unit()).isEqualTo("group-place");
                            assertThat(offer.lsoas()).containsExactlyInAnyOrder("A", "Z");
                        });
        assertThat(answer.findings()).containsExactly("Look here");
    }

    @Test
    void what_the_directory_refuses_is_refused_in_words_of_the_caller() {
        DirectoryCapacity capacity =
                new DirectoryCapacity(new Recorded(), new Parts(), WITHOUT_PROFESSIONS);
        assertThatThrownBy(() -> capacity.capacity(new Question(Set.of("A"), "best", "n", DAY)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> capacity.capacity(new Question(Set.of("A"), "targeted", "x", DAY)))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e -> assertThat(e.errors().get(0).field()).isEqualTo("need"));
    }

    @Test
    void an_area_that_is_not_known_is_named() {
        DirectoryCapacity capacity =
                new DirectoryCapacity(new Recorded(), new Parts(), WITHOUT_PROFESSIONS);
        assertThatThrownBy(
                        () ->
                                capacity.capacity(
                                        new Question(
                                                Set.of("A", "E01000001"), "targeted", "n", DAY)))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e -> {
                            assertThat(e.errors().get(0).field()).isEqualTo("areas");
                            assertThat(e.errors().get(0).message())
                                    .contains("E01000001 is made of");
                        });
    }

    /** Knows neighbourhoods of one letter, which are made of themselves. */
    private static final class Parts implements Geography {

        @Override
        public Map<String, Set<String>> lsoasOf(Collection<String> codes) {
            return codes.stream()
                    .collect(
                            Collectors.toMap(
                                    code -> code,
                                    code -> code.length() == 1 ? Set.of(code) : Set.of()));
        }

        @Override
        public Set<String> lsoasOf(String code) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Whereabouts whereabouts(String postcode) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<String> attribution() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Area> area(String code) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<String, Area> areas(Collection<String> codes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Area> areas(AreaKind kind) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Area> areasContaining(String lsoa21) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Set<String> lsoasWithin(String geoJson) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class Recorded implements Coverage {

        @Override
        public NeedCoverage of(
                Set<String> lsoas, Tier tier, String need, LocalDate at, Instant known) {
            if (!need.equals("n")) {
                throw new org.answerable.directory.InvalidInput("need", "Choose a need");
            }
            ContractLine line =
                    new ContractLine(
                            1,
                            List.of("A"),
                            CohortWindow.EVERYONE,
                            "n",
                            tier,
                            "So",
                            null,
                            List.of(new ContractLine.Member("p", new BigDecimal("2"))),
                            new ContractLine.Capacity(
                                    CapacityUnit.GROUP_PLACE, null, new BigDecimal("40"), true),
                            at,
                            null);
            return new NeedCoverage(
                    new Need("n", "N", "N", "N"),
                    Map.of(
                            "A", PositionStatus.COMMISSIONED,
                            "B", PositionStatus.NOT_COMMISSIONED,
                            "C", PositionStatus.UNKNOWN),
                    List.of(
                            new Line(
                                    "K-2024-0001",
                                    1,
                                    "T",
                                    "P",
                                    List.of(),
                                    line,
                                    Set.of("A", "Z"),
                                    false,
                                    Instant.EPOCH)),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of("Look here"),
                    "So it is.");
        }

        @Override
        public CoverageAnswer answer(CoverageQuestion question) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<CoverageAnswer> everyTier(
                String area, String need, LocalDate at, Instant known) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<RelationshipTeam> relationshipTeams(String area, LocalDate at, Instant known) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void rule(String contract, int line, Boolean holds, String reason, Actor actor) {
            throw new UnsupportedOperationException();
        }
    }
}
