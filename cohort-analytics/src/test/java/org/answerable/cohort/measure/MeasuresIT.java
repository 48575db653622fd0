package org.answerable.cohort.measure;

import static org.answerable.cohort.CohortDatabase.ANALYST;
import static org.answerable.cohort.CohortDatabase.OFFICER;
import static org.answerable.cohort.CohortDatabase.execute;
import static org.answerable.cohort.CohortDatabase.figures;
import static org.answerable.cohort.CohortDatabase.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import org.answerable.cohort.CohortDatabase;
import org.answerable.cohort.CohortDefinition;
import org.answerable.cohort.CohortDefinition.Age;
import org.answerable.cohort.CohortDefinition.Contact;
import org.answerable.cohort.CohortDefinition.Time;
import org.answerable.cohort.Cohorts;
import org.answerable.cohort.Conflict;
import org.answerable.cohort.Figure;
import org.answerable.cohort.FigureTable;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.MeasureRequest;
import org.answerable.cohort.MeasureRequest.Breakdown;
import org.answerable.cohort.MeasureRequest.Measure;
import org.answerable.cohort.NotAllowed;
import org.answerable.cohort.Progress;
import org.answerable.cohort.SharedCases;
import org.answerable.cohort.SyntheticRequest;
import org.answerable.cohort.SyntheticResult;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Counts, shares and rates of cohorts, with their rows, limits and comparisons. */
class MeasuresIT {

    private static final Cohorts COHORTS = CohortDatabase.cohorts(60);
    private static final Contact ANY = new Contact(List.of(), List.of(), 1, null, null, null, null);

    private static String registrations;
    private static String contacts;

    @BeforeAll
    static void an_invented_system_with_districts_and_deprivation() throws Exception {
        SyntheticResult made =
                CohortDatabase.synthetic()
                        .make(
                                new SyntheticRequest(population(), "Measures", 3, 50, 3, 5),
                                ANALYST,
                                Progress.NONE);
        registrations = made.registrations().datasetId();
        contacts = made.contacts().datasetId();
        // The look-up and the ranks, as their loaders would leave them.
        execute(
                """
                INSERT INTO cohort.area (vintage, code) SELECT 'LAD_2021', 'E0700013' || n
                FROM generate_series(1, 7) n ON CONFLICT DO NOTHING;
                INSERT INTO cohort.area_within (dataset_id, part, whole)
                SELECT 0, p.area_key, w.area_key FROM cohort.area p
                JOIN cohort.area w ON w.vintage = 'LAD_2021'
                    AND w.code = 'E0700013' || (abs(hashtext(p.code)) % 7 + 1)
                WHERE p.vintage = 'LSOA_2011' AND abs(hashtext(p.code)) % 10 <> 0 ON CONFLICT DO NOTHING;
                INSERT INTO cohort.deprivation (dataset_id, area_key, imd_rank, imd_decile)
                SELECT 0, area_key, area_key, abs(hashtext(code)) % 10 + 1 FROM cohort.area
                WHERE vintage = 'LSOA_2011' ON CONFLICT DO NOTHING""");
    }

    @Test
    void a_share_has_its_parts_its_whole_and_its_limits() {
        Figure figure = measure(Measure.PROPORTION, Breakdown.NONE, "", 1);
        FigureTable.Row total = figure.table().total();

        assertThat(figure.table().rows()).isEmpty();
        assertThat(total.counts()).hasSize(2);
        assertThat(total.counts().get(0) + total.counts().get(1)).isEqualTo(total.sum());
        BigDecimal percent = total.derived().get(0).number();
        assertThat(percent.doubleValue())
                .isCloseTo(
                        100.0 * total.counts().get(0) / total.sum(),
                        org.assertj.core.data.Offset.offset(0.051));
        assertThat(total.derived().get(1).number()).isLessThan(percent);
        assertThat(total.derived().get(2).number()).isGreaterThan(percent);
        assertThat(total.derived().get(3).number())
                .isLessThanOrEqualTo(total.derived().get(1).number());
        assertThat(figure.sentence()).contains("Of all families registered with a GP practice");
        assertThat(figure.time())
                .isEqualTo("at some time from 1 April 2019 to 31 March 2020 inclusive");
    }

