package org.answerable.cohort.chart;

import static org.answerable.cohort.Samples.measured;
import static org.answerable.cohort.Samples.noShare;
import static org.answerable.cohort.Samples.share;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.answerable.cohort.FigureTable;
import org.answerable.cohort.MeasureRequest.Breakdown;
import org.junit.jupiter.api.Test;

class ChoroplethTest {

    private static final FigureTable.Row ALL = share("", "Shire", 50, 100, "50.0", "40.4", "59.6");

    @Test
    void areas_fall_into_at_most_five_classes_that_the_legend_gives_in_numbers() throws Exception {
        FigureTable.Row[] rows = new FigureTable.Row[10];
        Map<String, String> outlines = new TreeMap<>();
        for (int i = 0; i < rows.length; i++) {
            rows[i] = share("E" + i, "Area " + i, i, 100, i + ".0", "0.0", "99.0");
            outlines.put("E" + i, square(i));
        }
        Drawn map = Drawn.of(Choropleth.of(measured(Breakdown.AREA, ALL, rows), outlines));
        assertThat(map.texts("text"))
                .contains("0.0 to 1.0 – 2 areas", "8.0 to 9.0 – 2 areas")
                .filteredOn(t -> t.endsWith("areas"))
                .hasSize(5);
    }

    @Test
    void an_area_without_a_number_is_white_and_one_without_an_outline_is_said() throws Exception {
        Drawn map =
                Drawn.of(
                        Choropleth.of(
                                measured(
                                        Breakdown.AREA,
                                        ALL,
                                        share("E0", "A", 1, 2, "50.0", "1.0", "99.0"),
                                        noShare("E1", "Nobody"),
                                        share("E2", "Elsewhere", 1, 2, "70.0", "1.0", "99.0")),
                                Map.of("E0", square(0), "E1", square(1))));
        assertThat(map.texts("text")).contains("50.0 – 1 area", "no number");
        assertThat(map.texts("desc").get(0)).contains("1 rows have no outline");
    }

    @Test
    void a_degree_of_longitude_is_as_much_shorter_as_the_latitude_asks() {
        String map =
                Choropleth.of(
                        measured(
                                Breakdown.AREA, ALL, share("E0", "A", 1, 2, "50.0", "1.0", "99.0")),
                        Map.of("E0", "[[[0,59],[2,59],[2,61],[0,61],[0,59]]]"));
        // At 60 degrees north, two degrees east are as long as one degree north.
        assertThat(map).contains("M190 790l380 0l0-760l-380 0l0 760Z");
    }

    @Test
    void points_that_fall_together_are_drawn_once_and_nothing_is_styled_or_run() {
        StringBuilder ring = new StringBuilder("[[[0,53],");
        for (int i = 0; i < 1_000; i++) {
            ring.append("[0.000").append(String.format("%06d", i)).append(",53],");
        }
        ring.append("[1,53],[1,54],[0,54],[0,53]]]");
        String map =
                Choropleth.of(
                        measured(
                                Breakdown.AREA, ALL, share("E0", "A", 1, 2, "50.0", "1.0", "99.0")),
                        Map.of("E0", ring.toString()));
        assertThat(map.length()).isLessThan(4_000);
        assertThat(map).doesNotContain("<script", "<style", "style=", "href=");
    }

    @Test
    void equal_values_are_in_one_class() {
        List<BigDecimal> values =
                Stream.of("1", "1", "1", "1", "1", "1", "2", "3").map(BigDecimal::new).toList();
        List<Classes.Band> bands = Classes.of(values, 5);
        assertThat(bands.get(0).areas()).isEqualTo(6);
        assertThat(bands.stream().mapToInt(Classes.Band::areas).sum()).isEqualTo(8);
        assertThat(Classes.place(bands, new BigDecimal("1"))).isZero();
        assertThat(Classes.of(List.of(), 5)).isEmpty();
    }

    private static String square(int i) {
        double x = i / 10.0;
        return "[[[%s,53],[%s,53],[%s,53.1],[%s,53.1],[%s,53]]]"
                .formatted(x, x + 0.1, x + 0.1, x, x);
    }
}
