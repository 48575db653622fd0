package org.answerable.cohort.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalPropertiesTest {

    private static final List<Confidence> BOTH = List.of(Confidence.OF_95, Confidence.OF_998);
    private final SplittableRandom random = new SplittableRandom(20240402);

    @Test
    void the_estimate_lies_within_its_limits_and_higher_confidence_is_wider() {
        Proportion wilson = new Proportion(Proportion.Method.WILSON, 1, BOTH);
        Proportion exact = new Proportion(Proportion.Method.EXACT, 100, BOTH);
        Rate rate = new Rate(100_000, BOTH);
        for (int i = 0; i < 2_000; i++) {
            double n = 1 + random.nextInt(100_000);
            double x = random.nextInt((int) n + 1);
            for (Estimate estimate :
                    List.of(wilson.of(x, n), exact.of(x, n), rate.of(x, n), rate.of(x + 0.4, n))) {
                Interval at95 = estimate.intervals().get(0);
                Interval at998 = estimate.intervals().get(1);
                assertThat(
                                Stream.of(
                                                at998.lower(),
                                                at95.lower(),
                                                estimate.value(),
                                                at95.upper(),
                                                at998.upper())
                                        .map(Result::number))
                        .as("%s of %s", x, n)
                        .isSorted();
            }
        }
    }

    @Test
    void wilson_is_symmetric() {
        for (int i = 0; i < 2_000; i++) {
            double n = 1 + random.nextInt(10_000);
            double x = random.nextInt((int) n + 1);
            Interval of = WilsonInterval.of(x, n, Confidence.OF_998);
            Interval rest = WilsonInterval.of(n - x, n, Confidence.OF_998);
            assertThat(of.lower().number()).isCloseTo(1 - rest.upper().number(), within(1e-14));
            assertThat(of.upper().number()).isCloseTo(1 - rest.lower().number(), within(1e-14));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 1, 2, 7, 100, 12_345, 7_564_336_677.0, 1e15, 1e300})
    void wilson_is_exactly_0_for_none_and_exactly_1_for_all(double n) {
        for (Confidence confidence : BOTH) {
            assertThat(WilsonInterval.of(0, n, confidence).lower().number()).isZero();
            assertThat(WilsonInterval.of(n, n, confidence).upper().number()).isEqualTo(1);
        }
    }

    @Test
    void small_limits_of_large_numbers_keep_their_digits() {
        double z = Confidence.OF_95.z();
        double n = 1e13;
        assertThat(WilsonInterval.of(0, n, Confidence.OF_95).upper().number())
                .isCloseTo(z * z / (n + z * z), within(1e-9 * 4e-13));
    }

    @Test
    void total_confidence_gives_everything_for_a_proportion_and_nothing_for_a_count() {
        Confidence total = Confidence.of(1);
        for (Interval interval :
                List.of(WilsonInterval.of(3, 10, total), ClopperPearson.of(3, 10, total))) {
            assertThat(interval).isEqualTo(Interval.of(0, 1));
        }
        assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(() -> new CountInterval(total))
                .withMessageContaining("confidence");
    }

    @Test
    void wilson_of_arrays_is_wilson_of_each() {
        int rows = 200_000;
        double[] x = random.doubles(rows, 0, 50).toArray();
        double[] n = random.doubles(rows, 50, 5_000).toArray();
        n[7] = x[7];
        x[8] = 0;
        x[9] = 0;
        n[9] = 0;
        double[] lower = new double[rows];
        double[] upper = new double[rows];
        WilsonInterval.of(x, n, Confidence.OF_95, lower, upper);
        for (int i = 0; i < rows; i++) {
            if (i != 9) {
                Interval one = WilsonInterval.of(x[i], n[i], Confidence.OF_95);
                assertThat(lower[i]).isEqualTo(one.lower().number());
                assertThat(upper[i]).isEqualTo(one.upper().number());
            }
        }
        assertThat(lower[9]).isNaN();
        n[150_000] = x[150_000] / 2;
        assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(() -> WilsonInterval.of(x, n, Confidence.OF_95, lower, upper))
                .withMessageContaining("numerator")
                .withMessageContaining("150000");
    }

    @Test
    void clopper_and_pearson_is_the_textbook_interval() {
        // 8 of 10: Newcombe, Stat Med 1998;17:857, and the closed ends 1 - (a/2)^(1/n).
        Interval of = ClopperPearson.of(8, 10, Confidence.OF_95);
        assertThat(of.lower().number()).isCloseTo(0.4439, within(5e-5));
        assertThat(of.upper().number()).isCloseTo(0.9748, within(5e-5));
        assertThat(ClopperPearson.of(0, 10, Confidence.OF_95).upper().number())
                .isCloseTo(1 - Math.pow(0.025, 0.1), within(1e-12));
        assertThat(ClopperPearson.of(10, 10, Confidence.OF_95).lower().number())
                .isCloseTo(Math.pow(0.025, 0.1), within(1e-12));
    }

    @Test
    void exact_limits_of_a_count_make_it_as_unlikely_as_the_tail() {
        Interval none = ExactPoisson.of(0, Confidence.OF_95);
        assertThat(none.lower().number()).isZero();
        assertThat(none.upper().number()).isCloseTo(-Math.log(0.025), within(1e-12));
        assertThat(ExactPoisson.of(1, Confidence.OF_95).lower().number())
                .isCloseTo(-Math.log(0.975), within(1e-12));
    }

    @Test
    void a_count_of_10_is_by_byar_and_one_of_9_exact() {
        CountInterval count = new CountInterval(Confidence.OF_95);
        assertThat(count.of(10)).isEqualTo(ByarInterval.of(10, Confidence.OF_95));
        assertThat(count.of(9)).isEqualTo(ExactPoisson.of(9, Confidence.OF_95));
        assertThat(count.of(9.5)).isEqualTo(ExactPoisson.of(9.5, Confidence.OF_95));
    }

    @Test
    void byar_has_no_lower_limit_where_the_formula_is_negative_or_at_none() {
        assertThat(ByarInterval.of(1, Confidence.OF_998).lower().available()).isFalse();
        assertThat(ByarInterval.of(0, Confidence.OF_95).lower().available()).isFalse();
        assertThat(ByarInterval.of(1, Confidence.OF_95).lower().available()).isTrue();
    }

    @Test
    void a_multiplier_only_scales() {
        Estimate once = new Rate(1, BOTH).of(250, 220);
        Estimate often = new Rate(1000, BOTH).of(250, 220);
        assertThat(once.value().number()).isGreaterThan(1);
        assertThat(often.value().number()).isCloseTo(once.value().number() * 1000, within(1e-9));
        assertThat(often.intervals().get(1).upper().number())
                .isCloseTo(once.intervals().get(1).upper().number() * 1000, within(1e-9));
    }

    @Test
    void of_nothing_there_is_no_proportion_and_no_rate_but_a_reason() {
        for (Estimate estimate :
                List.of(
                        new Proportion(Proportion.Method.WILSON, 1, BOTH).of(0, 0),
                        new Proportion(Proportion.Method.EXACT, 1, BOTH).of(0, 0),
                        new Rate(1, BOTH).of(3, 0))) {
            assertThat(estimate.value()).isEqualTo(NotAvailable.NO_DENOMINATOR);
            assertThat(estimate.intervals()).hasSize(2);
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> estimate.value().number())
                    .withMessageContaining("denominator is 0");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 10, numerator",
        "NaN, 10, numerator",
        "11, 10, numerator",
        "Infinity, 10, numerator",
        "1, -10, denominator",
        "1, NaN, denominator",
        "1, Infinity, denominator",
        "1, 0, numerator"
    })
    void an_impossible_part_is_refused_by_the_argument(double x, double n, String argument) {
        for (Proportion.Method method : Proportion.Method.values()) {
            Proportion proportion = new Proportion(method, 1, BOTH);
            assertThatExceptionOfType(InvalidArgument.class)
                    .isThrownBy(() -> proportion.of(x, n))
                    .satisfies(e -> assertThat(e.argument()).isEqualTo(argument));
        }
    }

    @Test
    void a_number_too_large_for_a_computer_is_not_available() {
        assertThat(new Rate(1e300, BOTH).of(1e300, 1e-5).value())
                .isEqualTo(NotAvailable.BEYOND_COMPUTING);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.5, 100.1, Double.NaN, Double.POSITIVE_INFINITY})
    void a_confidence_outside_its_range_is_refused(double level) {
        assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(() -> Confidence.of(level))
                .withMessageContaining("confidence");
    }

    @ParameterizedTest
    @CsvSource({"0.95, 95", "95, 95", "0.998, 998", "99.8, 998", "0.9, 90", "0.999, 999"})
    void a_confidence_may_be_given_in_per_cent_and_names_its_columns(double level, String suffix) {
        assertThat(Confidence.of(level).suffix()).isEqualTo(suffix);
        assertThat(Confidence.of(level).level()).isLessThan(1);
    }
}
