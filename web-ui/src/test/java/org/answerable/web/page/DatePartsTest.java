package org.answerable.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatePartsTest {

    @Test
    void a_date_is_read_from_its_parts() {
        assertThat(DateParts.read(typed(" 9", "04 ", "2024"), "sent"))
                .contains(LocalDate.of(2024, 4, 9));
    }

    @ParameterizedTest
    @CsvSource({"30, 2, 2024", "29, 2, 2023", "1, 13, 2024", "'', 4, 2024", "9, April, 2024"})
    void what_is_no_date_is_none_and_is_kept_as_typed(String day, String month, String year) {
        PageForm form = typed(day, month, year);

        assertThat(DateParts.read(form, "sent")).isEmpty();
        assertThat(DateParts.iso(form, "sent")).isEqualTo(year + "-" + month + "-" + day);
    }

    @Test
    void a_date_is_given_on_in_iso_form() {
        assertThat(DateParts.iso(typed("9", "4", "2024"), "sent")).isEqualTo("2024-04-09");
    }

    @Test
    void a_stored_date_fills_the_three_fields() {
        LocalDate date = LocalDate.of(2024, 4, 9);

        PageForm form = PageForm.filled(DateParts.of("sent", date));

        assertThat(form.value("sent-day")).isEqualTo("9");
        assertThat(DateParts.read(form, "sent")).contains(date);
    }

    private static PageForm typed(String day, String month, String year) {
        return PageForm.filled(Map.of("sent-day", day, "sent-month", month, "sent-year", year));
    }
}
