package org.answerable.cohort.quantity;

import static org.answerable.cohort.quantity.Counted.DAY;
import static org.answerable.cohort.quantity.Counted.children;
import static org.answerable.cohort.quantity.Counted.seen;
import static org.answerable.cohort.quantity.Counted.year;
import static org.answerable.cohort.quantity.Operation.COVERAGE;
import static org.answerable.cohort.quantity.Operation.DIFFERENCE;
import static org.answerable.cohort.quantity.Operation.PROPORTION;
import static org.answerable.cohort.quantity.Operation.RATE;
import static org.answerable.cohort.quantity.Operation.RATIO;
import static org.answerable.cohort.quantity.Operation.SUM;
import static org.answerable.cohort.quantity.Operation.TREND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.answerable.cohort.quantity.TimeBasis.Counting;
import org.answerable.cohort.quantity.TimeBasis.PersonTime;
import org.answerable.cohort.quantity.TimeBasis.Window;
import org.junit.jupiter.api.Test;

/** Which incompatibility refuses which operation. */
class CompatibilityTest {

    private static final Set<Operation> SHARES = EnumSet.of(PROPORTION, COVERAGE);

    @Test
    void two_numbers_that_count_the_same_go_together() {
        Compatibility check = check(COVERAGE, seen(300), seen(1000));
        assertThat(check.isCompatible()).isTrue();
        assertThat(check.warnings()).isEmpty();
        assertThat(check.verdict(Set.of())).isEqualTo(Compatibility.Verdict.COMPATIBLE);
        assertThat(outcome(COVERAGE, seen(300), seen(1000)).words()).isEqualTo("30.0%");
    }

    @Test
    void u1_units_must_be_the_same_unless_it_is_a_rate_or_a_ratio() {
        refusedFor(
                Code.U1,
                EnumSet.of(PROPORTION, COVERAGE, SUM, DIFFERENCE, TREND),
                children(10).of(Unit.PERSON),
                children(20));
        assertThat(sentence(Code.U1, COVERAGE, seen(10).of(Unit.FAMILY), seen(20)))
                .isEqualTo("10 counts families, 20 counts children.");
    }

    @Test
    void u1_a_label_must_not_name_another_unit() {
        Counted misnamed = children(12_606).called("Families with babies aged 0 to 2");
        assertThat(sentence(Code.U1, COVERAGE, misnamed, children(20_000)))
                .isEqualTo("The label of 12,606 says families, but it counts children.");
        for (String label : new String[] {"", "Children in families", "Children's list", "All"}) {
            assertThat(check(COVERAGE, children(1).called(label), children(2)).has(Code.U1))
                    .as(label)
                    .isFalse();
        }
    }

    @Test
    void t1_a_stock_is_not_the_number_of_a_period() {
        refusedFor(
                Code.T1,
                EnumSet.of(PROPORTION, COVERAGE, SUM, DIFFERENCE, TREND),
                seen(10),
                children(20));
    }

    @Test
    void t1_time_lived_is_not_a_number_of_people() {
        Counted lived =
                children(20).in(new PersonTime(LocalDate.of(2022, 4, 1), LocalDate.of(2023, 4, 1)));
        refusedFor(
                Code.T1, EnumSet.of(PROPORTION, COVERAGE, SUM, DIFFERENCE, TREND), seen(1), lived);
    }

    @Test
    void t2_and_d1_events_are_not_people() {
        Counted contacts = seen(10).of(Unit.CONTACT).in(events());
        refusedFor(Code.T2, SHARES, contacts, seen(20));
        refusedFor(Code.D1, SHARES, contacts, seen(20));
        assertThat(check(PROPORTION, contacts, seen(20).of(Unit.CONTACT).in(events())).codes())
                .isEmpty();
    }

    @Test
    void t3_windows_must_be_the_same_unless_it_is_a_rate_a_ratio_or_a_trend() {
        refusedFor(
                Code.T3,
                EnumSet.of(PROPORTION, COVERAGE, SUM, DIFFERENCE),
                seen(10),
                seen(20).in(year(2021)));
    }

    @Test
    void t3_a_trend_compares_windows_of_the_same_length() {
        Window half =
                new Window(LocalDate.of(2021, 4, 1), LocalDate.of(2021, 10, 1), Counting.PERSONS);
        assertThat(check(TREND, seen(10), seen(20).in(half)).codes()).containsExactly(Code.T3);
    }

