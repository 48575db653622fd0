package org.answerable.cohort.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.answerable.cohort.Choice;
import org.answerable.cohort.CommissionedCapacity;
import org.answerable.cohort.CommissionedCapacity.Neighbourhood;
import org.answerable.cohort.CommissionedCapacity.Offer;
import org.answerable.cohort.CommissionedCapacity.Status;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.NeedEstimate.Line;
import org.answerable.cohort.NeedEstimate.Provision;
import org.answerable.cohort.NeedEstimate.State;
import org.answerable.cohort.NeedEstimate.Tier;
import org.answerable.cohort.NeedLimits;
import org.answerable.cohort.NeedQuestion;
import org.answerable.cohort.WorkforceTraining;
import org.junit.jupiter.api.Test;

/** Coverage, capacity and gap from what a directory says, and the four kinds of nothing apart. */
class ProvidedTest {

    private static final LocalDate DAY = LocalDate.of(2024, 3, 21);
    private static final NeedLimits NEED = NeedLimits.of(100, 150, 200, 300, 400);

    private final Answers directory = new Answers();
    private Double served;
    private NeedQuestion.Plan plan;

    @Test
    void areas_commissioned_in_part_give_bounds_and_whole_ones_a_share() {
        directory.has("A", Status.COMMISSIONED, Status.COMMISSIONED);
        directory.has("B", Status.NOT_COMMISSIONED, Status.NOT_COMMISSIONED);
        Provision whole = beside(line("A", 300), line("B", 100));
        assertThat(specialist(whole).coverage().low()).isEqualTo(0.75);
        assertThat(specialist(whole).coverage().words()).isEqualTo("75%");
        assertThat(whole.byArea().get(0).tiers().get(2).words()).isEqualTo("100%");
        assertThat(whole.byArea().get(1).tiers().get(2).state()).isEqualTo(State.STRUCTURAL_ZERO);

        directory.has("B", Status.COMMISSIONED, Status.NOT_COMMISSIONED);
        Provision part = beside(line("A", 300), line("B", 100));
        assertThat(specialist(part).coverage().low()).isEqualTo(0.75);
        assertThat(specialist(part).coverage().high()).isEqualTo(1);
        assertThat(part.byArea().get(1).tiers().get(2).words())
                .startsWith("0% to 100%")
                .contains("in 1 of 2 neighbourhoods");
    }

    @Test
    void nothing_recorded_widens_coverage_and_is_never_zero() {
        directory.has("A", Status.COMMISSIONED);
        directory.has("B", Status.UNKNOWN);
        Tier part = specialist(beside(line("A", 300), line("B", 100)));
        assertThat(part.coverage().words())
                .isEqualTo("75% to 100%, since nothing is recorded for 1 neighbourhood");
        directory.has("A", Status.UNKNOWN);
        Tier unknown = specialist(beside(line("A", 300), line("B", 100)));
        assertThat(unknown.coverage().state()).isEqualTo(State.UNKNOWN);
        assertThat(unknown.coverage().low()).isNull();
        assertThat(unknown.capacity().state()).isEqualTo(State.UNKNOWN);
        assertThat(unknown.covered()).isNull();
        assertThat(unknown.gap()).isNull();
    }

    @Test
    void declared_for_a_part_and_unknown_for_the_rest_is_not_known() {
        directory.has("A", Status.NOT_COMMISSIONED, Status.UNKNOWN);
        Tier tier = specialist(beside(line("A", 300)));
        assertThat(tier.coverage().state()).isEqualTo(State.KNOWN);
        assertThat(tier.coverage().words()).startsWith("0% to 100%, since nothing is recorded");
        assertThat(tier.capacity().state()).isEqualTo(State.UNKNOWN);
        assertThat(tier.capacity().words()).contains("declared for a part");
        assertThat(tier.notCommissioned()).isOne();
        assertThat(tier.unknown()).isOne();
    }

    @Test
    void provided_without_a_contract_is_a_measured_zero_of_what_is_commissioned() {
        directory.has("A", Status.PROVIDED_WITHOUT_CONTRACT, Status.NOT_COMMISSIONED);
        Tier tier = specialist(beside(line("A", 300)));
        assertThat(tier.coverage().state()).isEqualTo(State.KNOWN);
        assertThat(tier.coverage().high()).isZero();
        assertThat(tier.coverage().words()).contains("provided without a contract");
        assertThat(tier.capacity().words()).isEqualTo("not known: provided without a contract");
    }

    @Test
    void an_area_that_the_directory_does_not_know_is_not_covered() {
        directory.has("A", Status.COMMISSIONED);
        Tier tier = specialist(beside(line("A", 300), line("X", 100)));
        assertThat(tier.coverage().low()).isEqualTo(0.75);
    }

