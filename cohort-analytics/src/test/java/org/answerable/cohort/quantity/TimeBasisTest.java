package org.answerable.cohort.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import org.answerable.cohort.quantity.TimeBasis.Counting;
import org.answerable.cohort.quantity.TimeBasis.PersonTime;
import org.answerable.cohort.quantity.TimeBasis.Snapshot;
import org.answerable.cohort.quantity.TimeBasis.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a number holds, and how long that is. */
class TimeBasisTest {

    @ParameterizedTest
    @CsvSource({
        "2022-04-01, 2023-04-01, 1",
        "2022-04-01, 2023-04-02, 1",
        "2023-02-01, 2023-03-01, 0.083333",
        "2022-04-01, 2022-10-01, 0.5",
        "2022-04-01, 2025-04-01, 3",
        "2022-04-01, 2022-04-11, 0.027379",
        "2022-04-01, 2022-05-16, 0.123203"
    })
    void a_window_of_whole_months_give_or_take_a_day_is_as_long_as_they(
            LocalDate start, LocalDate end, double years) {
        assertThat(new Window(start, end, Counting.PERSONS).years()).isEqualTo(years, within(1e-6));
    }

    @Test
    void a_day_has_no_length_and_holds_itself() {
        Snapshot day = new Snapshot(LocalDate.of(2024, 2, 29));
        assertThat(day.years()).isZero();
        assertThat(day.holds(LocalDate.of(2024, 2, 29))).isTrue();
        assertThat(day.holds(LocalDate.of(2024, 3, 1))).isFalse();
    }

    @Test
    void an_empty_or_reversed_period_does_not_exist() {
        LocalDate day = LocalDate.of(2024, 1, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Window(day, day, Counting.EVENTS));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PersonTime(day, day.minusDays(1)));
    }

    @Test
    void a_time_is_said_in_words() {
        LocalDate start = LocalDate.of(2022, 4, 1);
        LocalDate end = LocalDate.of(2023, 4, 2);
        assertThat(new Snapshot(end).inWords()).isEqualTo("at 2 April 2023");
        assertThat(new Window(start, end, Counting.PERSONS).inWords())
                .isEqualTo("at some time from 1 April 2022 to 1 April 2023, both days included");
        assertThat(new PersonTime(start, end).inWords()).startsWith("as years lived from 1 April");
    }
}
