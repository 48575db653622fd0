package org.answerable.cohort.loading;

import static org.answerable.cohort.CohortDatabase.value;
import static org.answerable.cohort.DatasetKind.AREAS;
import static org.answerable.cohort.DatasetKind.BOUNDARIES;
import static org.answerable.cohort.DatasetKind.DEPRIVATION;
import static org.answerable.cohort.DatasetKind.POPULATION;
import static org.answerable.cohort.DatasetKind.POSTCODES;
import static org.answerable.cohort.loading.LoadedFile.dataset;
import static org.answerable.cohort.loading.LoadedFile.faults;
import static org.answerable.cohort.loading.LoadedFile.load;
import static org.answerable.cohort.loading.LoadedFile.said;
import static org.answerable.cohort.loading.LoadedFile.stored;
import static org.answerable.cohort.loading.LoadedFile.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.answerable.cohort.CohortDatabase;
import org.answerable.cohort.LoadReport;
import org.answerable.cohort.Progress;
import org.answerable.cohort.SharedCases;
import org.answerable.cohort.TooLarge;
import org.junit.jupiter.api.Test;

/** Files with the publishers' headers and invented rows, and the supplied ones. */
class PublicFilesIT {

    private static final LocalDate MID_2020 = LocalDate.of(2020, 6, 30);
    private static final LocalDate END_2021 = LocalDate.of(2021, 12, 31);

    @Test
    void estimates_of_mid_2020_with_title_lines_above_the_header_are_taken() throws Exception {
        String ages =
                IntStream.range(0, 90).mapToObj(Integer::toString).collect(Collectors.joining(","));
        String file =
                "Table SAPE23DT2: Mid-2020 Population Estimates\n\nReleased on 16 September 2021\n\n"
                        + "LSOA Code,LSOA Name,LA Code (2018 boundaries),LA name (2018 boundaries),LA Code (2021 boundaries),LA name (2021 boundaries),All Ages,"
                        + ages
                        + ",90+\nE01026006,Boston 003A,E07000136,Boston,E07000136,Boston,93,"
                        + "1,".repeat(90)
                        + "3\n";
        LoadReport report = load(null, said("ONS 2020", null, MID_2020), file);
        assertThat(faults(report)).isEmpty();
        assertThat(dataset(report).description().vintage()).isEqualTo("LSOA_2011");
        assertThat(dataset(report).openFrom()).isEqualTo(90);
        assertThat(dataset(report).districts()).containsExactly("Boston");
        assertThat(stored(report, "ages[91]", "population_area")).isEqualTo("3");
    }

    @Test
    void estimates_by_sex_on_boundaries_of_2021_are_added_up() throws Exception {
        String f =
                IntStream.rangeClosed(0, 90)
                        .mapToObj(i -> "F" + i)
                        .collect(Collectors.joining(","));
        String header =
                "LAD 2023 Code,LAD 2023 Name,LSOA 2021 Code,LSOA 2021 Name,Total,"
                        + f
                        + ","
                        + f.replace('F', 'M');
        String row =
                "\nE07000136,Boston,E01026007,Boston 001A,%d,"
                        + "1,".repeat(91)
                        + "2,".repeat(90)
                        + "2\n";
        LoadReport report =
                load(null, said("ONS 2021", null, MID_2020), header + row.formatted(273));
        assertThat(faults(report)).isEmpty();
        assertThat(dataset(report).description().vintage()).isEqualTo("LSOA_2021");
        assertThat(
                        stored(
                                report,
                                "ages[1] || ' ' || cardinality(ages) || district",
                                "population_area"))
                .isEqualTo("3 91Boston");
        assertThat(dataset(report).openFrom()).isEqualTo(90);
        assertThat(
                        faults(
                                load(
                                        null,
                                        said("ONS 2021", null, MID_2020),
                                        header + row.formatted(274))))
                .contains("The ages add up to 273");
    }

