package org.answerable.web.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class CallRateTest {

    private Instant now = Instant.parse("2026-04-02T12:00:00Z");
    private final CallRate rate =
            new CallRate(
                    60,
                    new Clock() {
                        @Override
                        public ZoneId getZone() {
                            return ZoneOffset.UTC;
                        }

                        @Override
                        public Clock withZone(ZoneId zone) {
                            return this;
                        }

                        @Override
                        public Instant instant() {
                            return now;
                        }
                    });

    @Test
    void a_minutes_calls_may_come_at_once_and_then_one_a_second() {
        for (int call = 0; call < 60; call++) {
            assertThat(rate.take("a")).isZero();
        }
        assertThat(rate.take("a")).isEqualTo(1);
        now = now.plusSeconds(1);
        assertThat(rate.take("a")).isZero();
        assertThat(rate.take("a")).isEqualTo(1);
    }

    @Test
    void another_address_has_calls_of_its_own() {
        for (int call = 0; call < 61; call++) {
            rate.take("a");
        }
        assertThat(rate.take("a")).isPositive();
        assertThat(rate.take("b")).isZero();
    }

    @Test
    void calls_that_were_not_made_are_not_saved_up() {
        rate.take("a");
        now = now.plusSeconds(3600);
        for (int call = 0; call < 60; call++) {
            assertThat(rate.take("a")).isZero();
        }
        assertThat(rate.take("a")).isPositive();
    }

    @Test
    void a_clock_that_goes_back_gives_nothing_and_takes_nothing() {
        rate.take("a");
        now = now.minusSeconds(60);
        for (int call = 0; call < 59; call++) {
            assertThat(rate.take("a")).isZero();
        }
        assertThat(rate.take("a")).isPositive();
    }
}
