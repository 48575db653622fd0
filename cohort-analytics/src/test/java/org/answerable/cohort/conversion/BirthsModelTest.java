package org.answerable.cohort.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.answerable.cohort.quantity.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Families and children from births, with the illustrative numbers of the published case. */
class BirthsModelTest {

    private static final SiblingGaps GAPS = new SiblingGaps(List.of(0.0, 0.12, 0.28, 0.40));

    static BirthsModel model(List<Double> yearly) {
        return new BirthsModel(
                new Range(6500, 6900, 7300),
                Range.exactly(1.015),
                GAPS,
                new Range(3.2 / 3.4, 1, 3.6 / 3.4),
                new Range(0, 0, 800),
                yearly);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "2, 1.94", "3, 2.74", "4, 3.40", "0.5, 0.5", "1.5, 1.485"})
    void mean_years_to_the_next_birth_are_the_area_by_trapezium(double t, double expected) {
        assertThat(GAPS.expectedYears(t)).isEqualTo(expected, within(1e-9));
    }

    @Test
    void beyond_the_table_its_last_share_is_held_constant() {
        assertThat(GAPS.expectedYears(5)).isEqualTo(3.40 + 0.60, within(1e-9));
    }

    @Test
    void a_table_of_gaps_never_falls_and_stays_within_0_and_1() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SiblingGaps(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new SiblingGaps(List.of(0.2, 0.1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new SiblingGaps(List.of(1.1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new SiblingGaps(List.of(Double.NaN)));
        assertThatIllegalArgumentException().isThrownBy(() -> GAPS.expectedYears(-1));
    }

    @ParameterizedTest
    @CsvSource({"3, 1, 23460", "2, 1, 18906", "3, 0, 18906"})
    void families_of_a_window_are_those_of_a_longer_band(double age, double window, double b) {
        assertThat(model(List.of()).familiesDuring(age, window).central())
                .isEqualTo(b, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"2, 0.956, 12606, 12.0", "3, 0.900, 19636, 17.7"})
    void families_per_child_fall_with_the_width_of_the_band(
            double age, double factor, double children, double thousandFamilies) {
        double perChild = model(List.of()).familiesPerChild(age).central();
        assertThat(perChild).isEqualTo(factor, within(0.0005));
        assertThat(children * perChild / 1000).isEqualTo(thousandFamilies, within(0.05));
    }

    @Test
    void births_that_change_are_weighted_by_who_is_still_the_youngest() {
        double same = model(List.of(6900.0, 6900.0, 6900.0, 6900.0)).familiesDuring(3, 1).central();
        assertThat(same).isEqualTo(23_460, within(1e-6));
        double changing =
                model(List.of(7000.0, 6800.0, 6600.0, 6400.0)).familiesDuring(3, 1).central();
        assertThat(changing)
                .isEqualTo(7000 * 1 + 6800 * 0.94 + 6600 * 0.80 + 6400 * 0.66, within(1e-6));
    }

    @Test
    void the_yearly_sum_needs_whole_years_and_all_of_them() {
        BirthsModel model = model(List.of(7000.0, 6800.0, 6600.0));
        assertThat(model.countsYearByYear(3)).isTrue();
        assertThat(model.countsYearByYear(4)).isFalse();
        assertThat(model.countsYearByYear(2.5)).isFalse();
    }

    @Test
    void mean_years_are_never_more_than_the_years_that_are_counted() {
        assertThat(model(List.of()).expectedYears(1).high()).isEqualTo(1);
    }

    @Test
    void moving_in_only_adds_families() {
        Range families = model(List.of()).varying(BirthsModel.Input.MOVING_IN).familiesDuring(3, 1);
        assertThat(families.low()).isEqualTo(families.central()).isLessThan(families.high());
    }

    /** Mothers simulated one by one, with gaps drawn from the table. */
    @Test
    void simulated_families_agree() {
        Random random = new Random(20240402);
        int families = 0;
        int children = 0;
        for (int i = 0; i < 400_000; i++) {
            double birth = -3 + 4 * random.nextDouble(); // in the window, or up to 3 years before
            if (birth + gap(random) > 1) { // no later birth before the window's end
                families++;
            }
            children++;
        }
        assertThat(4.0 * families / children).isEqualTo(GAPS.expectedYears(4), within(0.015));
    }

    private static double gap(Random random) {
        double u = random.nextDouble();
        double before = 0;
        for (int year = 0; year < GAPS.reach(); year++) {
            double share = GAPS.withinYears().get(year);
            if (u < share) {
                return year + (u - before) / (share - before);
            }
            before = share;
        }
        return Double.POSITIVE_INFINITY;
    }
}
