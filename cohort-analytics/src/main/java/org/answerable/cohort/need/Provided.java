package org.answerable.cohort.need;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.answerable.cohort.CommissionedCapacity;
import org.answerable.cohort.CommissionedCapacity.Answer;
import org.answerable.cohort.CommissionedCapacity.Neighbourhood;
import org.answerable.cohort.CommissionedCapacity.Status;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.NeedEstimate.Amount;
import org.answerable.cohort.NeedEstimate.AreaCover;
import org.answerable.cohort.NeedEstimate.Line;
import org.answerable.cohort.NeedEstimate.Offer;
import org.answerable.cohort.NeedEstimate.Programme;
import org.answerable.cohort.NeedEstimate.Provision;
import org.answerable.cohort.NeedEstimate.State;
import org.answerable.cohort.NeedEstimate.Tier;
import org.answerable.cohort.NeedEstimate.Workforce;
import org.answerable.cohort.NeedLimits;
import org.answerable.cohort.NeedNumbers;
import org.answerable.cohort.NeedQuestion;
import org.answerable.cohort.WorkforceTraining;

/**
 * What is there for a need, beside the need. Coverage is the share of the children who live where a tier is
 * commissioned; it says nothing of places. Capacity is what contracts are paid for. Both are facts about
 * contracts and have no sampling error; what is uncertain is the need that they are held against. A declared
 * zero, nothing recorded, and a number that is withheld stay what they are.
 */
final class Provided {

    static final List<String> TIERS = List.of("universal", "targeted", "specialist");
    private static final Set<String> FAMILY_UNITS =
            Set.of("family-place", "caseload-place", "group-place");

    private final NeedQuestion.Provision asked;
    private final NeedQuestion.Plan plan;
    private final CommissionedCapacity directory;
    private final WorkforceTraining training;

    Provided(
            NeedQuestion.Provision asked,
            NeedQuestion.Plan plan,
            CommissionedCapacity directory,
            WorkforceTraining training) {
        this.asked = asked;
        this.plan = plan;
        this.directory = directory;
        this.training = training;
    }

    /**
     * @param lines need by row
     * @param needAYear limits of the need of the babies of one year; null when it is not known how many
     *     years the children were born in
     */
    Provision beside(List<Line> lines, NeedLimits needAYear) {
        List<String> ofRows =
                lines.stream().map(Line::code).filter(code -> !code.isEmpty()).toList();
        boolean byRow = asked.areas().isEmpty() && ofRows.size() == lines.size();
        if (!byRow && asked.areas().isEmpty()) {
            throw new InvalidInput(
                    "areas",
                    "The rows of the figure have no codes of areas. Say for which areas services are"
                            + " looked up, by their codes, such as E10000019.");
        }
        Set<String> areas = new LinkedHashSet<>(byRow ? ofRows : asked.areas());
        List<Tier> tiers = new ArrayList<>();
        List<Answer> answers = new ArrayList<>();
        for (String tier : TIERS) {
            Answer answer =
                    directory.capacity(
                            new CommissionedCapacity.Question(
                                    areas, tier, asked.need(), asked.at()));
            answers.add(answer);
            tiers.add(tier(tier, answer, byRow ? lines : List.of(), needAYear));
        }
        return new Provision(
                asked.at(),
                asked.need(),
                List.copyOf(areas),
                tiers,
                team(answers.get(answers.size() - 1), byRow ? lines : List.of()),
                byRow ? byArea(lines, answers) : List.of(),
                workforce(),
                served(),
                reach(needAYear),
                notKnown(tiers, needAYear));
    }