    @Test
    void estimates_from_nomis_are_taken_by_name_and_by_number_of_the_age() throws Exception {
        String byName =
                "\"DATE_NAME\",\"GEOGRAPHY_CODE\",\"GEOGRAPHY_NAME\",\"C_AGE_NAME\",\"OBS_VALUE\"\n"
                        + "\"2020\",\"E01026007\",\"Boston 001A\",\"All Ages\",9\n"
                        + "\"2020\",\"E01026007\",\"Boston 001A\",\"Age 0\",2\n"
                        + "\"2020\",\"E01026007\",\"Boston 001A\",\"Age 1\",3\n"
                        + "\"2020\",\"E01026007\",\"Boston 001A\",\"Age 2+\",4\n";
        LoadReport named = load(null, said("Nomis", "LSOA_2021", MID_2020), byName);
        assertThat(faults(named)).isEmpty();
        assertThat(stored(named, "area_name || ages::text", "population_area"))
                .isEqualTo("Boston 001A{2,3,4}");
        LoadReport numbered =
                load(
                        null,
                        said("Nomis", "LSOA_2021", MID_2020),
                        "DATE,GEOGRAPHY_CODE,GENDER,C_AGE,MEASURES,OBS_VALUE\n2020,E01026007,0,200,20100,5\n"
                                + "2020,E01026007,0,101,20100,2\n2020,E01026007,0,102,20100,3\n");
        assertThat(faults(numbered)).isEmpty();
        assertThat(stored(numbered, "ages::text", "population_area")).isEqualTo("{2,3}");
        assertThat(
                        faults(
                                load(
                                        null,
                                        said("Nomis", "LSOA_2021", MID_2020),
                                        byName.replace(
                                                "\"2020\",\"E01026007\",\"Boston 001A\",\"Age 2+\"",
                                                "\"2021\",\"E01026007\",\"Boston 001A\",\"Age 2+\""))))
                .contains("several dates");
    }

    @Test
    void deprivation_is_read_from_file_7_of_2019_and_2025_and_from_the_short_form()
            throws Exception {
        String header =
                "LSOA code (%1$s),LSOA name (%1$s),Local Authority District code (2019),Local Authority District name (2019),"
                        + "Index of Multiple Deprivation (IMD) Score,\"Index of Multiple Deprivation (IMD) Rank\n(where 1 is most deprived)\","
                        + "Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10%% of LSOAs),Income Score (rate)\n";
        String rows =
                "E01026007,Boston 001A,E07000136,Boston,20.5,\"12,001\",4,0.1\nE01026008,Boston 001B,E07000136,Boston,30.5,100,1,0.2\n";
        LoadReport of2019 =
                load(null, said("IMD 2019", null, MID_2020), header.formatted("2011") + rows);
        assertThat(faults(of2019)).isEmpty();
        assertThat(dataset(of2019).description().vintage()).isEqualTo("LSOA_2011");
        assertThat(
                        stored(
                                of2019,
                                "string_agg(imd_rank || '/' || imd_decile, ' ' ORDER BY imd_rank)",
                                "deprivation"))
                .isEqualTo("100/1 12001/4");
        LoadReport of2025 =
                load(null, said("IMD 2025", null, MID_2020), header.formatted("2021") + rows);
        assertThat(dataset(of2025).description().vintage()).isEqualTo("LSOA_2021");

        LoadReport england =
                load(
                        null,
                        said("IMD 2025", null, MID_2020),
                        SharedCases.population("england_lsoa21_imd2025_decile.csv"));
        assertThat(faults(england)).isEmpty();
        assertThat(dataset(england).version()).isEqualTo(2);
        assertThat(
                        stored(
                                england,
                                "count(*) || ' ' || max(imd_rank) || ' ' || count(DISTINCT imd_rank)",
                                "deprivation"))
                .isEqualTo("33755 33755 33755");
        LoadReport county =
                load(
                        DEPRIVATION,
                        said("IMD Lincolnshire", null, MID_2020),
                        SharedCases.population("lincolnshire_lsoa11_mid2020_age0-5_imd2019.csv"));
        assertThat(faults(county)).isEmpty();
        assertThat(stored(county, "count(*)", "deprivation")).isEqualTo("420");
    }