    @Test
    void rows_by_larger_area_and_by_tenth_add_up_to_the_total() {
        for (Breakdown by : List.of(Breakdown.WHOLE, Breakdown.DECILE, Breakdown.AREA)) {
            Figure figure = measure(Measure.PROPORTION, by, "LAD_2021", 1);
            FigureTable table = figure.table();
            assertThat(table.rows()).as("%s", by).hasSizeGreaterThan(6);
            assertThat(table.rows().stream().mapToLong(FigureTable.Row::sum).sum())
                    .isEqualTo(table.total().sum());
            assertThat(table.derived().get(5)).isEqualTo("Compared with all together");
            assertThat(table.rows().get(0).derived().get(5).words()).isNotEmpty();
            assertThat(table.rowsAndTotal())
                    .allMatch(r -> r.derived().size() == table.derived().size());
        }
        FigureTable districts = measure(Measure.PROPORTION, Breakdown.WHOLE, "LAD_2021", 1).table();
        assertThat(districts.rows()).anyMatch(r -> r.label().equals("Not in the look-up"));
    }

    @Test
    void rows_can_be_compared_with_a_chosen_one() {
        MeasureRequest request =
                new MeasureRequest(
                        cohort("family", "at-event"),
                        1,
                        Measure.PROPORTION,
                        Breakdown.WHOLE,
                        "LAD_2021",
                        1,
                        "E07000133",
                        "");
        FigureTable table = figures().compute(request, ANALYST).table();

        assertThat(table.derived().get(5)).isEqualTo("Compared with E07000133");
        assertThat(
                        table.rows().stream()
                                .filter(r -> r.code().equals("E07000133"))
                                .findFirst()
                                .orElseThrow()
                                .derived()
                                .get(5)
                                .words())
                .isEqualTo("no clear difference");
    }

    @Test
    void a_trend_counts_windows_one_after_the_other() {
        Figure figure = measure(Measure.PROPORTION, Breakdown.PERIOD, "", 2);

        assertThat(figure.table().total()).isNull();
        assertThat(figure.table().rows())
                .extracting(FigureTable.Row::label)
                .containsExactly("1 April 2018 to 31 March 2019", "1 April 2019 to 31 March 2020");
        assertThat(figure.table().rows().get(1).sum())
                .isEqualTo(
                        measure(Measure.PROPORTION, Breakdown.NONE, "", 1).table().total().sum());
    }

    @Test
    void rows_by_age_are_completed_years_on_the_first_day() {
        String id = cohort("child", "at-window-start");
        FigureTable table =
                figures()
                        .compute(
                                new MeasureRequest(
                                        id, 1, Measure.COUNT, Breakdown.AGE, "", 1, "", ""),
                                ANALYST)
                        .table();

        assertThat(table.rows())
                .extracting(FigureTable.Row::label)
                .containsExactly("Aged 0", "Aged 1"); // those aged 2 came later than that day
        assertThat(table.rows().stream().mapToLong(FigureTable.Row::sum).sum())
                .isEqualTo(table.total().sum());
    }

    @Test
    void a_rate_divides_contacts_by_the_time_lived_in_the_band_and_the_window() throws Exception {
        String id = cohort("child", "ever-in-window");
        FigureTable.Row total =
                figures()
                        .compute(
                                new MeasureRequest(
                                        id, 1, Measure.CONTACT_RATE, Breakdown.NONE, "", 1, "", ""),
                                ANALYST)
                        .table()
                        .total();
        String days =
                value(
                        """
                        SELECT count(*) FROM cohort.registration r
                        CROSS JOIN generate_series(date '2019-04-01', date '2020-03-31', interval '1 day') day
                        WHERE r.dataset_id = (SELECT id FROM cohort.dataset WHERE reference = '%s')
                            AND day >= r.from_day AND (r.to_day IS NULL OR day < r.to_day)
                            AND extract(year FROM day) * 12 + extract(month FROM day) - 1 - r.birth_month
                                BETWEEN 0 AND 35"""
                                .formatted(registrations));

        assertThat(total.derived().get(0).number().doubleValue())
                .isCloseTo(
                        Long.parseLong(days) / 365.25, org.assertj.core.data.Offset.offset(0.051));
        assertThat(total.derived().get(1).number().doubleValue())
                .isCloseTo(
                        total.sum() / (Long.parseLong(days) / 365.25) * 1000,
                        org.assertj.core.data.Offset.offset(0.051));
        assertThat(total.sum()).isPositive();
    }

    @Test
    void every_measure_and_row_can_be_asked_of_chosen_areas() throws Exception {
        List<String> areas =
                List.of(
                        value("SELECT min(code) FROM cohort.area WHERE vintage = 'LSOA_2011'"),
                        "E07000133");
        for (String unit : List.of("child", "family")) {
            String id = cohort(unit, "at-window-start", areas);
            for (Measure measure : Measure.values()) {
                for (Breakdown by : Breakdown.values()) {
                    boolean asked =
                            measure != Measure.CONTACT_RATE
                                    || unit.equals("child") && by != Breakdown.AGE;
                    if (asked) {
                        Figure figure =
                                figures()
                                        .compute(
                                                new MeasureRequest(
                                                        id, 1, measure, by, "LAD_2021", 2, "", ""),
                                                ANALYST);
                        assertThat(figure.table().rowsAndTotal())
                                .as("%s %s %s", unit, measure, by)
                                .isNotEmpty();
                    }
                }
            }
        }
    }

