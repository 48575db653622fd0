package org.answerable.web.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.answerable.cohort.FieldError;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.QuantityQuestion;
import org.answerable.cohort.QuantityText;
import org.answerable.web.page.FieldProblem;
import org.answerable.web.page.PageForm;
import org.junit.jupiter.api.Test;

/** The form about two numbers, and what the module is asked. */
class QuantityFormTest {

    private static final PageForm EXAMPLE = QuantityExample.filled();

    @Test
    void the_oldest_age_is_counted_and_the_band_ends_before_the_next() {
        QuantityQuestion question = new QuantityForm(EXAMPLE).question();
        assertThat(question.numerator().part("age.to")).isEqualTo("3");
        assertThat(question.denominator().part("age.to")).isEqualTo("2");
        assertThat(age("two")).isEqualTo("two");
    }

    @Test
    void without_a_last_day_it_is_a_count_of_one_day() {
        QuantityQuestion question = new QuantityForm(EXAMPLE).question();
        assertThat(question.denominator().part("time.snapshot")).isEqualTo("2024-04-02");
        assertThat(question.denominator().has("time.to")).isFalse();
        assertThat(question.numerator().part("time.to")).isEqualTo("2023-04-01");
        assertThat(question.numerator().has("time.snapshot")).isFalse();
    }

    @Test
    void what_is_no_count_has_words_and_no_number() {
        PageForm zero =
                EXAMPLE.alsoWith("numerator-value-kind", "zero")
                        .alsoWith("numerator-value-words", "none commissioned");
        QuantityText numerator = new QuantityForm(zero).question().numerator();
        assertThat(numerator.part("value.structuralZero")).isEqualTo("none commissioned");
        assertThat(numerator.parts()).doesNotContainKey("value");
    }

    @Test
    void another_source_is_named_in_its_own_field() {
        PageForm other =
                EXAMPLE.alsoWith("numerator-source", "other")
                        .alsoWith("numerator-source-extract", "Birth register");
        assertThat(new QuantityForm(other).question().numerator().part("source.system"))
                .isEqualTo("Birth register");
    }

    @Test
    void single_years_are_read_one_by_one() {
        assertThat(new QuantityForm(EXAMPLE).question().denominator().parts())
                .containsEntry("singleYears.0", "5981")
                .containsEntry("singleYears.2", "7030");
    }

    @Test
    void numbers_of_assumptions_are_passed_on() {
        PageForm changed = EXAMPLE.alsoWith("A4-within24", "0.2");
        assertThat(new QuantityForm(changed).question().parameters())
                .containsOnlyKeys("A4.within24");
    }

    @Test
    void a_fault_stands_beside_the_field_that_it_is_about() {
        InvalidInput invalid =
                new InvalidInput(
                        List.of(
                                new FieldError("denominator.age.to", "b"),
                                new FieldError("A4.within24", "c"),
                                new FieldError("numerator.time.snapshot", "a"),
                                new FieldError("numerator.value.structuralZero", "w"),
                                new FieldError("numerator.source.system", "s")));
        assertThat(new QuantityForm(EXAMPLE).refused(invalid).problem("denominator-age-to"))
                .contains("Second number: b");
        assertThat(new QuantityForm(EXAMPLE).refused(invalid).problems())
                .extracting(FieldProblem::field)
                .containsExactly(
                        "numerator-value-words",
                        "numerator-time-from",
                        "numerator-source",
                        "denominator-age-to",
                        "A4-within24");
    }

    @Test
    void an_empty_address_asks_nothing() {
        assertThat(new QuantityForm(PageForm.empty()).isSent()).isFalse();
        assertThat(new QuantityForm(EXAMPLE).isSent()).isTrue();
    }

    private static String age(String typed) {
        return new QuantityForm(EXAMPLE.alsoWith("numerator-age-to", typed))
                .question()
                .numerator()
                .part("age.to");
    }
}
