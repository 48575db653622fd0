package org.answerable.cohort.need;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.answerable.cohort.Coupling;
import org.answerable.cohort.NeedEstimate.Amount;
import org.answerable.cohort.NeedEstimate.Line;
import org.answerable.cohort.NeedEstimate.Plan;
import org.answerable.cohort.NeedEstimate.Provision;
import org.answerable.cohort.NeedEstimate.Scenario;
import org.answerable.cohort.NeedEstimate.Source;
import org.answerable.cohort.NeedEstimate.State;
import org.answerable.cohort.NeedEstimate.Sway;
import org.answerable.cohort.NeedEstimate.Tier;
import org.answerable.cohort.NeedNumbers;
import org.answerable.cohort.NeedQuestion;
import org.answerable.cohort.NeedQuestion.Pattern;

/** An estimate in plain English. */
final class NeedWording {

    private final NeedQuestion question;
    private final Population population;
    private final List<Source> sources;
    private final Line total;
    private final List<Line> areas;
    private final Provision provision;
    private final Plan plan;

    NeedWording(
            NeedQuestion question,
            Population population,
            List<Source> sources,
            Line total,
            List<Line> areas,
            Provision provision,
            Plan plan) {
        this.question = question;
        this.population = population;
        this.sources = sources;
        this.total = total;
        this.areas = areas;
        this.provision = provision;
        this.plan = plan;
    }

    String title() {
        String given = question.title() == null ? "" : question.title().strip();
        return given.isEmpty() ? "Estimated need among " + children() : given;
    }

    /** {@code 12,606 children aged 0 and 1 (under 2) at 2 April 2024}. */
    private String children() {
        String age = population.known().ageLabel();
        String time = population.known().time();
        return NeedNumbers.children(total.children())
                + " children"
                + (age.isEmpty() ? "" : " " + age)
                + (time.isEmpty() ? "" : " " + time);
    }

    String sentence() {
        return "Modelled: of "
                + children()
                + ", "
                + NeedNumbers.children(total.expected())
                + " are expected to have the need, with 95% from "
                + NeedNumbers.range(total.limits())
                + ".";
    }

    String wouldChange(List<Sway> sways) {
        if (sways.isEmpty()) {
            return "Nothing is uncertain in this estimate.";
        }
        List<String> words = new ArrayList<>();
        Sway most = sways.get(0);
        words.add(
                "What matters most is "
                        + lower(most.input())
                        + ": need is "
                        + NeedNumbers.children(most.atLow())
                        + " at one end ("
                        + most.low()
                        + ") and "
                        + NeedNumbers.children(most.atHigh())
                        + " at the other ("
                        + most.high()
                        + ").");
        for (Sway sway : sways.subList(1, sways.size())) {
            words.add(
                    sway.input()
                            + " moves it from "
                            + NeedNumbers.children(sway.atLow())
                            + " to "
                            + NeedNumbers.children(sway.atHigh())
                            + ".");
        }
        boolean ofShare = !most.input().startsWith("Who") && !most.input().startsWith("How many");
        words.add(
                ofShare
                        ? "A local survey of the share would narrow the answer most; a better count of"
                                + " children would hardly change it."
                        : "A better count of children would narrow the answer most.");
        return String.join(" ", words);
    }

    private static String lower(String text) {
        return text.substring(0, 1).toLowerCase(Locale.UK) + text.substring(1);
    }

    /** Fit to be copied into an answer: paragraphs with an empty line between. */
    String paragraph(List<Scenario> scenarios) {
        List<String> words = new ArrayList<>();
        words.add(
                "How many children have this need is not measured here; it is modelled from published"
                        + " shares. There are "
                        + children()
                        + ".");
        words.add(
                scenarios.stream()
                        .filter(s -> scenarios.size() == 1 || !s.chosen())
                        .map(
                                s ->
                                        "If "
                                                + NeedNumbers.percent(s.share())
                                                + " are affected ("
                                                + s.label()
                                                + "), that is "
                                                + NeedNumbers.children(s.expected())
                                                + " children")
                        .collect(Collectors.joining("; ", "", "."))
                        .replace("; If", "; if"));
        if (scenarios.size() > 1) {
            Scenario chosen = scenarios.get(scenarios.size() - 1);
            words.add(
                    chosen.label()
                            + ": "
                            + NeedNumbers.percent(chosen.share())
                            + ", "
                            + NeedNumbers.children(chosen.expected())
                            + " children, with 95% from "
                            + NeedNumbers.range(chosen.limits())
                            + ".");
        }
        words.add("No local observation of the need is in these numbers.");
        List<String> paragraphs = new ArrayList<>(List.of(String.join(" ", words)));
        if (provision != null) {
            paragraphs.addAll(provided());
        }
        return String.join("\n\n", paragraphs);
    }

