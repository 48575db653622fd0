package org.answerable.cohort.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.answerable.cohort.statistics.FayHerriot.AreaEstimate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Expected numbers were made another way, in Python with mpmath at 40 digits: dense V, P and X'V⁻¹X, the
 * restricted likelihood itself tried at 241 points and narrowed by the golden section, no derivative; then
 * the formulae of g1, g2 and g3 term by term.
 */
class FayHerriotTest {

    private static final double CLOSE = 1e-9;
    private static final double[] VALUES = {
        12.1, 17.8, 7.4, 24.3, 16.2, 13.7, 21.9, 11.6, 20.1, 21.8, 6.9, 26.4
    };
    private static final double[] VARIANCES =
            squares(1.1, 0.8, 1.5, 2.0, 0.6, 1.2, 2.4, 0.9, 1.7, 1.0, 1.3, 1.9);
    private static final double[] X = {0.8, 1.9, 0.5, 3.1, 2.4, 1.2, 3.3, 1.6, 2.9, 2.1, 0.4, 3.8};
    private static final double[] Z = {310, 290, 402, 188, 250, 345, 295, 266, 310, 175, 420, 205};

    @Test
    void one_covariate_agrees_with_a_brute_force_maximum() {
        FayHerriot model = new FayHerriot(VALUES, VARIANCES, columns(X));
        assertThat(model.variance()).isCloseTo(4.9270173988254741, within(CLOSE));
        assertThat(model.coefficients())
                .containsExactly(
                        new double[] {6.0636882902747359, 5.3271099259854143}, within(CLOSE));
        near(
                model.composite(0),
                11.750107760681166,
                1.1114960418752998,
                10.325376231063067,
                0.80283582050271286);
        near(
                model.composite(4),
                16.380357030934329,
                0.35166318087196565,
                18.84875211263973,
                0.93190867877984002);
        near(
                model.composite(6),
                22.839509093174744,
                3.5315775423314574,
                23.643151046026603,
                0.46102829395290062);
        near(model.synthetic(2), 16.717908142245565, 5.4976782981683452, 16.717908142245565, 0);
    }

    @Test
    void two_covariates_agree_with_a_brute_force_maximum() {
        FayHerriot model = new FayHerriot(VALUES, VARIANCES, columns(X, Z));
        assertThat(model.variance()).isCloseTo(3.9977386725745685, within(CLOSE));
        assertThat(model.coefficients())
                .containsExactly(
                        new double[] {
                            15.601262065380694, 4.0295140467674917, -0.024604825007940358
                        },
                        within(CLOSE));
        near(
                model.composite(0),
                11.890278807604431,
                1.1083383493313518,
                11.197377550333177,
                0.76765347186635847);
        near(
                model.composite(6),
                21.746660562846556,
                3.687424691320149,
                21.640235042371011,
                0.40969929680641566);
        near(model.synthetic(2, 300), 16.27884265653357, 4.5497892993729074, 16.27884265653357, 0);
    }

    @Test
    void without_a_covariate_the_values_are_drawn_to_their_mean() {
        FayHerriot model = new FayHerriot(VALUES, VARIANCES, columns());
        assertThat(model.variance()).isCloseTo(38.387693710378096, within(1e-8));
        near(
                model.composite(4),
                16.20339849142817,
                0.35816077913988442,
                16.56578806926693,
                0.99070912445290703);
        near(model.synthetic(), 16.56578806926693, 41.760004973179345, 16.56578806926693, 0);
    }

    @Test
    void values_that_differ_by_sampling_only_give_synthetic_estimates() {
        double[] values = {12.1, 15.8, 9.4, 21.3, 18.2, 11.7, 25.9, 14.6, 16.1, 19.8, 8.9, 22.4};
        double[] variances = squares(2.1, 1.8, 2.5, 3.0, 1.6, 2.2, 3.4, 1.9, 2.7, 2.0, 2.3, 2.9);
        double[] x = {0.8, 1.9, 0.5, 3.1, 2.4, 1.2, 3.3, 1.6, 2.9, 2.1, 0.4, 3.8};
        FayHerriot model = new FayHerriot(values, variances, columns(x));
        assertThat(model.variance()).isZero();
        near(model.composite(0), 11.258048868173676, 2.4461341588412123, 11.258048868173676, 0);
        near(model.synthetic(2), 16.400590676046678, 0.41656895160905561, 16.400590676046678, 0);
    }

