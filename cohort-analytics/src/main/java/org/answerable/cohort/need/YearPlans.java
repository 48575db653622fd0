package org.answerable.cohort.need;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.NeedEstimate;
import org.answerable.cohort.NeedEstimate.YearPlan;
import org.answerable.cohort.NeedLimits;
import org.answerable.cohort.NeedNumbers;
import org.answerable.cohort.NeedQuestion.Births;
import org.answerable.cohort.NeedQuestion.Plan;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.ContinuousDistribution;

/**
 * What it would take, year by year: births are carried on, their need follows from the same shares as the
 * estimate, families to be seen are {@code need · share to be met · uptake}, and {@code WTE = families ·
 * weeksPerEpisode / (caseload · productiveWeeks)}. Teams are as large as those reported: families over the
 * families that a team sees in a year, the least need with the largest team and the reverse.
 */
final class YearPlans {

    private static final long BIRTHS = 0xB1;
    private static final double HIGHEST = 0.975;
    private static final double MOST_BIRTHS = 1e9;

    private final Plan plan;
    private final BirthProjection projection;
    private final double[] shares;
    private final double[] errors;

    /**
     * @param model of the estimate
     * @param children of it, by class: births are shared out as these are
     */
    YearPlans(Plan plan, NeedModel model, double[] children, int draws, long seed) {
        this.plan = plan;
        this.projection = new BirthProjection(plan.births());
        NeedModel plain = new NeedModel(model.evidence(), model.coupling(), 0, false);
        double all = Arrays.stream(children).sum();
        double[] each = Arrays.stream(children).map(n -> n / all).toArray();
        NeedDraws drawn = new NeedDraws(plain, draws, seed);
        this.shares = drawn.room();
        drawn.need(each, 0, shares);
        this.errors = new double[draws];
        if (projection.hasError()) {
            ContinuousDistribution.Sampler sampler =
                    projection
                            .student()
                            .createSampler(
                                    RandomSource.XO_RO_SHI_RO_128_PP.create(seed ^ BIRTHS << 32));
            Arrays.setAll(errors, i -> sampler.sample());
        }
    }

    /**
     * @throws InvalidInput field {@code births}: a year ahead could have any number of them
     */
    NeedEstimate.Plan plan() {
        int last = plan.births().stream().mapToInt(Births::year).max().orElseThrow();
        List<YearPlan> years = new ArrayList<>();
        for (int ahead = 1; ahead <= plan.years(); ahead++) {
            years.add(year(last + ahead));
        }
        return new NeedEstimate.Plan(method(last), years, assumptions());
    }

    private YearPlan year(int year) {
        if (!(projection.quantile(year, HIGHEST) <= MOST_BIRTHS)) {
            throw new InvalidInput(
                    "births",
                    "The births of these years differ so much, or grow so fast, that nothing can be said"
                            + " of "
                            + year
                            + ". Check them, give more years, or look less far ahead.");
        }
        double[] needs = new double[shares.length];
        for (int i = 0; i < needs.length; i++) {
            needs[i] = shares[i] * projection.births(year, errors[i]);
        }
        NeedLimits need = NeedDraws.limits(needs);
        NeedLimits families = need.rising(n -> n * plan.share() * plan.uptake());
        return new YearPlan(
                year,
                NeedLimits.of(chance -> projection.quantile(year, chance)),
                need,
                families,
                knowsWte() ? families.rising(this::wte) : null,
                knowsTeams() ? teams(families) : null);
    }

    private boolean knowsWte() {
        return plan.caseload() != null
                && plan.weeksPerEpisode() != null
                && plan.productiveWeeks() != null;
    }

    private double wte(double families) {
        return families * plan.weeksPerEpisode() / (plan.caseload() * plan.productiveWeeks());
    }

    private boolean knowsTeams() {
        return plan.teamLow() != null && plan.teamHigh() != null;
    }

    private NeedLimits teams(NeedLimits families) {
        double middle = (plan.teamLow() + plan.teamHigh()) / 2;
        return NeedLimits.of(
                families.lower95() / plan.teamHigh(),
                families.lower80() / plan.teamHigh(),
                families.median() / middle,
                families.upper80() / plan.teamLow(),
                families.upper95() / plan.teamLow());
    }

    private String method(int last) {
        int first = plan.births().stream().mapToInt(Births::year).min().orElseThrow();
        return "Births of "
                + first
                + " to "
                + last
                + " ("
                + plan.births().size()
                + " years) are carried on as a straight line through their logarithms"
                + (projection.hasError()
                        ? ", with the error of a new year."
                        : "; so few years, or years on one line, give no error.")
                + " Need is counted for the babies of one year, once each.";
    }

    private List<String> assumptions() {
        List<String> used = new ArrayList<>();
        used.add(NeedNumbers.percent(plan.share()) + " of the need is to be met.");
        used.add(NeedNumbers.percent(plan.uptake()) + " of families in need take up the offer.");
        if (knowsWte()) {
            used.add(
                    "A whole-time equivalent sees "
                            + NeedNumbers.number(plan.caseload())
                            + " families at one time, each for "
                            + NeedNumbers.number(plan.weeksPerEpisode())
                            + " weeks, in "
                            + NeedNumbers.number(plan.productiveWeeks())
                            + " weeks of the year.");
        } else {
            used.add(
                    "Whole-time equivalents are not worked out: caseload, weeks for each family and"
                            + " productive weeks are not given.");
        }
        if (knowsTeams()) {
            used.add(
                    "A team sees "
                            + NeedNumbers.number(plan.teamLow())
                            + " to "
                            + NeedNumbers.number(plan.teamHigh())
                            + " families a year.");
        }
        return used;
    }
}
