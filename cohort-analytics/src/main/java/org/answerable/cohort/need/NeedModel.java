package org.answerable.cohort.need;

import java.util.List;
import org.answerable.cohort.Coupling;
import org.answerable.cohort.statistics.InvalidArgument;

/**
 * How many of some children have a need, when its share is known from studies that disagree.
 *
 * <p>One study s holds, with chance w_s. Given it, class k of the children has a share {@code p_k ~
 * Beta(m κ, (1-m) κ)} that all N_k children of the class have in common, wherever they live: {@code E = Σ N_k
 * m_k}; {@code Var = Σ N_k² v_k} when classes err independently, {@code (Σ N_k √v_k)²} when one error drives
 * all. Over the studies {@code E = Σ w E_s}, {@code Var = Σ w (V_s + E_s²) - E²}. Who of them is affected adds
 * {@code Σ N_k m(1-m) κ/(κ+1)}; a list of children that is wrong by one factor with standard deviation c, the
 * same for all, adds {@code c² (E² + Var)}.
 */
public final class NeedModel {

    /** A difference of the weights' sum from 1 that is only rounding. */
    private static final double NEAR = 1e-6;

    private final List<Evidence> evidence;
    private final Coupling coupling;
    private final double listError;
    private final boolean chance;

    /**
     * @param evidence at least one; weights sum to 1
     * @param listError relative standard deviation of the number of children, 0 when it is exact
     * @param chance whether limits are of the children who are really affected, not of their expected
     *     number
     * @throws InvalidArgument {@code weight}: one is below 0, or they do not sum to 1; {@code listError}:
     *     not within [0, 1]
     */
    public NeedModel(List<Evidence> evidence, Coupling coupling, double listError, boolean chance) {
        if (evidence.isEmpty()) {
            throw new InvalidArgument("prevalence", "Give at least one share.");
        }
        double sum = 0;
        for (Evidence one : evidence) {
            if (!(one.weight() >= 0)) {
                throw new InvalidArgument("weight", "Give weights of 0 or more.");
            }
            sum += one.weight();
        }
        if (!(Math.abs(sum - 1) <= NEAR)) {
            throw new InvalidArgument(
                    "weight",
                    "The weights must sum to 1. Their sum is "
                            + new java.math.BigDecimal(sum)
                                    .round(new java.math.MathContext(6))
                                    .stripTrailingZeros()
                                    .toPlainString()
                            + ".");
        }
        if (!(listError >= 0 && listError <= 1)) {
            throw new InvalidArgument(
                    "listError", "Give the relative error of the list from 0 to 1: 0.02 is 2%.");
        }
        // A study without weight says nothing, and could not be drawn.
        this.evidence = evidence.stream().filter(e -> e.weight() > 0).toList();
        this.coupling = coupling;
        this.listError = listError;
        this.chance = chance;
    }

    List<Evidence> evidence() {
        return evidence;
    }

    Coupling coupling() {
        return coupling;
    }

    double listError() {
        return listError;
    }

    boolean chance() {
        return chance;
    }

    /** How many classes of children it tells apart. */
    public int classes() {
        return evidence.get(0).shares().size();
    }

    /**
     * Expected need and where its variance comes from, in closed form.
     *
     * @param children of each class
     */
    public Moments moments(double[] children) {
        return moments(children, coupling);
    }

    /** The same as if the errors of the classes went together otherwise. */
    public Moments moments(double[] children, Coupling together) {
        double mean = 0;
        double square = 0;
        double within = 0;
        double byChance = 0;
        for (Evidence study : evidence) {
            double expected = expected(study, children);
            mean += study.weight() * expected;
            square += study.weight() * expected * expected;
            within += study.weight() * variance(study, children, together);
            byChance += study.weight() * chanceVariance(study, children);
        }
        double between = Math.max(0, square - mean * mean);
        double ofList = listError * listError * (mean * mean + between + within);
        return new Moments(mean, between, within, chance ? byChance : 0, ofList, byChance);
    }

    /** Expected need if one study alone held. */
    static double expected(Evidence study, double[] children) {
        double expected = 0;
        for (int k = 0; k < children.length; k++) {
            expected += children[k] * study.shares().get(k).mean();
        }
        return expected;
    }

    private static double variance(Evidence study, double[] children, Coupling together) {
        double squares = 0;
        double deviations = 0;
        for (int k = 0; k < children.length; k++) {
            double variance = study.shares().get(k).variance();
            squares += children[k] * children[k] * variance;
            deviations += children[k] * Math.sqrt(variance);
        }
        return together == Coupling.SHARED ? deviations * deviations : squares;
    }

    private static double chanceVariance(Evidence study, double[] children) {
        double variance = 0;
        for (int k = 0; k < children.length; k++) {
            variance += children[k] * study.shares().get(k).chanceVariance();
        }
        return variance;
    }
}
