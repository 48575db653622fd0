package org.answerable.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumbersTest {

    @Test
    void thousands_are_marked() {
        assertThat(Numbers.grouped(6719)).isEqualTo("6,719");
        assertThat(Numbers.grouped("1234567")).isEqualTo("1,234,567");
        assertThat(Numbers.grouped("-1234")).isEqualTo("-1,234");
    }

    @Test
    void what_stands_for_a_withheld_count_stays_as_it_is() {
        assertThat(Numbers.grouped("[c]")).isEqualTo("[c]");
        assertThat(Numbers.grouped("12.5")).isEqualTo("12.5");
        assertThat(Numbers.grouped("")).isEmpty();
    }

    @Test
    void a_number_too_long_to_be_a_count_stays_as_it_is() {
        assertThat(Numbers.grouped("12345678901234567890")).isEqualTo("12345678901234567890");
    }

    @Test
    void counts_are_said_in_words() {
        assertThat(Numbers.count(0, "case", "cases")).isEqualTo("No cases");
        assertThat(Numbers.count(1, "case", "cases")).isEqualTo("1 case");
        assertThat(Numbers.count(1200, "case", "cases")).isEqualTo("1,200 cases");
    }

    @Test
    void shares_have_one_decimal_and_nothing_has_no_share() {
        assertThat(Numbers.percent(88, 93)).isEqualTo("94.6%");
        assertThat(Numbers.percent(0, 0)).isEqualTo("–");
        assertThat(Numbers.days(20)).isEqualTo("20");
        assertThat(Numbers.days(20.5)).isEqualTo("20.5");
    }
}
