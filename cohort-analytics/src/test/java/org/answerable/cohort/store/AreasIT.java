package org.answerable.cohort.store;

import static org.answerable.cohort.CohortDatabase.ANALYST;
import static org.answerable.cohort.CohortDatabase.areas;
import static org.answerable.cohort.CohortDatabase.datasets;
import static org.answerable.cohort.CohortDatabase.publicFiles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.answerable.cohort.Area;
import org.answerable.cohort.DatasetDescription;
import org.answerable.cohort.DatasetKind;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.LoadReport;
import org.answerable.cohort.Progress;
import org.junit.jupiter.api.Test;

class AreasIT {

    @Test
    void areas_are_found_by_code_name_and_place_and_a_withdrawn_look_up_no_longer_counts() {
        String header = "LSOA21CD,LSOA21NM,LAD31CD,LAD31NM\n";
        load(
                DatasetKind.AREAS,
                header
                        + "E01930001,Quorlax 001A,E07930001,Quorlax\nE01930002,Quorlax 001B,E07930001,Quorlax\n"
                        + "E01930003,West Quorlax 1%,E07930002,West Quorlax\n");
        assertThat(areas().find("LSOA_2021", "E01930001"))
                .contains(new Area("LSOA_2021", "E01930001", "Quorlax 001A"));
        assertThat(areas().find("LSOA_2011", "E01930001")).isEmpty();
        assertThat(areas().within("LAD_2031", "E07930001", "LSOA_2021"))
                .extracting(Area::code)
                .containsExactly("E01930001", "E01930002");
        assertThat(areas().around("LSOA_2021", "E01930003"))
                .containsExactly(new Area("LAD_2031", "E07930002", "West Quorlax"));
        assertThat(areas().search("quorl", "", 10)).hasSize(5);
        assertThat(areas().search("quorl", "LAD_2031", 10))
                .extracting(Area::name)
                .containsExactly("Quorlax", "West Quorlax");
        assertThat(areas().search("e0193", "LSOA_2021", 2)).hasSize(2);
        assertThat(areas().search("%", "", 10)).isEmpty();
        assertThat(areas().search(" ", "", 10)).isEmpty();
        assertThatThrownBy(() -> areas().search("x", "", 201)).isInstanceOf(InvalidInput.class);
        assertThat(areas().codeSets())
                .anySatisfy(
                        set -> {
                            assertThat(set.vintage()).isEqualTo("LAD_2031");
                            assertThat(set.named()).isEqualTo(2);
                        });

        LoadReport moved =
                load(DatasetKind.AREAS, header + "E01930001,Renamed 001A,E07930002,West Quorlax\n");
        assertThat(areas().find("LSOA_2021", "E01930001").orElseThrow().name())
                .isEqualTo("Renamed 001A");
        assertThat(areas().within("LAD_2031", "E07930001", "LSOA_2021"))
                .extracting(Area::code)
                .containsExactly("E01930002");
        datasets().withdraw(moved.datasetId(), "Wrong year", ANALYST);
        assertThat(areas().find("LSOA_2021", "E01930001").orElseThrow().name())
                .isEqualTo("Quorlax 001A");
        assertThat(areas().around("LSOA_2021", "E01930001"))
                .extracting(Area::code)
                .containsExactly("E07930001");
    }

    @Test
    void a_postcode_in_any_spelling_gives_its_areas() {
        load(
                DatasetKind.POSTCODES,
                "pcds,doterm,lsoa21cd,lad25cd\nQQ1 1AA,,E01930001,E07930001\nQQ1 1AB,201912,,\n");
        assertThat(areas().ofPostcode("qq11aa"))
                .containsEntry("lsoa21", "E01930001")
                .containsEntry("district", "E07930001")
                .doesNotContainKey("ended");
        assertThat(areas().ofPostcode("QQ1 1AB")).containsOnlyKeys("ended");
        assertThat(areas().ofPostcode("QQ1 1AC")).isEmpty();
        assertThat(areas().ofPostcode("'; --")).isEmpty();
        assertThat(areas().ofPostcode(null)).isEmpty();
    }

    private static LoadReport load(DatasetKind kind, String file) {
        LoadReport report =
                publicFiles(1 << 20)
                        .load(
                                kind,
                                new DatasetDescription(
                                        "Quorlax " + kind,
                                        "P",
                                        "S",
                                        LocalDate.of(2021, 1, 1),
                                        "L",
                                        "A",
                                        null,
                                        null,
                                        null,
                                        null,
                                        "LSOA_2021",
                                        "X",
                                        ""),
                                "a.csv",
                                new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
                                ANALYST,
                                Progress.NONE);
        assertThat(report.rejected()).isEmpty();
        return report;
    }
}
