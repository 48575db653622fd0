package org.answerable.cohort.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.answerable.cohort.CohortDefinition;
import org.answerable.cohort.CohortDefinition.Age;
import org.answerable.cohort.CohortDefinition.Contact;
import org.answerable.cohort.CohortDefinition.Time;
import org.junit.jupiter.api.Test;

class DefinitionChangesTest {

    private static final Contact ANY = new Contact(List.of(), List.of(), 1, null, null, null, null);
    private static final Contact VISITS =
            new Contact(List.of("health visiting"), List.of("home"), 2, null, null, 0, 12);

    @Test
    void the_same_definition_has_no_changes() {
        assertThat(changes(definition(36, "at-snapshot", ANY), definition(36, "at-snapshot", ANY)))
                .isEmpty();
    }

    @Test
    void each_part_that_differs_is_one_sentence() {
        CohortDefinition later =
                new CohortDefinition(
                        "Babies",
                        "family",
                        new Age(0, 12, "ever-in-window"),
                        Time.window(LocalDate.of(2023, 4, 1), LocalDate.of(2024, 4, 1)),
                        List.of("E2", "E3"),
                        "D-1",
                        null,
                        List.of(VISITS),
                        List.of());
        assertThat(changes(definition(36, "at-snapshot", ANY), later))
                .containsExactly(
                        "The name was Children, is now Babies.",
                        "What is counted was child, is now family.",
                        "The age was 0 up to but not including 36 months, at-snapshot, is now 0 up to"
                                + " but not including 12 months, ever-in-window.",
                        "The time was 2024-03-31, is now 2023-04-01 up to but not including"
                                + " 2024-04-01.",
                        "Areas added: E3.",
                        "Areas taken out: E1.",
                        "The contacts was D-2, is now none.",
                        "The condition “at least 2 with health visiting by home, aged 0 up to but not"
                                + " including 12 months” was added.",
                        "The condition “at least 1” was taken out.");
    }

    @Test
    void one_of_two_equal_conditions_taken_out_is_a_change() {
        assertThat(
                        changes(
                                definition(36, "at-snapshot", ANY, ANY),
                                definition(36, "at-snapshot", ANY)))
                .containsExactly("The condition “at least 1” was taken out.");
    }

    private static List<String> changes(CohortDefinition earlier, CohortDefinition later) {
        return new DefinitionChanges(earlier, later).sentences();
    }

    private static CohortDefinition definition(int to, String rule, Contact... events) {
        return new CohortDefinition(
                "Children",
                "child",
                new Age(0, to, rule),
                Time.at(LocalDate.of(2024, 3, 31)),
                List.of("E1", "E2"),
                "D-1",
                "D-2",
                List.of(events),
                List.of());
    }
}