    @Test
    void a_rank_given_twice_a_rank_with_a_fraction_and_reversed_tenths_are_faults() {
        String header = "lsoa21_code,IMD_decile,IMD_rank\n";
        assertThat(
                        faults(
                                load(
                                        null,
                                        said("x", null, MID_2020),
                                        header
                                                + "E01000001,1,5\nE01000002,1,5.0\nE01000001,1,6\n")))
                .contains(
                        "line 3, column IMD_rank",
                        "line 4, column lsoa21_code",
                        "on line 2 already");
        assertThat(
                        faults(
                                load(
                                        null,
                                        said("x", null, MID_2020),
                                        header + "E01000001,11,5.5\nE1,1,1\n")))
                .contains(
                        "line 2, column IMD_rank [5.5]",
                        "line 2, column IMD_decile [11]",
                        "line 3, column lsoa21_code");
        assertThat(
                        faults(
                                load(
                                        null,
                                        said("x", null, MID_2020),
                                        header + "E01000001,10,1\nE01000002,1,9\n")))
                .contains("1 is the most deprived in both");
    }

    @Test
    void postcodes_are_read_with_old_and_new_names_and_keep_what_has_ended() throws Exception {
        LoadReport old =
                load(
                        null,
                        said("ONSPD", null, MID_2020),
                        "pcd,pcd2,pcds,dointr,doterm,oscty,oslaua,osward,lsoa11,msoa11,ccg,lat,long,imd,icb,oa21,lsoa21,msoa21\n"
                                + "LN1 1YL,LN1  1YL,LN1 1YL,198001,,E10000019,E07000138,E05010786,E01026131,E02005444,E38000100,53.23,-0.541,1,E54000013,E00132914,E01026131,E02005444\n"
                                + "LN1 1ZZ,LN1  1ZZ,LN1 1ZZ,198001,201404,E10000019,E07000138,E05010786,E01026131,E02005444,E38000100,99.999999,0.000000,1,E54000013,E00132914,E01026131,E02005444\n");
        assertThat(faults(old)).isEmpty();
        assertThat(
                        stored(
                                old,
                                "string_agg(concat_ws('|', postcode, ended, district, lsoa21, sub_icb, latitude), ' ' ORDER BY postcode)",
                                "postcode"))
                .isEqualTo(
                        "LN1 1YL|E07000138|E01026131|E38000100|53.23 LN1 1ZZ|201404|E07000138|E01026131|E38000100");
        LoadReport newer =
                load(
                        POSTCODES,
                        said("NSPL", "LSOA_2021", MID_2020),
                        "pcd7,pcd8,pcds,dointr,doterm,oa21cd,lad25cd,wd25cd,lsoa21cd,msoa21cd,sicbl24cd,lat,long,icb23cd\n"
                                + "LN1 1YL,LN1 1YL,LN1 1YL,198001,,E00132914,E07000138,E05010786,E01026131,E02005444,E38000100,53.23,-0.541,E54000013\n");
        assertThat(faults(newer)).isEmpty();
        assertThat(stored(newer, "ward || icb || sub_icb", "postcode"))
                .isEqualTo("E05010786E54000013E38000100");
        assertThat(
                        faults(
                                load(
                                        POSTCODES,
                                        said("x", "LSOA_2021", MID_2020),
                                        "pcds,lsoa21cd\nLN11YL,E01\nLN1 1YL,\nLN1 1YL,\n")))
                .contains("one space", "nine characters");
    }

