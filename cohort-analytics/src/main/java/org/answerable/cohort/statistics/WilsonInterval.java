package org.answerable.cohort.statistics;

import java.util.stream.IntStream;

/**
 * Wilson's interval of a proportion (Wilson, JASA 1927;22:209; Newcombe and Altman, Statistics with
 * Confidence, 2000), in a form without cancellation and relative to n, so that it is exactly 0 at x = 0,
 * exactly 1 at x = n, and cannot overflow. With p = x/n, q = z²/n and r = √(q(q + 4p(1-p))): {@code L =
 * 2p² / (2p + q + r)}, {@code U = (2p + q + r) / (2(1 + q))}. x may be no whole number.
 */
public final class WilsonInterval {

    private static final int CHUNK = 1 << 16;

    /** Stands for a z²/n beyond computing: the limits are 0 and 1 then, as at confidence 1. */
    private static final double MOST = Double.MAX_VALUE / 4;

    private WilsonInterval() {}

    /**
     * The interval of x out of n as a share; not available for n = 0; all of [0, 1] at confidence 1.
     *
     * @throws InvalidArgument {@code numerator} or {@code denominator} is below 0 or no number, or the
     *     first is above the second
     */
    public static Interval of(double x, double n, Confidence confidence) {
        InvalidArgument.part(x, n);
        if (n == 0) {
            return Interval.notAvailable(NotAvailable.NO_DENOMINATOR);
        }
        double zz = confidence.z() * confidence.z();
        double p = x / n;
        double q = Math.min(zz / n, MOST);
        double wide = q + Math.sqrt(q * (q + 4 * p * ((n - x) / n)));
        return new Interval(
                new Value(lower(p, wide)), new Value(Math.min(1, (2 * p + wide) / (2 * (1 + q)))));
    }

    /**
     * The intervals of many, on all cores. There is no room for a reason in an array: where n = 0 the
     * limits are NaN.
     *
     * @param lower filled with the lower limits
     * @param upper filled with the upper limits
     * @throws InvalidArgument as for one; the message names the first place
     */
    public static void of(
            double[] x, double[] n, Confidence confidence, double[] lower, double[] upper) {
        int rows = x.length;
        if (n.length != rows || lower.length != rows || upper.length != rows) {
            throw new InvalidArgument("denominator", "All arrays must be of the same length.");
        }
        double zz = confidence.z() * confidence.z();
        IntStream.range(0, (rows + CHUNK - 1) / CHUNK)
                .parallel()
                .forEach(
                        chunk -> {
                            int from = chunk * CHUNK;
                            chunk(x, n, zz, lower, upper, from, Math.min(rows, from + CHUNK));
                        });
    }

    private static void chunk(
            double[] x, double[] n, double zz, double[] lower, double[] upper, int from, int to) {
        boolean good = true;
        for (int i = from; i < to; i++) {
            good &= x[i] >= 0 & x[i] <= n[i] & n[i] <= Double.MAX_VALUE;
        }
        if (!good) {
            refuse(x, n, from, to);
        }
        for (int i = from; i < to; i++) {
            double p = x[i] / n[i];
            double q = Math.min(zz / n[i], MOST);
            double wide = q + Math.sqrt(q * (q + 4 * p * ((n[i] - x[i]) / n[i])));
            lower[i] = lower(p, wide);
            upper[i] = Math.min(1, (2 * p + wide) / (2 * (1 + q)));
        }
    }

    private static double lower(double p, double wide) {
        return p * (2 * p / (2 * p + wide));
    }

    private static void refuse(double[] x, double[] n, int from, int to) {
        for (int i = from; i < to; i++) {
            try {
                InvalidArgument.part(x[i], n[i]);
            } catch (InvalidArgument e) {
                throw new InvalidArgument(e.argument(), "At index " + i + ": " + e.fault());
            }
        }
    }
}
