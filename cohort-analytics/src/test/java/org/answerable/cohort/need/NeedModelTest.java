package org.answerable.cohort.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.answerable.cohort.Coupling;
import org.answerable.cohort.NeedLimits;
import org.answerable.cohort.Progress;
import org.answerable.cohort.need.EstimateNeed.Estimate;
import org.answerable.cohort.statistics.BetaShare;
import org.answerable.cohort.statistics.InvalidArgument;
import org.junit.jupiter.api.Test;

/** The model against the check values of the methods, and its two ways against each other. */
class NeedModelTest {

    private static final double CHILDREN = 12_606;
    private static final int DRAWS = 100_000;

    @Test
    void one_share_for_all_gives_the_published_check_values() {
        Estimate need = total(model(Coupling.SHARED, study(1, share(0.15, 30))), CHILDREN);

        assertThat(need.moments().mean()).isCloseTo(1_891, within(0.5));
        assertThat(need.moments().deviation()).isCloseTo(808, within(0.5));
        assertThat(Math.sqrt(need.moments().chanceAlone())).isCloseTo(39, within(0.5));
        assertThat(need.limits().lower95()).isCloseTo(610, within(0.5));
        assertThat(need.limits().upper95()).isCloseTo(3_723, within(0.5));
        assertThat(need.simulated()).isFalse();
    }

    @Test
    void a_mixture_of_three_studies_gives_the_published_check_values() {
        Estimate need = total(mixture(), CHILDREN);

        assertThat(need.moments().mean()).isCloseTo(2_038, within(0.5));
        assertThat(need.moments().deviation()).isCloseTo(1_003, within(0.5));
        assertThat(need.limits().lower95()).isCloseTo(507, within(0.5));
        assertThat(need.limits().lower80()).isCloseTo(836, within(0.5));
        assertThat(need.limits().median()).isCloseTo(1_901, within(0.5));
        assertThat(need.limits().upper80()).isCloseTo(3_440, within(0.5));
        assertThat(need.limits().upper95()).isCloseTo(4_247, within(0.5));
    }

    @Test
    void two_strata_err_together_or_each_for_itself() {
        Evidence study = study(1, share(0.25, 30), share(0.15, 30));

        Moments alone = model(Coupling.INDEPENDENT, study).moments(new double[] {3_447, 9_159});
        Moments shared = model(Coupling.SHARED, study).moments(new double[] {3_447, 9_159});

        assertThat(alone.mean()).isCloseTo(2_236, within(0.5));
        assertThat(alone.deviation()).isCloseTo(646, within(0.5));
        assertThat(shared.deviation()).isCloseTo(855, within(0.5));
    }

    @Test
    void planning_figure_and_studies_give_the_point_results() {
        assertThat(expected(12_606, 0.10)).isEqualTo(1_261);
        assertThat(expected(19_636, 0.10)).isEqualTo(1_964);
        assertThat(expected(12_606, 0.15)).isEqualTo(1_891);
        assertThat(expected(19_636, 0.15)).isEqualTo(2_945);
        assertThat(expected(12_606, 0.235)).isEqualTo(2_962);
        assertThat(expected(19_636, 0.235)).isEqualTo(4_614);
    }

    @Test
    void simulation_agrees_with_the_closed_form_to_three_standard_errors() {
        NeedModel model = mixture();
        agree(model, new double[] {CHILDREN}, 21);
        NeedModel strata =
                model(
                        Coupling.SHARED,
                        study(0.5, share(0.25, 30), share(0.15, 40), share(0.05, 12)),
                        study(0.5, share(0.35, 20), share(0.20, 50), share(0.10, 8)));
        agree(strata, new double[] {3_447, 9_159, 2_000}, 22);
    }

