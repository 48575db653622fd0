package org.answerable.web.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.answerable.cohort.Coupling;
import org.answerable.cohort.FieldError;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.NeedQuestion;
import org.answerable.cohort.NeedQuestion.Births;
import org.answerable.cohort.NeedQuestion.Pattern;
import org.answerable.cohort.NeedQuestion.Plan;
import org.answerable.cohort.NeedQuestion.Provision;
import org.answerable.cohort.NeedQuestion.Shares;
import org.answerable.cohort.NeedQuestion.Source;
import org.answerable.cohort.NeedQuestion.Stratum;
import org.answerable.cohort.Prevalence;
import org.answerable.web.page.FieldProblem;
import org.answerable.web.page.PageForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The form of a question of need: into the question and back, and its faults beside its fields. */
class NeedFormTest {

    private static final List<Prevalence> LIBRARY = List.of(entry("P1"), entry("P2"), entry("P5"));

    @Test
    void every_field_comes_back_as_it_was_asked() {
        NeedQuestion all =
                new NeedQuestion(
                        "Babies, “who” & where",
                        "F-2026-0002",
                        List.of(),
                        new Shares(
                                Pattern.STRATA,
                                List.of(
                                        new Source("P1", null, "", null, null, 0.25),
                                        new Source("P5", null, "", null, null, 0.5),
                                        new Source("", null, "Ours", 0.123456789, 12.5, 0.25)),
                                List.of(
                                        new Stratum("Bristol, City of", 1, 3, 0, 0, 0.25, 30),
                                        new Stratum("", 4, 4, null, null, 0.2, 30),
                                        new Stratum("", null, null, 1, 2, 0.00001, 1e6),
                                        new Stratum("", null, null, null, null, 0.15, 30)),
                                2.5),
                        Coupling.INDEPENDENT,
                        0.02,
                        true,
                        200_000,
                        -9260205L,
                        new Provision(
                                List.of("E10000019", "E06000023"),
                                "parent-infant-relationship",
                                LocalDate.of(2024, 2, 29),
                                120.5),
                        new Plan(
                                List.of(new Births(2022, 6_600.5), new Births(2023, 6_300)),
                                10,
                                0.5,
                                0.6,
                                8.0,
                                20.0,
                                40.0,
                                86.0,
                                127.0),
                        "WARD_2021");
        assertThat(again(all)).isEqualTo(all);
    }

    @Test
    void a_short_question_comes_back_without_what_it_did_not_ask() {
        NeedQuestion some =
                plain(
                        new Shares(
                                Pattern.GRADIENT,
                                List.of(new Source("P2", null, "", null, null, 1)),
                                List.of(),
                                2.0));
        assertThat(again(some)).isEqualTo(some);
    }

    @Test
    void an_open_range_is_written_with_its_end() {
        Stratum open = new Stratum("", null, 3, 1, null, 0.2, 30);
        NeedQuestion question = plain(new Shares(Pattern.STRATA, List.of(), List.of(open), null));
        assertThat(again(question).shares().strata())
                .containsExactly(new Stratum("", 1, 3, 1, 99, 0.2, 30));
    }

    @Test
    void without_any_weight_all_count_the_same() {
        Map<String, List<String>> values = typed();
        values.put("source", List.of("P1", "P5"));
        values.put("own-mean", List.of("0.2"));
        values.put("own-size", List.of("40"));
        assertThat(read(values).shares().sources())
                .extracting(Source::weight)
                .containsExactly(1 / 3.0, 1 / 3.0, 1 / 3.0);
        values.put("weight-P1", List.of("0.5"));
        assertThat(refused(values))
                .extracting(FieldProblem::field)
                .containsExactly("weight-P5", "own-weight");
    }

