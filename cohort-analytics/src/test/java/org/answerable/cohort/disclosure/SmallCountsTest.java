package org.answerable.cohort.disclosure;

import static org.answerable.cohort.Samples.row;
import static org.answerable.cohort.Samples.table;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.answerable.cohort.FigureTable;
import org.junit.jupiter.api.Test;

class SmallCountsTest {

    private static final ReleasePolicy POLICY =
            new ReleasePolicy("small-counts-7", 1, 7, true, "1 to 7 is small.", "A paper.");

    @Test
    void one_to_seven_is_small_and_zero_and_eight_are_not() {
        assertThat(List.of(0L, 1L, 7L, 8L).stream().map(POLICY::forbids))
                .containsExactly(false, true, true, false);
    }

    @Test
    void a_policy_may_hide_zero_too() {
        assertThat(new ReleasePolicy("x", 1, 7, false, "", "").forbids(0)).isTrue();
    }

    @Test
    void a_table_of_large_counts_and_zeros_is_safe() {
        assertThat(small(table(row("T", 300, 400), row("A", 300, 0), row("B", 0, 400)))).isZero();
    }

    @Test
    void a_small_cell_is_found_once() {
        assertThat(small(table(row("T", 107, 400), row("A", 7, 200), row("B", 100, 200))))
                .isEqualTo(1);
    }

    @Test
    void a_small_sum_and_a_small_total_are_found() {
        assertThat(small(table(row("T", 3, 4)))).isEqualTo(3);
    }

    @Test
    void a_small_rest_between_the_total_and_a_part_is_found() {
        FigureTable rest =
                table(row("T", 105, 600), row("A", 100, 200), row("B", 0, 200), row("C", 50, 200));
        assertThat(small(rest)).isEqualTo(1);
    }

    @Test
    void a_small_difference_between_the_totals_of_two_releases_is_found() {
        FigureTable all = table(row("All", 105, 400));
        FigureTable allButOne = table(row("All but one", 100, 300));
        assertThat(SmallCounts.between(all, List.of(allButOne), POLICY)).isEqualTo(1);
        assertThat(SmallCounts.between(allButOne, List.of(all), POLICY)).isEqualTo(1);
    }

    @Test
    void the_same_totals_again_give_nothing_away() {
        FigureTable all = table(row("All", 105, 400));
        assertThat(SmallCounts.between(all, List.of(all), POLICY)).isZero();
    }

    private static long small(FigureTable table) {
        return SmallCounts.in(table, POLICY);
    }
}
