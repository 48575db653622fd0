package org.answerable.cohort.need;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.rootfinder.BrentSolver;

/**
 * A share that changes with deprivation: {@code logit p_d = α + β (r_d - ½)}, r_d the middle rank of tenth d
 * of ten. The slope β is chosen; α is solved so that all children together have the mean that was published.
 * The tenth of an area is not the income of a family.
 */
final class Gradient {

    static final int TENTHS = 10;
    private static final double NEAR = 1e-13;
    private static final double FAR = 60;

    private Gradient() {}

    /**
     * The share of each tenth, 1 first.
     *
     * @param mean of all children, strictly between 0 and 1
     * @param slope β: below 0 when the share is higher where deprivation is
     * @param children of each tenth
     */
    static double[] shares(double mean, double slope, double[] children) {
        double total = 0;
        for (double n : children) {
            total += n;
        }
        double all = total;
        DoubleUnaryOperator miss =
                level -> {
                    double sum = 0;
                    for (int d = 0; d < children.length; d++) {
                        sum += children[d] * share(level, slope, d);
                    }
                    return sum / all - mean;
                };
        double level = new BrentSolver(NEAR, NEAR, NEAR).findRoot(miss, -FAR, FAR);
        double[] shares = new double[children.length];
        for (int d = 0; d < shares.length; d++) {
            shares[d] = share(level, slope, d);
        }
        return shares;
    }

    private static double share(double level, double slope, int tenth) {
        double rank = (tenth + 0.5) / TENTHS;
        return 1 / (1 + Math.exp(-(level + slope * (rank - 0.5))));
    }
}
