package org.answerable.directory.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpeningRuleTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 23);

    @Test
    void ten_o_clock_stays_ten_o_clock_when_the_clocks_change() {
        // Clocks go forward on Sunday 29 March 2026.
        assertThat(spells(weekly("SA,SU,MO"), 8))
                .containsExactly(
                        "2026-03-23T10:00/2026-03-23T12:00",
                        "2026-03-28T10:00/2026-03-28T12:00",
                        "2026-03-29T10:00/2026-03-29T12:00",
                        "2026-03-30T10:00/2026-03-30T12:00");
    }

    @Test
    void a_spell_past_midnight_ends_on_the_next_day() {
        assertThat(
                        spells(
                                Json.createObjectBuilder()
                                        .add("freq", "WEEKLY")
                                        .add("byday", "MO")
                                        .add("opens_at", "22:00")
                                        .add("closes_at", "02:00:00Z"),
                                1))
                .containsExactly("2026-03-23T22:00/2026-03-24T02:00");
    }

    @Test
    void every_other_week_counts_from_its_start() {
        assertThat(spells(weekly("MO").add("interval", 2).add("dtstart", "2026-03-16"), 15))
                .containsExactly("2026-03-30T10:00/2026-03-30T12:00");
        assertThat(OpeningRule.of(weekly("MO").add("interval", 2).build())).isEmpty();
    }

    @Test
    void the_second_tuesday_and_the_last_friday_of_a_month() {
        assertThat(
                        spells(
                                Json.createObjectBuilder()
                                        .add("freq", "MONTHLY")
                                        .add("byday", "2TU,-1FR")
                                        .add("opens_at", "9:30")
                                        .add("closes_at", "10:00"),
                                25))
                .containsExactly(
                        "2026-03-27T09:30/2026-03-27T10:00", "2026-04-14T09:30/2026-04-14T10:00");
    }

    @Test
    void a_rule_ends_with_its_date_and_begins_with_it() {
        assertThat(
                        spells(
                                weekly("MO")
                                        .add("valid_from", "2026-03-30")
                                        .add("valid_to", "2026-04-06"),
                                60))
                .containsExactly(
                        "2026-03-30T10:00/2026-03-30T12:00", "2026-04-06T10:00/2026-04-06T12:00");
        assertThat(spells(weekly("MO").add("until", "2026-03-30"), 60)).hasSize(2);
    }

    @Test
    void days_of_the_month_on_a_weekly_rule_are_passed_over() {
        assertThat(spells(weekly("TH,FR").add("bymonthday", "2,3,4"), 6)).hasSize(2);
    }

    @Test
    void a_single_date_is_one_day_and_without_times_a_whole_one() {
        assertThat(spells(Json.createObjectBuilder().add("dtstart", "2026-03-25"), 10))
                .containsExactly("2026-03-25T00:00/2026-03-26T00:00");
        assertThat(OpeningRule.of(Json.createObjectBuilder().add("opens_at", "10:00").build()))
                .isEmpty();
    }

    @Test
    void a_rule_says_itself_in_words() {
        assertThat(HoursInWords.of(weekly("TU,TH").build()))
                .isEqualTo("Tuesdays and Thursdays, 10:00 to 12:00");
        assertThat(
                        HoursInWords.of(
                                Json.createObjectBuilder()
                                        .add("freq", "MONTHLY")
                                        .add("byday", "-1FR")
                                        .build()))
                .isEqualTo("the last Friday of the month");
    }

    private static JsonObjectBuilder weekly(String days) {
        return Json.createObjectBuilder()
                .add("freq", "WEEKLY")
                .add("byday", days)
                .add("opens_at", "10:00:00")
                .add("closes_at", "12:00:00");
    }

    private static List<String> spells(JsonObjectBuilder schedule, int days) {
        JsonObject built = schedule.build();
        return OpeningRule.of(built).orElseThrow().spells(FIRST, FIRST.plusDays(days - 1)).stream()
                .map(spell -> spell.starts() + "/" + spell.ends())
                .toList();
    }
}
