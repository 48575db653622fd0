package org.answerable.cohort.need;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.answerable.cohort.Coupling;
import org.answerable.cohort.NeedLimits;
import org.answerable.cohort.statistics.BetaShare;
import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.rootfinder.BrentSolver;

/**
 * Limits of need without any simulation, where there is a way:
 *
 * <ul>
 *   <li>children of one class have one share in common: the limits are those of the mixture of the
 *       studies' Beta distributions, times the children; with chance, those of the mixture of
 *       beta-binomial distributions, counted up;
 *   <li>one error drives all classes: within a study all shares stand at the same point of their
 *       distributions, so that quantiles add up; over the studies the mixture is solved.
 * </ul>
 *
 * Otherwise (independent errors of several classes, an uncertain list, chance over several classes or more
 * than 20,000 children) there is none.
 */
final class ExactLimits {

    private static final int MOST_COUNTED = 20_000;
    private static final double NEAR = 1e-12;

    private final NeedModel model;

    /** Of each class, its share under each study; and the limits of the mixture of these. */
    private final List<List<BetaShare>> shares;

    private final List<NeedLimits> ofClass;

    ExactLimits(NeedModel model) {
        this.model = model;
        this.shares =
                IntStream.range(0, model.classes())
                        .mapToObj(
                                k ->
                                        model.evidence().stream()
                                                .map(study -> study.shares().get(k))
                                                .toList())
                        .toList();
        this.ofClass =
                shares.stream()
                        .map(of -> NeedLimits.of(chance -> quantile(model.evidence(), of, chance)))
                        .toList();
    }

    /** Limits of need, if they take no more than a few sums: for one of many areas. */
    Optional<NeedLimits> quickly(double[] children) {
        if (model.listError() > 0) {
            return Optional.empty();
        }
        double total = Arrays.stream(children).sum();
        if (total == 0) {
            return Optional.of(NeedLimits.of(0, 0, 0, 0, 0));
        }
        int only = onlyClass(children);
        if (only >= 0 && model.chance()) {
            return total == Math.rint(total) && total <= MOST_COUNTED
                    ? Optional.of(counted(shares.get(only), (int) total))
                    : Optional.empty();
        }
        if (only >= 0) {
            return Optional.of(ofClass.get(only).rising(share -> total * share));
        }
        boolean addUp =
                model.coupling() == Coupling.SHARED
                        && !model.chance()
                        && model.evidence().size() == 1;
        return addUp ? Optional.of(added(children)) : Optional.empty();
    }

    /** Limits of need, if there is any way. */
    Optional<NeedLimits> of(double[] children) {
        Optional<NeedLimits> quick = quickly(children);
        boolean solvable =
                model.coupling() == Coupling.SHARED && !model.chance() && model.listError() == 0;
        return quick.isPresent() || !solvable
                ? quick
                : Optional.of(NeedLimits.of(chance -> together(children, chance)));
    }

    /** The only class that has children, or -1. */
    private static int onlyClass(double[] children) {
        int only = -1;
        for (int k = 0; k < children.length; k++) {
            if (children[k] > 0) {
                if (only >= 0) {
                    return -1;
                }
                only = k;
            }
        }
        return only;
    }

    private NeedLimits added(double[] children) {
        double[] five = new double[NeedLimits.CHANCES.length];
        for (int k = 0; k < children.length; k++) {
            double[] of = ofClass.get(k).inOrder();
            for (int i = 0; i < five.length; i++) {
                five[i] += children[k] * of[i];
            }
        }
        return NeedLimits.of(five);
    }

    /** A quantile of a mixture of shares. */
    private static double quantile(List<Evidence> studies, List<BetaShare> shares, double chance) {
        double least = 1;
        double most = 0;
        for (BetaShare share : shares) {
            double at = share.quantile(chance);
            least = Math.min(least, at);
            most = Math.max(most, at);
        }
        return crossing(
                least,
                most,
                share -> {
                    double below = 0;
                    for (int s = 0; s < shares.size(); s++) {
                        below += studies.get(s).weight() * shares.get(s).cumulative(share);
                    }
                    return below - chance;
                });
    }

    /** A quantile of need when all classes of a study stand at the same point of their distributions. */
    private double together(double[] children, double chance) {
        double least = Double.MAX_VALUE;
        double most = 0;
        for (Evidence study : model.evidence()) {
            double at = sum(study, children, chance);
            least = Math.min(least, at);
            most = Math.max(most, at);
        }
        return crossing(
                least,
                most,
                need -> {
                    double below = 0;
                    for (Evidence study : model.evidence()) {
                        below += study.weight() * point(study, children, need);
                    }
                    return below - chance;
                });
    }

    private static double sum(Evidence study, double[] children, double chance) {
        double sum = 0;
        for (int k = 0; k < children.length; k++) {
            if (children[k] > 0) {
                sum += children[k] * study.shares().get(k).quantile(chance);
            }
        }
        return sum;
    }

    /** The point of the distributions at which their sum is this need. */
    private static double point(Evidence study, double[] children, double need) {
        if (sum(study, children, 0) >= need) {
            return 0;
        }
        if (sum(study, children, 1) <= need) {
            return 1;
        }
        return crossing(0, 1, at -> sum(study, children, at) - need);
    }

    /** Where a rising function crosses zero. */
    private static double crossing(double low, double high, DoubleUnaryOperator rising) {
        if (!(low < high) || rising.applyAsDouble(low) >= 0) {
            return low;
        }
        if (rising.applyAsDouble(high) <= 0) {
            return high;
        }
        return new BrentSolver(NEAR, NEAR, NEAR).findRoot(rising, low, high);
    }

    /** Limits of the children who are really affected: a mixture of beta-binomial distributions. */
    private NeedLimits counted(List<BetaShare> of, int children) {
        double[] chances = new double[children + 1];
        for (int s = 0; s < of.size(); s++) {
            add(chances, model.evidence().get(s).weight(), of.get(s));
        }
        double[] below = new double[children + 1];
        double sum = 0;
        for (int i = 0; i <= children; i++) {
            sum += chances[i];
            below[i] = sum;
        }
        return NeedLimits.of(
                chance -> {
                    int found = Arrays.binarySearch(below, chance);
                    return Math.min(children, found >= 0 ? found : -found - 1);
                });
    }

    /** Adds the chances of 0, 1, 2 … affected, from the likeliest outwards so that none is lost. */
    private static void add(double[] chances, double weight, BetaShare share) {
        int n = chances.length - 1;
        if (share.certain()) {
            chances[(int) Math.rint(share.mean() * n)] += weight;
            return;
        }
        double a = share.alpha();
        double b = share.beta();
        int middle = (int) Math.min(n, Math.max(0, Math.floor(share.mean() * n)));
        double log =
                -Math.log1p(n)
                        - LogBeta.value(middle + 1.0, n - middle + 1.0)
                        + LogBeta.value(middle + a, n - middle + b)
                        - LogBeta.value(a, b);
        double at = weight * Math.exp(log);
        double down = at;
        for (int i = middle; i > 0; i--) {
            chances[i] += down;
            // P(i-1) / P(i)
            down *= i * (n - i + b) / ((n - i + 1.0) * (i - 1 + a));
        }
        chances[0] += down;
        double up = at;
        for (int i = middle; i < n; i++) {
            up *= (n - i) * (i + a) / ((i + 1.0) * (n - i - 1 + b));
            chances[i + 1] += up;
        }
    }
}