    @Test
    void a_declared_zero_leaves_the_whole_need_and_has_no_interval() {
        directory.has("A", Status.NOT_COMMISSIONED);
        Tier tier = specialist(beside(line("A", 300)));
        assertThat(tier.coverage().state()).isEqualTo(State.STRUCTURAL_ZERO);
        assertThat(tier.capacity().state()).isEqualTo(State.STRUCTURAL_ZERO);
        assertThat(tier.covered()).isEqualTo(NeedLimits.of(0, 0, 0, 0, 0));
        assertThat(tier.gap()).isEqualTo(NEED);
    }

    @Test
    void families_a_year_are_held_against_need() {
        directory.has("A", Status.COMMISSIONED);
        directory.offer("K/1", null, "150", "family-place", true, "A-0");
        directory.offer("K/2", null, "50", "group-place", true, "A-0");
        Tier tier = specialist(beside(line("A", 300)));
        assertThat(tier.capacity().words()).isEqualTo("200 families a year");
        assertThat(tier.covered()).isEqualTo(NeedLimits.of(0.5, 200 / 300.0, 1, 1, 1));
        assertThat(tier.gap()).isEqualTo(NeedLimits.of(0, 0, 0, 100, 200));
        assertThat(tier.offers().get(0).words()).isEqualTo("150 family places a year");
    }

    @Test
    void places_at_one_time_and_whole_time_equivalents_need_the_weeks() {
        directory.has("A", Status.COMMISSIONED);
        directory.offer("K/1", null, "20", "caseload-place", false, "A-0");
        assertThat(specialist(beside(line("A", 300))).capacity().words())
                .contains("of K/1 it is not recorded how many families");
        plan = plan(8.0, 20.0, 40.0);
        assertThat(specialist(beside(line("A", 300))).capacity().high()).isEqualTo(40);

        directory.offers.clear();
        directory.offer("K/2", "2.5", null, null, false, "A-0");
        assertThat(specialist(beside(line("A", 300))).capacity().high())
                .isCloseTo(2.5 * 8 * 40 / 20, within(1e-9));
        plan = plan(null, 20.0, 40.0);
        assertThat(specialist(beside(line("A", 300))).capacity().state()).isEqualTo(State.UNKNOWN);

        directory.offers.clear();
        directory.offer("K/3", null, "30", "session", true, "A-0");
        assertThat(specialist(beside(line("A", 300))).capacity().state())
                .as("sessions are no families")
                .isEqualTo(State.UNKNOWN);
    }

    @Test
    void a_specialised_team_is_told_apart_within_the_specialist_tier() {
        directory.has("A", Status.COMMISSIONED);
        directory.has("B", Status.COMMISSIONED);
        directory.offer("K/1", null, "20", "family-place", true, "A-0", "B-0");
        assertThat(beside(line("A", 300), line("B", 100)).team().words())
                .isEqualTo("0%: the contracts of the specialist tier are for other teams");
        directory.offer("K/team", "3", null, null, true, "B-0");
        Provision provision = beside(line("A", 300), line("B", 100));
        assertThat(provision.team().high()).isEqualTo(0.25);
        assertThat(specialist(provision).coverage().high()).isEqualTo(1);
        assertThat(specialist(provision).offers().get(1).words())
                .isEqualTo(
                        "a specialised parent-infant relationship team; led by clinical psychologist; 3"
                                + " whole-time equivalents");
        directory.has("B", Status.UNKNOWN);
        directory.offers.remove(1);
        assertThat(beside(line("A", 300), line("B", 100)).team().words())
                .startsWith("0% to 25%, since nothing is recorded");
    }

    @Test
    void contracts_that_overlap_are_not_added_up() {
        directory.has("A", Status.COMMISSIONED);
        directory.offer("K/1", null, "150", "family-place", true, "A-0");
        directory.findings.add("K/1 and K/2 overlap");
        Tier tier = specialist(beside(line("A", 300)));
        assertThat(tier.capacity().state()).isEqualTo(State.UNKNOWN);
        assertThat(tier.capacity().words()).contains("not added up");
        assertThat(tier.findings()).containsExactly("K/1 and K/2 overlap");
        assertThat(tier.gap()).isNull();
    }

    @Test
    void a_contract_that_reaches_beyond_the_area_is_at_most_so_much_for_it() {
        directory.has("A", Status.COMMISSIONED);
        directory.offer("K/1", null, "150", "family-place", true, "A-0", "elsewhere");
        Tier tier = specialist(beside(line("A", 300)));
        assertThat(tier.capacity().low()).isZero();
        assertThat(tier.capacity().high()).isEqualTo(150);
        assertThat(tier.capacity().words())
                .isEqualTo("at most 150 families a year; the contracts reach beyond the area");
        assertThat(tier.gap().lower95()).isZero();
        assertThat(tier.gap().upper95()).isEqualTo(250);
    }