    @Test
    void words_of_groups_are_read_as_people_write_them() {
        Map<String, List<String>> values = typed();
        values.put(
                "strata",
                List.of(
                        "Tenths 1-3, Ages 0 | 0.25 | 30\r\n\r\n Lincoln|0.2|30\nall others|0.15|30"));
        assertThat(read(values).shares().strata())
                .containsExactly(
                        new Stratum("", 1, 3, 0, 0, 0.25, 30),
                        new Stratum("Lincoln", null, null, null, null, 0.2, 30),
                        new Stratum("", null, null, null, null, 0.15, 30));
        values.put("births", List.of("2022: 6,600\n2023\t6300"));
        values.put("share", List.of("1"));
        values.put("uptake", List.of("0.6"));
        values.put("years", List.of("3"));
        assertThat(read(values).plan().births())
                .containsExactly(new Births(2022, 6_600), new Births(2023, 6_300));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "strata; tenths 1-3 | 0.25; strata; with bars between",
                "strata; all others | x | 30; strata; “x” is no number",
                "strata; all others | 25% | 30; strata; “25%” is no number",
                "births; 2023; births; write a year and its births",
                "births; 2023 many; births; write a year and its births",
                "listError; 2%; listError; without %",
                "listError; NaN; listError; a number in digits",
                "odds; twice; odds; a number in digits",
                "own-mean; ten; own-mean; a number in digits",
                "own-label; Ours; own-mean; Enter a number",
                "draws; ''; draws; a whole number",
                "draws; 1e6; draws; a whole number",
                "seed; 1.5; seed; a whole number"
            })
    void what_cannot_be_read_stands_beside_its_field(
            String field, String value, String shown, String words) {
        Map<String, List<String>> values = typed();
        values.put(field, List.of(value));
        assertThat(refused(values))
                .anySatisfy(
                        problem -> {
                            assertThat(problem.field()).isEqualTo(shown);
                            assertThat(problem.message()).contains(words);
                        });
    }

    @ParameterizedTest
    @CsvSource({
        "weight, source",
        "prevalence, source",
        "population, figureId",
        "prevalence[0].weight, weight-P1",
        "prevalence[0].library, source",
        "prevalence[1].mean, own-mean",
        "prevalence[1].effectiveSize, own-size",
        "prevalence[1].label, own-label",
        "prevalence[1].weight, own-weight",
        "strata[2].mean, strata",
        "births, births",
        "draws, draws"
    })
    void faults_of_the_model_stand_beside_the_fields_of_the_form(String field, String shown) {
        Map<String, List<String>> values = typed();
        values.put("source", List.of("P1"));
        NeedForm form = new NeedForm(new PageForm(values, List.of()), LIBRARY);
        assertThat(form.refused(new InvalidInput(field, "Wrong.")).problems())
                .singleElement()
                .satisfies(
                        problem -> {
                            assertThat(problem.field()).isEqualTo(shown);
                            assertThat(problem.message()).endsWith("Wrong.");
                        });
    }

    @Test
    void problems_come_in_the_order_of_the_page() {
        NeedForm form = new NeedForm(new PageForm(typed(), List.of()), LIBRARY);
        InvalidInput invalid =
                new InvalidInput(
                        List.of(
                                new FieldError("seed", "c"),
                                new FieldError("strata", "b"),
                                new FieldError("figureId", "a")));
        assertThat(form.refused(invalid).problems())
                .extracting(FieldProblem::message)
                .containsExactly("a", "b", "c");
    }

    private static NeedQuestion plain(Shares shares) {
        return new NeedQuestion(
                "",
                "F-2026-0002",
                List.of(),
                shares,
                Coupling.SHARED,
                0,
                false,
                10_000,
                1,
                null,
                null,
                "");
    }

    private static NeedQuestion again(NeedQuestion question) {
        return new NeedForm(NeedForm.of(question), LIBRARY).question();
    }

    private static NeedQuestion read(Map<String, List<String>> values) {
        return new NeedForm(new PageForm(values, List.of()), LIBRARY).question();
    }

    private static List<FieldProblem> refused(Map<String, List<String>> values) {
        NeedForm form = new NeedForm(new PageForm(values, List.of()), LIBRARY);
        InvalidInput invalid = catchThrowableOfType(InvalidInput.class, form::question);
        assertThat(invalid).isNotNull();
        return form.refused(invalid).problems();
    }

    private static Map<String, List<String>> typed() {
        Map<String, List<String>> values =
                new LinkedHashMap<>(NeedForm.empty(List.of(), LocalDate.of(2024, 3, 21)).values());
        values.put("figureId", List.of("F-2026-0002"));
        values.put("source", List.of("P1"));
        return values;
    }

    private static Prevalence entry(String id) {
        return new Prevalence(
                id,
                1,
                "Disorganised attachment",
                "Families",
                Optional.of(new BigDecimal("0.1")),
                new Prevalence.Spread(
                        Prevalence.Kind.EFFECTIVE_SIZE,
                        Optional.of(BigDecimal.TEN),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                LocalDate.of(2024, 1, 1),
                "Owner",
                Instant.EPOCH,
                "analyst",
                "");
    }
}
