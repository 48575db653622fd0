package org.answerable.cohort;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Need under uncertainty, with all that is needed to defend it. Immutable once kept. No local observation
 * of the need is in it: it is modelled.
 *
 * @param id public reference, {@code N-2026-0001}; empty when it is not kept
 * @param sentence plain English: what is estimated, of whom, when
 * @param sources what was believed of the share, in order
 * @param total need of all children
 * @param areas need of each row of the figure, or of each group
 * @param spread how sure it is, under each view of the errors
 * @param variance how much of the variance comes from what; the shares sum to 1
 * @param scenarios need under each single view, side by side
 * @param sways what each input does to it when it alone goes to its ends, the strongest first
 * @param wouldChange what would change the answer, in plain English
 * @param provision what is there; null when not asked
 * @param plan what it would take; null when not asked
 * @param paragraph fit to be copied into an answer; an empty line between its parts
 * @param caveats that go wherever a number goes
 * @param method how it was worked out
 * @param computedBy name of the analyst; the authority only, once released
 * @param sha256 of the numbers
 * @param release null while unreleased
 */
public record NeedEstimate(
        String id,
        String title,
        String sentence,
        NeedQuestion question,
        Population population,
        List<Source> sources,
        Line total,
        List<Line> areas,
        Spread spread,
        List<VariancePart> variance,
        List<Scenario> scenarios,
        List<Sway> sways,
        String wouldChange,
        Provision provision,
        Plan plan,
        String paragraph,
        List<String> caveats,
        String method,
        String softwareVersion,
        Instant computedAt,
        String computedBy,
        String authority,
        String sha256,
        Release release) {

    /**
     * The children.
     *
     * @param figureId the figure that counts them; empty when a caller gave them
     * @param sentence of the figure
     * @param origins one sentence for each dataset
     * @param vintage code set of the rows; empty when they are no areas
     * @param synthetic whether any of it is invented
     */
    public record Population(
            String figureId,
            String sentence,
            String time,
            String ageLabel,
            double children,
            List<String> origins,
            String vintage,
            boolean synthetic) {}

    /**
     * One view of the share.
     *
     * @param prevalenceId reference in the library; empty for one's own
     * @param share its mean
     * @param expected need if it alone held
     */
    public record Source(
            String prevalenceId,
            Integer version,
            String label,
            String citation,
            String caveat,
            double weight,
            double share,
            double effectiveSize,
            double expected,
            NeedLimits limits) {}

    /**
     * Need of some children.
     *
     * @param code of the area, or empty
     * @param simulated whether the limits are from draws; otherwise they are exact
     */
    public record Line(
            String code,
            String label,
            double children,
            double expected,
            double deviation,
            NeedLimits limits,
            boolean simulated) {}

    /**
     * Standard deviations of the total.
     *
     * @param used under the coupling that was asked for
     * @param independent if the shares of groups erred each for itself
     * @param shared if one error drove all
     * @param chance of who is affected, alone
     */
    public record Spread(double used, double independent, double shared, double chance) {}

    /** A part of the variance of the total. */
    public record VariancePart(String input, double variance, double share) {}

    /** Need under one view alone. */
    public record Scenario(
            String label, double share, double expected, NeedLimits limits, boolean chosen) {}

    /** What one input does: need with it at its low and at its high end. */
    public record Sway(String input, String low, String high, double atLow, double atHigh) {}

    /** Whether a number is there, and if not, why: four things that are never mixed up. */
    public enum State {
        /** Measured or worked out; may be zero. */
        KNOWN,
        /** Zero because nothing was commissioned: a fact about contracts, without an interval. */
        STRUCTURAL_ZERO,
        /** Nothing is recorded: not zero. */
        UNKNOWN,
        /** Known, and withheld because it is small. */
        SUPPRESSED
    }

    /**
     * A number or the reason why there is none.
     *
     * @param low the number, or its least when only bounds are known; null unless known
     * @param high the number, or its most
     * @param words as printed
     */
    public record Amount(State state, Double low, Double high, String words) {}

    /**
     * What is there for the need, on a day.
     *
     * @param need code of the need
     * @param areas codes of the areas that were looked at
     * @param tiers universal, targeted, specialist: never added up
     * @param team share of the children who live where a specialised parent-infant relationship team is
     *     commissioned: the specialist tier, led by a profession of the directory's list
     * @param byArea for each row of the figure that is an area, in order
     * @param workforce people trained: a tier of its own, never coverage
     * @param reach families seen for each one in need, with limits; null when not known
     * @param notKnown what is not known, one sentence each
     */
    public record Provision(
            LocalDate at,
            String need,
            List<String> areas,
            List<Tier> tiers,
            Amount team,
            List<AreaCover> byArea,
            Workforce workforce,
            Amount served,
            NeedLimits reach,
            List<String> notKnown) {}

    /**
     * One tier.
     *
     * @param coverage share of the children who live where it is commissioned
     * @param capacity families a year that the contracts are paid for
     * @param covered share of the need that the capacity meets, with limits; null when not known
     * @param gap need that it does not meet, with limits; null when not known
     * @param commissioned neighbourhoods where there is a contract
     * @param sentence with its evidence
     */
    public record Tier(
            String tier,
            Amount coverage,
            Amount capacity,
            NeedLimits covered,
            NeedLimits gap,
            int commissioned,
            int provided,
            int notCommissioned,
            int unknown,
            List<Offer> offers,
            List<String> findings,
            String sentence) {}

    /** What a contract line gives. */
    public record Offer(String reference, String words) {}

    /** One area: the share of its children for whom each tier is commissioned, in the order of the tiers. */
    public record AreaCover(String code, String label, List<Amount> tiers) {}

    /** People trained, by programme. */
    public record Workforce(LocalDate at, List<Programme> programmes, String rule) {}

    /** A programme and how many people's training in it counts. */
    public record Programme(String name, Amount people) {}

    /**
     * What it would take.
     *
     * @param method how births are carried on
     * @param years one after the other
     */
    public record Plan(String method, List<YearPlan> years, List<String> assumptions) {}

    /**
     * A year.
     *
     * @param births with limits
     * @param need of those births
     * @param families to be seen: need, times the share to be met, times uptake
     * @param wte whole-time equivalents; null when caseload and weeks are not known
     * @param teams teams as large as those reported; null when not known
     */
    public record YearPlan(
            int year,
            NeedLimits births,
            NeedLimits need,
            NeedLimits families,
            NeedLimits wte,
            NeedLimits teams) {}

    /** The release under a policy. */
    public record Release(String policy, String rule, String citation, Instant at) {}

    /** This estimate as kept. */
    public NeedEstimate keptAs(
            String reference, Instant at, String by, String of, String version, String hash) {
        return with(reference, version, at, by, of, hash, null);
    }

    /** This estimate with its release and without the analyst's name: what the public may see. */
    public NeedEstimate releasedAs(Release made) {
        String by = "An analyst of " + authority;
        return with(id, softwareVersion, computedAt, by, authority, sha256, made);
    }

    private NeedEstimate with(
            String reference,
            String version,
            Instant at,
            String by,
            String of,
            String hash,
            Release made) {
        return new NeedEstimate(
                reference,
                title,
                sentence,
                question,
                population,
                sources,
                total,
                areas,
                spread,
                variance,
                scenarios,
                sways,
                wouldChange,
                provision,
                plan,
                paragraph,
                caveats,
                method,
                version,
                at,
                by,
                of,
                hash,
                made);
    }
}