    @Test
    void t3_stocks_of_different_days_are_not_added() {
        Counted later = children(20).at(DAY.plusDays(1));
        assertThat(check(SUM, children(10), later).codes()).containsExactly(Code.T3);
        assertThat(check(DIFFERENCE, children(10), later).codes()).containsExactly(Code.T3);
        assertThat(check(TREND, children(10), later).isCompatible()).isTrue();
    }

    @Test
    void t4_the_day_must_lie_in_the_window() {
        assertThat(check(COVERAGE, seen(10), children(20)).has(Code.T4)).isFalse();
        refusedFor(Code.T4, SHARES, seen(10), children(20).at(LocalDate.of(2023, 4, 1)));
        assertThat(
                        check(COVERAGE, seen(10), children(20).at(LocalDate.of(2023, 3, 31)))
                                .has(Code.T4))
                .isFalse();
    }

    @Test
    void a1_bands_must_be_the_same() {
        refusedFor(
                Code.A1,
                EnumSet.complementOf(EnumSet.of(RATIO)),
                children(10).aged(0, 24),
                children(20));
    }

    @Test
    void a1_bands_side_by_side_may_be_added() {
        assertThat(check(SUM, children(10).aged(0, 24), children(20).aged(24, 36)).isCompatible())
                .isTrue();
        assertThat(check(SUM, children(10).aged(0, 24), children(20).aged(25, 36)).codes())
                .containsExactly(Code.A1);
    }

    @Test
    void a1_a_label_must_not_contradict_the_band() {
        Counted under2 = children(12_606).aged(0, 24);
        assertThat(check(COVERAGE, under2.called("Children aged 0-2"), under2).codes())
                .containsExactly(Code.A1);
        assertThat(check(COVERAGE, under2.called("Children aged 0 to 23 months"), under2).codes())
                .isEmpty();
        assertThat(check(COVERAGE, under2.called("Children under 2"), under2).codes()).isEmpty();
        assertThat(check(COVERAGE, under2.called("Under 3s"), under2).codes())
                .containsExactly(Code.A1);
    }

    @Test
    void a2_the_age_must_be_looked_at_at_the_same_moment() {
        refusedFor(Code.A2, SHARES, seen(10).ruled(AgeRule.AT_EVENT), seen(20));
    }

    @Test
    void a3_it_must_be_the_age_of_the_same_person() {
        refusedFor(Code.A3, SHARES, seen(10).whose(WhoseAge.YOUNGEST_CHILD), seen(20));
    }

    @Test
    void s1_sources_must_be_the_same_for_what_is_compared_and_are_warned_of_in_a_share() {
        Counted estimate = children(20).from("mid-year-estimate");
        refusedFor(Code.S1, EnumSet.of(TREND, DIFFERENCE, SUM), children(10), estimate);
        assertThat(check(PROPORTION, children(10), estimate).warnings()).hasSize(1);
        assertThat(check(PROPORTION, children(10), children(20).from("GP Registration")).warnings())
                .isEmpty();
    }

    @Test
    void g1_residents_are_not_registered_patients() {
        refusedFor(
                Code.G1,
                EnumSet.of(PROPORTION, COVERAGE, SUM),
                children(10),
                children(20).in(GeographyBasis.REGISTERED, "E10000019", ""));
    }

    @Test
    void g2_boundaries_of_two_vintages_are_not_the_same_areas() {
        Counted old = children(20).in(GeographyBasis.RESIDENT, "E01000001", "LSOA 2011");
        refusedFor(
                Code.G2,
                EnumSet.complementOf(EnumSet.of(RATIO)),
                children(10).in(GeographyBasis.RESIDENT, "E01000001", "LSOA 2021"),
                old);
        assertThat(
                        check(SUM, old, children(1).in(GeographyBasis.RESIDENT, "E01000001", ""))
                                .isCompatible())
                .isTrue();
    }

    @Test
    void p1_the_first_must_be_a_part_of_the_second() {
        refusedFor(
                Code.P1,
                SHARES,
                children(10).in(GeographyBasis.RESIDENT, "E07000136", ""),
                children(20));
        refusedFor(Code.P1, SHARES, children(21), children(20));
        assertThat(check(COVERAGE, children(20), children(20)).isCompatible()).isTrue();
    }

