package org.answerable.cohort.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.answerable.cohort.statistics.SlopeIndex.RatioInterval;
import org.junit.jupiter.api.Test;

class SlopeIndexTest {

    private static final List<Confidence> AT_95 = List.of(Confidence.OF_95);
    private static final double[] PEOPLE = {
        7200, 7100, 7300, 7000, 7150, 7050, 7200, 7100, 7000, 7250
    };
    private static final double[] VALUES = {
        26.4, 24.1, 21.7, 19.2, 18.8, 17.1, 15.9, 14.2, 13.5, 11.8
    };
    private static final double[] ERRORS = {0.9, 0.9, 0.8, 0.8, 0.8, 0.7, 0.7, 0.7, 0.6, 0.6};

    private final SlopeIndex index = new SlopeIndex(PEOPLE);

    @Test
    void values_on_a_line_give_that_line_whatever_the_sizes() {
        double[] people = {10, 90, 300, 5, 77};
        double[] values = new double[people.length];
        double before = 0;
        for (int i = 0; i < people.length; i++) {
            values[i] = 20 - 8 * (before + people[i] / 2) / 482;
            before += people[i];
        }
        SlopeIndex.Indices line =
                new SlopeIndex(people)
                        .closed(values, new double[5], 100, RatioInterval.LOG_DELTA, AT_95);
        assertThat(line.slope().value().number()).isCloseTo(-800, within(1e-9));
        assertThat(line.ratio().value().number()).isCloseTo(12.0 / 20, within(1e-12));
        assertThat(line.slope().intervals().get(0).upper().number()).isCloseTo(-800, within(1e-9));
        assertThat(line.ratio().intervals().get(0).lower().number()).isCloseTo(0.6, within(1e-12));
    }

    @Test
    void weighted_least_squares_by_another_way_agrees() {
        // Weights as repeated observations: sums of the normal equations over people.
        double total = 0;
        for (double n : PEOPLE) {
            total += n;
        }
        double sb = 0;
        double sbb = 0;
        double sy = 0;
        double sby = 0;
        double before = 0;
        for (int i = 0; i < PEOPLE.length; i++) {
            double b = (before + PEOPLE[i] / 2) / total;
            before += PEOPLE[i];
            sb += PEOPLE[i] * b;
            sbb += PEOPLE[i] * b * b;
            sy += PEOPLE[i] * VALUES[i];
            sby += PEOPLE[i] * b * VALUES[i];
        }
        double beta = (total * sby - sb * sy) / (total * sbb - sb * sb);
        double alpha = (sy - beta * sb) / total;
        SlopeIndex.Indices found = closed(1);
        assertThat(found.slope().value().number()).isCloseTo(beta, within(1e-9));
        assertThat(found.ratio().value().number()).isCloseTo((alpha + beta) / alpha, within(1e-9));
    }

    @Test
    void a_multiplier_below_0_turns_the_slope_and_the_ratio_over() {
        SlopeIndex.Indices bad = closed(1);
        SlopeIndex.Indices good = closed(-1);
        Interval slope = good.slope().intervals().get(0);
        Interval ratio = good.ratio().intervals().get(0);
        assertThat(good.slope().value().number()).isEqualTo(-bad.slope().value().number());
        assertThat(slope.lower().number())
                .isCloseTo(-bad.slope().intervals().get(0).upper().number(), within(1e-12));
        assertThat(good.ratio().value().number())
                .isCloseTo(1 / bad.ratio().value().number(), within(1e-12));
        assertThat(ratio.lower().number())
                .isCloseTo(1 / bad.ratio().intervals().get(0).upper().number(), within(1e-12));
        assertThat(ratio.lower().number()).isLessThan(ratio.upper().number());
    }

    @Test
    void the_simulation_agrees_with_the_closed_form_to_one_per_cent_of_the_width() {
        SlopeSimulation simulation = new SlopeSimulation(Transform.NONE, 1_000_000, 1);
        SlopeIndex.Indices drawn = simulation.of(index, VALUES, ERRORS, 1, AT_95);
        SlopeIndex.Indices closed = closed(1);
        near(drawn.slope(), closed.slope(), 0.01);
        // The delta method is itself an approximation of the ratio.
        near(drawn.ratio(), closed.ratio(), 0.02);
        near(
                drawn.ratio(),
                index.closed(VALUES, ERRORS, 1, RatioInterval.FIELLER, AT_95).ratio(),
                0.01);
    }

