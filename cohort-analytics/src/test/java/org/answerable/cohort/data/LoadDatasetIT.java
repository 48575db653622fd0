package org.answerable.cohort.data;

import static org.answerable.cohort.CohortDatabase.ANALYST;
import static org.answerable.cohort.CohortDatabase.OFFICER;
import static org.answerable.cohort.CohortDatabase.datasets;
import static org.answerable.cohort.CohortDatabase.description;
import static org.answerable.cohort.CohortDatabase.execute;
import static org.answerable.cohort.CohortDatabase.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.answerable.cohort.Dataset;
import org.answerable.cohort.DatasetDescription;
import org.answerable.cohort.LoadReport;
import org.answerable.cohort.NotAllowed;
import org.answerable.cohort.RejectedRow;
import org.answerable.cohort.SharedCases;
import org.answerable.cohort.TooLarge;
import org.junit.jupiter.api.Test;

class LoadDatasetIT {

    private static final String HEADER = "lsoa11_code,district,total_population,age_0,age_1\n";

    @Test
    void the_lincolnshire_file_is_kept_with_its_hash_ages_and_districts() throws Exception {
        Path file = SharedCases.population("lincolnshire_lsoa11_mid2020_age0-5_imd2019.csv");
        LoadReport report =
                load(file, description("Lincolnshire LSOA", "LSOA_2011", "Lincolnshire"));

        assertThat(report.rejected()).isEmpty();
        assertThat(report.accepted()).isTrue();
        assertThat(report.rows()).isEqualTo(420);
        assertThat(report.bytes()).isEqualTo(Files.size(file));
        assertThat(report.sha256())
                .isEqualTo(
                        HexFormat.of()
                                .formatHex(
                                        MessageDigest.getInstance("SHA-256")
                                                .digest(Files.readAllBytes(file))));
        Dataset dataset = datasets().find(report.datasetId(), ANALYST).orElseThrow();
        assertThat(dataset.ageFirst()).isZero();
        assertThat(dataset.ageLast()).isEqualTo(5);
        assertThat(dataset.openFrom()).isNull();
        assertThat(dataset.districts())
                .containsExactly(
                        "Boston",
                        "East Lindsey",
                        "Lincoln",
                        "North Kesteven",
                        "South Holland",
                        "South Kesteven",
                        "West Lindsey");
        assertThat(stored(report, "sum(total_population)")).isEqualTo("766333");
    }

    @Test
    void the_england_files_are_kept_whole() throws Exception {
        LoadReport lsoa =
                load(
                        SharedCases.population("england_lsoa11_mid2020_age0-2_imd2019.csv"),
                        description("England LSOA", "LSOA_2011", "England"));
        assertThat(lsoa.rows()).isEqualTo(32_844);
        assertThat(
                        stored(
                                lsoa,
                                "sum(total_population) || ' ' || sum(ages[1]) || ' ' || sum(ages[3])"))
                .isEqualTo("56550138 601913 650226");

        LoadReport ltla =
                load(
                        SharedCases.population("england_ltla21_mid2020_single_year_of_age.csv"),
                        description("England LTLA", "LAD_2021", "England"));
        Dataset dataset = datasets().find(ltla.datasetId(), ANALYST).orElseThrow();
        assertThat(dataset.rows()).isEqualTo(309);
        assertThat(dataset.openFrom()).isEqualTo(90);
        assertThat(dataset.ageLast()).isEqualTo(89);
        assertThat(dataset.districts()).contains("Kingston upon Hull, City of");
        assertThat(stored(ltla, "sum((SELECT sum(n) FROM unnest(ages) AS n))"))
                .isEqualTo("56550138");
    }

    @Test
    void a_file_of_another_kind_is_refused_with_what_was_found_and_expected() throws Exception {
        LoadReport report =
                load(
                        SharedCases.population("england_lsoa21_imd2025_decile.csv"),
                        description("Deprivation", "LSOA_2021", "England"));
        assertThat(report.accepted()).isFalse();
        assertThat(report.rejected().get(0).message())
                .contains("IMD_decile", "Found:", "Expected:");
    }

    @Test
    void byte_order_mark_carriage_returns_and_quotes_make_no_difference() throws Exception {
        LoadReport report =
                load(
                        "\uFEFF"
                                + HEADER.replace("\n", "\r\n")
                                + "E01000001,\"Hull, \\City\",10,1,2\r\n");
        assertThat(report.accepted()).isTrue();
        assertThat(stored(report, "district || ages::text")).isEqualTo("Hull, \\City{1,2}");
    }

