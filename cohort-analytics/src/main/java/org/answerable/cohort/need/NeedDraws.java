package org.answerable.cohort.need;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.answerable.cohort.Coupling;
import org.answerable.cohort.NeedLimits;
import org.answerable.cohort.statistics.BetaShare;
import org.answerable.cohort.statistics.InvalidArgument;
import org.apache.commons.numbers.arrays.Selection;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.apache.commons.rng.sampling.distribution.ChengBetaSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Seeded draws of the shares of a model: in each draw one study holds, each class has its share, and the list
 * its error. They are drawn once and used for every area, so that areas go together as they must. Every class,
 * study and area has a stream of random numbers of its own, so the answer does not depend on the order or on
 * the number of threads.
 *
 * <p>When one error drives all classes, the sorted shares of a class are dealt in the same shuffled order to
 * every class of the study: in each draw all stand at the same point of their distributions.
 */
final class NeedDraws {

    static final int FEWEST = 1_000;
    static final int MOST = 200_000;
    static final String BOUNDS =
            "Give from 1,000 to 200,000 draws. At 200,000 the limits are known to within a hundredth of"
                    + " their distance: more would change nothing that is printed.";

    /** More orders than these would take more memory than they save time. */
    private static final int MOST_ORDERS = 100;

    private static final long STUDIES = 0x51;
    private static final long SHARES = 0x5AE;
    private static final long ORDER = 0x0DE;
    private static final long LIST = 0x115;
    private static final long CHANCE = 0xC0DE;

    private final NeedModel model;
    private final long seed;
    private final int draws;

    /** Of each class, its share in each draw. */
    private final double[][] shares;

    /** The same by the classes that are wanted, in another order of the draws. */
    private final Map<BitSet, double[][]> orders = new ConcurrentHashMap<>();

    /** By how much the list is wrong in each draw; null when it is exact. */
    private final double[] factors;

    /**
     * @throws InvalidArgument {@code draws}
     */
    NeedDraws(NeedModel model, int draws, long seed) {
        if (draws < FEWEST || draws > MOST) {
            throw new InvalidArgument("draws", BOUNDS);
        }
        this.model = model;
        this.seed = seed;
        this.draws = draws;
        this.shares = new double[model.classes()][draws];
        this.factors = model.listError() > 0 ? factors() : null;
        drawShares();
    }

    /**
     * The shares of the classes that some children are of, draws in the order of these shares: then the need of
     * those children is nearly in order too, and its limits are found in a fraction of the time. The order of
     * the draws changes no limit.
     */
    private double[][] suited(double[] children) {
        if (model.chance() || factors != null) {
            return shares; // what is drawn beside the shares belongs to its draw
        }
        BitSet classes = new BitSet();
        for (int k = 0; k < children.length; k++) {
            classes.set(k, children[k] > 0);
        }
        double[][] known = orders.get(classes);
        if (known != null) {
            return known;
        }
        return orders.size() < MOST_ORDERS
                ? orders.computeIfAbsent(classes, this::ordered)
                : shares;
    }

