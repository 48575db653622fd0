package org.answerable.cohort.need;

import static org.answerable.cohort.need.NeedModelTest.model;
import static org.answerable.cohort.need.NeedModelTest.share;
import static org.answerable.cohort.need.NeedModelTest.study;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.answerable.cohort.Coupling;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.NeedEstimate;
import org.answerable.cohort.NeedEstimate.YearPlan;
import org.answerable.cohort.NeedLimits;
import org.answerable.cohort.NeedQuestion.Births;
import org.answerable.cohort.NeedQuestion.Plan;
import org.junit.jupiter.api.Test;

/** What it would take, from births to teams. */
class YearPlansTest {

    private static final List<Births> FALLING =
            List.of(new Births(2021, 1_000), new Births(2022, 900));

    @Test
    void need_families_whole_time_equivalents_and_teams_follow_from_births() {
        NeedEstimate.Plan plan = planned(plan(FALLING, 2, 8.0, 20.0, 40.0, 86.0, 127.0), 50_000);
        assertThat(plan.years()).extracting(YearPlan::year).containsExactly(2023, 2024);
        YearPlan year = plan.years().get(0);
        // Births have no error here, so need is 810 times the Beta share.
        NeedLimits share = NeedLimits.of(c -> share(0.15, 30).quantile(c));
        assertThat(year.births()).isEqualTo(NeedLimits.of(c -> year.births().median()));
        assertThat(year.need().median()).isCloseTo(810 * share.median(), within(1.5));
        assertThat(year.need().upper95()).isCloseTo(810 * share.upper95(), within(4.0));
        assertThat(year.families().median()).isCloseTo(year.need().median() * 0.3, within(1e-9));
        assertThat(year.wte().lower95())
                .isCloseTo(year.families().lower95() * 20 / (8 * 40), within(1e-9));
        assertThat(year.teams().lower95()).isCloseTo(year.families().lower95() / 127, within(1e-9));
        assertThat(year.teams().upper95()).isCloseTo(year.families().upper95() / 86, within(1e-9));
        assertThat(plan.method()).contains("2021 to 2022 (2 years)", "give no error");
        assertThat(plan.assumptions())
                .contains(
                        "50% of the need is to be met.",
                        "60% of families in need take up the offer.",
                        "A team sees 86 to 127 families a year.");
    }

    @Test
    void what_is_not_known_is_left_out_and_said() {
        NeedEstimate.Plan plan = planned(plan(FALLING, 1, 8.0, null, 40.0, null, 127.0), 1_000);
        assertThat(plan.years().get(0).wte()).isNull();
        assertThat(plan.years().get(0).teams()).isNull();
        assertThat(plan.assumptions())
                .anyMatch(a -> a.startsWith("Whole-time equivalents are not"));
    }

    @Test
    void errors_of_births_widen_need_and_the_seed_gives_the_same_numbers() {
        List<Births> unsteady =
                List.of(new Births(2020, 1_300), new Births(2021, 700), new Births(2022, 1_100));
        Plan plan = plan(unsteady, 1, null, null, null, null, null);
        YearPlan year = planned(plan, 20_000).years().get(0);
        assertThat(year.births().upper95()).isGreaterThan(1_300);
        assertThat(year.need().upper95() / year.need().median()).isGreaterThan(2);
        assertThat(planned(plan, 20_000)).isEqualTo(planned(plan, 20_000));
    }

    @Test
    void births_that_say_nothing_of_the_years_ahead_are_refused() {
        List<Births> wild =
                List.of(new Births(2020, 1), new Births(2021, 1e9), new Births(2022, 1));
        assertThatThrownBy(() -> planned(plan(wild, 10, null, null, null, null, null), 1_000))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("nothing can be said of 2023");
    }

    private static Plan plan(
            List<Births> births,
            int years,
            Double caseload,
            Double weeks,
            Double productive,
            Double low,
            Double high) {
        return new Plan(births, years, 0.5, 0.6, caseload, weeks, productive, low, high);
    }

    private static NeedEstimate.Plan planned(Plan plan, int draws) {
        NeedModel model = model(Coupling.SHARED, study(1, share(0.15, 30)));
        return new YearPlans(plan, model, new double[] {12_606}, draws, 5).plan();
    }
}