    @Test
    void areas_of_lincolnshire_have_names_and_lie_in_their_districts() throws Exception {
        LoadReport lsoas =
                load(
                        AREAS,
                        said("Lincolnshire LSOA", "LSOA_2021", END_2021),
                        SharedCases.geo("lincolnshire_lsoa21.csv"));
        assertThat(faults(lsoas)).isEmpty();
        assertThat(stored(lsoas, "count(*)", "area_within")).isEqualTo("435");
        assertThat(stored(lsoas, "count(*)", "area_name")).isEqualTo("442");
        assertThat(
                        value(
                                "SELECT count(*) FROM cohort.area_within w JOIN cohort.area a ON a.area_key = w.whole"
                                        + " WHERE a.vintage = 'LAD_2021' AND a.code = 'E07000136'"
                                        + " AND w.dataset_id = (SELECT id FROM cohort.dataset WHERE reference = '"
                                        + lsoas.datasetId()
                                        + "')"))
                .isEqualTo("39");
        LoadReport msoas =
                load(
                        AREAS,
                        said("Lincolnshire MSOA", null, END_2021),
                        SharedCases.geo("lincolnshire_msoa.csv"));
        assertThat(faults(msoas)).isEmpty();
        assertThat(dataset(msoas).description().vintage()).isEqualTo("MSOA_2021");
        assertThat(stored(msoas, "count(*)", "area_name")).isEqualTo("95");
        LoadReport wards =
                load(
                        AREAS,
                        said("Lincolnshire wards", "WARD_2023", END_2021),
                        SharedCases.geo("lincolnshire_wards_all_vintages.csv"));
        assertThat(faults(wards)).isEmpty();
        assertThat(
                        value(
                                "SELECT string_agg(v, ' ' ORDER BY v) FROM (SELECT vintage || ':' || count(*) AS v FROM"
                                        + " cohort.area WHERE vintage LIKE 'WARD%' GROUP BY vintage) s"))
                .isEqualTo("WARD_2016:157 WARD_2023:24");
    }

    @Test
    void codes_of_the_other_vintage_are_found_by_the_look_up() throws Exception {
        load(
                AREAS,
                said("Look-up 2011", "LSOA_2011", END_2021),
                "LSOA11CD,LSOA11NM\nE01900001,A 001A\nE01900002,A 001B\n");
        load(
                AREAS,
                said("Look-up 2021", "LSOA_2021", END_2021),
                "LSOA21CD,LSOA21NM\nE01900001,A 001A\nE01900003,A 001C\n");
        String file = "lsoa11_code,age_0\nE01900001,1\nE01900003,2\n";
        LoadReport wrong = load(POPULATION, said("Mixed", "LSOA_2011", MID_2020), file);
        assertThat(wrong.accepted()).isFalse();
        assertThat(faults(wrong))
                .contains("1 of the 2 codes are of LSOA 2021 and not of LSOA 2011", "E01900003");
        LoadReport right =
                load(POPULATION, said("Mixed", null, MID_2020), file.replace("lsoa11", "lsoa21"));
        assertThat(faults(right)).isEmpty();
        assertThat(dataset(right).description().caveats()).isEmpty();
        LoadReport beyond =
                load(
                        POPULATION,
                        said("Beyond", null, MID_2020),
                        file.replace("lsoa11", "lsoa21") + "E01900004,3\n");
        assertThat(dataset(beyond).description().caveats())
                .contains("1 of the 3 codes are not in the look-up of LSOA 2021");
    }