    @Test
    void each_wrong_number_is_reported_with_line_and_column() throws Exception {
        LoadReport report =
                load(
                        HEADER
                                + "E01000001,Boston,10,1,2\n"
                                + "E01000002,Boston,10,-1,2\n"
                                + "E01000003,Boston,10,1.5,two\n"
                                + "E01000004,Boston,10,,2\n"
                                + "E01000005,Boston,2147483648,\"1,200\",*\n");
        assertThat(places(report))
                .containsExactly(
                        "line 3, column age_0",
                        "line 4, column age_0",
                        "line 4, column age_1",
                        "line 5, column age_0",
                        "line 6, column total_population",
                        "line 6, column age_0",
                        "line 6, column age_1");
        assertThat(report.rejected().stream().map(RejectedRow::message))
                .anyMatch(m -> m.contains("negative"))
                .anyMatch(m -> m.contains("decimal point"))
                .anyMatch(m -> m.contains("blank"))
                .anyMatch(m -> m.contains("2147483647"))
                .anyMatch(m -> m.contains("without commas"))
                .anyMatch(m -> m.contains("withheld"));
    }

    @Test
    void an_area_named_twice_is_reported_with_both_lines() throws Exception {
        LoadReport report =
                load(HEADER + "E01000001,A,9,1,2\nE01000002,A,9,1,2\nE01000001,A,9,1,2\n");
        assertThat(places(report)).containsExactly("line 4, column lsoa11_code");
        assertThat(report.rejected().get(0).message()).contains("line 2", "line 4");
    }

    @Test
    void a_code_of_another_kind_of_area_is_reported() throws Exception {
        assertThat(places(load(HEADER + "E07000136,A,9,1,2\nE0100001,A,9,1,2\n")))
                .containsExactly("line 2, column lsoa11_code", "line 3, column lsoa11_code");
    }

    @Test
    void a_name_that_is_blank_or_holds_control_characters_is_reported_once_a_row()
            throws Exception {
        assertThat(places(load(HEADER + "E01000001, ,9,1,2\nE01000002,\u0007,9,1,2\n")))
                .containsExactly("line 2, column district", "line 3, column district");
        LoadReport districts =
                datasets()
                        .load(
                                description("Districts", "LAD_2021", "Somewhere"),
                                "d.csv",
                                new ByteArrayInputStream(
                                        "lad21_code,lad21_name,age_0\nE07000136,,9\nE07000137,,9\n"
                                                .getBytes(StandardCharsets.UTF_8)),
                                ANALYST);
        assertThat(places(districts))
                .containsExactly("line 2, column lad21_name", "line 3, column lad21_name");
    }

    @Test
    void a_line_with_too_few_or_too_many_fields_is_reported() throws Exception {
        LoadReport report = load(HEADER + "E01000001,A,9,1\nE01000002,B, C,9,1,2\n");
        assertThat(places(report)).containsExactly("line 2", "line 3");
        assertThat(report.rejected().get(0).message()).contains("4 fields", "header 5");
    }

    @Test
    void ages_that_do_not_fit_the_total_are_reported() throws Exception {
        assertThat(places(load(HEADER + "E01000001,A,2,1,2\n")))
                .containsExactly("line 2, column total_population");
        assertThat(places(load("lsoa11_code,total_population,age_0,age_1+\nE01000001,9,1,2\n")))
                .containsExactly("line 2, column total_population");
    }

    @Test
    void an_empty_file_and_one_with_a_header_only_are_refused() throws Exception {
        assertThat(load("").rejected().get(0).message()).contains("empty");
        assertThat(load(HEADER).rejected().get(0).message()).contains("no rows");
    }

    @Test
    void a_file_of_another_vintage_than_described_is_refused() throws Exception {
        LoadReport report = load(HEADER.replace("lsoa11", "lsoa21") + "E01000001,A,9,1,2\n");
        assertThat(report.rejected().get(0).message()).contains("2021", "LSOA_2011");
    }

    @Test
    void one_fault_at_the_end_keeps_nothing_of_the_file() throws Exception {
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < 20_000; i++) {
            text.append("E01%06d,A,9,1,2\n".formatted(i));
        }
        String areas = value("SELECT count(*) FROM cohort.population_area");
        String sets = value("SELECT count(*) FROM cohort.dataset");

        LoadReport report = load(text + "E01099999,A,9,1,none\n");

