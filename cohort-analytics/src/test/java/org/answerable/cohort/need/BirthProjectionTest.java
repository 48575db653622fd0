package org.answerable.cohort.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.answerable.cohort.NeedQuestion.Births;
import org.junit.jupiter.api.Test;

/** Births carried on along the line through their logarithms. */
class BirthProjectionTest {

    @Test
    void two_years_give_their_growth_and_no_error() {
        BirthProjection births =
                new BirthProjection(List.of(new Births(2021, 1_000), new Births(2022, 900)));
        assertThat(births.hasError()).isFalse();
        assertThat(births.quantile(2023, 0.5)).isCloseTo(810, within(1e-9));
        assertThat(births.quantile(2023, 0.975)).isCloseTo(810, within(1e-9));
        assertThat(births.quantile(2025, 0.025)).isCloseTo(656.1, within(1e-9));
    }

    @Test
    void more_years_have_the_error_of_a_new_observation() {
        // By hand: y = log births; slope 0, mean y0; residuals ±d, so s² = 4d²/(4 - 2).
        double d = 0.1;
        double low = 1_000 * Math.exp(-d);
        double high = 1_000 * Math.exp(d);
        BirthProjection births =
                new BirthProjection(
                        List.of(
                                new Births(2019, high),
                                new Births(2020, low),
                                new Births(2021, low),
                                new Births(2022, high)));
        assertThat(births.quantile(2023, 0.5)).isCloseTo(1_000, within(1e-6));
        double s = Math.sqrt(4 * d * d / 2);
        double x = 2023 - 2020.5;
        double error = s * Math.sqrt(1 + 0.25 + x * x / 5);
        double student = 4.302652729911275; // 97.5% of Student's t with 2 degrees of freedom
        assertThat(births.quantile(2023, 0.975))
                .isCloseTo(1_000 * Math.exp(student * error), within(1e-3));
        assertThat(births.quantile(2023, 0.025))
                .isCloseTo(1_000 * Math.exp(-student * error), within(1e-3));
        assertThat(births.quantile(2030, 0.975)).isGreaterThan(births.quantile(2023, 0.975));
    }

    @Test
    void the_order_and_gaps_of_years_do_not_matter() {
        List<Births> some =
                List.of(new Births(2015, 700), new Births(2022, 640), new Births(2018, 690));
        List<Births> sorted =
                List.of(new Births(2015, 700), new Births(2018, 690), new Births(2022, 640));
        assertThat(new BirthProjection(some).births(2024, 1))
                .isCloseTo(new BirthProjection(sorted).births(2024, 1), within(1e-9));
    }
}
