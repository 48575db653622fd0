package org.answerable.cohort.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.answerable.cohort.CohortDefinition;
import org.answerable.cohort.CohortDefinition.Contact;
import org.answerable.cohort.quantity.AgeRule;
import org.answerable.cohort.quantity.MonthBand;
import org.answerable.cohort.quantity.Unit;
import org.junit.jupiter.api.Test;

/** Which statement a definition becomes; that all count the same is held with the database. */
class CohortSqlTest {

    private static final int FIRST = month(2018, 1);

    @Test
    void one_contact_in_whole_months_needs_no_look_at_the_contacts() {
        String sql = sql(any(1), LocalDate.of(2019, 4, 1), LocalDate.of(2020, 4, 1));

        assertThat(sql).contains("family_seen[").doesNotContain("cohort.contact c");
    }

    @Test
    void odd_days_are_looked_up_beside_the_whole_months() {
        String sql = sql(any(1), LocalDate.of(2019, 4, 2), LocalDate.of(2020, 4, 1));

        assertThat(sql).contains("family_months &").contains("c.day < ? OR c.day >= ?");
    }

    @Test
    void a_window_without_a_whole_month_is_answered_from_the_contacts() {
        String sql = sql(any(1), LocalDate.of(2019, 4, 2), LocalDate.of(2019, 5, 20));

        assertThat(sql).doesNotContain("family_months").contains("cohort.contact c");
    }

    @Test
    void a_window_before_the_months_held_is_answered_from_the_contacts() {
        String sql = sql(any(1), LocalDate.of(2017, 12, 1), LocalDate.of(2018, 12, 1));

        assertThat(sql).doesNotContain("family_months").contains("cohort.contact c");
    }

    @Test
    void several_contacts_or_a_service_are_answered_from_the_contacts() {
        assertThat(sql(any(2), LocalDate.of(2019, 4, 1), LocalDate.of(2020, 4, 1)))
                .contains("HAVING count(*) >= ?");
        Contact hub = new Contact(List.of("family-hub"), List.of(), 1, null, null, null, null);
        assertThat(sql(hub, LocalDate.of(2019, 4, 1), LocalDate.of(2020, 4, 1)))
                .contains("w.word = ANY (?)")
                .doesNotContain("family_months");
    }

    @Test
    void no_value_of_a_definition_is_part_of_the_text() {
        CheckedDefinition d = checked(any(3), LocalDate.of(2019, 4, 1), LocalDate.of(2020, 4, 1));

        assertThat(new CohortSql(d).byArea().query().sql())
                .doesNotContain("2019")
                .doesNotContain("D-2026")
                .doesNotContain("E07000136");
    }

    @Test
    void each_question_mark_has_its_value() {
        CohortSql sql =
                new CohortSql(checked(any(2), LocalDate.of(2019, 4, 3), LocalDate.of(2020, 4, 1)));
        for (SqlText text : List.of(sql.byArea(), sql.byAge(), sql.steps())) {
            long marks = text.query().sql().chars().filter(c -> c == '?').count();
            assertThat(text.query().parameters()).hasSize((int) marks);
        }
    }

    private static String sql(Contact contact, LocalDate from, LocalDate to) {
        return new CohortSql(checked(contact, from, to)).byArea().query().sql();
    }

    private static CheckedDefinition checked(Contact contact, LocalDate from, LocalDate to) {
        CohortDefinition definition =
                new CohortDefinition(
                        "x",
                        "family",
                        new CohortDefinition.Age(0, 36, "at-event"),
                        CohortDefinition.Time.window(from, to),
                        List.of("E07000136"),
                        "D-2026-0001",
                        "D-2026-0002",
                        List.of(contact),
                        List.of());
        return new CheckedDefinition(
                definition,
                Unit.FAMILY,
                new MonthBand(0, 36),
                AgeRule.AT_EVENT,
                from,
                to,
                new SourceData(
                        1,
                        2,
                        "LSOA_2021",
                        LocalDate.of(2015, 1, 1),
                        LocalDate.of(2023, 1, 1),
                        LocalDate.of(2015, 1, 1),
                        LocalDate.of(2023, 1, 1),
                        FIRST,
                        FIRST - 72,
                        false));
    }

    private static Contact any(int atLeast) {
        return new Contact(List.of(), List.of(), atLeast, null, null, null, null);
    }

    private static int month(int year, int month) {
        return year * 12 + month - 1;
    }
}
