package org.answerable.cohort.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class QuantilesTest {

    @Test
    void ten_values_in_ten_groups_are_their_ranks() {
        double[] values = {10, 20, 30, 40, 50, 60, 70, 80, 90, 100};
        assertThat(Quantiles.of(values, 10, false)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(Quantiles.of(values, 10, true)).containsExactly(10, 9, 8, 7, 6, 5, 4, 3, 2, 1);
    }

    @Test
    void ties_share_the_lowest_rank() {
        assertThat(Quantiles.of(new double[] {1, 2, 2, 2, 2, 3}, 3, false))
                .containsExactly(1, 1, 1, 1, 1, 3);
        assertThat(Quantiles.of(new double[] {0.0, -0.0}, 2, true)).containsExactly(1, 1);
    }

    @Test
    void the_rule_holds_in_whole_numbers_for_any_size() {
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 300; round++) {
            int k = 2 + random.nextInt(20);
            double[] values =
                    random.doubles(k + random.nextInt(200), 0, 30).map(Math::floor).toArray();
            int[] found = Quantiles.of(values, k, false);
            for (int i = 0; i < values.length; i++) {
                double value = values[i];
                long rank = 1 + Arrays.stream(values).filter(other -> other < value).count();
                long up = (values.length + 1 - rank) * k;
                long ceiling = up / values.length + (up % values.length == 0 ? 0 : 1);
                assertThat(found[i]).isEqualTo((int) (k + 1 - ceiling)).isBetween(1, k);
            }
        }
    }

    @Test
    void fewer_values_than_groups_have_none() {
        assertThat(Quantiles.missing(9, 10)).isPresent();
        assertThat(Quantiles.missing(10, 10)).isEmpty();
        assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(() -> Quantiles.of(new double[9], 10, true));
        assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(() -> Quantiles.of(new double[] {1, Double.NaN}, 2, true))
                .withMessageContaining("value");
        assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(() -> Quantiles.of(new double[9], 1, true))
                .withMessageContaining("groups");
    }
}