    /**
     * Coverage by specialised teams: a neighbourhood that only other contracts of the specialist tier reach has
     * no such team, and that is known.
     */
    private static Amount team(Answer specialist, List<Line> lines) {
        Set<String> reached = new HashSet<>();
        specialist.offers().stream()
                .filter(CommissionedCapacity.Offer::relationshipTeam)
                .forEach(offer -> reached.addAll(offer.lsoas()));
        Map<String, Neighbourhood> neighbourhoods = new HashMap<>(specialist.neighbourhoods());
        neighbourhoods.replaceAll(
                (lsoa, known) ->
                        known.status() == Status.COMMISSIONED && !reached.contains(lsoa)
                                ? new Neighbourhood(
                                        Status.PROVIDED_WITHOUT_CONTRACT, known.references())
                                : known);
        Answer teams =
                new Answer(
                        specialist.parts(),
                        neighbourhoods,
                        specialist.offers(),
                        specialist.findings(),
                        specialist.sentence());
        Amount amount =
                lines.isEmpty() ? coverage(neighbourhoods.values()) : ofChildren(lines, teams);
        boolean others =
                amount.state() == State.KNOWN
                        && amount.high() == 0
                        && specialist.offers().stream().anyMatch(o -> !o.relationshipTeam());
        return others
                ? new Amount(
                        State.KNOWN,
                        0.0,
                        0.0,
                        "0%: the contracts of the specialist tier are for other teams")
                : amount;
    }

    private Tier tier(String tier, Answer answer, List<Line> lines, NeedLimits needAYear) {
        Map<Status, Integer> counts = counts(answer.neighbourhoods().values());
        Amount coverage =
                lines.isEmpty()
                        ? coverage(answer.neighbourhoods().values())
                        : ofChildren(lines, answer);
        Amount capacity = capacity(answer, counts);
        boolean held = needAYear != null && capacity.high() != null;
        double families = held ? capacity.high() : 0;
        return new Tier(
                tier,
                coverage,
                capacity,
                held ? needAYear.falling(need -> need <= families ? 1 : families / need) : null,
                held ? needAYear.rising(need -> Math.max(0, need - families)) : null,
                counts.get(Status.COMMISSIONED),
                counts.get(Status.PROVIDED_WITHOUT_CONTRACT),
                counts.get(Status.NOT_COMMISSIONED),
                counts.get(Status.UNKNOWN),
                answer.offers().stream().map(Provided::offer).toList(),
                answer.findings(),
                answer.sentence());
    }

    private static Map<Status, Integer> counts(Collection<Neighbourhood> neighbourhoods) {
        Map<Status, Integer> counts = new EnumMap<>(Status.class);
        for (Status status : Status.values()) {
            counts.put(status, 0);
        }
        neighbourhoods.forEach(n -> counts.merge(n.status(), 1, Integer::sum));
        return counts;
    }

    /** Of children of whom only the areas are known: all, none, or between. */
    private static Amount coverage(Collection<Neighbourhood> neighbourhoods) {
        Map<Status, Integer> counts = counts(neighbourhoods);
        int all = neighbourhoods.size();
        int commissioned = counts.get(Status.COMMISSIONED);
        int unknown = counts.get(Status.UNKNOWN);
        return amount(
                commissioned == all ? 1 : 0,
                commissioned + unknown == 0 ? 0 : 1,
                counts,
                commissioned > 0 && commissioned < all
                        ? " (in "
                                + commissioned
                                + " of "
                                + all
                                + " neighbourhoods; how many of the children live there is not known:"
                                + " use a figure by neighbourhood)"
                        : "");
    }

    private static Amount ofChildren(List<Line> lines, Answer answer) {
        double low = 0;
        double high = 0;
        double all = 0;
        for (Line line : lines) {
            Map<Status, Integer> counts = counts(of(line.code(), answer));
            int parts = counts.values().stream().mapToInt(Integer::intValue).sum();
            int commissioned = counts.get(Status.COMMISSIONED);
            low += commissioned > 0 && commissioned == parts ? line.children() : 0;
            high += commissioned + counts.get(Status.UNKNOWN) > 0 ? line.children() : 0;
            all += line.children();
        }
        return amount(
                all == 0 ? 0 : low / all,
                all == 0 ? 0 : high / all,
                counts(answer.neighbourhoods().values()),
                "");
    }

    private static List<Neighbourhood> of(String area, Answer answer) {
        return answer.parts().getOrDefault(area, Set.of()).stream()
                .map(lsoa -> answer.neighbourhoods().get(lsoa))
                .toList();
    }

