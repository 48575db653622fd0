package org.answerable.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class FreshnessTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);

    @Test
    void half_a_year_after_assurance_a_partners_record_with_six_of_eight_things_is_a_b() {
        Freshness fresh = Freshness.on(TODAY, TODAY.minusDays(182), 0.6, 6 / 8.0);

        assertThat(fresh.recency()).isEqualTo(183 / 274.0);
        assertThat(fresh.score()).isEqualTo(67);
        assertThat(fresh.grade()).isEqualTo("B");
    }

    @Test
    void recency_is_whole_up_to_91_days_and_nothing_at_365_or_without_a_date() {
        assertThat(Freshness.on(TODAY, TODAY.minusDays(91), 1, 1).score()).isEqualTo(100);
        assertThat(Freshness.on(TODAY, TODAY, 1, 1).recency()).isEqualTo(1);
        assertThat(Freshness.on(TODAY, TODAY.minusDays(365), 0, 0).score()).isZero();
        assertThat(Freshness.on(TODAY, TODAY.minusDays(999), 0, 0).recency()).isZero();
        assertThat(Freshness.on(TODAY, null, 1, 1).score()).isEqualTo(50);
        assertThat(Freshness.on(TODAY, null, 1, 1).grade()).isEqualTo("C");
        assertThat(Freshness.on(TODAY, null, 0.1, 0).grade()).isEqualTo("D");
    }
}