    @Test
    void the_statement_shown_is_the_one_that_was_run() throws Exception {
        Figure figure = measure(Measure.PROPORTION, Breakdown.NONE, "", 1);
        String sql = figure.query().sql();
        for (Figure.Parameter p : figure.query().parameters()) {
            sql = sql.replaceFirst("\\?", literal(p.value()));
        }

        assertThat(value("SELECT eligible FROM (" + sql + ") s"))
                .isEqualTo(String.valueOf(figure.table().total().sum()));
    }

    private static String literal(String value) {
        if (value.startsWith("[")) {
            return "array" + value + "::bigint[]";
        }
        return value.matches("-?\\d+") ? value : "date '" + value + "'";
    }

    @Test
    void a_figure_is_computed_again_and_compared() {
        Figure figure = measure(Measure.PROPORTION, Breakdown.WHOLE, "LAD_2021", 1);

        assertThat(figures().recompute(figure.id(), ANALYST).unchanged()).isTrue();
        assertThat(figures().find(figure.id(), ANALYST)).contains(figure);
    }

    @Test
    void nothing_made_from_invented_data_is_released() {
        Figure figure = measure(Measure.COUNT, Breakdown.NONE, "", 1);

        assertThatThrownBy(() -> figures().release(figure.id(), "for a test", OFFICER))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("invented data");
    }

    @Test
    void a_question_that_does_not_fit_the_cohort_is_refused_by_field() {
        assertRefused("family", "at-event", Measure.CONTACT_RATE, Breakdown.NONE, "", 1, "measure");
        assertRefused("child", "at-event", Measure.COUNT, Breakdown.AGE, "", 1, "by");
        assertRefused("child", "at-event", Measure.COUNT, Breakdown.WHOLE, "ZOO_1999", 1, "whole");
        assertRefused("child", "at-event", Measure.COUNT, Breakdown.PERIOD, "", 1, "periods");
        assertRefused("child", "at-event", Measure.COUNT, Breakdown.PERIOD, "", 9, "time.from");
        assertThatThrownBy(
                        () ->
                                figures()
                                        .compute(
                                                new MeasureRequest(
                                                        "C-1999-0001",
                                                        1,
                                                        Measure.COUNT,
                                                        Breakdown.NONE,
                                                        "",
                                                        1,
                                                        "",
                                                        ""),
                                                ANALYST))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> figures().wholes(OFFICER)).isInstanceOf(NotAllowed.class);
    }

    private static void assertRefused(
            String unit,
            String rule,
            Measure measure,
            Breakdown by,
            String whole,
            int periods,
            String field) {
        MeasureRequest request =
                new MeasureRequest(cohort(unit, rule), 1, measure, by, whole, periods, "", "");
        assertThatThrownBy(() -> figures().compute(request, ANALYST))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e -> assertThat(e.errors().get(0).field()).isEqualTo(field));
    }

    private static Figure measure(Measure measure, Breakdown by, String whole, int periods) {
        return figures()
                .compute(
                        new MeasureRequest(
                                cohort("family", "at-event"),
                                1,
                                measure,
                                by,
                                whole,
                                periods,
                                "",
                                ""),
                        ANALYST);
    }

    private static String cohort(String unit, String rule) {
        return cohort(unit, rule, List.of());
    }

    private static String cohort(String unit, String rule, List<String> areas) {
        return COHORTS.define(
                        new CohortDefinition(
                                "Seen",
                                unit,
                                new Age(0, 36, rule),
                                Time.window(LocalDate.of(2019, 4, 1), LocalDate.of(2020, 4, 1)),
                                areas,
                                registrations,
                                contacts,
                                List.of(ANY),
                                List.of()),
                        ANALYST)
                .id();
    }

    private static String population() throws Exception {
        try (InputStream file =
                Files.newInputStream(
                        SharedCases.population("lincolnshire_lsoa11_mid2020_age0-5_imd2019.csv"))) {
            return CohortDatabase.datasets()
                    .load(
                            CohortDatabase.description("For measures", "LSOA_2011", "Lincolnshire"),
                            "l.csv",
                            file,
                            ANALYST)
                    .datasetId();
        }
    }
}