    @Test
    void the_likelihood_is_no_greater_anywhere_else() {
        SplittableRandom random = new SplittableRandom(74);
        for (int round = 0; round < 40; round++) {
            int areas = 5 + random.nextInt(30);
            double[] values = new double[areas];
            double[] variances = new double[areas];
            double[][] x = new double[areas][1];
            double spread = Math.exp(4 * random.nextDouble() - 3);
            for (int i = 0; i < areas; i++) {
                variances[i] = Math.exp(6 * random.nextDouble() - 3);
                x[i][0] = random.nextDouble();
                values[i] =
                        3
                                + 2 * x[i][0]
                                + spread * gaussian(random)
                                + Math.sqrt(variances[i]) * gaussian(random);
            }
            double found = new FayHerriot(values, variances, x).variance();
            double greatest = likelihood(found, values, variances, x);
            assertThat(likelihood(0, values, variances, x)).isLessThanOrEqualTo(greatest + 1e-9);
            for (double s = 1e-6; s < 1e4; s *= 1.15) {
                assertThat(likelihood(s, values, variances, x))
                        .as("at %s, found %s", s, found)
                        .isLessThanOrEqualTo(greatest + 1e-9);
            }
        }
    }

    @Test
    void a_value_without_error_is_kept_and_one_full_of_it_is_left() {
        double[] variances = VARIANCES.clone();
        variances[0] = 1e-10;
        variances[1] = 1e10;
        FayHerriot model = new FayHerriot(VALUES, variances, columns(X));
        assertThat(model.composite(0).weight()).isCloseTo(1, within(1e-9));
        assertThat(model.composite(0).value()).isCloseTo(VALUES[0], within(1e-6));
        assertThat(model.composite(1).weight()).isCloseTo(0, within(1e-8));
        assertThat(model.composite(1).value())
                .isCloseTo(model.composite(1).synthetic(), within(1e-6));
    }

    @Test
    void an_estimate_lies_between_the_value_and_the_model_and_is_surer_than_the_value() {
        FayHerriot model = new FayHerriot(VALUES, VARIANCES, columns(X));
        for (int i = 0; i < VALUES.length; i++) {
            AreaEstimate estimate = model.composite(i);
            assertThat(estimate.value())
                    .isBetween(
                            Math.min(VALUES[i], estimate.synthetic()),
                            Math.max(VALUES[i], estimate.synthetic()));
            assertThat(estimate.meanSquaredError()).isBetween(0.0, VARIANCES[i]);
        }
    }

    @Test
    void the_order_of_the_areas_changes_nothing() {
        FayHerriot model = new FayHerriot(VALUES, VARIANCES, columns(X, Z));
        FayHerriot reversed =
                new FayHerriot(
                        reversed(VALUES), reversed(VARIANCES), columns(reversed(X), reversed(Z)));
        assertThat(reversed.variance()).isCloseTo(model.variance(), within(1e-11));
        for (int i = 0; i < VALUES.length; i++) {
            AreaEstimate one = model.composite(i);
            near(
                    reversed.composite(VALUES.length - 1 - i),
                    one.value(),
                    one.meanSquaredError(),
                    one.synthetic(),
                    one.weight());
        }
    }

    @Test
    void the_units_of_covariates_and_values_do_not_matter() {
        FayHerriot model = new FayHerriot(VALUES, VARIANCES, columns(X, Z));
        double[] far = Arrays.stream(Z).map(z -> 1e9 + 1e6 * z).toArray();
        double[] values = Arrays.stream(VALUES).map(y -> y / 1000).toArray();
        double[] variances = Arrays.stream(VARIANCES).map(v -> v / 1e6).toArray();
        FayHerriot other = new FayHerriot(values, variances, columns(X, far));
        assertThat(other.variance() * 1e6).isCloseTo(model.variance(), within(1e-7));
        assertThat(other.composite(3).value() * 1000)
                .isCloseTo(model.composite(3).value(), within(1e-7));
    }

    @Test
    void benchmarked_estimates_add_up_to_the_total_and_keep_their_ratios() {
        double[] estimates = {0.2, 0.1, 0.3};
        double[] weights = {1000, 3000, 500};
        double[] benchmarked = FayHerriot.benchmarked(estimates, weights, 715);
        assertThat(IntStream.range(0, 3).mapToDouble(i -> weights[i] * benchmarked[i]).sum())
                .isCloseTo(715, within(1e-9));
        assertThat(benchmarked[0] / benchmarked[1]).isCloseTo(2, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -5, Double.NaN, Double.POSITIVE_INFINITY})
    void a_total_that_no_factor_leads_to_is_refused(double total) {
        refused(
                "total",
                () -> FayHerriot.benchmarked(new double[] {1, 2}, new double[] {1, 1}, total));
    }

