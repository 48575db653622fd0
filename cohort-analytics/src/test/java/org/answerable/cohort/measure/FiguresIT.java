package org.answerable.cohort.measure;

import static org.answerable.cohort.CohortDatabase.ANALYST;
import static org.answerable.cohort.CohortDatabase.OFFICER;
import static org.answerable.cohort.CohortDatabase.datasets;
import static org.answerable.cohort.CohortDatabase.description;
import static org.answerable.cohort.CohortDatabase.execute;
import static org.answerable.cohort.CohortDatabase.figures;
import static org.answerable.cohort.CohortDatabase.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.answerable.cohort.Comparison;
import org.answerable.cohort.Conflict;
import org.answerable.cohort.FieldError;
import org.answerable.cohort.Figure;
import org.answerable.cohort.FigureRequest;
import org.answerable.cohort.FigureTable;
import org.answerable.cohort.GroupBy;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.LoadReport;
import org.answerable.cohort.NotAllowed;
import org.answerable.cohort.NotFound;
import org.answerable.cohort.SharedCases;
import org.junit.jupiter.api.Test;

class FiguresIT {

    private static final String LINCOLNSHIRE = "lincolnshire_lsoa11_mid2020_age0-5_imd2019.csv";

    /** Invented districts: Quiet has a small count of one-year-olds. */
    private static final String INVENTED =
            """
            lsoa11_code,district,age_0,age_1
            E01000001,Busy,100,120
            E01000002,Busy,50,60
            E01000003,Quiet,40,5
            E01000004,Calm,70,80
            """;

    @Test
    void children_of_lincolnshire_by_district_are_counted() throws IOException {
        Path file = SharedCases.population(LINCOLNSHIRE);
        Figure figure =
                figures()
                        .compute(
                                request(lincolnshire(file), 0, 3, GroupBy.DISTRICT, "Lincolnshire"),
                                ANALYST);

        assertThat(figure.table().total().counts()).containsExactly(6_719L, 7_098L, 7_637L);
        assertThat(figure.table().total().sum()).isEqualTo(21_454);
        assertThat(byLabel(figure.table())).isEqualTo(addedUpByHand(file));
        assertThat(figure.table().columns())
                .containsExactly(
                        "District", "Aged 0", "Aged 1", "Aged 2", "Aged 0, 1 and 2 (under 3)");
        assertThat(figure.unit()).isEqualTo("children");
        assertThat(figure.sentence())
                .startsWith(
                        "Children aged 0, 1 and 2 (under 3) usually resident in Lincolnshire at"
                                + " 30 June 2020, by district.")
                .contains("Source: Office for National Statistics");
        assertThat(figure.id()).matches("F-2026-\\d{4}");
        assertThat(figure.softwareVersion()).matches("\\d+\\..*");
    }

    @Test
    void what_is_kept_is_what_was_computed() throws IOException {
        Figure figure =
                figures()
                        .compute(
                                request(invented("Kept"), 0, 2, GroupBy.DISTRICT, "Shire"),
                                ANALYST);
        assertThat(figures().find(figure.id(), ANALYST)).contains(figure);
        assertThat(figure.source().datasetId()).isEqualTo(asked(figure).datasetId());
        assertThat(figure.source().sha256()).matches("[0-9a-f]{64}");
    }

    @Test
    void the_statement_shown_is_the_statement_run() throws Exception {
        Figure figure =
                figures().compute(request(invented("Shown"), 0, 2, GroupBy.NONE, "Shire"), ANALYST);
        String sql = figure.query().sql();
        for (String text : List.of("0", "1", "'" + asked(figure).datasetId() + "'", "NULL")) {
            sql = sql.replaceFirst("\\?", text);
        }
        assertThat(value("SELECT max(people) FROM (" + sql + ") shown"))
                .isEqualTo(String.valueOf(figure.table().total().sum()));
    }

    @Test
    void only_the_chosen_districts_are_counted_and_named() throws IOException {
        FigureRequest request =
                new FigureRequest(
                        invented("Chosen"),
                        "",
                        0,
                        1,
                        List.of("calm", " Busy "),
                        GroupBy.DISTRICT,
                        "Two of three");
        Figure figure = figures().compute(request, ANALYST);
        assertThat(byLabel(figure.table()))
                .isEqualTo(Map.of("Busy", List.of(150L), "Calm", List.of(70L)));
        assertThat(figure.table().total().sum()).isEqualTo(220);
        assertThat(figure.sentence()).contains("in Two of three (Busy, Calm) at");
    }

    @Test
    void areas_have_their_codes_and_the_total_alone_has_no_rows() throws IOException {
        String dataset = invented("Groups");
        FigureTable areas =
                figures().compute(request(dataset, 0, 2, GroupBy.AREA, "Shire"), ANALYST).table();
        assertThat(areas.rows().stream().map(FigureTable.Row::code))
                .containsExactly("E01000001", "E01000002", "E01000003", "E01000004");
        FigureTable none =
                figures().compute(request(dataset, 1, 2, GroupBy.NONE, "Shire"), ANALYST).table();
        assertThat(none.rows()).isEmpty();
        assertThat(none.total().counts()).containsExactly(265L);
    }

