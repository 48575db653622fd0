package org.answerable.web.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import org.answerable.cohort.CohortDefinition;
import org.answerable.cohort.CohortDefinition.Age;
import org.answerable.cohort.CohortDefinition.Contact;
import org.answerable.cohort.CohortDefinition.Time;
import org.answerable.cohort.FieldError;
import org.answerable.cohort.InvalidInput;
import org.answerable.web.page.FieldProblem;
import org.answerable.web.page.PageForm;
import org.junit.jupiter.api.Test;

class CohortFormTest {

    private static final CohortDefinition FAMILIES =
            new CohortDefinition(
                    "Seen",
                    "family",
                    new Age(0, 36, "ever-in-window"),
                    Time.window(LocalDate.of(2022, 4, 1), LocalDate.of(2023, 4, 1)),
                    List.of("E07000136", "E07000137"),
                    "D-2026-0001",
                    "D-2026-0002",
                    List.of(
                            new Contact(
                                    List.of("health visiting"),
                                    List.of("home", "phone"),
                                    2,
                                    LocalDate.of(2022, 4, 1),
                                    LocalDate.of(2022, 10, 1),
                                    0,
                                    12)),
                    List.of(new Contact(List.of(), List.of(), 1, null, null, null, null)));

    @Test
    void a_definition_shown_as_a_form_is_read_back_the_same() {
        assertThat(new CohortForm(CohortForm.of(FAMILIES)).definition()).isEqualTo(FAMILIES);
        CohortDefinition months =
                new CohortDefinition(
                        "One day",
                        "child",
                        new Age(6, 18, "at-snapshot"),
                        Time.at(LocalDate.of(2024, 2, 29)),
                        List.of(),
                        "D-2026-0001",
                        null,
                        List.of(),
                        List.of());
        assertThat(new CohortForm(CohortForm.of(months)).definition()).isEqualTo(months);
    }

    @Test
    void pages_count_the_oldest_age_and_the_last_day_and_show_years_where_they_are_whole() {
        PageForm form = CohortForm.of(FAMILIES);
        assertThat(form.value("age-to")).isEqualTo("2");
        assertThat(form.value("age-unit")).isEqualTo("years");
        assertThat(form.value("time-to-day")).isEqualTo("31");
        assertThat(form.value("events-0-ageTo")).isEqualTo("11");
    }

    @Test
    void a_condition_is_added_and_taken_away_by_buttons_and_the_others_keep_their_values() {
        PageForm two =
                CohortForm.changed(CohortForm.of(FAMILIES).alsoWith("action", "add-events"))
                        .orElseThrow();
        assertThat(CohortForm.numbers(two, "events")).containsExactly("0", "1");
        PageForm one =
                CohortForm.changed(
                                two.alsoWith("events-1-atLeast", "7")
                                        .alsoWith("action", "remove-events-0"))
                        .orElseThrow();
        assertThat(new CohortForm(one).definition().events())
                .containsExactly(new Contact(List.of(), List.of(), 7, null, null, null, null));
        assertThat(CohortForm.changed(one.alsoWith("action", "check"))).isEmpty();
    }

    @Test
    void codes_may_stand_in_one_line_and_names_stand_one_a_line() {
        PageForm form =
                CohortForm.of(FAMILIES)
                        .alsoWith(
                                "areas",
                                "E07000136, E07000137 e07000138\r\nHerefordshire, County of\n; Boston");
        assertThat(new CohortForm(form).definition().areas())
                .containsExactly(
                        "E07000136",
                        "E07000137",
                        "e07000138",
                        "Herefordshire, County of",
                        "Boston");
    }

    @Test
    void what_is_no_number_or_no_day_is_named_and_nothing_is_guessed() {
        PageForm form =
                CohortForm.of(FAMILIES)
                        .alsoWith("age-from", "1e308")
                        .alsoWith("age-to", "")
                        .alsoWith("time-from-day", "31")
                        .alsoWith("events-0-atLeast", "-1")
                        .alsoWith("events-0-ageTo", "");
        InvalidInput e =
                catchThrowableOfType(InvalidInput.class, () -> new CohortForm(form).definition());
        assertThat(e.errors())
                .extracting(FieldError::field)
                .containsExactly(
                        "age.from", "age.to", "time.from", "events[0].atLeast", "events[0].ageTo");
    }

    @Test
    void what_the_module_says_stands_beside_the_fields_of_the_page_in_their_order() {
        PageForm form = CohortForm.of(FAMILIES).alsoWith("events", "4");
        PageForm refused =
                new CohortForm(form)
                        .refused(
                                new InvalidInput(
                                        List.of(
                                                new FieldError("events[0].age", "both ends"),
                                                new FieldError("time.snapshot", "not covered"),
                                                new FieldError("contacts", "none"),
                                                new FieldError("age", "missing"))));
        assertThat(refused.problems())
                .extracting(FieldProblem::field)
                .containsExactly("data", "age-from", "time-from", "events-4-ageFrom");
    }
}
