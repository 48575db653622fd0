package org.answerable.cohort.loading;

import static org.answerable.cohort.CohortDatabase.ANALYST;
import static org.answerable.cohort.CohortDatabase.figures;
import static org.answerable.cohort.CohortDatabase.publicFiles;
import static org.answerable.cohort.CohortDatabase.value;
import static org.answerable.cohort.DatasetKind.POPULATION;
import static org.answerable.cohort.DatasetKind.PRACTICE_AREAS;
import static org.answerable.cohort.loading.LoadedFile.dataset;
import static org.answerable.cohort.loading.LoadedFile.faults;
import static org.answerable.cohort.loading.LoadedFile.gp;
import static org.answerable.cohort.loading.LoadedFile.load;
import static org.answerable.cohort.loading.LoadedFile.said;
import static org.answerable.cohort.loading.LoadedFile.stored;
import static org.answerable.cohort.loading.LoadedFile.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.answerable.cohort.Dataset;
import org.answerable.cohort.Figure;
import org.answerable.cohort.FigureRequest;
import org.answerable.cohort.GroupBy;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.LoadReport;
import org.answerable.cohort.Progress;
import org.junit.jupiter.api.Test;

/** Files with the headers of NHS England, Patients Registered at a GP Practice; practices invented. */
class GpRegistrationsIT {

    private static final String SINCE_2022 =
            "EXTRACT_DATE,SUB_ICB_LOCATION_CODE,ONS_SUB_ICB_LOCATION_CODE,ORG_CODE,POSTCODE,SEX,AGE,NUMBER_OF_PATIENTS\n";
    private static final String BEFORE_2022 =
            "EXTRACT_DATE,CCG_CODE,ONS_CCG_CODE,ORG_CODE,POSTCODE,SEX,AGE,NUMBER_OF_PATIENTS\n";
    private static final String BY_LSOA =
            "PUBLICATION,EXTRACT_DATE,PRACTICE_CODE,PRACTICE_NAME,LSOA_CODE,SEX,NUMBER_OF_PATIENTS\n";
    private static final LocalDate APRIL_2024 = LocalDate.of(2024, 4, 1);

    @Test
    void the_counts_of_lincolnshire_in_april_2024_come_from_females_and_males_in_one_zip()
            throws Exception {
        // Two invented practices of the sub-ICB location 71E add up to the published numbers.
        String females = practice("C83001", "71E", "FEMALE", 1500, 1700, 1800);
        females += practice("C83002", "71E", "FEMALE", 1400, 1500, 1600);
        females += practice("C84001", "52R", "FEMALE", 10, 20, 30);
        String males = practice("C83001", "71E", "MALE", 1581, 1825, 1930);
        males += practice("C83002", "71E", "MALE", 1500, 1600, 1700);
        males += practice("C84001", "52R", "MALE", 11, 21, 31);
        Map<String, String> files = new LinkedHashMap<>();
        files.put("gp-reg-pat-prac-sing-age-female.csv", SINCE_2022 + females);
        files.put("gp-reg-pat-prac-sing-age-male.csv", SINCE_2022 + males);

        LoadReport report = load(POPULATION, gp("GP lists April 2024", "NHAIS"), zip(files));

        assertThat(faults(report)).isEmpty();
        Dataset dataset = dataset(report);
        assertThat(dataset.description().asAt()).isEqualTo(APRIL_2024);
        assertThat(dataset.description().vintage()).isEqualTo("GP_PRACTICE");
        assertThat(dataset.description().geographyBasis()).isEqualTo("REGISTERED");
        assertThat(dataset.description().caveats()).isEmpty();
        assertThat(dataset.rows()).isEqualTo(3);
        assertThat(dataset.ageLast()).isEqualTo(94);
        assertThat(dataset.openFrom()).isEqualTo(95);
        assertThat(dataset.districts()).containsExactly("52R", "71E");

        Figure figure =
                figures()
                        .compute(
                                new FigureRequest(
                                        dataset.id(),
                                        "Registered children aged 0, 1 and 2",
                                        0,
                                        3,
                                        List.of("71E"),
                                        GroupBy.AREA,
                                        "Lincolnshire"),
                                ANALYST);
        assertThat(figure.table().total().counts()).containsExactly(5981L, 6625L, 7030L);
        assertThat(figure.table().rows()).hasSize(2);
    }

