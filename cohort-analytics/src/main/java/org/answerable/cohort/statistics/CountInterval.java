package org.answerable.cohort.statistics;

/**
 * The interval of a count of events: exact below 10 ({@link ExactPoisson}), Byar's approximation from 10
 * ({@link ByarInterval}). The exact limits of whole counts are worked out once for a confidence.
 */
public final class CountInterval {

    /** From this count Byar's approximation is used. */
    public static final int BYAR_FROM = 10;

    private final Confidence confidence;
    private final double[] lowers = new double[BYAR_FROM];
    private final double[] uppers = new double[BYAR_FROM];

    /**
     * @throws InvalidArgument the confidence is 1: there is no such interval
     */
    public CountInterval(Confidence confidence) {
        if (confidence.total()) {
            throw new InvalidArgument(
                    "confidence", "Give a level below 1: at 1 the interval of a count has no end.");
        }
        this.confidence = confidence;
        for (int count = 0; count < BYAR_FROM; count++) {
            lowers[count] = ExactPoisson.lower(count, confidence.tail());
            uppers[count] = ExactPoisson.upper(count, confidence.tail());
        }
    }

    /**
     * @throws InvalidArgument {@code count} is below 0 or no number
     */
    public Interval of(double count) {
        InvalidArgument.atLeastZero("count", count);
        return Interval.of(lower(count), upper(count));
    }

    double lower(double count) {
        if (count >= BYAR_FROM) {
            return Math.max(0, ByarInterval.lower(count, confidence.z()));
        }
        int whole = (int) count;
        return whole == count ? lowers[whole] : ExactPoisson.lower(count, confidence.tail());
    }

    double upper(double count) {
        if (count >= BYAR_FROM) {
            return ByarInterval.upper(count, confidence.z());
        }
        int whole = (int) count;
        return whole == count ? uppers[whole] : ExactPoisson.upper(count, confidence.tail());
    }
}