    private List<String> provided() {
        List<String> paragraphs = new ArrayList<>();
        List<String> words = new ArrayList<>();
        Tier specialist = provision.tiers().get(provision.tiers().size() - 1);
        Amount coverage = provision.team();
        words.add(
                "On "
                        + NeedNumbers.day(provision.at())
                        + " a specialised parent-infant relationship team, led by a profession of the"
                        + " directory’s list, was commissioned for "
                        + share(coverage)
                        + " of these children"
                        + (coverage.state() == State.STRUCTURAL_ZERO
                                ? ": it is declared that none is commissioned. This is a fact about"
                                        + " contracts and has no margin of error."
                                : "."));
        words.add(specialist.sentence());
        if (coverage.high() != null && coverage.high() == 0) {
            words.add(
                    "So none of the estimated need is covered by a commissioned specialised team, and the"
                            + " gap is the whole of it: "
                            + NeedNumbers.children(total.expected())
                            + " children, with 95% from "
                            + NeedNumbers.range(total.limits())
                            + ".");
        }
        paragraphs.add(String.join(" ", words));
        paragraphs.add(workforce());
        if (!provision.notKnown().isEmpty()) {
            paragraphs.add(
                    "Not known: "
                            + provision.notKnown().stream()
                                    .map(NeedWording::clause)
                                    .collect(Collectors.joining("; "))
                            + ".");
        }
        return paragraphs;
    }

    private String workforce() {
        List<String> programmes =
                provision.workforce().programmes().stream()
                        .map(
                                p ->
                                        p.name()
                                                + " ("
                                                + (p.people().state() == State.KNOWN
                                                        ? p.people().words() + " people trained"
                                                        : p.people().words())
                                                + ")")
                        .toList();
        return programmes.isEmpty()
                ? "Nothing is recorded of training of the workforce."
                : "What the workforce offers, at "
                        + NeedNumbers.day(provision.workforce().at())
                        + ": "
                        + String.join("; ", programmes)
                        + ". Training is not counted as a specialist service.";
    }

    private static String clause(String sentence) {
        return lower(
                sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence);
    }

    private static String share(Amount coverage) {
        return coverage.state() == State.UNKNOWN
                ? "a share that is not known"
                : coverage.state() == State.STRUCTURAL_ZERO ? "none" : coverage.words();
    }

    /** What goes wherever a number of this estimate goes. */
    List<String> caveats() {
        List<String> caveats = new ArrayList<>();
        caveats.add("Modelled, no local observations: nobody was assessed for this estimate.");
        caveats.add(
                "A classification of one parent and child at 12 to 18 months is a category of research. It"
                        + " is no diagnosis and no threshold for a service.");
        caveats.add(
                "Need for a service is this number, times those who are eligible, times those who accept"
                        + " it.");
        if (sources.size() > 1) {
            double low = sources.stream().mapToDouble(Source::share).min().orElseThrow();
            double high = sources.stream().mapToDouble(Source::share).max().orElseThrow();
            if (low > 0 && high > low) {
                caveats.add(
                        "The sources disagree by a factor of "
                                + String.format(Locale.UK, "%.2f", high / low)
                                + ", which is more than any sampling error.");
            }
        }
        if (question.shares().pattern() != Pattern.SAME || areas.size() > 1) {
            caveats.add(
                    "Values of areas are modelled. How deprived an area is stands in for the"
                            + " circumstances of its families, and says nothing of any one of them.");
        }
        if (population.known().synthetic()) {
            caveats.add("The children are invented, for training. Nothing here is about anywhere.");
        }
        return caveats;
    }

    String method() {
        List<String> words = new ArrayList<>();
        words.add(
                switch (question.shares().pattern()) {
                    case SAME -> "Every child has the same share under a source.";
                    case STRATA -> "A share is stated for each group of children.";
                    case GRADIENT ->
                            "Under a source the share changes with the tenth of deprivation of the"
                                    + " neighbourhood: the odds in the most deprived place are "
                                    + NeedNumbers.number(question.shares().odds())
                                    + " times those in the least, and all children together have the"
                                    + " share of the source.";
                });
        words.add(
                "A share follows a Beta distribution with its mean and an effective size that says how much"
                        + " populations differ, not how many were studied.");
        if (sources.size() > 1 && question.shares().pattern() != Pattern.STRATA) {
            words.add("The sources are mixed by their weights.");
        }
        words.add(
                question.coupling() == Coupling.SHARED
                        ? "One error drives the shares of all groups, so standard deviations add up."
                        : "The shares of groups err each for itself.");
        words.add(
                question.chance()
                        ? "Limits are of the children who are really affected."
                        : "Limits are of the expected number of children.");
        if (question.listError() > 0) {
            words.add(
                    "The number of children has a relative error of "
                            + NeedNumbers.percent(question.listError())
                            + ".");
        }
        boolean simulated = total.simulated() || areas.stream().anyMatch(Line::simulated);
        words.add(
                simulated || plan != null
                        ? "What has no closed form comes from "
                                + String.format(Locale.UK, "%,d", question.draws())
                                + " draws with seed "
                                + question.seed()
                                + ": the same seed gives the same numbers."
                        : "All numbers are in closed form: nothing was drawn at random.");
        return String.join(" ", words);
    }
}
