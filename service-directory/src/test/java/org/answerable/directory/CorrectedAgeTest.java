package org.answerable.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CorrectedAgeTest {

    @Test
    void the_weeks_missing_to_forty_are_taken_off() {
        assertThat(new CorrectedAge(6, 32).correctedMonths()).isEqualTo(4);
        assertThat(new CorrectedAge(6, 40).correctedMonths()).isEqualTo(6);
        assertThat(new CorrectedAge(12, 27).correctedMonths()).isEqualTo(9);
    }

    @Test
    void before_the_day_the_baby_was_due_it_says_so() {
        assertThat(new CorrectedAge(1, 30).words()).contains("below 0");
    }

    @Test
    void at_term_nothing_is_corrected() {
        assertThat(new CorrectedAge(6, 37).words()).contains("not corrected");
        assertThat(new CorrectedAge(6, 36).words()).contains("corrected age is 5 months");
    }

    @Test
    void what_is_no_age_or_week_is_refused() {
        assertThatThrownBy(() -> new CorrectedAge(36, 32)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new CorrectedAge(6, 45)).isInstanceOf(InvalidInput.class);
    }
}
