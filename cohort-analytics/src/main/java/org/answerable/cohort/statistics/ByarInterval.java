package org.answerable.cohort.statistics;

/**
 * Byar's approximation of the interval of a count (Breslow and Day, IARC Sci. Publ. 82, 1987, p. 69), for
 * counts of 10 or more: {@code L = x(1 - 1/(9x) - z/(3√x))³}, {@code U = (x+1)(1 - 1/(9(x+1)) +
 * z/(3√(x+1)))³}. There is no lower limit where the formula is negative (x = 1 at 99.8 %), nor at 0.
 */
public final class ByarInterval {

    private static final NotAvailable NO_LOWER =
            new NotAvailable("Byar's approximation has no lower limit for so few events");

    private ByarInterval() {}

    /**
     * @throws InvalidArgument {@code count} is below 0 or no number
     */
    public static Interval of(double count, Confidence confidence) {
        InvalidArgument.atLeastZero("count", count);
        double lower = lower(count, confidence.z());
        return new Interval(
                lower >= 0 ? Result.of(lower) : NO_LOWER, Result.of(upper(count, confidence.z())));
    }

    /** The formula alone; NaN at 0. */
    static double lower(double x, double z) {
        double root = 1 - 1 / (9 * x) - z / (3 * Math.sqrt(x));
        return x * root * root * root;
    }

    /** The formula alone. */
    static double upper(double x, double z) {
        double next = x + 1;
        double root = 1 - 1 / (9 * next) + z / (3 * Math.sqrt(next));
        return next * root * root * root;
    }
}