    private static void agree(NeedModel model, double[] children, long seed) {
        NeedLimits exact = new ExactLimits(model).of(children).orElseThrow();
        NeedDraws draws = new NeedDraws(model, DRAWS, seed);
        double[] need = draws.room();
        draws.need(children, 0, need);
        double[] limits = exact.inOrder();
        for (int i = 0; i < limits.length; i++) {
            double limit = limits[i];
            double below = java.util.Arrays.stream(need).filter(n -> n <= limit).count();
            double chance = NeedLimits.CHANCES[i];
            double error = Math.sqrt(chance * (1 - chance) / DRAWS);
            assertThat(below / DRAWS).isCloseTo(chance, within(3 * error));
        }
        Moments moments = model.moments(children);
        double mean = java.util.Arrays.stream(need).average().orElseThrow();
        assertThat(mean)
                .isCloseTo(moments.mean(), within(3 * moments.deviation() / Math.sqrt(DRAWS)));
    }

    @Test
    void independent_strata_have_the_variance_of_the_closed_form() {
        NeedModel model =
                model(
                        Coupling.INDEPENDENT,
                        study(0.5, share(0.25, 30), share(0.15, 30)),
                        study(0.5, share(0.10, 40), share(0.10, 40)));
        double[] children = {3_447, 9_159};
        assertThat(new ExactLimits(model).of(children)).isEmpty();

        NeedDraws draws = new NeedDraws(model, DRAWS, 7);
        double[] need = draws.room();
        draws.need(children, 0, need);

        double mean = java.util.Arrays.stream(need).average().orElseThrow();
        double variance =
                java.util.Arrays.stream(need).map(n -> (n - mean) * (n - mean)).sum() / DRAWS;
        Moments moments = model.moments(children);
        assertThat(mean)
                .isCloseTo(moments.mean(), within(3 * moments.deviation() / Math.sqrt(DRAWS)));
        // The standard error of a variance is about that of 2 + excess over the draws.
        assertThat(variance / moments.variance()).isCloseTo(1, within(3 * Math.sqrt(4.0 / DRAWS)));
    }

    @Test
    void those_really_affected_are_counted_exactly_in_a_small_area() {
        NeedModel model =
                new NeedModel(List.of(study(1, share(0.15, 30))), Coupling.SHARED, 0, true);
        // By brute force: the chances of 0, 1, 2 … of 40, the share in 20,000 steps of its
        // distribution.
        double[] chances = new double[41];
        int steps = 20_000;
        BetaShare share = share(0.15, 30);
        for (int i = 0; i < steps; i++) {
            double p = share.quantile((i + 0.5) / steps);
            double at = Math.pow(1 - p, 40);
            for (int x = 0; x <= 40; x++) {
                chances[x] += at / steps;
                at *= (40.0 - x) / (x + 1) * p / (1 - p);
            }
        }
        NeedLimits limits = new ExactLimits(model).of(new double[] {40}).orElseThrow();
        double[] five = limits.inOrder();
        for (int i = 0; i < five.length; i++) {
            double below = 0;
            int x = -1;
            while (below < NeedLimits.CHANCES[i]) {
                below += chances[++x];
            }
            assertThat(five[i]).isEqualTo(x);
        }
        assertThat(model.moments(new double[] {40}).variance())
                .isCloseTo(40 * 40 * share.variance() + 40 * share.chanceVariance(), within(1e-9));
    }

    @Test
    void chance_and_an_uncertain_list_widen_the_limits_as_the_variance_says() {
        NeedModel model =
                new NeedModel(List.of(study(1, share(0.15, 30))), Coupling.SHARED, 0.05, true);
        double[] children = {CHILDREN};
        NeedDraws draws = new NeedDraws(model, DRAWS, 3);
        double[] need = draws.room();
        draws.need(children, 0, need);
        double mean = java.util.Arrays.stream(need).average().orElseThrow();
        double variance =
                java.util.Arrays.stream(need).map(n -> (n - mean) * (n - mean)).sum() / DRAWS;
        assertThat(variance / model.moments(children).variance())
                .isCloseTo(1, within(3 * Math.sqrt(4.0 / DRAWS)));
    }