    @Test
    void areas_that_were_split_are_shared_by_the_people_of_the_parts() throws Exception {
        String lookup =
                "LSOA11CD,LSOA11NM,CHGIND,LSOA21CD,LSOA21NM,LAD22CD,LAD22NM\n"
                        + "E01910001,A 001A,U,E01910001,A 001A,E07000136,Boston\n"
                        + "E01910002,A 001B,S,E01910003,A 001C,E07000136,Boston\n"
                        + "E01910002,A 001B,S,E01910004,A 001D,E07000136,Boston\n"
                        + "E01910005,A 001E,M,E01910006,A 001F,E07000136,Boston\n"
                        + "E01910007,A 001G,M,E01910006,A 001F,E07000136,Boston\n";
        LoadReport early = load(AREAS, said("Best fit", "LSOA_2011", END_2021), lookup);
        assertThat(faults(early)).contains("line 4, ", "Load a population by LSOA 2021");
        LoadReport people =
                load(
                        POPULATION,
                        said("Weights", null, MID_2020),
                        "lsoa21_code,total_population,age_0\nE01910001,9,1\nE01910003,300,1\nE01910004,100,1\nE01910006,9,1\n");
        LoadReport report = load(AREAS, said("Best fit", "LSOA_2011", END_2021), lookup);
        assertThat(faults(report)).isEmpty();
        assertThat(
                        value(
                                "SELECT string_agg(p.code || '>' || w.code || '=' || trim_scale(i.share), ' ' ORDER BY p.code, w.code)"
                                        + " FROM cohort.area_within i JOIN cohort.area p ON p.area_key = i.part"
                                        + " JOIN cohort.area w ON w.area_key = i.whole WHERE p.vintage = 'LSOA_2011' AND i.dataset_id ="
                                        + " (SELECT id FROM cohort.dataset WHERE reference = '"
                                        + report.datasetId()
                                        + "')"))
                .isEqualTo(
                        "E01910001>E01910001=1 E01910002>E01910003=0.75 E01910002>E01910004=0.25"
                                + " E01910005>E01910006=1 E01910007>E01910006=1");
        assertThat(dataset(report).description().caveats()).contains("1 areas", people.datasetId());
    }

    @Test
    void an_area_in_two_districts_or_with_two_names_is_a_fault() {
        String header = "LSOA21CD,LSOA21NM,LAD21CD,LAD21NM\n";
        assertThat(
                        faults(
                                load(
                                        AREAS,
                                        said("x", null, END_2021),
                                        header
                                                + "E01920001,A,E07000136,Boston\nE01920001,A,E07000137,East Lindsey\n")))
                .contains("line 3, column LSOA21CD", "two areas of one kind");
        assertThat(
                        faults(
                                load(
                                        AREAS,
                                        said("x", null, END_2021),
                                        header
                                                + "E01920001,A,E07000136,Boston\nE01920002,B,E07000136,Bostonn\n")))
                .contains("line 3", "another name");
        assertThat(
                        faults(
                                load(
                                        AREAS,
                                        said("x", "LSOA_2011", END_2021),
                                        header + "E01920001,A,E07000136,B\n")))
                .contains("LSOA_2021 (column LSOA21CD)", "says LSOA_2011");
    }

    @Test
    void boundaries_of_lincolnshire_are_kept_simplified() throws Exception {
        LoadReport report =
                load(
                        null,
                        said("Boundaries", null, END_2021),
                        SharedCases.geo("lincolnshire_lsoa21_boundaries_E10000019.geojson"));
        assertThat(faults(report)).isEmpty();
        assertThat(dataset(report).rows()).isEqualTo(435);
        assertThat(
                        stored(
                                report,
                                "count(*) FILTER (WHERE jsonb_array_length(rings::jsonb) >= 1)",
                                "area_boundary"))
                .isEqualTo("435");
        assertThat(Long.parseLong(stored(report, "sum(length(rings))", "area_boundary")))
                .isLessThan(800_000);
    }

