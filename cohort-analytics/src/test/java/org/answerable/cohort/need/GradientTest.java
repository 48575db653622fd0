package org.answerable.cohort.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A share that changes with deprivation keeps its mean, and its odds change as asked. */
class GradientTest {

    private static final double[] CHILDREN = {
        900, 1500, 1047, 800, 1200, 0, 1300, 2000, 2500, 1359
    };

    @ParameterizedTest
    @CsvSource({"0.15, 2", "0.235, 3", "0.10, 0.5", "0.5, 100", "0.001, 100", "0.999, 0.01"})
    void all_children_together_keep_the_mean_of_the_source(double mean, double odds) {
        double[] shares = Gradient.shares(mean, -Math.log(odds), CHILDREN);
        double expected = 0;
        for (int d = 0; d < shares.length; d++) {
            expected += CHILDREN[d] * shares[d];
        }
        assertThat(expected / Arrays.stream(CHILDREN).sum()).isCloseTo(mean, within(1e-9));
    }

    @Test
    void from_tenth_to_tenth_the_odds_change_by_the_same_factor() {
        double[] shares = Gradient.shares(0.15, -Math.log(3), CHILDREN);
        for (int d = 1; d < shares.length; d++) {
            assertThat(odds(shares[d - 1]) / odds(shares[d]))
                    .isCloseTo(Math.pow(3, 0.1), within(1e-9));
        }
        assertThat(shares[0]).isGreaterThan(shares[9]);
    }

    @Test
    void without_a_slope_every_tenth_has_the_mean() {
        assertThat(Gradient.shares(0.15, 0, CHILDREN))
                .containsOnly(new double[] {0.15}, within(1e-12));
    }

    private static double odds(double share) {
        return share / (1 - share);
    }
}
