package org.answerable.cohort.need;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.answerable.cohort.Coupling;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.NeedEstimate;
import org.answerable.cohort.NeedEstimate.Line;
import org.answerable.cohort.NeedEstimate.Plan;
import org.answerable.cohort.NeedEstimate.Provision;
import org.answerable.cohort.NeedEstimate.Scenario;
import org.answerable.cohort.NeedEstimate.Source;
import org.answerable.cohort.NeedEstimate.Spread;
import org.answerable.cohort.NeedEstimate.Sway;
import org.answerable.cohort.NeedEstimate.VariancePart;
import org.answerable.cohort.NeedLimits;
import org.answerable.cohort.NeedNumbers;
import org.answerable.cohort.NeedQuestion;
import org.answerable.cohort.NeedQuestion.Pattern;
import org.answerable.cohort.Progress;
import org.answerable.cohort.need.EstimateNeed.Estimate;
import org.answerable.cohort.statistics.InvalidArgument;

/** Works a question out: pure, from its children and views to an estimate that is not kept yet. */
final class NeedCalculation {

    private static final String ALL = "All together";
    private static final double Z = 1.959963984540054;

    private final NeedQuestion question;
    private final Population population;
    private final List<ShareView> views;
    private final NeedModel model;
    private final List<double[]> rows;
    private final double[] children;
    private final Moments moments;
    private final EstimateNeed estimate;

    /**
     * @param views the sources of the question, in its order
     * @throws InvalidInput fields of the question
     */
    NeedCalculation(NeedQuestion question, Population population, List<ShareView> views) {
        this.question = question;
        this.population = population;
        this.views = views;
        SharePattern pattern = new SharePattern(question.shares(), population.counted());
        this.rows = pattern.rows();
        this.children = SharePattern.sum(rows);
        insistOnTenths();
        try {
            this.model =
                    new NeedModel(
                            pattern.evidence(views, children),
                            question.coupling(),
                            question.listError(),
                            question.chance());
        } catch (InvalidArgument invalid) {
            throw new InvalidInput(invalid.argument(), invalid.fault());
        }
        this.moments = model.moments(children);
        this.estimate = new EstimateNeed(model, question.draws(), question.seed());
    }

    private void insistOnTenths() {
        boolean none = population.counted().stream().allMatch(c -> c.tenth() == null);
        if (question.shares().pattern() == Pattern.GRADIENT && none) {
            throw new InvalidInput(
                    "pattern",
                    "No tenth of deprivation is known of these children. Use a figure by tenth, or by"
                            + " neighbourhoods whose indices of deprivation are loaded.");
        }
    }

    /** The model, for what it would take. */
    Plan plan() {
        return question.plan() == null
                ? null
                : new YearPlans(question.plan(), model, children, question.draws(), question.seed())
                        .plan();
    }

    /** Need of the babies of one year; null when it is not known in how many years they were born. */
    NeedLimits aYear(Line total) {
        return population.birthYears() == null
                ? null
                : total.limits().rising(need -> need / population.birthYears());
    }

    Line total() {
        return line("", ALL, estimate.total(children));
    }