        assertThat(report.accepted()).isFalse();
        assertThat(places(report)).containsExactly("line 20002, column age_1");
        assertThat(value("SELECT count(*) FROM cohort.population_area")).isEqualTo(areas);
        assertThat(value("SELECT count(*) FROM cohort.dataset")).isEqualTo(sets);
        assertThat(
                        value(
                                "SELECT event || ' ' || actor FROM cohort.history ORDER BY id DESC LIMIT 1"))
                .isEqualTo("LOAD_REFUSED ana");
    }

    @Test
    void the_first_hundred_faults_are_listed_and_all_are_counted() throws Exception {
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < 150; i++) {
            text.append("E01%06d,A,9,x,2\n".formatted(i));
        }
        LoadReport report = load(text.toString());
        assertThat(report.rejected()).hasSize(100);
        assertThat(report.rejectedCount()).isEqualTo(150);
    }

    @Test
    void a_value_is_shown_short_and_without_control_characters() throws Exception {
        LoadReport report = load(HEADER + "E01000001,A,9,\u202E" + "x".repeat(500) + ",2\n");
        assertThat(report.rejected().get(0).value()).hasSize(41).doesNotContain("\u202E");
    }

    @Test
    void a_file_beyond_the_limit_is_refused_while_it_streams() throws Exception {
        String areas = value("SELECT count(*) FROM cohort.population_area");
        assertThatExceptionOfType(TooLarge.class)
                .isThrownBy(
                        () ->
                                datasets(1L << 20)
                                        .load(
                                                description("Endless", "LSOA_2011", "X"),
                                                "endless.csv",
                                                new EndlessRows(),
                                                ANALYST))
                .withMessageContaining("1 MB");
        assertThat(value("SELECT count(*) FROM cohort.population_area")).isEqualTo(areas);
    }

    @Test
    void the_same_title_again_is_the_next_version_and_both_stay() throws Exception {
        LoadReport first = load(HEADER + "E01000001,A,9,1,2\n", "Series  one");
        LoadReport second = load(HEADER + "E01000001,A,9,1,3\n", "series one");
        assertThat(List.of(first.version(), second.version())).containsExactly(1, 2);
        assertThat(stored(first, "max(ages[2])")).isEqualTo("2");
        assertThat(stored(second, "max(ages[2])")).isEqualTo("3");
    }

    @Test
    void analysts_who_load_the_same_file_at_once_get_a_version_each() throws Exception {
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < 3_000; i++) {
            text.append("E01%06d,A,9,1,2\n".formatted(i));
        }
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Callable<LoadReport>> loads = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                loads.add(() -> load(text.toString(), "At once"));
            }
            List<LoadReport> reports = new ArrayList<>();
            for (Future<LoadReport> load : pool.invokeAll(loads)) {
                reports.add(load.get());
            }
            assertThat(reports.stream().map(LoadReport::version))
                    .containsExactlyInAnyOrder(1, 2, 3, 4);
            Set<String> ids =
                    reports.stream().map(LoadReport::datasetId).collect(Collectors.toSet());
            assertThat(ids).hasSize(4);
            for (LoadReport report : reports) {
                assertThat(stored(report, "count(*)")).isEqualTo("3000");
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void only_analysts_load() {
        assertThatExceptionOfType(NotAllowed.class)
                .isThrownBy(
                        () ->
                                datasets()
                                        .load(
                                                description("T", "LSOA_2011", "X"),
                                                "t.csv",
                                                InputStream.nullInputStream(),
                                                OFFICER));
    }

    @Test
    void loaded_data_and_history_are_never_changed() throws Exception {
        load(HEADER + "E01000001,A,9,1,2\n", "Fixed");
        for (String change :
                List.of(
                        "UPDATE cohort.population_area SET total_population = 1",
                        "DELETE FROM cohort.dataset",
                        "TRUNCATE cohort.history",
                        "DELETE FROM cohort.history",
                        "UPDATE cohort.history SET actor = 'x'")) {
            assertThatThrownBy(() -> execute(change)).hasMessageContaining("append-only");
        }
    }

    private static LoadReport load(Path file, DatasetDescription description) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return datasets().load(description, "upload.csv", in, ANALYST);
        }
    }

    private static LoadReport load(String text) {
        return load(text, "Case");
    }

    private static LoadReport load(String text, String title) {
        return datasets()
                .load(
                        description(title, "LSOA_2011", "Somewhere"),
                        "upload.csv",
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                        ANALYST);
    }

    private static List<String> places(LoadReport report) {
        return report.rejected().stream().map(RejectedRow::place).toList();
    }

    private static String stored(LoadReport report, String expression) throws Exception {
        return value(
                "SELECT "
                        + expression
                        + " FROM cohort.population_area WHERE dataset_id ="
                        + " (SELECT id FROM cohort.dataset WHERE reference = '"
                        + report.datasetId()
                        + "')");
    }

    /** A header and rows without end; fails the test when read far beyond the limit. */
    private static final class EndlessRows extends InputStream {
        private byte[] row = HEADER.getBytes(StandardCharsets.US_ASCII);
        private int at;
        private int rows;

        @Override
        public int read() {
            if (at == row.length) {
                assertThat(rows).isLessThan(100_000);
                row = "E01%06d,A,9,1,2\n".formatted(rows++).getBytes(StandardCharsets.US_ASCII);
                at = 0;
            }
            return row[at++];
        }
    }
}