    @Test
    void boundaries_in_metres_without_codes_or_cut_off_are_refused() {
        String feature =
                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"LSOA21CD\":\"E01026007\"},"
                        + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[0.1,52.9],[0.2,52.9],[0.2,53.0],[0.1,52.9]]]}}]}";
        assertThat(
                        faults(
                                load(
                                        BOUNDARIES,
                                        said("x", "LSOA_2021", END_2021),
                                        feature.replace("52.9", "341000"))))
                .contains("longitude first");
        assertThat(
                        faults(
                                load(
                                        BOUNDARIES,
                                        said("x", "LSOA_2021", END_2021),
                                        feature.replace("LSOA21CD", "FID"))))
                .contains("No property holds a code", "FID");
        assertThat(
                        faults(
                                load(
                                        BOUNDARIES,
                                        said("x", "LSOA_2021", END_2021),
                                        feature.substring(0, 120))))
                .contains("not GeoJSON");
        assertThat(faults(load(POPULATION, said("x", "LSOA_2021", END_2021), feature)))
                .contains("GeoJSON file with boundaries");
    }

    @Test
    void a_file_of_another_kind_says_which_and_an_unknown_one_what_was_found() {
        String deprivation = "lsoa21_code,IMD_decile,IMD_rank\nE01000001,1,5\n";
        assertThat(faults(load(POPULATION, said("x", "LSOA_2021", MID_2020), deprivation)))
                .contains(
                        "holds \"Deprivation by area\"",
                        "loaded as \"Population by area and age\"");
        assertThat(
                        faults(
                                load(
                                        POPULATION,
                                        said("x", "LSOA_2021", MID_2020),
                                        "area,number\nE01000001,1\n")))
                .contains("Found: area, number. Expected: ", "GEOGRAPHY_CODE", "EXTRACT_DATE");
    }

    @Test
    void a_workbook_is_refused_with_how_to_save_it_and_a_zip_is_read() throws Exception {
        LoadReport workbook =
                load(
                        POPULATION,
                        said("x", "LSOA_2021", MID_2020),
                        zip(Map.of("[Content_Types].xml", "<Types/>")));
        assertThat(faults(workbook)).contains("This is a workbook", "CSV UTF-8");
        LoadReport zipped =
                load(
                        POPULATION,
                        said("Zipped", "LSOA_2021", MID_2020),
                        zip(Map.of("a/file.csv", "lsoa21_code,age_0\nE01000001,5\n")));
        assertThat(faults(zipped)).isEmpty();
        assertThat(
                        faults(
                                load(
                                        POPULATION,
                                        said("x", "LSOA_2021", MID_2020),
                                        zip(Map.of("a.txt", "x")))))
                .contains("no file whose name ends in .csv");
        assertThat(
                        faults(
                                load(
                                        POPULATION,
                                        said("x", "LSOA_2021", MID_2020),
                                        zip(
                                                Map.of(
                                                        "a.csv",
                                                        "lsoa21_code,age_0\nE01000001,5\n",
                                                        "b.csv",
                                                        "lsoa21_code,age_0\nE01000002,5\n")))))
                .contains("second file");
    }

    @Test
    void a_small_zip_cannot_become_an_endless_file() {
        byte[] bomb = zip(Map.of("a.csv", "lsoa21_code,age_0\n" + "E01000001,5\n".repeat(200_000)));
        assertThat(bomb).hasSizeLessThan(100_000);
        assertThatThrownBy(
                        () ->
                                CohortDatabase.publicFiles(1_000_000)
                                        .load(
                                                POPULATION,
                                                said("Bomb", "LSOA_2021", MID_2020),
                                                "b.zip",
                                                new java.io.ByteArrayInputStream(bomb),
                                                CohortDatabase.ANALYST,
                                                Progress.NONE))
                .isInstanceOf(TooLarge.class);
    }

    @Test
    void empty_header_only_and_wrongly_encoded_files_are_refused() {
        for (String header :
                new String[] {
                    "lsoa21_code,age_0\n",
                    "lsoa21_code,IMD_decile,IMD_rank\n",
                    "pcds,lsoa21cd\n",
                    "LSOA21CD,LSOA21NM\n"
                }) {
            assertThat(faults(load(null, said("x", "LSOA_2021", MID_2020), header)))
                    .contains("no rows");
        }
        assertThat(faults(load(POPULATION, said("x", "LSOA_2021", MID_2020), "")))
                .contains("empty");
        byte[] latin =
                "LSOA21CD,LSOA21NM\nE01000001,Ynys Môn\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(faults(load(AREAS, said("x", "LSOA_2021", MID_2020), latin)))
                .contains("line 2", "UTF-8");
    }
}