    List<Line> areas(Progress progress) {
        List<Estimate> estimates = estimate.areas(rows, progress);
        Counted[] first = new Counted[rows.size()];
        for (Counted counted : population.counted()) {
            if (first[counted.row()] == null) {
                first[counted.row()] = counted;
            }
        }
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < first.length; i++) {
            lines.add(line(first[i].code(), first[i].label(), estimates.get(i)));
        }
        return lines;
    }

    private static Line line(String code, String label, Estimate need) {
        return new Line(
                code,
                label,
                need.children(),
                need.moments().mean(),
                need.moments().deviation(),
                need.limits(),
                need.simulated());
    }

    Spread spread() {
        return new Spread(
                moments.deviation(),
                model.moments(children, Coupling.INDEPENDENT).deviation(),
                model.moments(children, Coupling.SHARED).deviation(),
                Math.sqrt(moments.chanceAlone()));
    }

    List<VariancePart> variance() {
        double all = moments.variance();
        List<VariancePart> parts = new ArrayList<>();
        add(parts, "Which source is believed", moments.betweenStudies(), all);
        add(parts, "How much populations differ", moments.withinStudies(), all);
        add(parts, "Who is affected by chance", moments.byChance(), all);
        add(parts, "How many children there are", moments.ofList(), all);
        return parts;
    }

    private static void add(List<VariancePart> parts, String input, double variance, double all) {
        if (variance > 0) {
            parts.add(new VariancePart(input, variance, variance / all));
        }
    }

    List<Source> sources() {
        double n = Arrays.stream(children).sum();
        return views.stream()
                .map(
                        view -> {
                            Estimate alone = alone(view, n);
                            return new Source(
                                    view.prevalenceId(),
                                    view.version(),
                                    view.label(),
                                    view.citation(),
                                    view.caveat(),
                                    view.weight(),
                                    view.share().mean(),
                                    view.share().effectiveSize(),
                                    alone.moments().mean(),
                                    alone.limits());
                        })
                .toList();
    }

    /** Need if one view alone held, the same for all children. */
    private Estimate alone(ShareView view, double n) {
        NeedModel one =
                new NeedModel(
                        List.of(new Evidence(view.label(), 1, List.of(view.share()))),
                        Coupling.SHARED,
                        question.listError(),
                        question.chance());
        return new EstimateNeed(one, question.draws(), question.seed()).total(new double[] {n});
    }

    /** Each view alone, then the one that was chosen. */
    List<Scenario> scenarios(List<Source> sources, Line total) {
        List<Scenario> scenarios = new ArrayList<>();
        boolean single = sources.size() == 1 && question.shares().pattern() == Pattern.SAME;
        for (Source source : sources) {
            scenarios.add(
                    new Scenario(
                            source.label(),
                            source.share(),
                            source.expected(),
                            source.limits(),
                            single));
        }
        if (!single) {
            scenarios.add(
                    new Scenario(
                            chosen(),
                            total.expected() / total.children(),
                            total.expected(),
                            total.limits(),
                            true));
        }
        return scenarios;
    }

    private String chosen() {
        return switch (question.shares().pattern()) {
            case SAME -> "These together, by their weights";
            case STRATA -> "A share stated for each group";
            case GRADIENT -> "These together, higher where deprivation is";
        };
    }

    /** What each input does to expected need, the strongest first. */
    List<Sway> sways(List<Source> sources, Line total) {
        List<Sway> sways = new ArrayList<>();
        List<Source> sorted =
                sources.stream().sorted(Comparator.comparingDouble(Source::expected)).toList();
        if (sorted.size() > 1) {
            Source low = sorted.get(0);
            Source high = sorted.get(sorted.size() - 1);
            sways.add(
                    new Sway(
                            "Which source is believed",
                            NeedNumbers.percent(low.share()),
                            NeedNumbers.percent(high.share()),
                            low.expected(),
                            high.expected()));
        }
        around(
                sways,
                "How much populations differ from those of a source",
                total,
                Math.sqrt(moments.withinStudies()));
        around(sways, "Who is affected by chance", total, Math.sqrt(moments.chanceAlone()));
        if (question.listError() > 0) {
            around(
                    sways,
                    "How many children there are",
                    total,
                    total.expected() * question.listError());
        }
        sways.sort(
                Comparator.comparingDouble((Sway s) -> Math.abs(s.atHigh() - s.atLow()))
                        .reversed());
        return sways;
    }

    private static void around(List<Sway> sways, String input, Line total, double deviation) {
        if (deviation > 0) {
            double low = Math.max(0, total.expected() - Z * deviation);
            double high = Math.min(total.children(), total.expected() + Z * deviation);
            sways.add(new Sway(input, "low end of 95%", "high end of 95%", low, high));
        }
    }

    NeedEstimate estimate(Provision provision, Line total, List<Line> areas) {
        List<Source> sources = sources();
        List<Scenario> scenarios = scenarios(sources, total);
        List<Sway> sways = sways(sources, total);
        Plan plan = plan();
        NeedWording words =
                new NeedWording(question, population, sources, total, areas, provision, plan);
        return new NeedEstimate(
                "",
                words.title(),
                words.sentence(),
                question,
                population.known(),
                sources,
                total,
                areas,
                spread(),
                variance(),
                scenarios,
                sways,
                words.wouldChange(sways),
                provision,
                plan,
                words.paragraph(scenarios),
                words.caveats(),
                words.method(),
                "",
                null,
                "",
                "",
                "",
                null);
    }
}
