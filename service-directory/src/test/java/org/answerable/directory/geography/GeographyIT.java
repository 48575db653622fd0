package org.answerable.directory.geography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.answerable.directory.Actor;
import org.answerable.directory.AreaFiles;
import org.answerable.directory.AreaKind;
import org.answerable.directory.Conflict;
import org.answerable.directory.Geography;
import org.answerable.directory.InvalidInput;
import org.answerable.directory.NotAllowed;
import org.answerable.directory.PostcodeEdition;
import org.answerable.directory.PostcodeEdition.State;
import org.answerable.directory.PostcodeEditions;
import org.answerable.directory.PostcodeLoad;
import org.answerable.directory.RejectedRow;
import org.answerable.directory.Role;
import org.answerable.directory.SharedCases;
import org.answerable.directory.TestDatabase;
import org.answerable.directory.TextFile;
import org.answerable.directory.Whereabouts;
import org.answerable.directory.Whereabouts.Basis;
import org.answerable.directory.geography.store.AreaTable;
import org.answerable.directory.geography.store.EditionTable;
import org.answerable.directory.geography.store.PostcodeTable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GeographyIT {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-03-02T09:30:00Z"), ZoneId.of("Europe/London"));
    private static final Actor EDITOR =
            new Actor("edi", "Edi Tor", "shire-cc", Set.of(Role.DIRECTORY_EDITOR));
    private static final PostcodeLoad ALL = new PostcodeLoad("2025-11", List.of(), false);
    private static final String LINCOLN = "E07000138";
    private static final String BOSTON = "E07000136";

    private static TestDatabase database;
    private static Geography geography;
    private static PostcodeEditions editions;
    private static AreaFiles areaFiles;

    @BeforeAll
    static void start() {
        database = new TestDatabase();
        AreaTable areas = new AreaTable(database.transactions());
        PostcodeTable postcodes = new PostcodeTable(database.transactions());
        EditionTable table = new EditionTable(database.transactions());
        geography = new KnownGeography(areas, postcodes, table);
        editions = new PostcodeLoads(postcodes, table, CLOCK, 1 << 24, Runnable::run);
        areaFiles = new LoadAreas(areas, CLOCK, 1 << 24);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void empty() {
        for (String table :
                List.of(
                        "postcode",
                        "postcode_district",
                        "postcode_reject",
                        "postcode_edition",
                        "area_part",
                        "lsoa_point",
                        "area")) {
            database.execute("DELETE FROM directory." + table);
        }
    }

    @Test
    void a_postcode_is_found_however_it_is_typed() {
        load(small(PostcodeFile.UNTIL_2024));

        for (String typed : List.of("LN1 1AA", "ln11aa", " Ln1  1aA ", "LN1\u00a01AA")) {
            Whereabouts found = geography.whereabouts(typed);
            assertThat(found.postcode()).isEqualTo("LN1 1AA");
            assertThat(found.basis()).isEqualTo(Basis.EXACT);
            assertThat(found.note()).isEmpty();
            assertThat(found.latitude()).isEqualTo(53.23);
            assertThat(found.longitude()).isEqualTo(-0.54);
            assertThat(found.lsoa21()).isEqualTo("E01000011");
            assertThat(found.edition()).isEqualTo("ONSPD, November 2025");
            assertThat(found.areas())
                    .containsExactly(
                            "E01000001",
                            "E01000011",
                            "E02005417",
                            "E05000001",
                            LINCOLN,
                            "E10000019",
                            "E38000238",
                            "E54000013");
        }
    }

    @Test
    void an_ended_postcode_keeps_its_place_and_says_so() {
        load(small(PostcodeFile.UNTIL_2024));

        Whereabouts found = geography.whereabouts("LN1 1AC");

        assertThat(found.basis()).isEqualTo(Basis.TERMINATED);
        assertThat(found.note()).contains("not been in use since April 2014");
        assertThat(found.latitude()).isEqualTo(53.24);
    }

    @Test
    void an_unknown_postcode_falls_back_to_the_middle_of_its_first_half_and_says_so() {
        load(small(PostcodeFile.UNTIL_2024));

        Whereabouts found = geography.whereabouts("LN1 9ZZ");

        assertThat(found.basis()).isEqualTo(Basis.DISTRICT);
        assertThat(found.note())
                .contains("LN1 9ZZ is not in ONSPD, November 2025")
                .contains("The middle of the 2 postcodes that begin with LN1");
        assertThat(found.latitude()).isEqualTo(53.25);
        assertThat(found.lsoa21()).isNull();
        assertThat(found.areas()).contains("E10000019", "E54000013").doesNotContain("E01000011");
    }

    @Test
    void a_first_half_alone_is_the_middle_of_its_live_postcodes() {
        load(small(PostcodeFile.UNTIL_2024));

        Whereabouts found = geography.whereabouts("ln1");

        assertThat(found.postcode()).isEqualTo("LN1");
        assertThat(found.basis()).isEqualTo(Basis.DISTRICT);
        assertThat(found.longitude()).isEqualTo(-0.55);
    }

    @Test
    void a_postcode_without_a_point_is_not_put_into_the_sea() {
        load(small(PostcodeFile.UNTIL_2024));

        assertThatThrownBy(() -> geography.whereabouts("PE21 1AA"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("no place of its own");
    }

    @Test
    void what_is_no_postcode_is_refused_with_a_word_on_how_to_mend_it() {
        load(small(PostcodeFile.UNTIL_2024));

        for (String typed :
                new String[] {
                    null, "", "x", "LN1 1", "LN1 1AA1", "12345", "LN1;1AA", "L".repeat(99)
                }) {
            assertThatThrownBy(() -> geography.whereabouts(typed))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("such as LN1 1YL");
        }
        assertThatThrownBy(() -> geography.whereabouts("ZZ9 9ZZ"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("There is no ZZ9 9ZZ");
    }

    @Test
    void northern_irish_rows_are_left_out_and_asked_for_in_vain() {
        PostcodeEdition edition = load(small(PostcodeFile.UNTIL_2024));

        assertThat(edition.northernIreland()).isEqualTo(1);
        assertThat(
                        database.value(
                                "SELECT count(*) FROM directory.postcode WHERE postcode LIKE 'BT%'"))
                .isEqualTo("0");
        assertThatThrownBy(() -> geography.whereabouts("BT1 1AA"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("Northern Ireland");
    }

    @Test
    void every_row_that_was_read_is_accounted_for() {
        PostcodeEdition edition =
                load(
                        small(PostcodeFile.UNTIL_2024)
                                .with("LN1 1AA", "", LINCOLN, "E01000011", "53.2", "-0.5"));

        assertThat(edition.state()).isEqualTo(State.CURRENT);
        assertThat(edition.read()).isEqualTo(30);
        assertThat(edition.kept()).isEqualTo(28);
        assertThat(edition.terminated()).isEqualTo(1);
        assertThat(edition.withoutPoint()).isEqualTo(1);
        assertThat(edition.rejected()).isEqualTo(1);
        assertThat(
                        edition.kept()
                                + edition.northernIreland()
                                + edition.elsewhere()
                                + edition.rejected())
                .isEqualTo(edition.read());
        assertThat(editions.rejected(edition.id(), EDITOR))
                .extracting(RejectedRow::line, RejectedRow::value, RejectedRow::message)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                31L, "LN11AA", "This postcode is on line 2 already."));
    }

    @Test
    void column_names_of_every_edition_are_known() {
        PostcodeEdition edition = load(small(PostcodeFile.SINCE_2025));

        assertThat(edition.state()).isEqualTo(State.CURRENT);
        assertThat(geography.whereabouts("LN1 1AA").areas()).contains(LINCOLN, "E54000013");
    }

    @Test
    void a_missing_column_is_named_and_nothing_is_taken() {
        load(small(PostcodeFile.UNTIL_2024));
        PostcodeEdition edition =
                load(
                        new PostcodeFile(
                                PostcodeFile.UNTIL_2024
                                        .replace("lsoa21", "x")
                                        .replace("doterm", "y")));

        assertThat(edition.state()).isEqualTo(State.REFUSED);
        assertThat(edition.message()).contains("Missing: doterm; lsoa21 or lsoa21cd");
        assertThat(geography.whereabouts("LN1 1AA").latitude()).isEqualTo(53.23);
    }

    @Test
    void rows_at_fault_are_left_out_and_listed_with_their_place() {
        PostcodeFile file = small(PostcodeFile.UNTIL_2024);
        file.with("NOPE", "", LINCOLN, "E01000011", "53.2", "-0.5");

        PostcodeEdition edition = load(file);

        assertThat(edition.rejected()).isEqualTo(1);
        assertThat(editions.rejected(edition.id(), EDITOR))
                .singleElement()
                .satisfies(
                        row -> {
                            assertThat(row.line()).isEqualTo(31);
                            assertThat(row.column()).isEqualTo("pcds");
                            assertThat(row.value()).isEqualTo("NOPE");
                        });
    }

    @Test
    void what_cannot_be_read_as_text_or_csv_is_refused_in_words() {
        String open = small(PostcodeFile.UNTIL_2024).line("\"" + "x".repeat(1_100_000)).text();
        PostcodeEdition quote = editions.load(ALL, TextFile.of("open.csv", open), EDITOR);
        assertThat(quote.state()).isEqualTo(State.REFUSED);
        assertThat(quote.message()).contains("Is a quote (\") left open?");

        byte[] latin =
                (small(PostcodeFile.UNTIL_2024).text() + "caf\u00e9")
                        .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        PostcodeEdition encoded = editions.load(ALL, new TextFile("latin.csv", latin), EDITOR);
        assertThat(encoded.message()).contains("not UTF-8");

        byte[] zip =
                TextFile.zip("Data/ONSPD.csv", small(PostcodeFile.UNTIL_2024).text()).content();
        byte[] cut = java.util.Arrays.copyOf(zip, zip.length / 2);
        assertThat(editions.load(ALL, new TextFile("cut.zip", cut), EDITOR).state())
                .isIn(State.REFUSED, State.FAILED);
        assertThat(database.value("SELECT count(*) FROM directory.postcode")).isEqualTo("0");
    }

    @Test
    void too_many_rows_at_fault_refuse_the_file_and_leave_no_rows_behind() {
        PostcodeFile file = small(PostcodeFile.UNTIL_2024);
        for (int i = 0; i < 10; i++) {
            file.with("LN2 1A" + (char) ('A' + i), "2014-4", LINCOLN, "E01000011", "north", "-0.5");
        }

        PostcodeEdition edition = load(file);

        assertThat(edition.state()).isEqualTo(State.REFUSED);
        assertThat(edition.message()).contains("10 of 39 rows are at fault");
        assertThat(editions.rejected(edition.id(), EDITOR)).hasSize(20);
        assertThat(database.value("SELECT count(*) FROM directory.postcode")).isEqualTo("0");
    }

    @Test
    void a_new_edition_takes_the_place_of_the_old_one_as_a_whole() {
        long first = load(small(PostcodeFile.UNTIL_2024)).id();
        load(
                new PostcodeFile(PostcodeFile.UNTIL_2024)
                        .with("PE1 1AA", "", BOSTON, "E01000012", "52.98", "-0.02"));

        assertThat(editions.find(first, EDITOR).state()).isEqualTo(State.REPLACED);
        assertThat(geography.whereabouts("PE1 1AA").areas()).contains(BOSTON);
        assertThatThrownBy(() -> geography.whereabouts("LN1 1AA")).isInstanceOf(InvalidInput.class);
        assertThat(database.value("SELECT count(*) FROM directory.postcode")).isEqualTo("1");
        assertThat(geography.lsoasOf(LINCOLN)).isEmpty();
        assertThat(
                        database.value(
                                "SELECT string_agg(event, ' ' ORDER BY id) FROM directory.history"))
                .endsWith("POSTCODES_LOADED POSTCODES_LOADED");
    }

    @Test
    void the_zip_as_it_is_downloaded_brings_names_and_no_row_twice() {
        String all = small(PostcodeFile.SINCE_2025).text();
        TextFile zip =
                TextFile.zip(
                        "Documents/LA names and codes.csv",
                        "LAD25CD,LAD25NM,LAD25NMW\r\nE07000138,Lincoln,\r\n",
                        "Data/ONSPD_NOV_2025.csv",
                        all,
                        "Data/multi_csv/ONSPD_NOV_2025_LN.csv",
                        all,
                        "User guide/guide.pdf",
                        "%PDF");

        PostcodeEdition edition = editions.load(ALL, zip, EDITOR);

        assertThat(edition.state()).isEqualTo(State.CURRENT);
        assertThat(edition.read()).isEqualTo(29);
        assertThat(edition.percent()).isEqualTo(100);
        assertThat(geography.area(LINCOLN).orElseThrow().name()).isEqualTo("Lincoln");
        assertThat(geography.area(BOSTON).orElseThrow().name()).isEqualTo(BOSTON);
    }

    @Test
    void a_load_can_be_cut_to_an_area_and_fifty_kilometres_around() {
        PostcodeFile file = small(PostcodeFile.UNTIL_2024);
        file.row("DN1 1AA", "", "E99999999", "E08000017", "E01000021", "53.52", "-1.13");
        file.row("M1 1AA", "", "E99999999", "E08000003", "E01000022", "53.48", "-2.24");

        PostcodeEdition edition =
                editions.load(
                        new PostcodeLoad("2025-11", List.of("E10000019"), false),
                        TextFile.of("cut.csv", file.text()),
                        EDITOR);

        assertThat(edition.elsewhere()).isEqualTo(1);
        assertThat(geography.whereabouts("DN1 1AA").basis()).isEqualTo(Basis.EXACT);
        assertThatThrownBy(() -> geography.whereabouts("M1 1AA")).isInstanceOf(InvalidInput.class);
    }

    @Test
    void areas_and_their_parts_follow_from_the_postcodes() {
        load(small(PostcodeFile.UNTIL_2024));

        assertThat(geography.lsoasOf("E10000019")).contains("E01000011", "E01000012");
        assertThat(geography.lsoasOf(BOSTON)).containsExactly("E01000012");
        assertThat(geography.lsoasOf("E01000012")).containsExactly("E01000012");
        assertThat(geography.lsoasOf("E09000001")).isEmpty();
        assertThat(geography.areasContaining("E01000012"))
                .extracting(area -> area.kind())
                .contains(AreaKind.DISTRICT, AreaKind.COUNTY, AreaKind.ICB, AreaKind.SUB_ICB);
    }

    @Test
    void an_lsoa_belongs_to_the_district_with_most_of_its_postcodes() {
        load(
                new PostcodeFile(PostcodeFile.UNTIL_2024)
                        .with("LN1 1AA", "", LINCOLN, "E01000011", "53.23", "-0.54")
                        .with("LN1 1AB", "", LINCOLN, "E01000011", "53.23", "-0.54")
                        .with("LN1 1AD", "", BOSTON, "E01000011", "53.23", "-0.54"));

        assertThat(geography.lsoasOf(LINCOLN)).containsExactly("E01000011");
        assertThat(geography.lsoasOf(BOSTON)).isEmpty();
    }

    @Test
    void only_one_edition_is_loaded_at_a_time_and_a_lost_one_does_not_block_for_ever() {
        database.execute(
                "INSERT INTO directory.postcode_edition (edition, file_name, only_around, demonstration,"
                        + " state, message, bytes_total, started_at, alive_at, started_by) VALUES"
                        + " ('2025-08-01', 'x', '{}', false, 'LOADING', '', 1, '2026-03-02T09:25Z',"
                        + " '2026-03-02T09:25Z', 'edi')");
        PostcodeFile file = small(PostcodeFile.UNTIL_2024);
        assertThatThrownBy(() -> load(file)).isInstanceOf(Conflict.class);

        database.execute("UPDATE directory.postcode_edition SET alive_at = '2026-03-02T09:00Z'");
        assertThat(load(file).state()).isEqualTo(State.CURRENT);
        assertThat(
                        database.value(
                                "SELECT state FROM directory.postcode_edition ORDER BY id LIMIT 1"))
                .isEqualTo("FAILED");
    }

    @Test
    void what_is_said_about_the_file_is_checked_and_needs_a_role() {
        TextFile file = TextFile.of("x.csv", small(PostcodeFile.UNTIL_2024).text());
        assertThatThrownBy(
                        () ->
                                editions.load(
                                        new PostcodeLoad("soon", List.of("Lincolnshire"), false),
                                        file,
                                        EDITOR))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e ->
                                assertThat(e.errors())
                                        .extracting(error -> error.field())
                                        .containsExactly("edition", "onlyAround"));
        Actor reader = new Actor("r", "R", "shire-cc", Set.of());
        assertThatThrownBy(() -> editions.load(ALL, file, reader)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> editions.all(reader)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> areaFiles.load(file, false, reader))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void the_attribution_names_the_year_of_the_edition() {
        assertThat(geography.attribution()).isEmpty();
        assertThatThrownBy(() -> geography.whereabouts("LN1 1AA"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("No directory of postcodes is loaded");

        load(small(PostcodeFile.UNTIL_2024));

        assertThat(geography.attribution().orElseThrow())
                .contains("Crown copyright and database right 2025", "Royal Mail copyright");
    }

    @Test
    void the_published_look_up_gives_the_districts_of_the_county_their_lsoas() {
        AreaFiles.Report report =
                areaFiles.load(
                        TextFile.of(SharedCases.find("directory/geo/lincolnshire_lsoa21.csv")),
                        false,
                        EDITOR);

        assertThat(report.rejected()).isEmpty();
        assertThat(report.areas()).isEqualTo(442);
        assertThat(geography.area(LINCOLN).orElseThrow().name()).isEqualTo("Lincoln");
        assertThat(geography.lsoasOf(LINCOLN)).hasSize(60);
        assertThat(geography.lsoasOf(BOSTON)).hasSize(39);
        assertThat(geography.areas(AreaKind.DISTRICT)).hasSize(7);
        assertThat(geography.areasContaining("E01026007"))
                .extracting(area -> area.name())
                .containsExactly("Boston 001A", "Boston");
    }

    @Test
    void msoas_come_with_their_names() {
        areaFiles.load(
                TextFile.of(SharedCases.find("directory/geo/lincolnshire_msoa.csv")),
                false,
                EDITOR);

        assertThat(geography.areas(AreaKind.MSOA21)).hasSize(88);
        assertThat(geography.area("E02005417").orElseThrow().name()).isEqualTo("Boston 001");
    }

    @Test
    void a_look_up_is_believed_before_what_follows_from_postcodes() {
        areaFiles.load(
                TextFile.of(
                        "lookup.csv", "LSOA21CD,LAD25CD,LAD25NM\nE01000099,E07000138,Lincoln\n"),
                false,
                EDITOR);
        load(small(PostcodeFile.UNTIL_2024));

        assertThat(geography.lsoasOf(LINCOLN)).containsExactly("E01000099");
        assertThat(geography.lsoasOf(BOSTON)).containsExactly("E01000012");
    }

    @Test
    void every_boundary_gives_a_point_inside_and_only_inside_itself() {
        AreaFiles.Report report = loadBoundaries();

        assertThat(report.points()).isEqualTo(435);
        assertThat(database.value("SELECT count(*) FROM directory.lsoa_point")).isEqualTo("435");
        // The published centre of E01026007 lies in E01026009; the point inside it does not.
        assertThat(geography.lsoasWithin(feature("E01026009"))).containsExactly("E01026009");
        assertThat(geography.lsoasWithin(feature("E01026007"))).containsExactly("E01026007");
    }

    @Test
    void an_extent_holds_the_lsoas_whose_inner_point_it_holds() {
        loadBoundaries();
        String county =
                "{\"type\":\"Polygon\",\"coordinates\":[[[-1,52.5],[0.5,52.5],[0.5,53.8],[-1,53.8],[-1,52.5]]]}";
        String holed =
                "{\"type\":\"Feature\",\"geometry\":{\"type\":\"MultiPolygon\",\"coordinates\":[[[[-1,52.5],[0.5,52.5],[0.5,53.8],[-1,53.8],[-1,52.5]],"
                        + "[[-0.99,52.51],[0.49,52.51],[0.49,53.79],[-0.99,53.79],[-0.99,52.51]]]]}}";

        assertThat(geography.lsoasWithin(county)).hasSize(435);
        assertThat(geography.lsoasWithin(holed)).isEmpty();
    }

    @Test
    void an_extent_that_is_none_is_refused_in_words() {
        for (String extent :
                new String[] {
                    null,
                    "",
                    "no",
                    "[]",
                    "{}",
                    "{\"type\":\"Point\",\"coordinates\":[0,53]}",
                    "{\"type\":\"Polygon\",\"coordinates\":[[[0,53],[1,53],[0,53]]]}",
                    "{\"type\":\"Polygon\",\"coordinates\":[[[0,53],[1,53],[2,53],[0,53]]]}",
                    "{\"type\":\"Polygon\",\"coordinates\":[[[0,\"a\"],[1,53],[1,54],[0,53]]]}",
                    "{\"type\":\"Polygon\",\"coordinates\":[[[0,999],[1,53],[1,54],[0,999]]]}",
                    "{\"type\":\"Feature\",\"geometry\":null}",
                    "{\"type\":\"Polygon\",\"coordinates\":[]}"
                }) {
            assertThatThrownBy(() -> geography.lsoasWithin(extent))
                    .isInstanceOfSatisfying(
                            InvalidInput.class,
                            e -> assertThat(e.errors().get(0).field()).isEqualTo("extent"));
        }
    }

    @Test
    void files_of_areas_that_are_at_fault_are_not_kept_in_part() {
        AreaFiles.Report report =
                areaFiles.load(
                        TextFile.of(
                                "lookup.csv", "LSOA21CD,LSOA21NM\nE01000001,Good\nLincoln,Bad\n"),
                        false,
                        EDITOR);
        assertThat(report.rejected())
                .singleElement()
                .satisfies(row -> assertThat(row.line()).isEqualTo(3));
        assertThat(geography.area("E01000001")).isEmpty();

        for (String text :
                List.of("", "a,b\n1,2\n", "{}", "{\"features\":[]}", "{\"features\":[", "{")) {
            assertThatThrownBy(() -> areaFiles.load(TextFile.of("x", text), false, EDITOR))
                    .as(text)
                    .isInstanceOf(InvalidInput.class);
        }
    }

    private static AreaFiles.Report loadBoundaries() {
        return areaFiles.load(
                TextFile.of(
                        SharedCases.find(
                                "directory/geo/lincolnshire_lsoa21_boundaries_E10000019.geojson")),
                false,
                EDITOR);
    }

    private static String feature(String code) {
        String all =
                new String(
                        TextFile.of(
                                        SharedCases.find(
                                                "directory/geo/lincolnshire_lsoa21_boundaries_E10000019.geojson"))
                                .content(),
                        java.nio.charset.StandardCharsets.UTF_8);
        return all.lines()
                .filter(line -> line.contains("\"LSOA21CD\": \"" + code + "\""))
                .map(line -> line.endsWith(",") ? line.substring(0, line.length() - 1) : line)
                .findFirst()
                .orElseThrow();
    }

    private static PostcodeEdition load(PostcodeFile file) {
        return editions.load(ALL, TextFile.of("onspd.csv", file.text()), EDITOR);
    }

    /** Twenty-nine rows: three of LN1, one of them ended; one without a point; one Northern Irish. */
    private static PostcodeFile small(String header) {
        PostcodeFile file =
                new PostcodeFile(header)
                        .with("LN1 1AA", "", LINCOLN, "E01000011", "53.23", "-0.54")
                        .with("LN1 1AB", "", "E07000142", "E01000013", "53.27", "-0.56")
                        .with("LN1 1AC", "201404", LINCOLN, "E01000011", "53.24", "-0.54")
                        .with("PE21 1AA", "", BOSTON, "E01000012", "99.999999", "0.000000")
                        .row("BT1 1AA", "", "N99999999", "N09000003", "95GG01S1", "54.6", "-5.93");
        for (int i = 0; i < 24; i++) {
            file.with("LN5 1A" + (char) ('A' + i), "", LINCOLN, "E01000014", "53.2", "-0.5");
        }
        return file;
    }
}
