package org.answerable.foi.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.answerable.foi.FieldError;
import org.answerable.foi.InvalidInput;
import org.answerable.foi.clock.Nation;
import org.answerable.foi.clock.ShippedCalendar;
import org.answerable.foi.clock.WorkingCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidayFileTest {

    private static final WorkingCalendar SHIPPED = ShippedCalendar.calendar();

    @Test
    void the_three_divisions_are_read_with_plain_apostrophes() throws IOException {
        Map<Nation, SortedMap<LocalDate, String>> read =
                HolidayFile.read(GovUk.stream(GovUk.json(SHIPPED, h -> true, "")));
        assertThat(read.get(Nation.SC).get(LocalDate.of(2026, 11, 30)))
                .isEqualTo("St Andrew's Day");
        assertThat(read.get(Nation.EW)).doesNotContainKey(LocalDate.of(2026, 11, 30));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "2026-02-30~A day~the date is missing or not like 2026-12-25",
                "25/12/2026~A day~the date is missing or not like 2026-12-25",
                "2026-05-30~A day~2026-05-30 is a weekend",
                "2026-12-25~A day~2026-12-25 is listed twice",
                "1826-05-29~A day~the year of 1826-05-29 is not between 2000 and 2100",
                "2026-05-29~' '~the title is missing",
            })
    void a_wrong_entry_is_named_with_its_division_and_place(
            String date, String title, String message) {
        String more = GovUk.event(title, date);
        List<FieldError> faults = faults(GovUk.json(SHIPPED, h -> true, more));
        assertThat(faults).hasSize(3);
        assertThat(faults.get(0).message())
                .startsWith("england-and-wales, entry ")
                .contains(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{}~The division england-and-wales is missing",
                "{\"england-and-wales\":{\"events\":[]}}~lists no dates",
                "{\"scotland\":{\"events\":7}}~The division scotland is missing",
                "{\"scotland\":{\"events\":[7]}}~scotland, entry 1: this is no object",
                "not json~This is not GOV.UK's bank-holidays JSON",
                "[]~This is not GOV.UK's bank-holidays JSON",
                "''~This is not GOV.UK's bank-holidays JSON",
            })
    void a_file_of_another_shape_is_refused_with_the_reason(String json, String message) {
        assertThat(faults(json)).anySatisfy(f -> assertThat(f.message()).contains(message));
    }

    @Test
    void deep_nesting_and_a_file_beyond_1_MB_are_refused() {
        assertThat(faults("{\"a\":" + "[".repeat(500_000))).hasSize(1);
        assertThat(faults(" ".repeat((1 << 20) + 1)).get(0).message()).contains("more than 1 MB");
    }

    private static List<FieldError> faults(String json) {
        return catchThrowableOfType(InvalidInput.class, () -> HolidayFile.read(GovUk.stream(json)))
                .errors();
    }
}
