package org.answerable.cohort.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FunnelLimitsTest {

    private final FunnelLimits at2sd = new FunnelLimits(FunnelLimits.TAIL_2SD);
    private final FunnelLimits at3sd = new FunnelLimits(FunnelLimits.TAIL_3SD);

    @Test
    void a_count_lies_on_the_lines_of_spiegelhalter_at_these_expectations() {
        assertThat(at2sd.expectedAtLower(0)).isCloseTo(3.688879, within(1e-6));
        assertThat(at3sd.expectedAtLower(0)).isCloseTo(6.907755, within(1e-6));
        assertThat(at2sd.expectedAtLower(5)).isCloseTo(11.668332, within(1e-6));
        assertThat(at3sd.expectedAtLower(5)).isCloseTo(16.454745, within(1e-6));
        assertThat(at2sd.expectedAtUpper(5)).isCloseTo(1.623486, within(1e-6));
        assertThat(at3sd.expectedAtUpper(5)).isCloseTo(0.739372, within(1e-6));
        assertThat(at2sd.expectedAtUpper(0)).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.5, 1, 3, 5, 8, 20, 100, 1_234.5, 1e5, 1e7, 1e10})
    void the_limits_at_an_expectation_are_the_same_lines_read_the_other_way(double expected) {
        for (FunnelLimits limits : new FunnelLimits[] {at2sd, at3sd}) {
            Interval counts = limits.counts(expected);
            double lower = counts.lower().number();
            double upper = counts.upper().number();
            assertThat(limits.expectedAtUpper(upper)).isCloseTo(expected, within(1e-9 * expected));
            assertThat(lower).isLessThan(expected);
            if (lower > 0) {
                assertThat(limits.expectedAtLower(lower))
                        .isCloseTo(expected, within(1e-9 * expected));
            } else {
                assertThat(limits.expectedAtLower(0)).isGreaterThanOrEqualTo(expected);
            }
        }
    }

    @Test
    void limits_of_a_proportion_are_where_wilson_just_touches_the_mean() {
        Interval limits = at2sd.proportion(0.3, 400);
        double lower = limits.lower().number();
        assertThat(WilsonInterval.of(lower * 400, 400, Confidence.OF_95).upper().number())
                .isCloseTo(0.3, within(1e-12));
        assertThat(at3sd.proportion(0.01, 10).lower().number()).isZero();
        assertThat(at3sd.proportion(0.99, 10).upper().number()).isEqualTo(1);
        assertThat(at2sd.proportion(0.3, 0).lower().available()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 3.68, Not significant",
        "0, 3.70, Low (0.025)",
        "0, 6.91, Low (0.001)",
        "5, 1.62, High (0.025)",
        "5, 1.63, Not significant",
        "5, 0.73, High (0.001)",
        "100, 100, Not significant",
        "100, 60, High (0.001)",
        "100, 160, Low (0.001)"
    })
    void an_area_is_low_or_high_when_its_interval_leaves_out_the_expected(
            double count, double expected, String words) {
        assertThat(Significance.ofCount(count, expected).words()).isEqualTo(words);
    }

    @Test
    void a_proportion_is_compared_by_its_wilson_interval() {
        assertThat(Significance.ofProportion(65, 100, 0.5)).isEqualTo(Significance.HIGH_AT_0_025);
        assertThat(Significance.ofProportion(65, 100, 0.6)).isEqualTo(Significance.NONE);
        assertThat(Significance.ofProportion(65, 100, 0.9)).isEqualTo(Significance.LOW_AT_0_001);
    }

    @Test
    void a_standardised_rate_of_fewer_than_10_events_cannot_be_compared() {
        assertThat(Significance.applicable(9)).isFalse();
        assertThat(Significance.applicable(10)).isTrue();
    }

    @Test
    void impossible_arguments_are_named() {
        refused("tail", () -> new FunnelLimits(0.5));
        refused("reference", () -> at2sd.proportion(1.1, 10));
        refused("denominator", () -> at2sd.proportion(0.1, -10));
        refused("expected", () -> at2sd.counts(Double.NaN));
        refused("count", () -> at2sd.expectedAtLower(-1));
    }

    private static void refused(String argument, Runnable attempt) {
        assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(attempt::run)
                .satisfies(e -> assertThat(e.argument()).isEqualTo(argument));
    }
}