    @Test
    void a_question_that_the_dataset_cannot_answer_is_refused_on_its_field() throws IOException {
        String dataset = invented("Refused");
        assertRefused(
                request(dataset, 0, 3, GroupBy.NONE, "Shire"), "ageTo", "years of age 0 to 1");
        assertRefused(request(dataset, 1, 1, GroupBy.NONE, "Shire"), "ageTo", "empty");
        assertRefused(request(dataset, 2, 1, GroupBy.NONE, "Shire"), "ageTo", "empty");
        assertRefused(request(dataset, -1, 1, GroupBy.NONE, "Shire"), "ageFrom", "from 0");
        assertRefused(request(dataset, 0, 1, GroupBy.NONE, " "), "totalLabel", "Name the total");
        assertRefused(request(dataset, 0, 1, GroupBy.NONE, "Kent"), "totalLabel", "which is Shire");
        assertRefused(
                new FigureRequest(dataset, "", 0, 1, List.of("Bsy"), GroupBy.NONE, "X"),
                "districts",
                "Near names: Busy");
        assertRefused(
                request("D-1999-0001", 0, 1, GroupBy.NONE, "Shire"),
                "datasetId",
                "no such dataset");
        assertRefused(
                request("\0'; DROP", 0, 1, GroupBy.NONE, "Shire"), "datasetId", "no such dataset");
    }

    @Test
    void a_safe_figure_is_released_once_and_then_public() throws Exception {
        String id =
                figures()
                        .compute(
                                request(invented("Safe"), 0, 1, GroupBy.DISTRICT, "Shire"), ANALYST)
                        .id();
        assertThat(figures().released(id)).isEmpty();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> figures().recompute(id));

        Figure first = figures().release(id, "Cited in FOI-2026-0001", OFFICER);
        Figure again = figures().release(id, "Cited once more", OFFICER);