    private double[][] ordered(BitSet classes) {
        double[] sums = new double[draws];
        classes.stream()
                .forEach(
                        k -> {
                            for (int draw = 0; draw < draws; draw++) {
                                sums[draw] += shares[k][draw];
                            }
                        });
        int[] order =
                IntStream.range(0, draws)
                        .boxed()
                        .sorted(Comparator.comparingDouble(draw -> sums[draw]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        double[][] ordered = new double[shares.length][];
        classes.stream()
                .forEach(
                        k ->
                                ordered[k] =
                                        Arrays.stream(order)
                                                .mapToDouble(draw -> shares[k][draw])
                                                .toArray());
        return ordered;
    }

    private UniformRandomProvider stream(long what, long which) {
        long mixed = seed ^ Long.rotateLeft(what * 0x9E3779B97F4A7C15L, 17);
        return RandomSource.XO_RO_SHI_RO_128_PP.create(mixed + which * 0xD1B54A32D192ED03L);
    }

    private void drawShares() {
        int[] study = new int[draws];
        int[] of = new int[model.evidence().size()];
        UniformRandomProvider random = stream(STUDIES, 0);
        for (int draw = 0; draw < draws; draw++) {
            study[draw] = study(random.nextDouble());
            of[study[draw]]++;
        }
        for (int s = 0; s < of.length; s++) {
            deal(s, places(study, s, of[s]));
        }
    }

    private int study(double at) {
        double below = 0;
        int last = model.evidence().size() - 1;
        for (int s = 0; s < last; s++) {
            below += model.evidence().get(s).weight();
            if (at < below) {
                return s;
            }
        }
        return last;
    }

    private static int[] places(int[] study, int s, int count) {
        int[] places = new int[count];
        int next = 0;
        for (int draw = 0; draw < study.length; draw++) {
            if (study[draw] == s) {
                places[next++] = draw;
            }
        }
        return places;
    }

    private void deal(int study, int[] places) {
        boolean together = model.coupling() == Coupling.SHARED;
        if (together) {
            PermutationSampler.shuffle(stream(ORDER, study), places);
        }
        for (int k = 0; k < shares.length; k++) {
            BetaShare share = model.evidence().get(study).shares().get(k);
            double[] drawn = drawn(share, places.length, (long) study * shares.length + k);
            if (together) {
                Arrays.sort(drawn);
            }
            for (int i = 0; i < places.length; i++) {
                shares[k][places[i]] = drawn[i];
            }
        }
    }

    private double[] drawn(BetaShare share, int count, long which) {
        double[] drawn = new double[count];
        if (share.certain()) {
            Arrays.fill(drawn, share.mean());
            return drawn;
        }
        SharedStateContinuousSampler sampler =
                ChengBetaSampler.of(stream(SHARES, which), share.alpha(), share.beta());
        for (int i = 0; i < count; i++) {
            drawn[i] = sampler.sample();
        }
        return drawn;
    }

    /** Log-normal with mean 1. */
    private double[] factors() {
        double variance = Math.log1p(model.listError() * model.listError());
        double deviation = Math.sqrt(variance);
        ZigguratSampler.NormalizedGaussian normal =
                ZigguratSampler.NormalizedGaussian.of(stream(LIST, 0));
        double[] drawn = new double[draws];
        for (int draw = 0; draw < draws; draw++) {
            drawn[draw] = Math.exp(deviation * normal.sample() - variance / 2);
        }
        return drawn;
    }

    /** Need in each draw, for as long as the caller does not ask again with the same room. */
    void need(double[] children, long area, double[] into) {
        Arrays.fill(into, 0);
        double[][] suited = suited(children);
        for (int k = 0; k < suited.length; k++) {
            double n = children[k];
            if (n > 0) {
                double[] share = suited[k];
                for (int draw = 0; draw < draws; draw++) {
                    into[draw] += n * share[draw];
                }
            }
        }
        if (model.chance()) {
            addChance(children, area, into);
        }
        if (factors != null) {
            for (int draw = 0; draw < draws; draw++) {
                into[draw] *= factors[draw];
            }
        }
    }

    /** Who is affected: the binomial counts as a normal variate of their variance, within what can be. */
    private void addChance(double[] children, long area, double[] into) {
        ZigguratSampler.NormalizedGaussian normal =
                ZigguratSampler.NormalizedGaussian.of(stream(CHANCE, area));
        double most = Arrays.stream(children).sum();
        for (int draw = 0; draw < draws; draw++) {
            double variance = 0;
            for (int k = 0; k < shares.length; k++) {
                double share = shares[k][draw];
                variance += children[k] * share * (1 - share);
            }
            double count = into[draw] + Math.sqrt(variance) * normal.sample();
            into[draw] = Math.min(most, Math.max(0, Math.rint(count)));
        }
    }

    /**
     * Limits of need.
     *
     * @param area a number of its own for each area
     * @param room for as many numbers as draws; they come back in another order
     */
    NeedLimits limits(double[] children, long area, double[] room) {
        need(children, area, room);
        return limits(room);
    }

    double[] room() {
        return new double[draws];
    }

    /** Limits of drawn numbers, between the two nearest draws in proportion; they are reordered. */
    static NeedLimits limits(double[] drawn) {
        int[] places = new int[2 * NeedLimits.CHANCES.length];
        for (int i = 0; i < NeedLimits.CHANCES.length; i++) {
            places[2 * i] = (int) (NeedLimits.CHANCES[i] * (drawn.length - 1));
            places[2 * i + 1] = Math.min(places[2 * i] + 1, drawn.length - 1);
        }
        Selection.select(drawn, places.clone());
        double[] five = new double[NeedLimits.CHANCES.length];
        for (int i = 0; i < five.length; i++) {
            double place = NeedLimits.CHANCES[i] * (drawn.length - 1);
            double below = drawn[places[2 * i]];
            five[i] = below + (place - places[2 * i]) * (drawn[places[2 * i + 1]] - below);
        }
        return NeedLimits.of(five);
    }
}
