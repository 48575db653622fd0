package org.answerable.cohort.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EffectiveSizeTest {

    @ParameterizedTest
    @CsvSource({"0.15, 0.5, 30.4", "0.235, 0.4, 33.8"})
    void a_deviation_between_studies_gives_the_published_check_values(
            double mean, double deviation, double size) {
        assertThat(EffectiveSize.ofLogitDeviation(mean, deviation)).isCloseTo(size, within(0.05));
    }

    @Test
    void the_beta_share_has_the_deviation_that_it_was_made_from() {
        double mean = 0.15;
        for (double deviation : new double[] {0.1, 0.3, 0.5, 1}) {
            double size = EffectiveSize.ofLogitDeviation(mean, deviation);
            double sd = Math.sqrt(new BetaShare(mean, size).variance());
            assertThat(sd / (mean * (1 - mean))).isCloseTo(deviation, within(1e-12));
        }
    }

    @Test
    void a_prediction_interval_of_the_same_deviation_gives_the_same_size() {
        double middle = Math.log(0.15 / 0.85);
        double low = 1 / (1 + Math.exp(-(middle - 1.96 * 0.5)));
        double high = 1 / (1 + Math.exp(-(middle + 1.96 * 0.5)));
        assertThat(EffectiveSize.ofPredictionInterval(0.15, low, high))
                .isCloseTo(EffectiveSize.ofLogitDeviation(0.15, 0.5), within(1e-9));
    }

    @Test
    void a_wider_interval_gives_a_smaller_size() {
        assertThat(EffectiveSize.ofPredictionInterval(0.2, 0.1, 0.4))
                .isLessThan(EffectiveSize.ofPredictionInterval(0.2, 0.15, 0.3));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.5, mean",
        "1, 0.5, mean",
        "NaN, 0.5, mean",
        "0.15, 0, deviation",
        "0.15, -1, deviation",
        "0.15, NaN, deviation",
        "0.5, 2, deviation"
    })
    void what_gives_no_size_above_0_is_named(double mean, double deviation, String argument) {
        assertThat(
                        catchThrowableOfType(
                                        InvalidArgument.class,
                                        () -> EffectiveSize.ofLogitDeviation(mean, deviation))
                                .argument())
                .isEqualTo(argument);
    }

    @ParameterizedTest
    @CsvSource({
        "0.2, 0.2, 0.3, low",
        "0.2, 0.25, 0.3, low",
        "0.2, 0, 0.3, low",
        "0.2, 0.1, 0.2, high",
        "0.2, 0.1, 0.15, high",
        "0.2, 0.1, 1, high",
        "0.2, NaN, 0.3, low"
    })
    void ends_that_do_not_hold_the_share_are_named(
            double mean, double low, double high, String argument) {
        assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(() -> EffectiveSize.ofPredictionInterval(mean, low, high))
                .satisfies(e -> assertThat(e.argument()).isEqualTo(argument));
    }
}
