package org.answerable.cohort.statistics;

import java.util.Arrays;
import java.util.Optional;

/**
 * Equal groups by rank, such as deprivation tenths. Of N values in k groups, with r = 1 + the number of
 * strictly smaller values (ties share the lowest rank): {@code Q = k + 1 - ceil((N + 1 - r)·k / N)}, in
 * whole numbers. The order is reversed where the highest value is to be in group 1.
 */
public final class Quantiles {

    /** The most groups there may be. */
    public static final int MOST_GROUPS = 1000;

    private Quantiles() {}

    /** Why there are no groups: fewer values than groups. */
    public static Optional<NotAvailable> missing(int values, int groups) {
        return values >= groups
                ? Optional.empty()
                : Optional.of(
                        new NotAvailable(
                                "there are fewer values ("
                                        + values
                                        + ") than groups ("
                                        + groups
                                        + ")"));
    }

    /**
     * The group of each value, in their order.
     *
     * @param highIsOne whether group 1 has the highest values
     * @throws InvalidArgument {@code groups} is not from 2 to 1000 or above the number of values (see
     *     {@link #missing}); {@code value} is no number
     */
    public static int[] of(double[] values, int groups, boolean highIsOne) {
        check(groups);
        missing(values.length, groups)
                .ifPresent(
                        why -> {
                            throw new InvalidArgument("groups", why.reason());
                        });
        double[] sorted = values.clone();
        for (int i = 0; i < sorted.length; i++) {
            // Adding 0 makes of a negative zero a zero: the two are a tie.
            sorted[i] = InvalidArgument.finite("value", values[i]) * (highIsOne ? -1 : 1) + 0.0;
        }
        double[] ranked = sorted.clone();
        Arrays.sort(sorted);
        int[] quantiles = new int[values.length];
        for (int i = 0; i < ranked.length; i++) {
            quantiles[i] = quantile(firstOf(sorted, ranked[i]) + 1, values.length, groups);
        }
        return quantiles;
    }

    /**
     * @throws InvalidArgument {@code groups} is not from 2 to 1000
     */
    public static void check(int groups) {
        if (groups < 2 || groups > MOST_GROUPS) {
            throw new InvalidArgument("groups", "Give from 2 to 1000 groups.");
        }
    }

    private static int quantile(long rank, long n, long k) {
        return (int) (k + 1 - ((n + 1 - rank) * k + n - 1) / n);
    }

    /** The first place of a value: as many are strictly smaller. */
    private static int firstOf(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
