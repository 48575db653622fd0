package org.answerable.cohort.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days read from bytes are those of the calendar. */
class DaysTest {

    @Test
    void every_day_of_three_centuries_is_read_as_the_calendar_has_it() {
        LocalDate end = LocalDate.of(2199, 12, 31);
        for (LocalDate day = LocalDate.of(1900, 1, 1); day.isBefore(end); day = day.plusDays(1)) {
            byte[] text = bytes(day.toString());
            assertThat(Days.day(text, 0, text.length)).isEqualTo((int) day.toEpochDay());
            int month = day.getYear() * 12 + day.getMonthValue() - 1;
            assertThat(Days.monthOf((int) day.toEpochDay())).isEqualTo(month);
            assertThat(Days.monthOf(text, 0, text.length)).isEqualTo(month);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-02-29",
                "2024-02-30",
                "2024-13-01",
                "2024-00-10",
                "2024-01-00",
                "1899-12-31",
                "9999-01-01",
                "2024/01/01",
                "24-01-01",
                "2024-1-1",
                "",
                "2024-01-0x",
                "２０２４-01-01"
            })
    void what_is_no_day_is_not_taken_for_one(String text) {
        byte[] b = bytes(text);
        assertThat(Days.day(b, 0, b.length)).isEqualTo(Days.BAD);
        assertThat(Days.monthOf(b, 0, b.length)).isEqualTo(Days.BAD);
    }

    @Test
    void a_month_begins_on_its_first_day() {
        assertThat(Days.firstDayOf(2024 * 12 + 2))
                .isEqualTo((int) LocalDate.of(2024, 3, 1).toEpochDay());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
