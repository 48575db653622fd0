package org.answerable.cohort.need;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.answerable.cohort.Coupling;
import org.answerable.cohort.NeedEstimate;
import org.answerable.cohort.NeedEstimate.Amount;
import org.answerable.cohort.NeedEstimate.Line;
import org.answerable.cohort.NeedEstimate.Programme;
import org.answerable.cohort.NeedEstimate.Provision;
import org.answerable.cohort.NeedEstimate.State;
import org.answerable.cohort.NeedEstimate.Tier;
import org.answerable.cohort.NeedEstimate.Workforce;
import org.answerable.cohort.NeedLimits;
import org.answerable.cohort.NeedQuestion;
import org.answerable.cohort.NeedQuestion.Births;
import org.answerable.cohort.NeedQuestion.Pattern;
import org.answerable.cohort.NeedQuestion.Plan;
import org.answerable.cohort.NeedQuestion.Shares;
import org.answerable.cohort.NeedQuestion.Source;
import org.answerable.cohort.NeedQuestion.Stratum;
import org.answerable.cohort.Progress;
import org.answerable.cohort.statistics.BetaShare;

/** Estimates for tests, worked out as those that are kept. */
public final class NeedSample {

    static final LocalDate DAY = LocalDate.of(2024, 3, 21);
    static final List<ShareView> THREE =
            List.of(
                    view("P1", "Planned for", 0.10, 1 / 3.0),
                    view("P2", "Ordinary families", 0.15, 1 / 3.0),
                    view("P5", "All samples", 0.235, 1 / 3.0));

    private NeedSample() {}

    /** The third question of the published answer, with a plan, in as many areas. */
    public static NeedEstimate published(int areas, String title) {
        List<Counted> counted = new ArrayList<>();
        for (int i = 0; i < areas; i++) {
            counted.add(
                    new Counted(i, "E" + i, "Area " + i + " & <b>", null, null, 12_606.0 / areas));
        }
        NeedQuestion question =
                question(title, Pattern.SAME, List.of(), Coupling.SHARED, false, plan());
        NeedLimits year = NeedLimits.of(245, 400, 950, 1_700, 2_192);
        return estimate(question, counted, THREE, provision(State.STRUCTURAL_ZERO, year), false)
                .keptAs(
                        "N-2026-0001",
                        Instant.parse("2026-11-27T10:00:00Z"),
                        "Ana Analyst",
                        "lincolnshire-cc",
                        "0.1.0",
                        "ab12");
    }

    static NeedEstimate estimate(
            NeedQuestion question,
            List<Counted> counted,
            List<ShareView> views,
            Provision provision,
            boolean synthetic) {
        double children = counted.stream().mapToDouble(Counted::children).sum();
        Population population =
                new Population(
                        new NeedEstimate.Population(
                                "F-2026-0002",
                                "Children registered.",
                                "at 2 April 2024",
                                "aged 0 and 1 (under 2)",
                                children,
                                List.of("A list of GPs"),
                                "",
                                synthetic),
                        counted,
                        2.0);
        NeedCalculation calculation = new NeedCalculation(question, population, views);
        Line total = calculation.total();
        return calculation.estimate(provision, total, calculation.areas(Progress.NONE));
    }

    static NeedQuestion question(
            String title,
            Pattern pattern,
            List<Stratum> strata,
            Coupling coupling,
            boolean chance,
            Plan plan) {
        List<Source> sources = List.of();
        return new NeedQuestion(
                title,
                "F-2026-0002",
                List.of(),
                new Shares(pattern, sources, strata, 2.0),
                coupling,
                0,
                chance,
                2_000,
                1,
                null,
                plan,
                "");
    }

    static ShareView view(String id, String label, double mean, double weight) {
        return new ShareView(
                id, 1, label, "A journal & more", "A caveat.", weight, new BetaShare(mean, 40));
    }

    private static Plan plan() {
        return new Plan(
                List.of(new Births(2021, 7_000), new Births(2022, 6_600), new Births(2023, 6_300)),
                2,
                1,
                0.6,
                8.0,
                20.0,
                40.0,
                86.0,
                127.0);
    }

    /** The specialist tier as given; universal help everywhere, of targeted nothing known. */
    static Provision provision(State specialist, NeedLimits needAYear) {
        Amount none = new Amount(State.STRUCTURAL_ZERO, 0.0, 0.0, "0: declared");
        Amount unknown = new Amount(State.UNKNOWN, null, null, "not known");
        Amount some = new Amount(State.KNOWN, 0.4, 0.4, "40%");
        Amount coverage =
                specialist == State.STRUCTURAL_ZERO
                        ? none
                        : specialist == State.UNKNOWN ? unknown : some;
        Amount capacity = specialist == State.STRUCTURAL_ZERO ? none : unknown;
        return new Provision(
                DAY,
                "parent-infant-relationship",
                List.of("E10000019"),
                List.of(
                        tier("universal", some, unknown, null),
                        tier("targeted", unknown, unknown, null),
                        tier(
                                "specialist",
                                coverage,
                                capacity,
                                specialist == State.STRUCTURAL_ZERO ? needAYear : null)),
                coverage,
                List.of(),
                new Workforce(
                        DAY,
                        List.of(
                                new Programme(
                                        "Mellow Bumps", new Amount(State.KNOWN, 40.0, 40.0, "40")),
                                new Programme(
                                        "VIG",
                                        new Amount(
                                                State.SUPPRESSED,
                                                null,
                                                null,
                                                "withheld: a small number"))),
                        "Counts from 1 to 7 are withheld."),
                unknown,
                null,
                List.of("How many of those in need were seen."));
    }

    private static Tier tier(String name, Amount coverage, Amount capacity, NeedLimits gap) {
        NeedLimits covered = gap == null ? null : NeedLimits.of(0, 0, 0, 0, 0);
        return new Tier(
                name,
                coverage,
                capacity,
                covered,
                gap,
                0,
                0,
                12,
                0,
                List.of(),
                List.of(),
                "The " + name + " tier, as declared.");
    }
}
