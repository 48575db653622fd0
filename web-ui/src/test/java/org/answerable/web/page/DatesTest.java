package org.answerable.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DatesTest {

    @Test
    void a_moment_is_shown_in_the_time_of_london() {
        Instant lateInSummer = Instant.parse("2024-06-30T23:30:00Z");

        assertThat(Dates.words(lateInSummer)).isEqualTo("1 July 2024");
        assertThat(Dates.minute(lateInSummer)).isEqualTo("1 July 2024 at 00:30");
    }

    @Test
    void a_date_is_written_out() {
        assertThat(Dates.words(LocalDate.of(2024, 4, 22))).isEqualTo("22 April 2024");
        assertThat(Dates.weekday(LocalDate.of(2024, 4, 22))).isEqualTo("Monday 22 April 2024");
    }
}
