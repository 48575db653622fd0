package org.answerable.cohort.need;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.answerable.cohort.FieldError;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.NeedNumbers;
import org.answerable.cohort.NeedQuestion;
import org.answerable.cohort.NeedQuestion.Births;
import org.answerable.cohort.NeedQuestion.Group;
import org.answerable.cohort.NeedQuestion.Pattern;
import org.answerable.cohort.NeedQuestion.Plan;
import org.answerable.cohort.NeedQuestion.Provision;
import org.answerable.cohort.NeedQuestion.Source;
import org.answerable.cohort.NeedQuestion.Stratum;

/** What must hold of a question before anything is worked out; every fault is told with its field. */
final class NeedRules {

    private static final int MOST_TEXT = 200;
    private static final int MOST_GROUPS = 5_000;
    private static final int MOST_SOURCES = 20;
    private static final int MOST_STRATA = 200;
    private static final int MOST_AREAS = 500;
    private static final double MOST_CHILDREN = 1e9;
    private static final double MOST_ODDS = 100;
    private static final int TENTHS = 10;
    private static final double NEAR = 1e-6;

    private final NeedQuestion question;
    private final List<FieldError> errors = new ArrayList<>();

    private NeedRules(NeedQuestion question) {
        this.question = question;
    }

    /**
     * @throws InvalidInput with every fault
     */
    static void check(NeedQuestion question) {
        NeedRules rules = new NeedRules(question);
        rules.children();
        rules.shares();
        rules.numbers();
        if (question.provision() != null) {
            rules.provision(question.provision());
        }
        if (question.plan() != null) {
            rules.plan(question.plan());
        }
        if (!rules.errors.isEmpty()) {
            throw new InvalidInput(rules.errors);
        }
    }

    private void fault(boolean wrong, String field, String message) {
        if (wrong) {
            errors.add(new FieldError(field, message));
        }
    }

    /** One line of text, or nothing. */
    private void line(String text, String field) {
        fault(
                text != null
                        && (text.length() > MOST_TEXT
                                || text.chars().anyMatch(Character::isISOControl)),
                field,
                "Use at most 200 characters, on one line of text.");
    }

    private void children() {
        line(question.title(), "title");
        line(question.figureId(), "figureId");
        line(question.whole(), "whole");
        boolean figure = question.figureId() != null && !question.figureId().isBlank();
        fault(
                !figure && question.groups().isEmpty(),
                "population",
                "Say of which children: give at least one group with its count.");
        fault(
                question.groups().size() > MOST_GROUPS,
                "population",
                "Give at most 5,000 groups at once.");
        Set<String> names = new HashSet<>();
        double sum = 0;
        for (int i = 0; i < question.groups().size(); i++) {
            Group group = question.groups().get(i);
            String field = "population[" + i + "].";
            fault(
                    group.group() == null || group.group().isBlank(),
                    field + "group",
                    "Give each group a name.");
            line(group.group(), field + "group");
            fault(
                    group.group() != null && !names.add(group.group()),
                    field + "group",
                    "Two groups have this name. Give each its own.");
            fault(
                    !(group.count() >= 0 && group.count() <= MOST_CHILDREN),
                    field + "count",
                    "Give a number of children, 0 or more.");
            sum += group.count();
        }
        fault(
                !figure && !question.groups().isEmpty() && sum == 0,
                "population",
                "There are no children in these groups. Give at least one count above 0.");
    }

    private void shares() {
        Pattern pattern = question.shares().pattern();
        List<Source> sources = question.shares().sources();
        if (pattern == Pattern.STRATA) {
            strata(question.shares().strata());
        } else {
            fault(sources.isEmpty(), "prevalence", "Give at least one share.");
            double sum = sources.stream().mapToDouble(Source::weight).sum();
            fault(
                    !sources.isEmpty() && !(Math.abs(sum - 1) <= NEAR),
                    "weight",
                    "The weights must sum to 1. Their sum is " + NeedNumbers.number(sum) + ".");
        }
        fault(sources.size() > MOST_SOURCES, "prevalence", "Give at most 20 sources.");
        for (int i = 0; i < sources.size(); i++) {
            source(sources.get(i), "prevalence[" + i + "].");
        }
        Double odds = question.shares().odds();
        fault(
                pattern == Pattern.GRADIENT
                        && !(odds != null && odds >= 1 / MOST_ODDS && odds <= MOST_ODDS),
                "odds",
                "Give how many times the odds of the most deprived places are those of the least: from"
                        + " 0.01 to 100, for example 2.");
    }

    private void source(Source source, String field) {
        fault(
                !(source.weight() >= 0 && source.weight() <= 1),
                field + "weight",
                "Give a weight from 0 to 1.");
        line(source.prevalenceId(), field + "library");
        line(source.label(), field + "label");
        if (source.prevalenceId() == null || source.prevalenceId().isBlank()) {
            share(source.mean(), source.effectiveSize(), field);
        }
    }

