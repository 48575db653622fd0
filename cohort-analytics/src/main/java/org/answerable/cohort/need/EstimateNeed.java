package org.answerable.cohort.need;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.answerable.cohort.NeedLimits;
import org.answerable.cohort.Progress;

/**
 * Need of a total and of each of many areas under one model: in closed form where there is one, from one set
 * of draws where there is none. Memory is that of the draws, however many areas there are.
 */
public final class EstimateNeed {

    /** Areas that one thread takes together, with one room for draws. */
    private static final int BLOCK = 250;

    /** Blocks between two reports of progress, which may stop the work. */
    private static final int BLOCKS_AT_ONCE = 8;

    /**
     * Need of some children.
     *
     * @param children in all
     * @param simulated whether the limits are from draws
     */
    public record Estimate(
            double children, Moments moments, NeedLimits limits, boolean simulated) {}

    private final NeedModel model;
    private final ExactLimits exact;
    private final int draws;
    private final long seed;
    private NeedDraws drawn;

    public EstimateNeed(NeedModel model, int draws, long seed) {
        this.model = model;
        this.exact = new ExactLimits(model);
        this.draws = draws;
        this.seed = seed;
    }

    /**
     * Need of all together.
     *
     * @throws org.answerable.cohort.statistics.InvalidArgument {@code draws}
     */
    public Estimate total(double[] children) {
        return exact.of(children)
                .map(limits -> estimate(children, limits, false))
                .orElseGet(
                        () -> {
                            NeedDraws from = drawn();
                            return estimate(children, from.limits(children, 0, from.room()), true);
                        });
    }

    /**
     * Need of each area, in order.
     *
     * @param progress is told the areas done, and may stop the work
     * @throws org.answerable.cohort.statistics.InvalidArgument {@code draws}
     */
    public List<Estimate> areas(List<double[]> areas, Progress progress) {
        Estimate[] estimates = new Estimate[areas.size()];
        NeedDraws from =
                areas.stream().allMatch(a -> exact.quickly(a).isPresent()) ? null : drawn();
        int blocks = (estimates.length + BLOCK - 1) / BLOCK;
        for (int first = 0; first < blocks; first += BLOCKS_AT_ONCE) {
            int end = Math.min(blocks, first + BLOCKS_AT_ONCE);
            IntStream.range(first, end)
                    .parallel()
                    .forEach(block -> block(areas, block * BLOCK, from, estimates));
            progress.reached(Math.min(estimates.length, (long) end * BLOCK), 0);
        }
        return Arrays.asList(estimates);
    }

    private void block(List<double[]> areas, int first, NeedDraws from, Estimate[] into) {
        double[] room = from == null ? null : from.room();
        for (int i = first; i < Math.min(into.length, first + BLOCK); i++) {
            double[] children = areas.get(i);
            long area = i + 1L;
            into[i] =
                    exact.quickly(children)
                            .map(limits -> estimate(children, limits, false))
                            .orElseGet(
                                    () ->
                                            estimate(
                                                    children,
                                                    from.limits(children, area, room),
                                                    true));
        }
    }

    private Estimate estimate(double[] children, NeedLimits limits, boolean simulated) {
        return new Estimate(
                Arrays.stream(children).sum(), model.moments(children), limits, simulated);
    }

    private NeedDraws drawn() {
        if (drawn == null) {
            drawn = new NeedDraws(model, draws, seed);
        }
        return drawn;
    }
}
