package org.answerable.cohort.worksheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.answerable.cohort.FieldError;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.StatisticTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmallAreaCalculationTest {

    private static final TableStatistics STATISTICS = new TableStatistics();
    private static final String EXAMPLE = STATISTICS.method("small-area").orElseThrow().example();
    private static final String HEADER = "area,value,standard_error,x1,weight\n";
    private static final String AREAS =
            """
            A,12.1,1.1,0.8,100
            B,17.8,0.8,1.9,200
            C,7.4,1.5,0.5,300
            D,24.3,2.0,3.1,150
            E,16.2,0.6,2.4,120
            F,13.7,1.2,1.2,80
            """;

    @Test
    void an_area_without_a_value_gets_what_the_model_says_and_the_words_for_it() {
        StatisticTable table = table(EXAMPLE, Map.of());
        assertThat(cell(table, 6, "area")).isEqualTo("West Lindsey");
        assertThat(cell(table, 6, "basis")).isEqualTo("modelled, no local observations");
        assertThat(number(table, 6, "gamma")).isZero();
        assertThat(number(table, 6, "estimate")).isEqualTo(number(table, 6, "synthetic"));
        assertThat(cell(table, 0, "basis")).isEqualTo("composite");
        assertThat(number(table, 0, "gamma")).isBetween(0.01, 0.99);
        assertThat(number(table, 0, "root_mse"))
                .isLessThan(0.021)
                .isCloseTo(Math.sqrt(number(table, 0, "mse")), within(1e-12));
        assertThat(table.columns()).doesNotContain("benchmarked");
    }

    @Test
    void estimates_times_weights_add_up_to_the_total() {
        StatisticTable table = table(EXAMPLE, Map.of("total", "2500"));
        double sum = 0;
        for (int i = 0; i < table.rows().size(); i++) {
            sum += number(table, i, "benchmarked") * number(table, i, "weight");
        }
        assertThat(sum).isCloseTo(2500, within(1e-8));
    }

    @Test
    void without_a_column_of_weights_each_area_counts_once() {
        StatisticTable table =
                table("value,standard_error\n10,1\n12,1\n20,2\n,\n", Map.of("total", "70"));
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            sum += number(table, i, "benchmarked");
        }
        assertThat(sum).isCloseTo(70, within(1e-9));
    }

    @Test
    void values_without_a_difference_beyond_sampling_are_said_to_be_modelled() {
        StatisticTable table = table("value,standard_error\n10,5\n11,5\n12,5\n", Map.of());
        assertThat(number(table, 0, "variance")).isZero();
        assertThat(number(table, 0, "gamma")).isZero();
        assertThat(number(table, 0, "estimate")).isCloseTo(11, within(1e-12));
        assertThat(cell(table, 0, "basis")).contains("no difference between areas beyond sampling");
    }

    @Test
    void half_of_a_value_is_not_used_and_the_note_says_so() {
        StatisticTable table = table(HEADER + AREAS + "G,9,,1.1,5\nH,,2,1.2,5\n", Map.of());
        assertThat(cell(table, 6, "note")).contains("value is not used", "standard_error is blank");
        assertThat(cell(table, 7, "note")).contains("standard error is not used");
        assertThat(cell(table, 6, "basis")).isEqualTo("modelled, no local observations");
    }

    @Test
    void a_blank_covariate_leaves_its_area_out() {
        StatisticTable with = table(HEADER + AREAS + "G,9,1,,5\n", Map.of());
        assertThat(cell(with, 6, "estimate")).isNull();
        assertThat(cell(with, 6, "note")).isEqualTo("Not available: x1 is blank");
        StatisticTable without = table(HEADER + AREAS, Map.of());
        assertThat(cell(with, 0, "estimate")).isEqualTo(cell(without, 0, "estimate"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "G,9,0,1,5 | | row 7, column standard_error",
                "G,9,-1,1,5 | | row 7, column standard_error",
                "G,many,1,1,5 | | row 7, column value",
                "G,9,1,few,5 | | row 7, column x1",
                "G,9,1,1, | 100 | row 7, column weight",
                "G,9,1,1,-2 | 100 | row 7, column weight",
                "G,9,1,,5 | 100 | row 7, column x1",
                "G,9,1,1,5 | 0 | total",
                "G,9,1,1,5 | -3 | total",
                "G,9,1,1,5 | many | total"
            })
    void what_cannot_be_used_is_told_at_its_place(String row, String total, String place) {
        Map<String, String> options = total == null ? Map.of() : Map.of("total", total);
        assertThat(refused(HEADER + AREAS + row + "\n", options))
                .extracting(FieldError::field)
                .containsExactly(place);
    }

    @Test
    void a_table_that_cannot_be_fitted_is_refused() {
        assertThat(refused("value\n1\n", Map.of()).get(0).message()).contains("standard_error");
        assertThat(refused("value,standard_error,x1\n1,1,1\n2,1,2\n", Map.of()).get(0))
                .satisfies(e -> assertThat(e.field()).isEqualTo("value"))
                .satisfies(e -> assertThat(e.message()).contains("at least 3", "Found: 2"));
        assertThat(refused("value,standard_error,x\n,,1\n,,2\n", Map.of()).get(0).message())
                .contains("Found: 0");
        assertThat(refused(EXAMPLE.replace("weight", "x_other"), Map.of("total", "x")).get(0))
                .satisfies(e -> assertThat(e.field()).isEqualTo("total"));
        String same =
                "value,standard_error,x1,x_same\n1,1,1,3\n2,1,2,3\n4,1,5,3\n7,1,6,3\n9,1,7,3\n";
        assertThat(refused(same, Map.of()).get(0))
                .satisfies(e -> assertThat(e.field()).isEqualTo("x_same"))
                .satisfies(e -> assertThat(e.message()).contains("Leave it out"));
        String many = "value,standard_error,x1,x2,x3,x4,x5,x6\n1,1,1,1,1,1,1,1\n";
        assertThat(refused(many, Map.of()).get(0).message()).contains("more than 5", "x6");
    }

    private static StatisticTable table(String csv, Map<String, String> options) {
        try {
            return STATISTICS.table("small-area", options, new StringReader(csv));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<FieldError> refused(String csv, Map<String, String> options) {
        return catchThrowableOfType(InvalidInput.class, () -> table(csv, options)).errors();
    }

    private static String cell(StatisticTable table, int row, String column) {
        return table.rows().get(row).get(table.columns().indexOf(column));
    }

    private static double number(StatisticTable table, int row, String column) {
        return Double.parseDouble(cell(table, row, column));
    }
}