    private void share(Double mean, Double size, String field) {
        fault(
                !(mean != null && mean >= 0 && mean <= 1),
                field + "mean",
                mean != null && mean > 1 && mean <= 100
                        ? "Give a share from 0 to 1: "
                                + NeedNumbers.number(mean)
                                + "% is "
                                + NeedNumbers.number(mean / 100)
                                + "."
                        : "Give a share from 0 to 1: 0.1 is 10%.");
        fault(
                !(size != null && size > 0 && size <= MOST_CHILDREN),
                field + "effectiveSize",
                "Give an effective size above 0: how much populations differ, for example 40.");
    }

    private void strata(List<Stratum> strata) {
        fault(strata.isEmpty(), "strata", "Give the share of at least one group.");
        fault(strata.size() > MOST_STRATA, "strata", "Give at most 200 shares.");
        for (int i = 0; i < strata.size(); i++) {
            Stratum stratum = strata.get(i);
            String field = "strata[" + i + "].";
            line(stratum.group(), field + "group");
            share(stratum.mean(), stratum.effectiveSize(), field);
            tenth(stratum.tenthFrom(), field + "tenthFrom");
            tenth(stratum.tenthTo(), field + "tenthTo");
            fault(
                    reversed(stratum.tenthFrom(), stratum.tenthTo()),
                    field + "tenthTo",
                    "The last tenth comes before the first.");
            fault(
                    reversed(stratum.ageFrom(), stratum.ageTo()),
                    field + "ageTo",
                    "The last age comes before the first.");
        }
    }

    private void tenth(Integer tenth, String field) {
        fault(
                tenth != null && (tenth < 1 || tenth > TENTHS),
                field,
                "Tenths go from 1, the most deprived, to 10.");
    }

    private static boolean reversed(Integer from, Integer to) {
        return from != null && to != null && from > to;
    }

    private void numbers() {
        fault(
                question.draws() < NeedDraws.FEWEST || question.draws() > NeedDraws.MOST,
                "draws",
                NeedDraws.BOUNDS);
        fault(
                !(question.listError() >= 0 && question.listError() <= 1),
                "listError",
                "Give the relative error of the number of children from 0 to 1: 0.02 is 2%.");
    }

    private void provision(Provision provision) {
        fault(
                provision.at() == null
                        || provision.at().isBefore(LocalDate.of(1990, 1, 1))
                        || provision.at().isAfter(LocalDate.of(2200, 1, 1)),
                "at",
                "Give the day on which services are looked at.");
        fault(
                provision.need() == null || provision.need().isBlank(),
                "need",
                "Choose what families need help with.");
        line(provision.need(), "need");
        provision.areas().forEach(area -> line(area, "areas"));
        fault(provision.areas().size() > MOST_AREAS, "areas", "Give at most 500 areas.");
        fault(
                provision.served() != null
                        && !(provision.served() >= 0 && provision.served() <= MOST_CHILDREN),
                "served",
                "Give a number of families, 0 or more, or leave it empty.");
    }

    private void plan(Plan plan) {
        Set<Integer> years = new HashSet<>();
        for (Births births : plan.births()) {
            fault(
                    !(births.births() > 0 && births.births() <= MOST_CHILDREN),
                    "births",
                    "Give births above 0 for " + births.year() + ".");
            fault(
                    !years.add(births.year()),
                    "births",
                    "The year " + births.year() + " comes twice. Give each once.");
            fault(
                    births.year() < 1900 || births.year() > 2200,
                    "births",
                    births.year() + " is no year of births. Write one year and its births a line.");
        }
        fault(
                years.size() < 2 || years.size() > 100,
                "births",
                "Give the births of at least two years, the more the better, one year a line.");
        fault(plan.years() < 1 || plan.years() > 10, "years", "Give from 1 to 10 years ahead.");
        share(plan.share(), "share");
        share(plan.uptake(), "uptake");
        positive(plan.caseload(), "caseload");
        positive(plan.weeksPerEpisode(), "weeksPerEpisode");
        positive(plan.productiveWeeks(), "productiveWeeks");
        fault(
                plan.productiveWeeks() != null && plan.productiveWeeks() > 53,
                "productiveWeeks",
                "A year has at most 53 weeks.");
        positive(plan.teamLow(), "teamLow");
        positive(plan.teamHigh(), "teamHigh");
        fault(
                plan.teamLow() != null
                        && plan.teamHigh() != null
                        && plan.teamLow() > plan.teamHigh(),
                "teamHigh",
                "The largest team sees fewer families than the smallest.");
    }

    private void share(double share, String field) {
        fault(!(share > 0 && share <= 1), field, "Give a share above 0, up to 1: 0.5 is 50%.");
    }

    private void positive(Double number, String field) {
        fault(
                number != null && !(number > 0 && number <= 1e6),
                field,
                "Give a number above 0, or leave it empty.");
    }
}
