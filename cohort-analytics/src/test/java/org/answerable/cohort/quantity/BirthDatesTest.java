package org.answerable.cohort.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.answerable.cohort.quantity.TimeBasis.Counting;
import org.answerable.cohort.quantity.TimeBasis.Snapshot;
import org.answerable.cohort.quantity.TimeBasis.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Birth dates behind a number (assumption A1: a birthday of 29 February is 1 March). */
class BirthDatesTest {

    @Test
    void children_under_2_on_a_day_were_born_in_the_two_years_before() {
        assertThat(at("2024-04-02", 0, 24)).isEqualTo(days("2022-04-03", "2024-04-02"));
    }

    @Test
    void children_under_3_at_some_time_in_a_window_were_born_from_three_years_before_it() {
        for (AgeRule rule : new AgeRule[] {AgeRule.AT_EVENT, AgeRule.EVER_IN_WINDOW}) {
            assertThat(BirthDates.of(yearTo1April2023(), age(0, 36, rule)))
                    .isEqualTo(days("2019-04-02", "2023-04-01"));
        }
    }

    @Test
    void at_the_start_of_a_window_only_its_first_day_counts() {
        assertThat(BirthDates.of(yearTo1April2023(), age(0, 36, AgeRule.AT_WINDOW_START)))
                .isEqualTo(days("2019-04-02", "2022-04-01"));
    }

    @Test
    void a_child_born_on_29_february_is_a_year_older_on_1_march() {
        assertThat(at("2023-02-28", 24, 36)).isEqualTo(days("2020-02-29", "2021-02-28"));
        assertThat(at("2023-03-01", 24, 36)).isEqualTo(days("2020-03-02", "2021-03-01"));
    }

    @ParameterizedTest
    @CsvSource({"0, 36", "12, 24", "24, 36", "6, 18"})
    void the_interval_holds_exactly_those_of_that_age(int from, int to) {
        for (LocalDate day = LocalDate.of(2024, 2, 25);
                day.isBefore(LocalDate.of(2024, 3, 5));
                day = day.plusDays(1)) {
            DateInterval births = at(day.toString(), from, to);
            for (LocalDate born = day.minusYears(4); !born.isAfter(day); born = born.plusDays(1)) {
                long months = ChronoUnit.MONTHS.between(born, day);
                boolean inBand = months >= from && months < to;
                assertThat(births.common(new DateInterval(born, born)).isPresent())
                        .as("born %s, on %s", born, day)
                        .isEqualTo(inBand);
            }
        }
    }

    private static DateInterval at(String day, int from, int to) {
        return BirthDates.of(
                new Snapshot(LocalDate.parse(day)), age(from, to, AgeRule.AT_SNAPSHOT));
    }

    private static Window yearTo1April2023() {
        return new Window(LocalDate.of(2022, 4, 1), LocalDate.of(2023, 4, 2), Counting.PERSONS);
    }

    private static AgeBasis age(int from, int to, AgeRule rule) {
        return new AgeBasis(new MonthBand(from, to), rule, WhoseAge.THE_PERSON);
    }

    private static DateInterval days(String first, String last) {
        return new DateInterval(LocalDate.parse(first), LocalDate.parse(last));
    }
}
