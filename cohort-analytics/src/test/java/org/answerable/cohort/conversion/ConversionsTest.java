package org.answerable.cohort.conversion;

import static org.answerable.cohort.quantity.Counted.DAY;
import static org.answerable.cohort.quantity.Counted.children;
import static org.answerable.cohort.quantity.Counted.seen;
import static org.answerable.cohort.quantity.Counted.year;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.answerable.cohort.quantity.AgeRule;
import org.answerable.cohort.quantity.Compatibility;
import org.answerable.cohort.quantity.ConversionName;
import org.answerable.cohort.quantity.Counted;
import org.answerable.cohort.quantity.GeographyBasis;
import org.answerable.cohort.quantity.Operation;
import org.answerable.cohort.quantity.Outcome;
import org.answerable.cohort.quantity.Quantity;
import org.answerable.cohort.quantity.Range;
import org.answerable.cohort.quantity.TimeBasis.Counting;
import org.answerable.cohort.quantity.TimeBasis.Window;
import org.answerable.cohort.quantity.Unit;
import org.answerable.cohort.quantity.Value;
import org.junit.jupiter.api.Test;

/** What each conversion gives, or says that it needs. */
class ConversionsTest {

    private static final SourceRatio RATIO =
            new SourceRatio(
                    "A17", "mid-year-estimate", "gp-registration", new Range(0.9, 1.1, 1.2));

    @Test
    void children_of_a_day_become_families_of_that_day() {
        Conversion offer =
                offered(
                        ConversionName.CHILDREN_TO_FAMILIES,
                        children(9000).of(Unit.FAMILY),
                        children(19_636));
        assertThat(range(offer).central()).isEqualTo(19_636 * 2.74 / (1.015 * 3), within(1e-6));
        assertThat(offer.outcome()).isPresent();
        assertThat(offer.assumptions()).containsExactly("A4", "A16");
    }

    @Test
    void a_stock_in_the_window_becomes_all_who_were_there() {
        Conversion offer = offered(ConversionName.STOCK_TO_PERIOD, seen(5000), children(20_000));
        assertThat(range(offer).central()).isEqualTo(20_000 + 6900 * 1.015, within(1e-6));
        assertThat(offer.result().map(Quantity::time)).contains(year(2022));
        assertThat(offer.outcome()).isPresent();
    }

    @Test
    void a_stock_outside_the_window_is_replaced_by_births() {
        Conversion offer =
                offered(
                        ConversionName.STOCK_TO_PERIOD,
                        seen(5000),
                        children(20_000).at(LocalDate.of(2025, 1, 1)));
        assertThat(range(offer).central()).isEqualTo(6900 * 1.015 * 4, within(1e-6));
    }

    @Test
    void a_stock_of_others_needs_who_came_in() {
        Conversion offer =
                offered(
                        ConversionName.STOCK_TO_PERIOD,
                        seen(10).of(Unit.PERSON),
                        children(20).of(Unit.PERSON));
        assertThat(offer.result()).isEmpty();
        assertThat(offer.needs()).singleElement().asString().contains("2022-04-01", "2023-03-31");
    }

    @Test
    void single_years_of_age_make_the_band_of_the_other() {
        Counted under3 = children(19_636).byYear(Map.of(0, 5981L, 1, 6625L, 2, 7030L));
        Conversion offer = offered(ConversionName.REBAND, children(1000).aged(0, 24), under3);
        assertThat(range(offer)).isEqualTo(Range.exactly(12_606));
        assertThat(offer.outcome().map(Outcome::words)).contains("7.9%");
    }

    @Test
    void without_single_years_a_band_stays_as_it_is() {
        Conversion offer =
                offered(ConversionName.REBAND, children(1000).aged(0, 24), children(19_636));
        assertThat(offer.result()).isEmpty();
        assertThat(offer.needs()).singleElement().asString().contains("single year of age");
    }

    @Test
    void a_band_of_nobody_divides_nothing() {
        Counted none = children(5).byYear(Map.of(0, 0L, 1, 0L, 2, 5L));
        assertThat(offered(ConversionName.REBAND, children(0).aged(0, 24), none).outcome())
                .isEmpty();
    }

    @Test
    void a_cited_ratio_leads_from_one_source_to_another() {
        Conversion offer =
                offer(
                                Operation.DIFFERENCE,
                                children(1000),
                                children(1000).from("mid-year-estimate"),
                                List.of(RATIO))
                        .stream()
                        .filter(c -> c.name() == ConversionName.SOURCE_RATIO)
                        .findFirst()
                        .orElseThrow();
        assertThat(range(offer)).isEqualTo(new Range(900, 1100, 1200));
        assertThat(offer.assumptions()).containsExactly("A17");
        assertThat(offer.outcome().map(o -> o.range().central()).orElseThrow())
                .isEqualTo(-100, within(1e-9));
    }

    @Test
    void without_a_ratio_it_says_which_one_is_needed() {
        List<Conversion> offers =
                offer(
                        Operation.TREND,
                        children(10).from("nhais"),
                        children(10).from("pds"),
                        List.of(RATIO));
        assertThat(offers).singleElement().satisfies(o -> assertThat(o.needs()).isNotEmpty());
    }