    @Test
    void with_a_part_not_recorded_capacity_has_no_upper_end_and_need_no_gap() {
        directory.has("A", Status.COMMISSIONED, Status.UNKNOWN);
        directory.offer("K/1", null, "150", "family-place", true, "A-0");
        Provision provision = beside(line("A", 300));
        Tier tier = specialist(provision);
        assertThat(tier.capacity().low()).isEqualTo(150);
        assertThat(tier.capacity().high()).isNull();
        assertThat(tier.capacity().words()).contains("nothing is recorded for 1 neighbourhood");
        assertThat(tier.gap()).isNull();
        assertThat(provision.notKnown())
                .anyMatch(n -> n.startsWith("How many families the specialist tier sees"));
    }

    @Test
    void reach_is_of_those_who_were_seen() {
        directory.has("A", Status.NOT_COMMISSIONED);
        served = 50.0;
        Provision provision = beside(line("A", 300));
        assertThat(provision.reach()).isEqualTo(NEED.falling(need -> 50 / need));
        assertThat(provision.served().words()).isEqualTo("50 families a year");
        served = 0.0;
        assertThat(beside(line("A", 300)).served().state())
                .as("a measured zero")
                .isEqualTo(State.KNOWN);
        served = null;
        assertThat(beside(line("A", 300)).served().state()).isEqualTo(State.UNKNOWN);
        assertThat(beside(line("A", 300)).reach()).isNull();
    }

    @Test
    void training_is_beside_and_a_small_number_withheld() {
        directory.has("A", Status.NOT_COMMISSIONED);
        assertThat(beside(line("A", 300)).workforce().programmes())
                .extracting(p -> p.people().state())
                .containsExactly(State.KNOWN, State.SUPPRESSED, State.KNOWN);
        assertThat(beside(line("A", 300)).workforce().programmes().get(2).people().high()).isZero();
    }

    @Test
    void groups_without_codes_need_areas_and_have_no_coverage_of_their_own() {
        directory.has("A", Status.COMMISSIONED, Status.NOT_COMMISSIONED);
        List<Line> tenths = List.of(line("", 300));
        assertThatThrownBy(() -> provided(List.of()).beside(tenths, NEED))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("no codes of areas");
        Provision provision = provided(List.of("A")).beside(tenths, NEED);
        assertThat(provision.byArea()).isEmpty();
        assertThat(specialist(provision).coverage().words())
                .contains("0% to 100%", "use a figure by neighbourhood");
    }

    @Test
    void without_birth_years_there_is_no_need_a_year() {
        directory.has("A", Status.NOT_COMMISSIONED);
        Provision provision = provided(List.of()).beside(List.of(line("A", 300)), null);
        assertThat(specialist(provision).gap()).isNull();
        assertThat(provision.notKnown()).anyMatch(n -> n.startsWith("Over how many years"));
    }

    private Provision beside(Line... lines) {
        return provided(List.of()).beside(List.of(lines), NEED);
    }

    private Provided provided(List<String> areas) {
        return new Provided(
                new NeedQuestion.Provision(areas, "parent-infant-relationship", DAY, served),
                plan,
                directory,
                new Trained());
    }

    private static Tier specialist(Provision provision) {
        return provision.tiers().get(2);
    }

    private static Line line(String code, double children) {
        return new Line(code, "Area " + code, children, children / 5, 1, NEED, false);
    }

    private static NeedQuestion.Plan plan(Double caseload, Double weeks, Double productive) {
        return new NeedQuestion.Plan(List.of(), 1, 1, 1, caseload, weeks, productive, null, null);
    }

    /** The same answer for each tier. */
    private static final class Answers implements CommissionedCapacity {

        private final Map<String, Set<String>> parts = new LinkedHashMap<>();
        private final Map<String, Neighbourhood> known = new LinkedHashMap<>();
        private final List<Offer> offers = new ArrayList<>();
        private final List<String> findings = new ArrayList<>();

        private void has(String area, Status... statuses) {
            Set<String> lsoas = new java.util.LinkedHashSet<>();
            for (int i = 0; i < statuses.length; i++) {
                lsoas.add(area + "-" + i);
                known.put(area + "-" + i, new Neighbourhood(statuses[i], List.of()));
            }
            parts.put(area, lsoas);
        }

        private void offer(
                String reference,
                String wte,
                String funded,
                String unit,
                boolean aYear,
                String... lsoas) {
            offers.add(
                    new Offer(
                            reference,
                            reference.equals("K/team") ? "Clinical psychologist" : "",
                            reference.equals("K/team"),
                            wte == null ? null : new BigDecimal(wte),
                            funded == null ? null : new BigDecimal(funded),
                            unit,
                            aYear,
                            Set.of(lsoas)));
        }

        @Override
        public Answer capacity(Question question) {
            return new Answer(parts, known, offers, findings, "So it was.");
        }

        @Override
        public List<Choice> needs() {
            return List.of();
        }
    }

    private static final class Trained implements WorkforceTraining {
        @Override
        public WorkforceTraining.Trained trained() {
            return new WorkforceTraining.Trained(
                    DAY,
                    List.of(
                            new Programme("Mellow Bumps", 40),
                            new Programme("VIG", null),
                            new Programme("Newborn behavioural observation", 0)),
                    "Counts from 1 to 7 are withheld.");
        }
    }
}