    @Test
    void the_same_seed_gives_the_same_limits_and_another_one_others() {
        SlopeIndex.Indices one = drawn(Transform.LOG, 42);
        assertThat(drawn(Transform.LOG, 42)).isEqualTo(one);
        assertThat(drawn(Transform.LOG, 43).slope().intervals())
                .isNotEqualTo(one.slope().intervals());
    }

    @Test
    void a_line_on_the_log_scale_is_taken_back_at_its_ends() {
        double[] people = {1, 1, 1, 1, 1};
        double[] values = new double[5];
        for (int i = 0; i < 5; i++) {
            values[i] = 8 * Math.pow(0.25, (i + 0.5) / 5);
        }
        SlopeIndex.Indices line =
                new SlopeSimulation(Transform.LOG, 1_000, 1)
                        .of(new SlopeIndex(people), values, new double[5], 1, AT_95);
        assertThat(line.slope().value().number()).isCloseTo(2 - 8, within(1e-12));
        assertThat(line.ratio().value().number()).isCloseTo(0.25, within(1e-12));
        assertThat(line.slope().intervals().get(0).lower().number()).isCloseTo(-6, within(1e-12));
    }

    @Test
    void a_line_below_0_at_an_end_has_a_slope_and_no_ratio() {
        double[] people = {1, 1, 1, 1, 1};
        double[] values = {5, 3, 2, 1, -1};
        SlopeIndex.Indices found =
                new SlopeIndex(people)
                        .closed(values, new double[5], 1, RatioInterval.FIELLER, AT_95);
        assertThat(found.slope().value().available()).isTrue();
        assertThat(found.ratio().value().available()).isFalse();
        assertThat(found.ratio().intervals().get(0).upper().available()).isFalse();
    }

    @Test
    void fieller_has_no_end_where_the_start_of_the_line_may_be_nothing() {
        double[] people = {1, 1, 1, 1, 1};
        double[] values = {1, 2, 3, 4, 5};
        double[] errors = {2, 2, 2, 2, 2};
        SlopeIndex.Indices found =
                new SlopeIndex(people).closed(values, errors, 1, RatioInterval.FIELLER, AT_95);
        assertThat(found.ratio().value().available()).isTrue();
        assertThat(found.ratio().intervals().get(0).lower().available()).isFalse();
    }

    @Test
    void too_few_or_too_many_groups_are_refused_and_so_is_what_the_scale_cannot_take() {
        refused("quantile", () -> new SlopeIndex(new double[] {1, 1, 1, 1}));
        refused("quantile", () -> new SlopeIndex(new double[101]));
        refused("population", () -> new SlopeIndex(new double[] {1, 1, 1, 1, 0}));
        refused("value", () -> drawn(Transform.LOGIT, 1));
        refused("draws", () -> new SlopeSimulation(Transform.NONE, 10, 1));
        refused(
                "standard_error",
                () ->
                        index.closed(
                                VALUES,
                                new double[] {1, 1, 1, 1, 1, 1, 1, 1, 1, -1},
                                1,
                                RatioInterval.FIELLER,
                                AT_95));
    }

    private SlopeIndex.Indices closed(double multiplier) {
        return index.closed(VALUES, ERRORS, multiplier, RatioInterval.LOG_DELTA, AT_95);
    }

    private SlopeIndex.Indices drawn(Transform transform, long seed) {
        return new SlopeSimulation(transform, 10_000, seed).of(index, VALUES, ERRORS, 1, AT_95);
    }

    private static void refused(String argument, Runnable attempt) {
        assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(attempt::run)
                .satisfies(e -> assertThat(e.argument()).isEqualTo(argument));
    }

    private static void near(Estimate drawn, Estimate closed, double share) {
        Interval d = drawn.intervals().get(0);
        Interval c = closed.intervals().get(0);
        double width = c.upper().number() - c.lower().number();
        assertThat(d.lower().number()).isCloseTo(c.lower().number(), within(share * width));
        assertThat(d.upper().number()).isCloseTo(c.upper().number(), within(share * width));
    }
}