    @Test
    void a_file_of_one_sex_says_so_and_the_header_before_2022_is_taken() throws Exception {
        LoadReport report =
                load(
                        null,
                        gp("GP lists, females", "NHAIS"),
                        BEFORE_2022
                                + practice("C83001", "71E", "FEMALE", 1, 2, 3)
                                        .replace("2024-04-01", "04JAN2021"));
        assertThat(faults(report)).isEmpty();
        assertThat(dataset(report).description().caveats()).isEqualTo("Females only.");
        assertThat(dataset(report).description().asAt()).isEqualTo(LocalDate.of(2021, 1, 4));
        assertThat(stored(report, "total_population", "population_area")).isEqualTo("6");
    }

    @Test
    void a_month_alone_does_not_say_which_system_the_list_comes_from() {
        assertThatThrownBy(
                        () ->
                                load(
                                        POPULATION,
                                        gp("GP lists", "GP registration list"),
                                        SINCE_2022 + practice("C83001", "71E", "ALL", 1, 2, 3)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("NHAIS")
                .hasMessageContaining("PDS");
    }

    @Test
    void a_date_or_basis_that_contradicts_the_file_is_refused() {
        String file = SINCE_2022 + practice("C83001", "71E", "ALL", 1, 2, 3);
        assertThatThrownBy(
                        () ->
                                load(
                                        POPULATION,
                                        said("GP", "PDS", null, LocalDate.of(2023, 4, 1), null),
                                        file))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("2024-04-01");
        assertThatThrownBy(() -> load(POPULATION, said("GP", "PDS", null, null, "RESIDENT"), file))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("REGISTERED");
    }

    @Test
    void rows_for_all_are_held_against_their_parts_and_never_added() throws Exception {
        String parts =
                practice("C83001", "71E", "FEMALE", 1, 2, 3)
                        + practice("C83001", "71E", "MALE", 4, 5, 6);
        LoadReport good =
                load(
                        POPULATION,
                        gp("With totals", "PDS"),
                        SINCE_2022 + parts + practice("C83001", "71E", "ALL", 5, 7, 9));
        assertThat(faults(good)).isEmpty();
        assertThat(stored(good, "total_population || ' ' || ages[1:4]::text", "population_area"))
                .isEqualTo("21 {5,7,9,0}");

        LoadReport bad =
                load(
                        POPULATION,
                        gp("With totals", "PDS"),
                        SINCE_2022 + parts + practice("C83001", "71E", "ALL", 5, 7, 8));
        assertThat(bad.accepted()).isFalse();
        assertThat(faults(bad)).contains("not the sum of the sexes, which is 9");
        LoadReport wrongTotal =
                load(
                        POPULATION,
                        gp("With totals", "PDS"),
                        SINCE_2022
                                + practice("C83001", "71E", "ALL", 5, 7, 8)
                                        .replace("ALL,ALL,20", "ALL,ALL,21"));
        assertThat(faults(wrongTotal)).contains("line 2,", "not the sum of the ages, which is 20");
    }

    @Test
    void a_missing_age_a_row_twice_and_a_second_date_are_faults_with_their_lines() {
        String all = practice("C83001", "71E", "ALL", 1, 2, 3);
        String line = "2024-04-01,71E,E38000100,C83001,LN1 1AA,ALL,2,3\n";
        assertThat(faults(load(POPULATION, gp("x", "PDS"), SINCE_2022 + all.replace(line, ""))))
                .contains("no row for age 2");
        assertThat(faults(load(POPULATION, gp("x", "PDS"), SINCE_2022 + all + line)))
                .contains("line 99, ", "on line 5 already");
        assertThat(
                        faults(
                                load(
                                        POPULATION,
                                        gp("x", "PDS"),
                                        SINCE_2022
                                                + all
                                                + line.replace("2024-04-01", "01MAY2024"))))
                .contains("line 99, column EXTRACT_DATE", "several extract dates");
        assertThat(
                        faults(
                                load(
                                        POPULATION,
                                        gp("x", "PDS"),
                                        SINCE_2022
                                                + line.replace(",3\n", ",-3\n")
                                                + line.replace("ALL", "X"))))
                .contains("cannot be negative", "MALE, FEMALE or ALL");
    }

    @Test
    void one_level_of_the_file_of_regions_is_taken_and_the_others_are_counted() throws Exception {
        StringBuilder file =
                new StringBuilder(
                        "PUBLICATION,EXTRACT_DATE,ORG_TYPE,ORG_CODE,ONS_CODE,SEX,AGE,NUMBER_OF_PATIENTS\n");
        for (String org :
                List.of(
                        "National,ENG,E92000001",
                        "ICB,QJM,E54000013",
                        "SUB_ICB_LOCATION,71E,E38000100")) {
            for (String age : List.of("ALL,6", "0,1", "1,2", "95+,3")) {
                file.append("GP_PRAC_PAT_LIST,01APR2024,")
                        .append(org)
                        .append(",ALL,")
                        .append(age)
                        .append('\n');
            }
        }
        LoadReport gaps =
                load(POPULATION, said("By ICB", "PDS", "NHS_ICB", null, null), file.toString());
        assertThat(faults(gaps)).contains("no row for age 2, 3");
        LoadReport report =
                load(
                        POPULATION,
                        said("By ICB", "PDS", "NHS_ICB", null, null),
                        file.toString().replace("95+", "2+"));
        assertThat(faults(report)).isEmpty();
        assertThat(stored(report, "area_code || ' ' || ages::text", "population_area"))
                .isEqualTo("QJM {1,2,3}");
        assertThat(dataset(report).description().caveats())
                .contains("8 rows of the file are of other levels");
        assertThat(
                        faults(
                                load(
                                        POPULATION,
                                        said("By ICB", "PDS", "LSOA_2011", null, null),
                                        file.toString())))
                .contains("SUB_ICB, NHS_ICB, NHS_REGION, ENGLAND");
    }

    @Test
    void totals_of_practices_are_kept_without_ages() throws Exception {
        LoadReport report =
                load(
                        null,
                        gp("Totals", "PDS"),
                        "PUBLICATION,EXTRACT_DATE,TYPE,SUB_ICB_LOCATION_CODE,ONS_SUB_ICB_LOCATION_CODE,CODE,POSTCODE,SEX,AGE,NUMBER_OF_PATIENTS\n"
                                + "GP_PRAC_PAT_LIST,01APR2024,GP,71E,E38000100,C83001,LN1 1AA,ALL,ALL,12345\n");
        assertThat(faults(report)).isEmpty();
        assertThat(stored(report, "total_population || ages::text", "population_area"))
                .isEqualTo("12345{}");
        assertThat(dataset(report).ageLast()).isEqualTo(-1);
    }

    @Test
    void patients_by_lsoa_keep_what_has_no_area_and_count_it() throws Exception {
        String rows =
                "GP_PRAC_PAT_LIST,01APR2024,C83001,\"PARK, THE\",E01026006,ALL,100\n"
                        + "GP_PRAC_PAT_LIST,01APR2024,C83001,\"PARK, THE\",NO2011,ALL,5\n"
                        + "GP_PRAC_PAT_LIST,01APR2024,C83001,\"PARK, THE\",W01000001,ALL,2\n"
                        + "GP_PRAC_PAT_LIST,01APR2024,C83002,OTHER,NO2011,ALL,1\n";
        LoadReport report =
                load(
                        PRACTICE_AREAS,
                        said("By LSOA", "PDS", "LSOA_2011", null, null),
                        BY_LSOA + rows);
        assertThat(faults(report)).isEmpty();
        assertThat(stored(report, "sum(patients) || ' in ' || count(*)", "practice_area"))
                .isEqualTo("108 in 4");
        assertThat(
                        stored(
                                report,
                                "string_agg(code || ' ' || t.row_count || ' ' || people, '; ' ORDER BY code)",
                                "dataset_unmatched"))
                .isEqualTo("NO2011 2 6; Welsh areas 1 2");
        assertThat(dataset(report).description().caveats())
                .contains("Without an area in England: 3 rows with 8 patients.");
        LoadReport copyOf2021 =
                load(
                        null,
                        said("By LSOA", "NHAIS", "LSOA_2011", null, null),
                        BY_LSOA.replace("NUMBER_OF_PATIENTS", "Number of Patients") + rows);
        assertThat(faults(copyOf2021)).isEmpty();
        assertThat(dataset(copyOf2021).version()).isEqualTo(2);
    }

    @Test
    void a_million_rows_of_which_the_last_is_wrong_leave_nothing() throws Exception {
        String kept = value("SELECT count(*) FROM cohort.practice_area");
        LoadReport report =
                publicFiles(1L << 30)
                        .load(
                                PRACTICE_AREAS,
                                said("Million", "PDS", "LSOA_2021", null, null),
                                "million.csv",
                                new SequenceInputStream(
                                        new GeneratedRows(BY_LSOA, 1_000_000),
                                        new ByteArrayInputStream(
                                                "GP_PRAC_PAT_LIST,01APR2024,C83001,P,E01000001,ALL,many\n"
                                                        .getBytes(StandardCharsets.UTF_8))),
                                ANALYST,
                                Progress.NONE);
        assertThat(report.accepted()).isFalse();
        assertThat(report.rows()).isEqualTo(1_000_001);
        assertThat(report.rejected())
                .singleElement()
                .satisfies(
                        row ->
                                assertThat(row.place())
                                        .isEqualTo("line 1000002, column NUMBER_OF_PATIENTS"));
        assertThat(value("SELECT count(*) FROM cohort.practice_area")).isEqualTo(kept);
    }

    /** Rows that are made while they are read, so that no file of them is ever held. */
    private static final class GeneratedRows extends InputStream {
        private final int most;
        private byte[] row;
        private int at;
        private int made;

        GeneratedRows(String header, int most) {
            this.most = most;
            this.row = header.getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] to, int offset, int length) {
            if (at == row.length) {
                if (made == most) {
                    return -1;
                }
                String number = String.valueOf(1_000_000 + made++).substring(1);
                row =
                        ("GP_PRAC_PAT_LIST,01APR2024,C83001,P,E01" + number + ",ALL,1\n")
                                .getBytes(StandardCharsets.US_ASCII);
                at = 0;
            }
            int n = Math.min(length, row.length - at);
            System.arraycopy(row, at, to, offset, n);
            at += n;
            return n;
        }
    }

    /** Rows for all ages and for each age of one practice and sex; those over 2 are zero. */
    private static String practice(String code, String ccg, String sex, int... youngest) {
        StringBuilder rows = new StringBuilder();
        String start = "2024-04-01," + ccg + ",E38000100," + code + ",LN1 1AA," + sex + ",";
        rows.append(start)
                .append("ALL,")
                .append(java.util.Arrays.stream(youngest).sum())
                .append('\n');
        for (int age = 0; age <= 95; age++) {
            rows.append(start)
                    .append(age == 95 ? "95+" : String.valueOf(age))
                    .append(',')
                    .append(age < youngest.length ? youngest[age] : 0)
                    .append('\n');
        }
        return rows.toString();
    }
}