    @Test
    void a_rounded_number_is_carried_through_as_bounds() {
        List<Conversion> offers =
                offer(
                        Operation.DIFFERENCE,
                        children(100).rounded(5),
                        children(40).rounded(10),
                        List.of());
        Outcome outcome = offers.get(0).outcome().orElseThrow();
        assertThat(outcome.range()).isEqualTo(new Range(52.5, 60, 67.5));
    }

    @Test
    void a_rate_over_time_takes_the_years_lived() {
        Counted contacts =
                seen(500)
                        .of(Unit.CONTACT)
                        .in(
                                new Window(
                                        LocalDate.of(2022, 4, 1),
                                        LocalDate.of(2022, 10, 1),
                                        Counting.EVENTS));
        Conversion offer =
                offer(Operation.RATE, contacts, children(1000), List.of()).stream()
                        .filter(c -> c.name() == ConversionName.MID_PERIOD_PERSON_TIME)
                        .findFirst()
                        .orElseThrow();
        assertThat(range(offer)).isEqualTo(Range.exactly(500));
        assertThat(offer.outcome().map(Outcome::words))
                .contains("1,000.0 contacts per 1,000 years lived by children");
        Conversion outside =
                offer(Operation.RATE, contacts, children(1000).at(DAY.plusYears(3)), List.of())
                        .get(0);
        assertThat(outside.needs()).isNotEmpty();
    }

    @Test
    void what_needs_records_says_which() {
        needs(ConversionName.EVENTS_TO_PERSONS, seen(9).of(Unit.CONTACT), seen(20), "pseudonym");
        needs(
                ConversionName.RESTRICT_WINDOW,
                seen(9),
                seen(20).in(
                                new Window(
                                        LocalDate.of(2022, 10, 1),
                                        LocalDate.of(2023, 10, 1),
                                        Counting.PERSONS)),
                "1 October 2022 to 31 March 2023");
        needs(ConversionName.COHORT_SHIFT, seen(9), seen(20).in(year(2019)), "Births");
        needs(ConversionName.RERULE, seen(9).ruled(AgeRule.AT_EVENT), seen(20), "birth");
        needs(
                ConversionName.REGISTERED_TO_RESIDENT,
                seen(9),
                seen(20).in(GeographyBasis.REGISTERED, "E10000019", ""),
                "practice × LSOA");
        needs(
                ConversionName.BEST_FIT,
                seen(9).in(GeographyBasis.RESIDENT, "E01000001", "LSOA 2021"),
                seen(20).in(GeographyBasis.RESIDENT, "E01000001", "LSOA 2011"),
                "LSOA 2021 to LSOA 2011");
    }

    @Test
    void windows_without_a_day_in_common_cannot_be_restricted() {
        assertThat(offer(Operation.COVERAGE, seen(9), seen(20).in(year(2019)), List.of()))
                .noneMatch(c -> c.name() == ConversionName.RESTRICT_WINDOW);
    }

    @Test
    void a_structural_zero_is_converted_into_nothing() {
        Counted zero = seen(1).of(Unit.FAMILY).valued(new Value.StructuralZero("none"));
        assertThat(offer(Operation.COVERAGE, zero, children(20), List.of()))
                .allMatch(c -> c.outcome().isEmpty());
    }

    @Test
    void a_band_that_does_not_begin_at_birth_has_no_formula_for_families() {
        Conversion offer =
                offered(
                        ConversionName.CHILDREN_TO_FAMILIES,
                        seen(9).of(Unit.FAMILY).aged(12, 36),
                        children(20).aged(12, 36));
        assertThat(offer.needs()).singleElement().asString().contains("begins at birth");
    }

    @Test
    void beyond_the_table_of_gaps_it_says_what_was_held_constant() {
        Conversion offer =
                offered(
                        ConversionName.CHILDREN_TO_FAMILIES,
                        seen(9).of(Unit.FAMILY).aged(0, 60),
                        children(20).aged(0, 60));
        assertThat(offer.notes()).anyMatch(note -> note.contains("held constant"));
    }

    private static void needs(ConversionName name, Counted first, Counted second, String words) {
        Conversion offer = offered(name, first, second);
        assertThat(offer.result()).isEmpty();
        assertThat(offer.lifts()).isNotEmpty();
        assertThat(String.join(" ", offer.needs())).contains(words);
    }

    private static Conversion offered(ConversionName name, Counted first, Counted second) {
        Optional<Conversion> found =
                offer(Operation.COVERAGE, first, second, List.of()).stream()
                        .filter(c -> c.name() == name)
                        .findFirst();
        assertThat(found).as(name.name()).isPresent();
        return found.get();
    }

    private static List<Conversion> offer(
            Operation operation, Counted first, Counted second, List<SourceRatio> ratios) {
        ModelInputs inputs =
                new ModelInputs(BirthsModelTest.model(List.of()), ratios, Counted.THRESHOLDS);
        Compatibility check =
                Compatibility.check(
                        operation, first.quantity(), second.quantity(), Counted.THRESHOLDS);
        return Conversions.offer(operation, first.quantity(), second.quantity(), check, inputs);
    }

    private static Range range(Conversion conversion) {
        return conversion.result().orElseThrow().value().range();
    }
}
