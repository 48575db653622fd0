package org.answerable.cohort;

import java.time.LocalDate;
import java.util.List;

/**
 * How many of some children have a need, and what is there for them.
 *
 * @param title blank for one made from the question
 * @param figureId the figure that counts the children; blank when {@code groups} do
 * @param groups children as given by the caller; empty with a figure
 * @param listError relative standard deviation of the number of children: 0 when it is exact
 * @param chance whether limits are of the children who are really affected, not of their expected number
 * @param draws from 1,000 to 200,000, for what has no closed form
 * @param provision what to hold the need against; null when not asked
 * @param plan what it would take to meet it; null when not asked
 * @param whole code set of larger areas, such as wards, in which the rows of the figure are put together;
 *     blank for the rows as they are
 */
public record NeedQuestion(
        String title,
        String figureId,
        List<Group> groups,
        Shares shares,
        Coupling coupling,
        double listError,
        boolean chance,
        int draws,
        long seed,
        Provision provision,
        Plan plan,
        String whole) {

    public NeedQuestion {
        groups = groups == null ? List.of() : List.copyOf(groups);
        whole = whole == null ? "" : whole;
    }

    /** The same with other shares. */
    public NeedQuestion withShares(Shares others) {
        return new NeedQuestion(
                title, figureId, groups, others, coupling, listError, chance, draws, seed,
                provision, plan, whole);
    }

    /** The same with another number of draws. */
    public NeedQuestion withDraws(int others) {
        return new NeedQuestion(
                title, figureId, groups, shares, coupling, listError, chance, others, seed,
                provision, plan, whole);
    }

    /** Children of a name, as a caller gives them. */
    public record Group(String group, double count) {}

    /** How the share differs between children. */
    public enum Pattern {
        /** The same for all. */
        SAME,
        /** Stated for each group of children. */
        STRATA,
        /**
         * Changes with deprivation, {@code logit p = α + β (r - ½)} with the middle rank r of the tenth;
         * α is such that all together have the mean of the source.
         */
        GRADIENT
    }

    /**
     * @param sources the studies that are believed, with weights that sum to 1; with STRATA they are only
     *     compared with
     * @param strata for STRATA: the first that fits a child counts
     * @param odds for GRADIENT: how many times the odds of the most deprived place are those of the least
     */
    public record Shares(Pattern pattern, List<Source> sources, List<Stratum> strata, Double odds) {
        public Shares {
            sources = sources == null ? List.of() : List.copyOf(sources);
            strata = strata == null ? List.of() : List.copyOf(strata);
        }
    }

    /**
     * A study of the library, or a share of one's own.
     *
     * @param prevalenceId reference in the library; blank for one's own
     * @param version null for the version in force
     * @param label for one's own
     * @param mean for one's own: from 0 to 1
     * @param effectiveSize for one's own: above 0
     */
    public record Source(
            String prevalenceId,
            Integer version,
            String label,
            Double mean,
            Double effectiveSize,
            double weight) {}

    /**
     * The share of some of the children.
     *
     * @param group name of a group, or blank
     * @param tenthFrom from which tenth of deprivation, 1 the most deprived; null for any
     * @param tenthTo to which tenth, itself included; null for any
     * @param ageFrom from which completed year of age; null for any
     * @param ageTo to which, itself included; null for any
     */
    public record Stratum(
            String group,
            Integer tenthFrom,
            Integer tenthTo,
            Integer ageFrom,
            Integer ageTo,
            double mean,
            double effectiveSize) {}

    /**
     * @param areas codes of areas; empty for those of the figure's rows
     * @param need code of a need of the directory
     * @param served families that a service saw in a year, or null when not known
     */
    public record Provision(List<String> areas, String need, LocalDate at, Double served) {
        public Provision {
            areas = areas == null ? List.of() : List.copyOf(areas);
        }
    }

    /**
     * Births of the last years, to be carried on.
     *
     * @param births by year, at least two
     * @param years how many years ahead, 1 to 10
     * @param share which share of the need is to be met, above 0 up to 1
     * @param uptake which share of those in need takes up the offer, above 0 up to 1
     * @param caseload families that one whole-time equivalent sees at one time; null when not known
     * @param weeksPerEpisode weeks that one family is seen; null when not known
     * @param productiveWeeks weeks of a year in which families are seen; null when not known
     * @param teamLow families that a team sees in a year, from; null when not known
     * @param teamHigh to
     */
    public record Plan(
            List<Births> births,
            int years,
            double share,
            double uptake,
            Double caseload,
            Double weeksPerEpisode,
            Double productiveWeeks,
            Double teamLow,
            Double teamHigh) {
        public Plan {
            births = births == null ? List.of() : List.copyOf(births);
        }
    }

    /** Births of a year. */
    public record Births(int year, double births) {}
}