        assertThat(again).isEqualTo(first);
        assertThat(figures().released(id)).contains(first);
        assertThat(first.release().policy()).isEqualTo("small-counts-7 version 1");
        assertThat(first.release().tableSha256()).isEqualTo(first.tableSha256());
        assertThat(first.computedBy()).isEqualTo("An analyst of lincolnshire-cc");
        assertThat(
                        value(
                                "SELECT count(*) || ' ' || max(reason) FROM cohort.release_ledger"
                                        + " WHERE figure_reference = '"
                                        + id
                                        + "'"))
                .isEqualTo("1 Cited in FOI-2026-0001");
        assertThat(figures().recompute(id).unchanged()).isTrue();
    }

    @Test
    void a_figure_with_a_small_count_is_not_released() throws IOException {
        String id =
                figures()
                        .compute(
                                request(invented("Small"), 0, 2, GroupBy.DISTRICT, "Shire"),
                                ANALYST)
                        .id();
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> figures().release(id, "Cited", OFFICER))
                .withMessageContaining("1 small count")
                .withMessageContaining("small-counts-7 version 1")
                .withMessageContaining("total only");
        assertThat(figures().released(id)).isEmpty();
    }

    @Test
    void a_total_that_gives_a_small_count_away_beside_an_earlier_one_is_not_released()
            throws IOException {
        String dataset = invented("Differencing");
        String all = figures().compute(request(dataset, 1, 2, GroupBy.NONE, "Shire"), ANALYST).id();
        String withoutQuiet =
                figures()
                        .compute(
                                new FigureRequest(
                                        dataset,
                                        "",
                                        1,
                                        2,
                                        List.of("Busy", "Calm"),
                                        GroupBy.NONE,
                                        "Two districts"),
                                ANALYST)
                        .id();
        figures().release(all, "First", OFFICER);
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> figures().release(withoutQuiet, "Second", OFFICER))
                .withMessageContaining("earlier releases");
    }

    @Test
    void a_figure_computed_again_is_unchanged_and_a_changed_count_is_named() throws Exception {
        String dataset = invented("Again");
        Figure figure =
                figures().compute(request(dataset, 0, 2, GroupBy.DISTRICT, "Shire"), ANALYST);
        assertThat(figures().recompute(figure.id(), ANALYST).unchanged()).isTrue();

        execute(
                """
                ALTER TABLE cohort.population_area DISABLE TRIGGER population_area_is_append_only;
                UPDATE cohort.population_area SET ages = '{41,5}' WHERE area_code = 'E01000003'
                  AND dataset_id = (SELECT id FROM cohort.dataset WHERE reference = '%s');
                ALTER TABLE cohort.population_area ENABLE TRIGGER population_area_is_append_only"""
                        .formatted(dataset));
        Comparison comparison = figures().recompute(figure.id(), ANALYST);
        assertThat(comparison.unchanged()).isFalse();
        assertThat(comparison.differences())
                .contains(
                        "Quiet, aged 0: was 40, is now 41.", "Shire, aged 0: was 260, is now 261.");
    }

    @Test
    void figures_and_releases_are_never_changed() throws IOException {
        figures().compute(request(invented("Fixed"), 0, 1, GroupBy.NONE, "Shire"), ANALYST);
        for (String change :
                List.of(
                        "UPDATE cohort.figure SET title = 'x'",
                        "DELETE FROM cohort.figure",
                        "DELETE FROM cohort.release_ledger",
                        "UPDATE cohort.release_policy SET threshold = 1")) {
            assertThatThrownBy(() -> execute(change)).hasMessageContaining("append-only");
        }
    }

    @Test
    void officers_see_sentences_and_no_counts_before_release() throws IOException {
        Figure figure =
                figures().compute(request(invented("Roles"), 0, 1, GroupBy.NONE, "Shire"), ANALYST);
        assertThat(figures().choices(OFFICER))
                .anySatisfy(c -> assertThat(c.sentence()).isEqualTo(figure.sentence()));
        assertThatExceptionOfType(NotAllowed.class)
                .isThrownBy(() -> figures().find(figure.id(), OFFICER));
        assertThatExceptionOfType(NotAllowed.class)
                .isThrownBy(() -> figures().compute(asked(figure), OFFICER));
        assertThatExceptionOfType(NotAllowed.class)
                .isThrownBy(() -> figures().recompute(figure.id(), OFFICER));
    }

    @Test
    void the_history_tells_who_did_what() throws Exception {
        Figure figure =
                figures().compute(request(invented("Told"), 0, 1, GroupBy.NONE, "Shire"), ANALYST);
        figures().release(figure.id(), "Cited", OFFICER);
        assertThat(
                        value(
                                "SELECT string_agg(event || ' ' || actor, ', ' ORDER BY id) FROM cohort.history"
                                        + " WHERE subject IN ('"
                                        + figure.id()
                                        + "', '"
                                        + figure.source().datasetId()
                                        + "')"))
                .isEqualTo("DATASET_LOADED ana, FIGURE_COMPUTED ana, FIGURE_RELEASED ole");
    }

    private static FigureRequest request(
            String dataset, int from, int to, GroupBy groupBy, String total) {
        return new FigureRequest(dataset, "", from, to, List.of(), groupBy, total);
    }

    private static void assertRefused(FigureRequest request, String field, String says) {
        InvalidInput e =
                catchThrowableOfType(InvalidInput.class, () -> figures().compute(request, ANALYST));
        assertThat(e.errors().stream().map(FieldError::field)).containsExactly(field);
        assertThat(e).hasMessageContaining(says);
    }

    private static String lincolnshire(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return accepted(
                    datasets()
                            .load(
                                    description("Lincolnshire", "LSOA_2011", "Lincolnshire"),
                                    "l.csv",
                                    in,
                                    ANALYST));
        }
    }

    private static String invented(String title) {
        return accepted(
                datasets()
                        .load(
                                description(title, "LSOA_2011", "Shire"),
                                "invented.csv",
                                new ByteArrayInputStream(INVENTED.getBytes(StandardCharsets.UTF_8)),
                                ANALYST));
    }

    private static String accepted(LoadReport report) {
        assertThat(report.rejected()).isEmpty();
        return report.datasetId();
    }

    private static Map<String, List<Long>> byLabel(FigureTable table) {
        Map<String, List<Long>> rows = new TreeMap<>();
        table.rows().forEach(r -> rows.put(r.label(), r.counts()));
        return rows;
    }

    /** Ages 0 to 2 by district, added up here from the text of the file, which has no quotes. */
    private static Map<String, List<Long>> addedUpByHand(Path file) throws IOException {
        Map<String, List<Long>> sums = new TreeMap<>();
        List<String> lines = Files.readAllLines(file);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            List<Long> sum =
                    sums.computeIfAbsent(cells[2], d -> new ArrayList<>(List.of(0L, 0L, 0L)));
            for (int age = 0; age < 3; age++) {
                sum.set(age, sum.get(age) + Long.parseLong(cells[4 + age]));
            }
        }
        return sums;
    }

    @Test
    void children_by_tenth_of_deprivation_are_those_of_the_file() throws IOException {
        Figure figure =
                figures()
                        .compute(
                                request(
                                        lincolnshire(SharedCases.population(LINCOLNSHIRE)),
                                        0,
                                        2,
                                        GroupBy.DECILE,
                                        "Lincolnshire"),
                                ANALYST);

        assertThat(figure.table().rows()).hasSize(10);
        assertThat(figure.table().rows().get(0).label()).isEqualTo("Tenth 1");
        // 27.34 % of those aged 0 and 1 live in the three most deprived tenths.
        assertThat(
                        figure.table().rows().subList(0, 3).stream()
                                .mapToLong(FigureTable.Row::sum)
                                .sum())
                .isEqualTo(3_778);
        assertThat(figure.table().total().sum()).isEqualTo(13_817);
        assertThat(figures().recompute(figure.id(), ANALYST).unchanged()).isTrue();
    }

    private static FigureRequest asked(Figure figure) {
        return (FigureRequest) figure.question();
    }
}
