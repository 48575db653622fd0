package org.answerable.web.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.answerable.cohort.StatisticTable;
import org.junit.jupiter.api.Test;

class StatisticsViewTest {

    private final StatisticsView view =
            new StatisticsView(
                    new StatisticTable(
                            List.of(
                                    "area",
                                    "numerator",
                                    "value",
                                    "lower_95",
                                    "significance",
                                    "note"),
                            2,
                            List.of(
                                    Arrays.asList(
                                            "E01", "5", "0.123456789", null, "Low (0.001)", null),
                                    Arrays.asList(
                                            "0123",
                                            null,
                                            "1.23456789E-5",
                                            "123456789",
                                            null,
                                            "x"))));

    @Test
    void results_have_six_digits_and_what_came_is_shown_as_it_came() {
        List<String> first = view.rows().get(0);
        List<String> second = view.rows().get(1);
        assertThat(view.shown(first, 2)).isEqualTo("0.123457");
        assertThat(view.shown(second, 2)).isEqualTo("0.0000123457");
        assertThat(view.shown(second, 3)).isEqualTo("123456789");
        assertThat(view.shown(second, 0)).isEqualTo("0123");
    }

    @Test
    void a_result_that_is_not_there_is_a_dash_and_a_cell_that_was_blank_stays_blank() {
        assertThat(view.shown(view.rows().get(0), 3)).isEqualTo("–");
        assertThat(view.shown(view.rows().get(1), 1)).isEmpty();
        assertThat(view.shown(view.rows().get(0), 5)).isEmpty();
    }

    @Test
    void columns_of_numbers_stand_right() {
        assertThat(view.numeric(1)).isTrue();
        assertThat(view.numeric(2)).isTrue();
        assertThat(view.numeric(4)).isFalse();
    }

    @Test
    void the_first_200_rows_are_shown() {
        StatisticTable many =
                new StatisticTable(
                        List.of("value", "note"),
                        0,
                        Collections.nCopies(300, Arrays.asList("1", null)));
        assertThat(new StatisticsView(many).rows()).hasSize(200);
    }
}