    @Test
    void the_same_seed_gives_the_same_bits_whatever_the_order_and_the_threads() {
        NeedModel model =
                model(
                        Coupling.INDEPENDENT,
                        study(0.4, share(0.25, 30), share(0.15, 30)),
                        study(0.6, share(0.30, 30), share(0.10, 30)));
        List<double[]> areas = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 2_000; i++) {
            areas.add(new double[] {random.nextInt(60), random.nextInt(60)});
        }
        List<Estimate> first = new EstimateNeed(model, 2_000, 9).areas(areas, Progress.NONE);
        List<Estimate> second = new EstimateNeed(model, 2_000, 9).areas(areas, Progress.NONE);
        assertThat(second).isEqualTo(first);
        NeedDraws draws = new NeedDraws(model, 2_000, 9);
        for (int i = areas.size() - 1; i > 0; i -= 97) {
            if (first.get(i).simulated()) {
                assertThat(draws.limits(areas.get(i), i + 1L, draws.room()))
                        .isEqualTo(first.get(i).limits());
            }
        }
        assertThat(new EstimateNeed(model, 2_000, 10).areas(areas, Progress.NONE))
                .isNotEqualTo(first);
    }

    @Test
    void areas_with_one_error_in_common_sum_to_the_total_at_every_limit() {
        NeedModel model = mixture();
        Estimate whole = total(model, 300);
        List<Estimate> parts =
                new EstimateNeed(model, 1_000, 1)
                        .areas(
                                List.of(new double[] {100}, new double[] {200}, new double[] {0}),
                                Progress.NONE);
        assertThat(parts.get(0).limits().upper95() + parts.get(1).limits().upper95())
                .isCloseTo(whole.limits().upper95(), within(1e-9));
        assertThat(parts.get(2).limits().upper95()).isZero();
    }

    @Test
    void a_share_that_is_certain_has_no_interval() {
        Estimate none = total(model(Coupling.SHARED, study(1, share(0, 30))), CHILDREN);
        assertThat(none.limits()).isEqualTo(NeedLimits.of(0, 0, 0, 0, 0));
        assertThat(none.moments().variance()).isZero();
        Estimate all = total(model(Coupling.SHARED, study(1, share(1, 30))), 10);
        assertThat(all.limits()).isEqualTo(NeedLimits.of(10, 10, 10, 10, 10));
    }

    @Test
    void bad_input_is_named() {
        assertThatThrownBy(
                        () ->
                                model(
                                        Coupling.SHARED,
                                        study(0.5, share(0.1, 40)),
                                        study(0.3, share(0.2, 40))))
                .isInstanceOf(InvalidArgument.class)
                .hasMessageContaining("Their sum is 0.8.");
        assertThatThrownBy(() -> share(1.2, 30)).isInstanceOf(InvalidArgument.class);
        assertThatThrownBy(() -> share(0.2, 0)).isInstanceOf(InvalidArgument.class);
        assertThatThrownBy(() -> share(Double.NaN, 3)).isInstanceOf(InvalidArgument.class);
        assertThatThrownBy(() -> new NeedDraws(mixture(), 1_000_000, 1))
                .isInstanceOf(InvalidArgument.class)
                .hasMessageContaining("200,000");
    }

    static NeedModel mixture() {
        return model(
                Coupling.SHARED,
                study(1 / 3.0, share(0.10, 40)),
                study(1 / 3.0, share(0.15, 40)),
                study(1 / 3.0, share(0.235, 40)));
    }

    private static long expected(double children, double mean) {
        return Math.round(
                model(Coupling.SHARED, study(1, share(mean, 40)))
                        .moments(new double[] {children})
                        .mean());
    }

    static Estimate total(NeedModel model, double children) {
        return new EstimateNeed(model, 10_000, 1).total(new double[] {children});
    }

    static NeedModel model(Coupling coupling, Evidence... studies) {
        return new NeedModel(List.of(studies), coupling, 0, false);
    }

    static Evidence study(double weight, BetaShare... shares) {
        return new Evidence("study", weight, List.of(shares));
    }

    static BetaShare share(double mean, double effectiveSize) {
        return new BetaShare(mean, effectiveSize);
    }
}
