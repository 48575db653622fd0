package org.answerable.cohort.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.answerable.cohort.FieldError;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.Quantities;
import org.answerable.cohort.QuantityAnswer;
import org.answerable.cohort.QuantityAnswer.Part;
import org.answerable.cohort.QuantityQuestion;
import org.answerable.cohort.QuantityText;
import org.answerable.cohort.SampleAssumptions;
import org.junit.jupiter.api.Test;

/** The check of two numbers as it is handed out. */
class CompareQuantitiesTest {

    private final Quantities quantities = new CompareQuantities(new SampleAssumptions());

    @Test
    void numbers_that_go_together_give_the_number_and_its_words() {
        QuantityAnswer answer =
                quantities.compare(
                        Asked.coverage(
                                Asked.children("3000", "24"), Asked.children("12606", "24")));
        assertThat(answer.comparable()).isTrue();
        assertThat(answer.result().orElseThrow().words()).isEqualTo("23.8%");
        assertThat(answer.paragraph())
                .startsWith(
                        "23.8% (95% interval 23.1% to 24.5%). First number: 3,000 children aged 0 and"
                                + " 1");
        assertThat(answer.interval().orElseThrow().method()).isEqualTo("Wilson");
        assertThat(answer.conversions()).isEmpty();
        assertThat(answer.card()).noneMatch(Part::differs);
    }

    @Test
    void a_rate_has_the_interval_of_its_count() {
        QuantityAnswer answer =
                quantities.compare(
                        Asked.question(
                                "rate",
                                Asked.with(Asked.families(), "unit", "contact"),
                                Asked.children("19636", "36")));
        assertThat(answer.result().orElseThrow().words())
                .isEqualTo("706.4 contacts per 1,000 children");
        assertThat(answer.interval().orElseThrow().lower()).isBetween(690.0, 706.0);
    }

    @Test
    void what_is_estimated_has_a_range_and_no_interval() {
        Map<String, String> estimate = Asked.without(Asked.children("1", "24"), "value");
        estimate.putAll(Map.of("value.low", "900", "value.central", "1000", "value.high", "1200"));
        QuantityAnswer answer =
                quantities.compare(Asked.coverage(estimate, Asked.children("12606", "24")));
        assertThat(answer.interval()).isEmpty();
        assertThat(answer.result().orElseThrow().words()).isEqualTo("about 7.9% (7.1% to 9.5%)");
    }

    @Test
    void without_an_operation_it_is_coverage() {
        assertThat(
                        quantities
                                .compare(
                                        Asked.question(
                                                "",
                                                Asked.children("3", "24"),
                                                Asked.children("9", "24")))
                                .operation())
                .isEqualTo("coverage");
    }

    @Test
    void the_card_marks_what_differs() {
        QuantityAnswer answer =
                quantities.compare(Asked.coverage(Asked.families(), Asked.children("12606", "24")));
        assertThat(answer.card().stream().filter(Part::differs).map(Part::name))
                .containsExactly(
                        "What is counted",
                        "When",
                        "Ages",
                        "Age taken",
                        "Whose age",
                        "Born",
                        "Source");
    }

    @Test
    void nothing_is_divided_by_zero() {
        for (String operation : List.of("coverage", "proportion", "rate", "ratio", "trend")) {
            assertThat(
                            faults(
                                    Asked.question(
                                            operation,
                                            Asked.children("0", "24"),
                                            Asked.children("0", "24"))))
                    .containsExactly("denominator.value");
        }
    }

    @Test
    void zeros_are_added() {
        QuantityAnswer answer =
                quantities.compare(
                        Asked.question(
                                "sum", Asked.children("0", "24"), Asked.children("0", "24")));
        assertThat(answer.result().orElseThrow().words()).isEqualTo("0 children");
    }

    @Test
    void an_unknown_operation_is_named() {
        assertThat(
                        faults(
                                Asked.question(
                                        "guess",
                                        Asked.children("1", "24"),
                                        Asked.children("2", "24"))))
                .containsExactly("operation");
    }

    @Test
    void faults_of_both_numbers_are_told_together() {
        assertThat(
                        faults(
                                Asked.coverage(
                                        Asked.with(Asked.families(), "unit", "larch"),
                                        Asked.with(Asked.children("1", "24"), "value", "-3"))))
                .containsExactly("numerator.unit", "denominator.value");
        assertThat(
                        faults(
                                Asked.coverage(
                                        Asked.families(),
                                        Asked.with(Asked.children("0", "24"), "unit", "larch"))))
                .containsExactly("denominator.value", "denominator.unit");
    }

    @Test
    void a_number_of_an_assumption_is_held_to_its_bounds_and_to_the_others() {
        assertThat(faults(with("A4.within24", "1.2"))).containsExactly("A4.within24");
        assertThat(faults(with("A4.within24", "NaN"))).containsExactly("A4.within24");
        assertThat(faults(with("A4.within24", "0.3"))).containsExactly("A4.within36");
        assertThat(faults(with("A3.maternities", "0"))).containsExactly("A3.maternities");
        assertThat(faults(with("A3.maternities", ""))).containsExactly("A3.maternities");
        assertThat(faults(with("A15.refuseBelow", "0.99"))).isEmpty();
        assertThat(faults(with("A99.guess", "1"))).containsExactly("A99.guess");
    }

    @Test
    void a_number_typed_as_it_was_changes_nothing() {
        assertThat(quantities.compare(with("A4.within48", "0.4")).changed()).isEmpty();
        assertThat(quantities.compare(with("A3.maternities", "6,900")).changed()).isEmpty();
        assertThat(quantities.compare(with("A3.maternities", "7500")).changed())
                .containsExactly("A3");
    }

    @Test
    void a_label_is_shown_as_text() {
        QuantityAnswer answer =
                quantities.compare(
                        Asked.coverage(
                                Asked.with(Asked.children("3", "24"), "label", "<script>"),
                                Asked.children("9", "24")));
        assertThat(answer.lexis()).doesNotContain("<script>");
        assertThat(answer.card().get(0).first()).isEqualTo("<script>");
    }

    @Test
    void a_form_is_offered_every_choice() {
        assertThat(quantities.choices())
                .containsOnlyKeys("operation", "unit", "rule", "basis", "source");
        assertThat(quantities.choices().get("rule"))
                .extracting("code")
                .contains("at-snapshot", "at-event", "ever-in-window", "at-window-start");
    }

    private static QuantityQuestion with(String parameter, String number) {
        return new QuantityQuestion(
                "coverage",
                new QuantityText("numerator", Asked.families()),
                new QuantityText("denominator", Asked.children("12606", "24")),
                Map.of(parameter, number));
    }

    private List<String> faults(QuantityQuestion question) {
        InvalidInput invalid =
                catchThrowableOfType(InvalidInput.class, () -> quantities.compare(question));
        return invalid == null
                ? List.of()
                : invalid.errors().stream().map(FieldError::field).toList();
    }
}