    @Test
    void what_cannot_be_used_is_named() {
        refused("total", () -> FayHerriot.benchmarked(new double[] {1}, new double[] {0}, 10));
        refused("weight", () -> FayHerriot.benchmarked(new double[] {1}, new double[] {-1}, 10));
        for (double psi : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            double[] variances = VARIANCES.clone();
            variances[5] = psi;
            refused("standard_error", () -> new FayHerriot(VALUES, variances, columns(X)));
        }
        double[] values = VALUES.clone();
        values[3] = Double.NaN;
        refused("value", () -> new FayHerriot(values, VARIANCES, columns(X)));
        double[] x = X.clone();
        x[3] = Double.NaN;
        refused("covariates", () -> new FayHerriot(VALUES, VARIANCES, columns(x)));
        refused("covariates", () -> new FayHerriot(VALUES, VARIANCES, columns(X, X, Z, Z, X, Z)));
        refused("value", () -> new FayHerriot(new double[0], new double[0], new double[0][]));
        refused("value", () -> new FayHerriot(VALUES, VARIANCES, new double[3][1]));
        FayHerriot model = new FayHerriot(VALUES, VARIANCES, columns(X));
        refused("covariates", () -> model.synthetic(1, 2));
        refused("covariates", () -> model.synthetic(Double.NaN));
        double[] huge = Arrays.stream(VALUES).map(y -> y * 1e300).toArray();
        refused("value", () -> new FayHerriot(huge, VARIANCES, columns(X)));
        double[] tiny = Arrays.stream(VARIANCES).map(v -> v * 1e-320).toArray();
        double[] same = new double[12];
        refused("value", () -> new FayHerriot(same, tiny, columns(X)));
    }

    @Test
    void two_areas_more_than_covariates_are_needed() {
        refused(
                "value",
                () ->
                        new FayHerriot(
                                new double[] {1, 2},
                                new double[] {1, 1},
                                new double[][] {{1}, {2}}));
        FayHerriot least =
                new FayHerriot(
                        new double[] {1, 2, 9},
                        new double[] {1, 1, 1},
                        new double[][] {{1}, {2}, {3}});
        assertThat(least.composite(0).value()).isFinite();
    }

    @Test
    void covariates_that_depend_on_each_other_are_refused() {
        double[] constant = new double[12];
        Arrays.fill(constant, 0.1);
        double[] sum = IntStream.range(0, 12).mapToDouble(i -> 2 * X[i] - Z[i] / 7 + 1).toArray();
        refused("covariates", () -> new FayHerriot(VALUES, VARIANCES, columns(constant)));
        refused("covariates", () -> new FayHerriot(VALUES, VARIANCES, columns(X, Z, sum)));
        assertThat(FayHerriot.dependent(columns(X, Z, sum))).hasValue(2);
        assertThat(FayHerriot.dependent(columns(X, constant, Z))).hasValue(1);
        assertThat(FayHerriot.dependent(columns(X, Z))).isEmpty();
    }

    private static void near(
            AreaEstimate estimate, double value, double error, double synthetic, double weight) {
        assertThat(estimate.value()).isCloseTo(value, within(CLOSE));
        assertThat(estimate.meanSquaredError()).isCloseTo(error, within(CLOSE));
        assertThat(estimate.synthetic()).isCloseTo(synthetic, within(CLOSE));
        assertThat(estimate.weight()).isCloseTo(weight, within(CLOSE));
    }

    private static void refused(String argument, Runnable fit) {
        assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(fit::run)
                .satisfies(e -> assertThat(e.argument()).isEqualTo(argument));
    }

    /** The restricted likelihood of an intercept and one covariate, by the 2 × 2 formulae. */
    private static double likelihood(double s, double[] y, double[] psi, double[][] x) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        double e = 0;
        double logs = 0;
        for (int i = 0; i < y.length; i++) {
            double w = 1 / (s + psi[i]);
            a += w;
            b += w * x[i][0];
            c += w * x[i][0] * x[i][0];
            d += w * y[i];
            e += w * x[i][0] * y[i];
            logs += Math.log(s + psi[i]);
        }
        double determinant = a * c - b * b;
        double slope = (a * e - b * d) / determinant;
        double level = (c * d - b * e) / determinant;
        double squares = 0;
        for (int i = 0; i < y.length; i++) {
            double r = y[i] - level - slope * x[i][0];
            squares += r * r / (s + psi[i]);
        }
        return -(logs + Math.log(determinant) + squares) / 2;
    }

    private static double gaussian(SplittableRandom random) {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble()))
                * Math.cos(2 * Math.PI * random.nextDouble());
    }

    private static double[] squares(double... errors) {
        return Arrays.stream(errors).map(e -> e * e).toArray();
    }

    private static double[] reversed(double[] numbers) {
        return IntStream.range(0, numbers.length)
                .mapToDouble(i -> numbers[numbers.length - 1 - i])
                .toArray();
    }

    private static double[][] columns(double[]... columns) {
        return IntStream.range(0, 12)
                .mapToObj(i -> Arrays.stream(columns).mapToDouble(column -> column[i]).toArray())
                .toArray(double[][]::new);
    }
}
