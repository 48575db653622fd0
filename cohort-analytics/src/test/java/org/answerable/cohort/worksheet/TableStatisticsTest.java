package org.answerable.cohort.worksheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.answerable.cohort.FieldError;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.NotFound;
import org.answerable.cohort.SharedCases;
import org.answerable.cohort.StatisticMethod;
import org.answerable.cohort.TableFormat;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableStatisticsTest {

    private static final double TOLERANCE = 1e-9;
    private static final TableStatistics STATISTICS = new TableStatistics();

    @Test
    void columns_are_found_by_name_and_come_back_in_front_of_the_results() {
        String answer =
                csv(
                        "proportion",
                        "\uFEFF Denominator ,\"the, area\",NUMERATOR\r\n100,\"Bos\"\"ton\",65\r\n");
        assertThat(answer)
                .startsWith("Denominator,\"the, area\",NUMERATOR,value,lower_95,upper_95,note\n")
                .contains("\n100,\"Bos\"\"ton\",65,0.65,0.552544432968879");
    }

    @Test
    void several_confidences_are_given_in_the_order_asked_for() {
        String answer = csv("rate", "numerator,denominator\n65,100\n", "confidence", "99.8,0.95");
        assertThat(answer)
                .startsWith(
                        "numerator,denominator,value,lower_998,upper_998,lower_95,upper_95,note\n");
        List<CSVRecord> rows = rows(answer);
        near(rows.get(0), "lower_998", 42_880.261471480202);
        near(rows.get(0), "upper_95", 82_849.13854593984);
    }

    @Test
    void blank_cells_and_denominators_of_0_give_blank_results_and_a_note() {
        List<CSVRecord> rows =
                rows(csv("proportion", "numerator,denominator\n,100\n10,\n,\n0,0\n 5 , 10 \n"));
        assertThat(rows).hasSize(5);
        for (CSVRecord row : rows.subList(0, 4)) {
            assertThat(row.get("value") + row.get("lower_95") + row.get("upper_95")).isEmpty();
            assertThat(row.get("note")).startsWith("Not available: ");
        }
        assertThat(rows.get(4).get("value")).isEqualTo("0.5");
        assertThat(rows.get(4).get("note")).isEmpty();
    }

    @Test
    void json_rows_come_back_as_json_rows_with_their_names() {
        String answer =
                compute(
                        "proportion",
                        TableFormat.JSON,
                        "[{\"area\":\"Boston\",\"numerator\":1,\"denominator\":4,\"known\":true},"
                                + "{\"denominator\":0,\"numerator\":0},{\"numerator\":null,\"area\":null}]",
                        TableFormat.JSON,
                        Map.of());
        assertThat(answer)
                .startsWith(
                        "[{\"area\":\"Boston\",\"numerator\":1,\"denominator\":4,\"known\":true,\"value\":0.25,\"lower_95\":0.04")
                .contains(
                        "\"denominator\":0,\"known\":null,\"value\":null,\"lower_95\":null,\"upper_95\":null,"
                                + "\"note\":\"Not available: the denominator is 0\"}")
                .endsWith("\"note\":\"Not available: numerator is blank\"}]");
    }

    @Test
    void rows_change_their_form_where_that_is_asked_for() {
        assertThat(
                        compute(
                                "rate",
                                TableFormat.CSV,
                                "area,numerator,denominator\nA,0,10\n",
                                TableFormat.JSON,
                                Map.of("multiplier", "1")))
                .startsWith("[{\"area\":\"A\",\"numerator\":0,\"denominator\":10,\"value\":0,");
        assertThat(
                        compute(
                                "rate",
                                TableFormat.JSON,
                                "[{\"area\":\"A, B\",\"numerator\":0,\"denominator\":10}]",
                                TableFormat.CSV,
                                Map.of("multiplier", "1")))
                .startsWith(
                        "area,numerator,denominator,value,lower_95,upper_95,note\n\"A, B\",0,10,0,0,");
    }

    @Test
    void a_table_copied_from_a_spreadsheet_has_tabs() {
        assertThat(csv("proportion", "numerator\tdenominator\tname\n1\t4\tA, B\n"))
                .startsWith("numerator,denominator,name,value,")
                .contains("\n1,4,\"A, B\",0.25,");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5,4|numerator|above the denominator",
                "-1,4|numerator|below 0",
                "1,-4|denominator|below 0",
                "NaN,4|numerator|no number",
                "1,Infinity|denominator|no number",
                "1e308,1e308|numerator|1e15",
                "abc,4|numerator|no number",
                "1,0x10|denominator|no number",
                "'\"1,000\",4000'|numerator|without commas",
                "1,4f|denominator|no number",
                ",-4|denominator|below 0",
                "-4,|numerator|below 0"
            })
    void an_impossible_row_is_refused_by_row_and_column(String row, String column, String words) {
        InvalidInput refused = refused("proportion", "numerator,denominator\n1,2\n" + row + "\n");
        assertThat(refused.errors()).hasSize(1);
        assertThat(refused.errors().get(0).field()).isEqualTo("row 2, column " + column);
        assertThat(refused.errors().get(0).message()).contains(words);
    }

    @Test
    void every_fault_is_found_and_the_first_100_are_told() {
        String table =
                "numerator,denominator\n"
                        + IntStream.range(0, 250)
                                .mapToObj(i -> i % 2 == 0 ? "9,8\n" : "1,2\n")
                                .collect(Collectors.joining());
        List<FieldError> errors = refused("proportion", table).errors();
        assertThat(errors).hasSize(101);
        assertThat(errors.get(1).field()).isEqualTo("row 3, column numerator");
        assertThat(errors.get(100).message()).contains("25 more");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|no table",
                "a,b\\n1,2|There is no column numerator",
                "numerator\\n1|There is no column denominator",
                "numerator,denominator,Numerator \\n1,2,3|two columns",
                "numerator,denominator,value\\n1,2,3|would be written",
                "numerator,denominator\\n1,2,3|3 cells, the header 2",
                "numerator,denominator\\n1|1 cell, the header 2",
                "numerator,denominator\\n\"1,2\\n|never closed",
                "numerator,denominator\\n\"1\"x,2\\n|after a closing quote"
            })
    void a_table_that_cannot_be_read_says_why(String table, String words) {
        assertThat(refused("rate", table == null ? "" : table.replace("\\n", "\n")))
                .hasMessageContaining(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[1]",
                "[{\"numerator\":1,\"denominator\":NaN}]",
                "[{\"numerator\":1,\"denominator\":2}",
                "[{\"numerator\":[1],\"denominator\":2}]",
                "[{\"numerator\":1,\"denominator\":2},{\"other\":1}]",
                "[{\"numerator\":\"x\",\"denominator\":2}]",
                "[{\"numerator\":true,\"denominator\":2}]",
                "[{\"denominator\":2}]"
            })
    void json_that_is_no_list_of_rows_is_refused(String body) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(
                        () -> compute("rate", TableFormat.JSON, body, TableFormat.JSON, Map.of()));
    }

    @Test
    void no_row_gives_no_answer_and_no_error() {
        assertThat(csv("rate", "numerator,denominator\n"))
                .isEqualTo("numerator,denominator,value,lower_95,upper_95,note\n");
        assertThat(compute("rate", TableFormat.JSON, "[]", TableFormat.JSON, Map.of()))
                .isEqualTo("[]");
    }

    @ParameterizedTest
    @CsvSource({
        "rate, multiplier, 0",
        "rate, multiplier, -1",
        "rate, multiplier, many",
        "rate, confidence, 0",
        "rate, confidence, 1",
        "rate, confidence, '0.95,0.95'",
        "rate, confidence, 0.95;0.998",
        "rate, confidance, 0.95",
        "proportion, method, wald",
        "proportion, confidence, 101",
        "quantile, groups, 1",
        "quantile, groups, 2.5",
        "quantile, invert, yes",
        "sii, transform, sqrt",
        "sii, draws, 5",
        "sii, seed, 1.5",
        "sii, multiplier, 0",
        "isr, kind, both",
        "dsr, standard, who",
        "funnel-rate, reference, -1",
        "funnel-proportion, reference, 2"
    })
    void an_option_that_cannot_be_used_is_refused_by_its_name(
            String method, String option, String value) {
        StatisticMethod described = STATISTICS.method(method).orElseThrow();
        InvalidInput refused =
                catchThrowableOfType(
                        InvalidInput.class, () -> csv(method, described.example(), option, value));
        assertThat(refused.errors().get(0).field()).isEqualTo(option);
    }

    @Test
    void a_method_that_does_not_exist_is_not_found() {
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> csv("median", "value\n1\n"));
    }

    static List<StatisticMethod> methods() {
        return STATISTICS.methods();
    }

    @ParameterizedTest
    @MethodSource("methods")
    void the_example_of_each_method_can_be_computed_and_gives_its_columns(StatisticMethod method) {
        String answer = csv(method.name(), method.example());
        assertThat(answer.lines().findFirst().orElseThrow().split(","))
                .containsAll(method.results().stream().map(StatisticMethod.Column::name).toList())
                .endsWith("note");
        assertThat(rows(answer)).isNotEmpty().allMatch(row -> !row.get(row.size() - 2).isEmpty());
    }

    @Test
    void supplied_proportions_and_rates() {
        for (String method : List.of("proportion", "rate")) {
            for (CSVRecord expected : rows(SharedCases.statistics(method + ".csv"))) {
                String table =
                        "numerator,denominator\n"
                                + expected.get("numerator")
                                + ","
                                + expected.get("denominator")
                                + "\n";
                CSVRecord found =
                        rows(csv(
                                        method,
                                        table,
                                        "confidence",
                                        "0.95,0.998",
                                        "multiplier",
                                        expected.get("multiplier")))
                                .get(0);
                agrees(expected, found);
            }
        }
    }

    @Test
    void supplied_standardised_rates_by_area_in_any_order_of_rows() {
        direct("dsr_inputs.csv", "dsr_expected.csv", List.of());
        direct(
                "dsr_nonindependent_inputs.csv",
                "dsr_nonindependent_expected.csv",
                List.of("persons_with_1", "persons_with_2", "persons_with_3", "persons_with_4"));
    }

    private static void direct(String inputs, String expectations, List<String> persons) {
        List<CSVRecord> rows = rows(SharedCases.statistics(inputs));
        List<String> lines = new ArrayList<>();
        String events = persons.isEmpty() ? "count" : "events_total";
        for (CSVRecord row : rows) {
            List<String> cells = new ArrayList<>();
            for (String column : List.of("area", "ageband", events, "pop", "stdpop")) {
                cells.add(row.get(column));
            }
            persons.forEach(column -> cells.add(row.get(column)));
            lines.add(String.join(",", cells));
        }
        java.util.Collections.shuffle(lines, new java.util.Random(3));
        List<String> header =
                new ArrayList<>(
                        List.of("Area", "Age band", "numerator", "denominator", "standard"));
        header.addAll(persons);
        String table = String.join(",", header) + "\n" + String.join("\n", lines);
        for (CSVRecord expected : rows(SharedCases.statistics(expectations))) {
            String multiplier = expected.get("multiplier");
            CSVRecord found =
                    of(
                            expected.get("area"),
                            csv(
                                    "dsr",
                                    table,
                                    "multiplier",
                                    multiplier,
                                    "confidence",
                                    "0.95,0.998"));
            assertThat(found.get("total_count")).isEqualTo(expected.get("total_count"));
            assertThat(found.get("total_population")).isEqualTo(expected.get("total_pop"));
            if (!expected.get("area").equals("testdata_1976")) { // limits misprinted in the origin
                agrees(expected, found);
            }
        }
    }

    @Test
    void supplied_indirectly_standardised_ratios_and_rates() {
        String table =
                "area,age_band,observed,population,reference_numerator,reference_denominator\n"
                        + rows(SharedCases.statistics("isr_inputs.csv")).stream()
                                .map(row -> String.join(",", row.toList()))
                                .collect(Collectors.joining("\n"));
        for (CSVRecord expected : rows(SharedCases.statistics("isr_expected.csv"))) {
            CSVRecord found =
                    of(
                            expected.get("area"),
                            csv(
                                    "isr",
                                    table,
                                    "kind",
                                    expected.get("kind"),
                                    "multiplier",
                                    expected.get("multiplier"),
                                    "confidence",
                                    "0.95,0.998"));
            near(found, "expected", Double.parseDouble(expected.get("expected_events")));
            agrees(expected, found);
            if (expected.get("kind").equals("rate")) {
                near(found, "reference_rate", Double.parseDouble(expected.get("ref_rate")));
            }
        }
    }

    @Test
    void supplied_means() {
        List<CSVRecord> rows = rows(SharedCases.statistics("mean_inputs.csv"));
        String values =
                rows.stream().map(row -> row.get("value")).collect(Collectors.joining("\n"));
        String grouped =
                rows.stream()
                        .map(row -> row.get("area") + "," + row.get("value"))
                        .collect(Collectors.joining("\n"));
        String answer = csv("mean", "group,value\n" + grouped, "confidence", "0.95,0.998");
        CSVRecord all = rows(csv("mean", "value\n" + values, "confidence", "0.95,0.998")).get(0);
        for (CSVRecord expected : rows(SharedCases.statistics("mean_expected.csv"))) {
            boolean total = expected.get("area").equals("No grouping");
            CSVRecord found =
                    total
                            ? all
                            : rows(answer).stream()
                                    .filter(row -> row.get("group").equals(expected.get("area")))
                                    .findFirst()
                                    .orElseThrow();
            near(found, "value", Double.parseDouble(expected.get("expected_mean")));
            near(found, "upper_998", Double.parseDouble(expected.get("expected_upper998")));
            near(found, "standard_deviation", Double.parseDouble(expected.get("expected_stdev")));
        }
    }

    @Test
    void a_band_that_comes_twice_in_an_area_is_refused_and_another_set_of_bands_is_noted() {
        String header = "area,age_band,numerator,denominator,standard\n";
        assertThat(refused("dsr", header + "A,0-4,9,10,1\nB,0-4,9,10,1\nA,0-4,9,10,1\n").errors())
                .extracting(FieldError::field)
                .containsExactly("row 3, column age_band");
        List<CSVRecord> rows =
                rows(csv("dsr", header + "A,0-4,9,10,1\nA,5-9,9,10,1\nB,0-4,19,20,1\n"));
        assertThat(rows.get(0).get("note")).isEmpty();
        assertThat(rows.get(1).get("note")).startsWith("Warning");
    }

    @Test
    void a_population_that_is_not_known_is_refused_and_a_count_that_is_not_known_is_0() {
        String header = "age_band,numerator,denominator,standard\n";
        assertThat(refused("dsr", header + "0-4,1,,5\n5-9,1,0,5\n").errors())
                .extracting(FieldError::field)
                .containsExactly("row 1, column denominator", "row 2, column denominator");
        assertThat(rows(csv("dsr", header + "0-4,,10,5\n5-9,12,10,5\n")).get(0).get("total_count"))
                .isEqualTo("12");
    }

    @Test
    void the_european_standard_is_joined_by_band_and_all_its_bands_are_needed() {
        String bands =
                IntStream.range(0, 18)
                        .mapToObj(i -> i * 5 + "-" + (i * 5 + 4) + ",3,1000\n")
                        .collect(Collectors.joining());
        String header = "age_band,numerator,denominator\n";
        CSVRecord found =
                rows(csv("dsr", header + "90+,3,1000\n" + bands, "standard", "esp2013")).get(0);
        near(found, "value", 300);
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> csv("dsr", header + bands, "standard", "esp2013"))
                .withMessageContaining("90+");
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> csv("dsr", header + "0-14,3,9\n", "standard", "esp2013"))
                .withMessageContaining("no such band");
    }

    @Test
    void a_standardised_rate_is_compared_with_a_reference_unless_it_has_too_few_events() {
        String table =
                "area,age_band,numerator,denominator,standard\n"
                        + "A,all,100,1000,1\nB,all,9,1000,1\nC,all,130,1000,1\n";
        assertThat(
                        rows(csv("dsr", table, "reference", "10", "multiplier", "100")).stream()
                                .map(row -> row.get("significance")))
                .containsExactly(
                        "Not significant", "Not applicable: fewer than 10 events", "High (0.025)");
        assertThat(csv("dsr", table)).doesNotContain("significance");
    }

    @Test
    void quantiles_are_found_within_groups_and_nulls_stay_null() {
        List<CSVRecord> rows =
                rows(
                        csv(
                                "quantile",
                                "area,value,group\nA,1,x\nB,2,x\nC,,x\nD,7,y\nE,4,x\nF,9,x\n",
                                "groups",
                                "2"));
        assertThat(rows.stream().map(row -> row.get("quantile")))
                .containsExactly("2", "2", "", "", "1", "1");
        assertThat(rows.get(2).get("note")).contains("blank");
        assertThat(rows.get(3).get("note")).contains("fewer values");
    }

    @Test
    void quantiles_of_an_area_may_come_in_any_order_but_none_may_be_missing() {
        String header = "area,quantile,population,value,standard_error\n";
        String rows = "A,2,10,4,1\nA,1,10,5,1\nA,3,10,3,1\nA,5,10,1,1\n";
        CSVRecord found = rows(csv("sii", header + rows + "A,4,10,2,1\n")).get(0);
        near(found, "slope", -5);
        near(found, "rii", 0.5 / 5.5);
        assertThat(refused("sii", header + rows).errors())
                .extracting(FieldError::field)
                .containsExactly("A, column quantile");
        assertThat(refused("sii", header + rows + "A,5,1,1,1\n").errors())
                .extracting(FieldError::field)
                .containsExactly("row 5, column quantile");
    }

    @Test
    void the_line_of_one_area_is_drawn_and_that_of_several_is_not() throws IOException {
        String rows = "1,9,90\n2,9,70\n3,9,50\n4,9,30\n5,9,10\n";
        String one = "quantile,population,value,standard_error\n" + rows.replace("\n", ",1\n");
        String two =
                "area,quantile,population,value,standard_error\n"
                        + rows.replaceAll("(?m)^(.+)$", "A,$1,1")
                        + rows.replaceAll("(?m)^(.+)$", "B,$1,1");
        assertThat(chart("sii", one))
                .hasValueSatisfying(
                        svg -> {
                            assertThat(svg)
                                    .contains(
                                            "from 100 at the most deprived end to 0 at the least");
                            assertThat(svg.split("<circle")).hasSize(6);
                        });
        assertThat(chart("sii", two)).isEmpty();
        assertThat(chart("mean", "value\n1\n")).isEmpty();
        assertThat(chart("funnel-ratio", "numerator,denominator\n,5\n")).isEmpty();
        assertThat(chart("funnel-ratio", "numerator,denominator\n4,5\n")).isPresent();
    }

    private static java.util.Optional<String> chart(String method, String table)
            throws IOException {
        return STATISTICS.chart(
                method,
                Map.of(),
                new StringReader(table),
                STATISTICS.table(method, Map.of(), new StringReader(table)));
    }

    @Test
    void a_simulation_prints_its_draws_and_its_seed_and_limits_may_stand_for_the_error() {
        String table =
                "quantile,population,value,lower_95,upper_95\n"
                        + "1,9,9,8,10\n2,9,8,7,9\n3,9,7,6,8\n4,9,6,5,7\n5,9,5,4,6\n";
        CSVRecord drawn =
                rows(csv("sii", table, "transform", "log", "draws", "20000", "seed", "7")).get(0);
        assertThat(drawn.get("draws") + " " + drawn.get("seed")).isEqualTo("20000 7");
        CSVRecord closed = rows(csv("sii", table)).get(0);
        assertThat(closed.isMapped("seed")).isFalse();
        double se = 1 / 1.96;
        double half = 1.959963984540054 * se * Math.sqrt(5 / 2.0);
        near(closed, "slope_upper_95", -5 + half);
    }

    @Test
    void a_funnel_compares_with_all_rows_or_with_the_reference_given() {
        String table = "area,numerator,denominator\nA,65,100\nB,200,1000\nC,,10\n";
        List<CSVRecord> rows = rows(csv("funnel-proportion", table));
        near(rows.get(0), "reference", 265 / 1100.0);
        assertThat(rows.get(0).get("significance")).isEqualTo("High (0.001)");
        assertThat(rows.get(1).get("significance")).isEqualTo("Low (0.025)");
        assertThat(rows.get(2).get("note")).contains("blank");
        assertThat(
                        rows(csv(
                                        "funnel-proportion",
                                        table,
                                        "reference",
                                        "60",
                                        "multiplier",
                                        "100"))
                                .get(0)
                                .get("significance"))
                .isEqualTo("Not significant");
    }

    @Test
    void a_funnel_of_ratios_says_where_the_lines_are() {
        CSVRecord row = rows(csv("funnel-ratio", "numerator,denominator\n5,8\n")).get(0);
        near(row, "value", 0.625);
        assertThat(Double.parseDouble(row.get("denominator_at_lower_2sd")))
                .isCloseTo(11.668332, within(1e-6));
        assertThat(Double.parseDouble(row.get("denominator_at_upper_3sd")))
                .isCloseTo(0.739372, within(1e-6));
        assertThat(row.get("significance")).isEqualTo("Not significant");
        CSVRecord rate =
                rows(csv("funnel-rate", "numerator,denominator\n5,800\n", "reference", "1000"))
                        .get(0);
        near(rate, "denominator_at_lower_2sd", 100 * 11.668332079322669);
        near(rate, "lower_2sd", Double.parseDouble(row.get("lower_2sd")) * 1000);
    }

    @Test
    void a_row_longer_than_the_buffer_and_cells_across_its_edge_are_read_whole() {
        StringBuilder table = new StringBuilder("name,numerator,denominator\n");
        for (int i = 0; i < 4_000; i++) {
            table.append("\"x,")
                    .append("y".repeat(i % 97))
                    .append("\",")
                    .append(i)
                    .append(",4000\n");
        }
        table.append("z".repeat(200_000)).append(",1,2\n");
        List<CSVRecord> rows = rows(csv("proportion", table.toString()));
        assertThat(rows).hasSize(4_001);
        for (int i = 0; i < 4_000; i++) {
            assertThat(rows.get(i).get(0)).hasSize(2 + i % 97);
            assertThat(Double.parseDouble(rows.get(i).get("value"))).isEqualTo(i / 4_000.0);
        }
    }

    @Test
    void rows_are_read_as_they_come_and_counted() throws IOException {
        long rows = 300_000;
        Reader dripping =
                new Reader() {
                    private final String row = "12,345,an area\n";
                    private long left = rows * row.length();
                    private boolean begun;

                    @Override
                    public int read(char[] to, int offset, int length) {
                        if (!begun) {
                            begun = true;
                            "numerator,denominator,n\n".getChars(0, 24, to, offset);
                            return 24;
                        }
                        int n = (int) Math.min(Math.min(length, left), row.length());
                        if (n == 0) {
                            return -1;
                        }
                        row.getChars(0, n, to, offset);
                        left -= n;
                        return n;
                    }

                    @Override
                    public void close() {
                        // Nothing is open.
                    }
                };
        long read =
                STATISTICS.compute(
                        "proportion",
                        Map.of(),
                        TableFormat.CSV,
                        dripping,
                        TableFormat.CSV,
                        java.io.Writer.nullWriter());
        assertThat(read).isEqualTo(rows);
    }

    private static void agrees(CSVRecord expected, CSVRecord found) {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("expected_value", "value");
        columns.put("expected_lower95", "lower_95");
        columns.put("expected_upper95", "upper_95");
        columns.put("expected_lower998", "lower_998");
        columns.put("expected_upper998", "upper_998");
        columns.forEach(
                (theirs, ours) -> {
                    if (expected.get(theirs).isEmpty()) {
                        assertThat(found.get(ours)).isEmpty();
                    } else {
                        near(found, ours, Double.parseDouble(expected.get(theirs)));
                    }
                });
    }

    private static void near(CSVRecord row, String column, double expected) {
        assertThat(Double.parseDouble(row.get(column)))
                .as("%s of %s", column, row)
                .isCloseTo(expected, within(TOLERANCE * Math.abs(expected)));
    }

    private static CSVRecord of(String area, String csv) {
        return rows(csv).stream()
                .filter(row -> row.get("area").equalsIgnoreCase(area))
                .findFirst()
                .orElseThrow();
    }

    private static InvalidInput refused(String method, String table) {
        return catchThrowableOfType(InvalidInput.class, () -> csv(method, table));
    }

    private static String csv(String method, String table, String... options) {
        Map<String, String> chosen = new LinkedHashMap<>();
        for (int i = 0; i < options.length; i += 2) {
            chosen.put(options[i], options[i + 1]);
        }
        return compute(method, TableFormat.CSV, table, TableFormat.CSV, chosen);
    }

    private static String compute(
            String method,
            TableFormat from,
            String table,
            TableFormat to,
            Map<String, String> options) {
        try {
            StringWriter out = new StringWriter();
            STATISTICS.compute(method, options, from, new StringReader(table), to, out);
            return out.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<CSVRecord> rows(java.nio.file.Path file) {
        try {
            return rows(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<CSVRecord> rows(String csv) {
        CSVFormat format =
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setIgnoreHeaderCase(true)
                        .setSkipHeaderRecord(true)
                        .get();
        try {
            return format.parse(new StringReader(csv)).getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
