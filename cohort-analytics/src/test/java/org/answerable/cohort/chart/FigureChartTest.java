package org.answerable.cohort.chart;

import static org.answerable.cohort.Samples.measured;
import static org.answerable.cohort.Samples.noShare;
import static org.answerable.cohort.Samples.share;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.answerable.cohort.Figure;
import org.answerable.cohort.FigureTable;
import org.answerable.cohort.MeasureRequest.Breakdown;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class FigureChartTest {

    private static final FigureTable.Row ALL = share("", "Shire", 50, 100, "50.0", "40.4", "59.6");
    private static final FigureTable.Row A = share("E1", "A", 30, 50, "60.0", "46.2", "72.4");
    private static final FigureTable.Row B = share("E2", "B", 20, 50, "40.0", "27.6", "53.8");

    @Test
    void a_share_is_drawn_with_its_limits_and_the_numbers_of_the_table() throws Exception {
        Drawn chart = Drawn.of(FigureChart.of(measured(Breakdown.AREA, ALL, A, B)));
        assertThat(chart.texts("text"))
                .contains("Per cent", "A", "60.0 (46.2 to 72.4)", "B", "40.0 (27.6 to 53.8)")
                .contains("Whiskers: 95 % limits. Broken line: Shire, 50.0 (40.4 to 59.6).");
    }

    @Test
    void a_bar_ends_at_its_value_and_its_whisker_at_the_limits() throws Exception {
        Drawn chart = Drawn.of(FigureChart.of(measured(Breakdown.AREA, ALL, A, B)));
        // The axis goes to 80: a bar of 60 is three quarters of it.
        Element bar = chart.elements("rect").get(1);
        double room = number(bar, "width") / 60 * 80;
        Element whisker =
                chart.elements("line").stream()
                        .filter(l -> l.getAttribute("y1").equals(l.getAttribute("y2")))
                        .findFirst()
                        .orElseThrow();
        assertThat(number(whisker, "x1") - number(bar, "x")).isCloseTo(room * 46.2 / 80, within());
        assertThat(number(whisker, "x2") - number(bar, "x")).isCloseTo(room * 72.4 / 80, within());
    }

    @Test
    void a_row_without_a_number_is_not_drawn_and_the_description_says_so() throws Exception {
        Drawn chart =
                Drawn.of(FigureChart.of(measured(Breakdown.AREA, ALL, A, noShare("E3", "Nobody"))));
        assertThat(chart.texts("text")).doesNotContain("Nobody");
        assertThat(chart.texts("desc").get(0)).contains("1 rows have no number");
    }

    @Test
    void periods_are_a_line_with_its_limits_as_a_band() throws Exception {
        Figure trend =
                measured(
                        Breakdown.PERIOD,
                        null,
                        share(
                                "2022-04-01",
                                "1 April 2022 to 31 March 2023",
                                1,
                                2,
                                "50.0",
                                "40.0",
                                "60.0"),
                        share(
                                "2023-04-01",
                                "1 April 2023 to 31 March 2024",
                                1,
                                2,
                                "55.0",
                                "45.0",
                                "65.0"));
        Drawn chart = Drawn.of(FigureChart.of(trend));
        assertThat(chart.elements("polygon")).hasSize(1);
        assertThat(chart.elements("circle")).hasSize(2);
        assertThat(chart.texts("text"))
                .contains("50.0", "55.0", "1 April 2022", "to 31 March 2023")
                .contains("Band: 95 % limits.");
    }

    @Test
    void many_rows_stand_in_the_order_of_their_values_without_names() throws Exception {
        FigureTable.Row[] rows =
                IntStream.range(0, 41)
                        .mapToObj(
                                i ->
                                        share(
                                                "E" + i,
                                                "Area " + i,
                                                i,
                                                100,
                                                i + ".0",
                                                i + ".0",
                                                (i + 9) + ".0"))
                        .toArray(FigureTable.Row[]::new);
        Drawn chart = Drawn.of(FigureChart.of(measured(Breakdown.AREA, ALL, rows)));
        assertThat(chart.texts("text")).noneMatch(t -> t.startsWith("Area "));
        assertThat(chart.texts("desc").get(0)).contains("41 rows in the order of their values");
    }

    @Test
    void a_measure_of_the_total_alone_is_one_bar() throws Exception {
        Drawn chart = Drawn.of(FigureChart.of(measured(Breakdown.NONE, ALL)));
        assertThat(chart.texts("text")).contains("Shire", "50.0 (40.4 to 59.6)");
    }

    @Test
    void nothing_is_styled_or_run() {
        for (Breakdown by : Breakdown.values()) {
            assertThat(FigureChart.of(measured(by, by == Breakdown.PERIOD ? null : ALL, A, B)))
                    .doesNotContain("<script", "<style", "style=", "onload", "href=");
        }
    }

    @Test
    void an_axis_reaches_over_every_value_in_few_round_steps() {
        for (double highest : new double[] {0.004, 0.7, 1, 5.9, 60, 99.9, 100, 12_345}) {
            Axis axis = Axis.over(highest);
            assertThat(axis.most()).as("%s", highest).isGreaterThanOrEqualTo(highest * (1 - 1e-9));
            assertThat(axis.marks()).hasSizeBetween(2, 7);
        }
        assertThat(Axis.over(0).most()).isPositive();
        assertThat(Axis.over(72).words(40)).isEqualTo("40");
        assertThat(Axis.over(0.7).words(0.2)).isEqualTo("0.2");
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(0.2);
    }
}