    private static Amount amount(
            double low, double high, Map<Status, Integer> counts, String note) {
        int commissioned = counts.get(Status.COMMISSIONED);
        int provided = counts.get(Status.PROVIDED_WITHOUT_CONTRACT);
        int none = counts.get(Status.NOT_COMMISSIONED);
        int unknown = counts.get(Status.UNKNOWN);
        if (commissioned + provided + none == 0) {
            return new Amount(State.UNKNOWN, null, null, "not known: nothing is recorded");
        }
        if (high == 0 && commissioned + unknown == 0) {
            return provided == 0
                    ? new Amount(
                            State.STRUCTURAL_ZERO,
                            0.0,
                            0.0,
                            "0%: declared that none is commissioned")
                    : new Amount(
                            State.KNOWN,
                            0.0,
                            0.0,
                            "0% commissioned"
                                    + (none == 0 ? "" : " (declared for a part)")
                                    + "; provided without a contract");
        }
        if (low == high) {
            return new Amount(State.KNOWN, low, high, NeedNumbers.percent(low) + note);
        }
        return new Amount(
                State.KNOWN,
                low,
                high,
                NeedNumbers.percent(low)
                        + " to "
                        + NeedNumbers.percent(high)
                        + (unknown > 0
                                ? ", since nothing is recorded for "
                                        + unknown
                                        + (unknown == 1 ? " neighbourhood" : " neighbourhoods")
                                : "")
                        + note);
    }

    /** Families a year that the contracts are paid for; not added up where the directory forbids it. */
    private Amount capacity(Answer answer, Map<Status, Integer> counts) {
        if (answer.offers().isEmpty()) {
            boolean declared =
                    counts.get(Status.NOT_COMMISSIONED) > 0
                            && counts.get(Status.UNKNOWN) == 0
                            && counts.get(Status.PROVIDED_WITHOUT_CONTRACT) == 0;
            return declared
                    ? new Amount(
                            State.STRUCTURAL_ZERO,
                            0.0,
                            0.0,
                            "0: declared that none is commissioned")
                    : new Amount(
                            State.UNKNOWN,
                            null,
                            null,
                            counts.get(Status.PROVIDED_WITHOUT_CONTRACT) > 0
                                    ? "not known: provided without a contract"
                                    : counts.get(Status.NOT_COMMISSIONED) > 0
                                            ? "not known: declared for a part that none is"
                                                    + " commissioned, and nothing is recorded for the rest"
                                            : "not known: nothing is recorded");
        }
        if (!answer.findings().isEmpty()) {
            return new Amount(
                    State.UNKNOWN,
                    null,
                    null,
                    "not known: the contracts are not added up, see the findings");
        }
        double sum = 0;
        for (CommissionedCapacity.Offer offer : answer.offers()) {
            Optional<Double> families = familiesAYear(offer);
            if (families.isEmpty()) {
                return new Amount(
                        State.UNKNOWN,
                        null,
                        null,
                        "not known: of "
                                + offer.reference()
                                + " it is not recorded how many families it sees in a year");
            }
            sum += families.get();
        }
        boolean wider =
                answer.offers().stream()
                        .anyMatch(o -> !answer.neighbourhoods().keySet().containsAll(o.lsoas()));
        return bounded(sum, wider, counts.get(Status.UNKNOWN));
    }

    /**
     * A sum of what is recorded, with its bounds: of contracts that reach beyond the area an unknown part is
     * for it, and where nothing is recorded there may be more.
     */
    private static Amount bounded(double sum, boolean wider, int unknown) {
        String families = NeedNumbers.children(sum) + " families a year";
        String reaching = wider ? "; the contracts reach beyond the area" : "";
        if (unknown > 0) {
            return new Amount(
                    State.KNOWN,
                    wider ? 0.0 : sum,
                    null,
                    families
                            + " by the contracts that are recorded; nothing is recorded for "
                            + unknown
                            + (unknown == 1 ? " neighbourhood" : " neighbourhoods")
                            + reaching);
        }
        return new Amount(
                State.KNOWN,
                wider ? 0.0 : sum,
                sum,
                wider ? "at most " + families + reaching : families);
    }

