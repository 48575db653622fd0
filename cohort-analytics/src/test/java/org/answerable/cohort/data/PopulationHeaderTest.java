package org.answerable.cohort.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.answerable.cohort.file.CsvRecords;
import org.answerable.cohort.quantity.AreaVintage;
import org.junit.jupiter.api.Test;

class PopulationHeaderTest {

    @Test
    void columns_are_found_by_name_whatever_their_case_order_and_outer_spaces() throws IOException {
        PopulationHeader header = header(" AGE_1 ,District,age_0, LSOA21_Code ");
        assertThat(header.vintage()).isEqualTo(AreaVintage.LSOA_2021);
        assertThat(header.areaCode()).isEqualTo(3);
        assertThat(header.district()).isEqualTo(1);
        assertThat(header.ages()).containsExactly(2, 0);
        assertThat(header.ageLast()).isEqualTo(1);
    }

    @Test
    void an_open_last_age_is_not_a_single_year() throws IOException {
        PopulationHeader header = header("lad21_code,lad21_name,age_0,age_1,age_2+");
        assertThat(header.ageLast()).isEqualTo(1);
        assertThat(header.allAges()).isTrue();
        assertThat(header.district()).isEqualTo(header.areaName());
    }

    @Test
    void a_missing_area_column_is_named_with_what_was_found_and_what_is_expected() {
        assertThatThrownBy(() -> header("area,age_0"))
                .hasMessageContaining("\"area\" is not known")
                .hasMessageContaining("Found: area, age_0")
                .hasMessageContaining("Expected: one of lsoa11_code");
        assertThatThrownBy(() -> header("district,age_0"))
                .hasMessageContaining("no column with an area code");
    }

    @Test
    void a_file_without_ages_is_not_a_population_file() {
        assertThatThrownBy(() -> header("lsoa21_code,total_population"))
                .hasMessageContaining("no column with a single year of age");
        assertThatThrownBy(() -> header("lsoa21_code,IMD_decile,IMD_rank"))
                .hasMessageContaining("\"IMD_decile\" is not known");
    }

    @Test
    void ages_have_no_gaps_and_no_double() {
        assertThatThrownBy(() -> header("lsoa11_code,age_0,age_2"))
                .hasMessageContaining("age_1 is missing");
        assertThatThrownBy(() -> header("lsoa11_code,age_0,AGE_0"))
                .hasMessageContaining("there twice");
        assertThatThrownBy(() -> header("lsoa11_code,age_0+,age_1"))
                .hasMessageContaining("Only the last");
        assertThatThrownBy(() -> header("lsoa11_code,lsoa21_code,age_0"))
                .hasMessageContaining("two columns mean the same");
    }

    private static PopulationHeader header(String line) throws IOException {
        CsvRecords records =
                new CsvRecords(new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)));
        assertThat(records.next()).isTrue();
        return PopulationHeader.of(records);
    }
}
