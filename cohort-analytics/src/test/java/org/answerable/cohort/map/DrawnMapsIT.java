package org.answerable.cohort.map;

import static org.answerable.cohort.CohortDatabase.ANALYST;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import org.answerable.cohort.CohortDatabase;
import org.answerable.cohort.DatasetDescription;
import org.answerable.cohort.Figure;
import org.answerable.cohort.FigureMaps;
import org.answerable.cohort.FigureRequest;
import org.answerable.cohort.GroupBy;
import org.answerable.cohort.LoadReport;
import org.answerable.cohort.Progress;
import org.answerable.cohort.SharedCases;
import org.answerable.cohort.store.AreaOutlines;
import org.answerable.cohort.store.Transactions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A figure by LSOA as a map of Lincolnshire, once the outlines are loaded. */
class DrawnMapsIT {

    private static final FigureMaps MAPS =
            new DrawnMaps(new AreaOutlines(new Transactions(CohortDatabase.dataSource())));

    private static String population;

    @BeforeAll
    static void outlines_and_a_population_of_the_same_areas() throws IOException {
        LoadReport outlines =
                CohortDatabase.publicFiles(10L << 20)
                        .load(
                                null,
                                outlines(),
                                "lincolnshire.geojson",
                                new ByteArrayInputStream(
                                        Files.readAllBytes(
                                                SharedCases.geo(
                                                        "lincolnshire_lsoa21_boundaries_E10000019"
                                                                + ".geojson"))),
                                ANALYST,
                                Progress.NONE);
        assertThat(outlines.accepted()).isTrue();
        StringBuilder csv = new StringBuilder("lsoa21_code,district,age_0\n");
        List<String> lines = Files.readAllLines(SharedCases.geo("lincolnshire_lsoa21.csv"));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            csv.append(cells[0]).append(',').append(cells[3]).append(',');
            csv.append(10 + Math.floorMod(cells[0].hashCode(), 30)).append('\n');
        }
        population =
                CohortDatabase.datasets()
                        .load(
                                CohortDatabase.description("To map", "LSOA_2021", "Lincolnshire"),
                                "to-map.csv",
                                new ByteArrayInputStream(
                                        csv.toString().getBytes(StandardCharsets.UTF_8)),
                                ANALYST)
                        .datasetId();
    }

    @Test
    void a_figure_by_area_is_a_map_of_moderate_size_with_its_classes_in_numbers() {
        String map = MAPS.svg(figure(GroupBy.AREA)).orElseThrow();
        assertThat(map.length()).isBetween(20_000, 400_000);
        assertThat(map).contains(" areas</text>").doesNotContain("style=", "<script", "href=");
        assertThat(map.split(" areas</text>", -1)).hasSizeBetween(5, 6);
    }

    @Test
    void a_figure_by_district_known_by_name_or_of_the_total_has_no_map() {
        assertThat(MAPS.svg(figure(GroupBy.DISTRICT))).isEmpty();
        assertThat(MAPS.svg(figure(GroupBy.NONE))).isEmpty();
    }

    private static Figure figure(GroupBy rows) {
        return CohortDatabase.figures()
                .compute(
                        new FigureRequest(population, "", 0, 1, List.of(), rows, "Lincolnshire"),
                        ANALYST);
    }

    private static DatasetDescription outlines() {
        LocalDate end2021 = LocalDate.of(2021, 12, 31);
        return new DatasetDescription(
                "Outlines",
                "Office for National Statistics",
                "Boundaries",
                end2021,
                "Open Government Licence v3.0",
                "Contains public sector information licensed under the Open Government Licence v3.0.",
                "",
                end2021,
                null,
                null,
                null,
                "Lincolnshire",
                "");
    }
}