    private Optional<Double> familiesAYear(CommissionedCapacity.Offer offer) {
        boolean families = offer.funded() != null && FAMILY_UNITS.contains(offer.unit());
        if (families && offer.aYear()) {
            return Optional.of(offer.funded().doubleValue());
        }
        boolean weeks =
                plan != null && plan.weeksPerEpisode() != null && plan.productiveWeeks() != null;
        if (families && weeks) {
            return Optional.of(
                    offer.funded().doubleValue() * plan.productiveWeeks() / plan.weeksPerEpisode());
        }
        if (offer.wte() != null && offer.wte().signum() > 0 && weeks && plan.caseload() != null) {
            return Optional.of(
                    offer.wte().doubleValue()
                            * plan.caseload()
                            * plan.productiveWeeks()
                            / plan.weeksPerEpisode());
        }
        return Optional.empty();
    }

    private static Offer offer(CommissionedCapacity.Offer offer) {
        List<String> words = new ArrayList<>();
        if (offer.relationshipTeam()) {
            words.add("a specialised parent-infant relationship team");
        }
        if (!offer.lead().isEmpty()) {
            words.add("led by " + offer.lead().toLowerCase(Locale.UK));
        }
        int known = words.size();
        if (offer.wte() != null && offer.wte().signum() > 0) {
            words.add(offer.wte().toPlainString() + " whole-time equivalents");
        }
        if (offer.funded() != null) {
            words.add(
                    offer.funded().toPlainString()
                            + (offer.unit() == null
                                    ? " "
                                    : " " + offer.unit().replace('-', ' ') + "s ")
                            + (offer.aYear() ? "a year" : "at one time"));
        }
        return new Offer(
                offer.reference(),
                String.join("; ", words)
                        + (words.size() > known
                                ? ""
                                : (known == 0 ? "" : "; ") + "capacity not recorded"));
    }

    private static List<AreaCover> byArea(List<Line> lines, List<Answer> answers) {
        return lines.stream()
                .map(
                        line ->
                                new AreaCover(
                                        line.code(),
                                        line.label(),
                                        answers.stream()
                                                .map(answer -> coverage(of(line.code(), answer)))
                                                .toList()))
                .toList();
    }

    private Workforce workforce() {
        WorkforceTraining.Trained trained = training.trained();
        return new Workforce(
                trained.at(),
                trained.programmes().stream()
                        .map(p -> new Programme(p.name(), people(p.current())))
                        .toList(),
                trained.rule());
    }

    private static Amount people(Integer count) {
        return count == null
                ? new Amount(State.SUPPRESSED, null, null, "withheld: a small number")
                : new Amount(
                        State.KNOWN,
                        count.doubleValue(),
                        count.doubleValue(),
                        String.format(Locale.UK, "%,d", count));
    }

    private Amount served() {
        return asked.served() == null
                ? new Amount(State.UNKNOWN, null, null, "not known")
                : new Amount(
                        State.KNOWN,
                        asked.served(),
                        asked.served(),
                        NeedNumbers.children(asked.served()) + " families a year");
    }

    private NeedLimits reach(NeedLimits needAYear) {
        return asked.served() == null || needAYear == null || needAYear.lower95() <= 0
                ? null
                : needAYear.falling(need -> asked.served() / need);
    }

    private List<String> notKnown(List<Tier> tiers, NeedLimits needAYear) {
        List<String> unknown = new ArrayList<>();
        for (Tier tier : tiers) {
            if (tier.unknown() > 0) {
                unknown.add(
                        "What of the "
                                + tier.tier()
                                + " tier there is in "
                                + tier.unknown()
                                + (tier.unknown() == 1 ? " neighbourhood." : " neighbourhoods."));
            }
            if (tier.capacity().high() == null && tier.commissioned() > 0) {
                unknown.add(
                        "How many families the "
                                + tier.tier()
                                + " tier sees in a year ("
                                + tier.capacity().words()
                                + ").");
            }
        }
        if (asked.served() == null) {
            unknown.add("How many of those in need were seen.");
        }
        if (needAYear == null) {
            unknown.add("Over how many years the children were born, so need a year.");
        }
        return unknown;
    }
}