    @Test
    void z1_what_is_not_known_takes_no_part_in_arithmetic() {
        for (Value value :
                new Value[] {
                    new Value.StructuralZero("none commissioned"),
                    new Value.Missing("not asked"),
                    new Value.Suppressed("c")
                }) {
            refusedFor(
                    Code.Z1,
                    EnumSet.allOf(Operation.class),
                    children(1).valued(value),
                    children(9));
            refusedFor(
                    Code.Z1,
                    EnumSet.allOf(Operation.class),
                    children(9),
                    children(1).valued(value));
        }
    }

    @Test
    void r1_a_rounded_number_gives_no_difference_and_no_share_of_small_numbers() {
        refusedFor(
                Code.R1,
                EnumSet.of(PROPORTION, COVERAGE, DIFFERENCE),
                children(95).rounded(5),
                children(2000));
        assertThat(check(COVERAGE, children(100).rounded(5), children(2000)).isCompatible())
                .isTrue();
        assertThat(sentence(Code.R1, DIFFERENCE, children(95).rounded(5), children(9)))
                .isEqualTo("95 is rounded to the nearest 5, so that it may be off by 2.5.");
    }

    @Test
    void births_in_common_below_95_per_cent_refuse_a_share_and_below_all_of_them_warn() {
        Compatibility near = check(COVERAGE, children(1), children(2).at(DAY.plusDays(20)));
        assertThat(near.isCompatible()).isTrue();
        assertThat(near.warnings()).hasSize(1);
        assertThat(check(COVERAGE, children(1), children(2).at(DAY.plusDays(60))).codes())
                .containsExactly(Code.O1);
        Thresholds lenient = new Thresholds(0.9, 0.9, 20);
        assertThat(
                        Compatibility.check(
                                        COVERAGE,
                                        children(1).quantity(),
                                        children(2).at(DAY.plusDays(60)).quantity(),
                                        lenient)
                                .isCompatible())
                .isTrue();
    }

    @Test
    void a_ratio_of_known_values_is_given_and_is_never_a_percentage() {
        Outcome ratio = outcome(RATIO, seen(13_870).of(Unit.FAMILY), children(12_606).aged(0, 24));
        assertThat(ratio.words()).isEqualTo("1.10 families per child");
    }

    @Test
    void a_rate_may_mix_units_and_names_both() {
        assertThat(outcome(RATE, seen(50).of(Unit.CONTACT).in(events()), children(1000)).words())
                .isEqualTo("50.0 contacts per 1,000 children");
    }

    @Test
    void a_refused_pair_has_no_outcome() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> outcome(COVERAGE, seen(10), children(20)));
    }

    @Test
    void it_is_convertible_when_every_reason_can_be_lifted() {
        Compatibility check = check(COVERAGE, children(1).of(Unit.FAMILY), children(2));
        assertThat(check.codes()).containsExactlyInAnyOrder(Code.U1, Code.A3);
        assertThat(check.verdict(Set.of(ConversionName.CHILDREN_TO_FAMILIES)))
                .isEqualTo(Compatibility.Verdict.CONVERTIBLE);
        assertThat(check.verdict(Set.of(ConversionName.REBAND)))
                .isEqualTo(Compatibility.Verdict.REFUSED);
    }

    private static Window events() {
        return new Window(LocalDate.of(2022, 4, 1), LocalDate.of(2023, 4, 1), Counting.EVENTS);
    }

    private static void refusedFor(
            Code code, Set<Operation> operations, Counted first, Counted second) {
        assertThat(Arrays.stream(Operation.values()).filter(o -> check(o, first, second).has(code)))
                .containsExactlyInAnyOrderElementsOf(operations);
    }

    private static String sentence(Code code, Operation operation, Counted one, Counted other) {
        return check(operation, one, other).reasons().stream()
                .filter(reason -> reason.code() == code)
                .map(Reason::sentence)
                .findFirst()
                .orElseThrow();
    }

    private static Compatibility check(Operation operation, Counted first, Counted second) {
        return Compatibility.check(
                operation, first.quantity(), second.quantity(), Counted.THRESHOLDS);
    }

    private static Outcome outcome(Operation operation, Counted first, Counted second) {
        return Outcome.of(operation, first.quantity(), second.quantity(), Counted.THRESHOLDS);
    }
}
