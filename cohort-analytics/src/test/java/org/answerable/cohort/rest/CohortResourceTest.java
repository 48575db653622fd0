package org.answerable.cohort.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.Set;
import org.answerable.cohort.Actor;
import org.answerable.cohort.Cohorts;
import org.answerable.cohort.CurrentActor;
import org.answerable.cohort.FieldError;
import org.answerable.cohort.FigureQuestion;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.MeasureRequest;
import org.answerable.cohort.MeasureRequest.Breakdown;
import org.answerable.cohort.MeasureRequest.Measure;
import org.answerable.cohort.Role;
import org.answerable.cohort.SignInRequired;
import org.junit.jupiter.api.Test;

class CohortResourceTest {

    private static final Actor ANALYST = new Actor("a", "A", "a", Set.of(Role.ANALYST));

    @Test
    void nothing_is_read_or_counted_without_signing_in() {
        CohortResource nobody = resource(null);
        assertThatExceptionOfType(SignInRequired.class).isThrownBy(() -> nobody.list("1", "50"));
        assertThatExceptionOfType(SignInRequired.class).isThrownBy(() -> nobody.define("{}"));
        assertThatExceptionOfType(SignInRequired.class).isThrownBy(() -> nobody.count("{}"));
        assertThatExceptionOfType(SignInRequired.class)
                .isThrownBy(() -> nobody.show("C-2026-0001", ""));
    }

    @Test
    void a_page_or_a_version_that_is_no_number_is_named() {
        for (String text : new String[] {"0", "-1", "x", "1e3", "99999999999"}) {
            assertField("page", () -> resource(ANALYST).list(text, "50"));
            assertField("version", () -> resource(ANALYST).show("C-2026-0001", text));
        }
        assertField("per_page", () -> resource(ANALYST).list("1", "201"));
        assertField("version", () -> resource(ANALYST).revise("C-2026-0001", "", "", "{}"));
        assertField("version", () -> resource(ANALYST).revise("C-2026-0001", "\"x\"", "", "{}"));
    }

    @Test
    void a_question_that_names_a_cohort_is_one_of_that_cohort() {
        FigureQuestion question =
                FigureRequestJson.read(
                        """
                        {"cohort": "C-2026-0001", "version": 2, "measure": "contact-rate",
                         "by": "whole", "whole": "LAD_2021"}""");
        assertThat(question)
                .isEqualTo(
                        new MeasureRequest(
                                "C-2026-0001",
                                2,
                                Measure.CONTACT_RATE,
                                Breakdown.WHOLE,
                                "LAD_2021",
                                1,
                                "",
                                ""));
    }

    @Test
    void every_field_of_such_a_question_of_the_wrong_kind_is_named() {
        InvalidInput e =
                catchThrowableOfType(
                        InvalidInput.class,
                        () ->
                                FigureRequestJson.read(
                                        """
                                        {"cohort": 7, "version": 1.5, "measure": "MEAN", "by": "WARD",
                                         "periods": 1e308, "title": []}"""));
        assertThat(e.errors())
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder(
                        "cohort", "version", "measure", "by", "periods", "title");
    }

    private static void assertField(
            String field, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        InvalidInput e = catchThrowableOfType(InvalidInput.class, call);
        assertThat(e.errors()).extracting(FieldError::field).containsExactly(field);
    }

    /** What is tried here is refused before a cohort is asked for. */
    private static CohortResource resource(Actor actor) {
        Cohorts cohorts =
                (Cohorts)
                        Proxy.newProxyInstance(
                                Cohorts.class.getClassLoader(),
                                new Class<?>[] {Cohorts.class},
                                (proxy, method, args) -> {
                                    throw new UnsupportedOperationException(method.getName());
                                });
        CurrentActor current = () -> Optional.ofNullable(actor);
        return new CohortResource(cohorts, current);
    }
}
