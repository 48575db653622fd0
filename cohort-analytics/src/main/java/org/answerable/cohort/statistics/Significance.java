package org.answerable.cohort.statistics;

/** How far an area is from a reference: its intervals at 95 % and 99.8 % are compared with it. */
public enum Significance {
    LOW_AT_0_001("Low (0.001)"),
    LOW_AT_0_025("Low (0.025)"),
    NONE("Not significant"),
    HIGH_AT_0_025("High (0.025)"),
    HIGH_AT_0_001("High (0.001)");

    private static final CountInterval COUNT_95 = new CountInterval(Confidence.OF_95);
    private static final CountInterval COUNT_998 = new CountInterval(Confidence.OF_998);
    private static final int FEWEST_EVENTS = 10;

    private final String words;

    Significance(String words) {
        this.words = words;
    }

    /** As printed: {@code High (0.001)}. */
    public String words() {
        return words;
    }

    /**
     * A proportion against the overall one, by Wilson's intervals.
     *
     * @param denominator above 0
     * @throws InvalidArgument as {@link WilsonInterval#of}
     */
    public static Significance ofProportion(double numerator, double denominator, double overall) {
        return of(
                overall,
                WilsonInterval.of(numerator, denominator, Confidence.OF_95),
                WilsonInterval.of(numerator, denominator, Confidence.OF_998));
    }

    /**
     * A count against what is expected, by its exact (below 10) or Byar's interval.
     *
     * @throws InvalidArgument {@code count} is below 0 or no number
     */
    public static Significance ofCount(double count, double expected) {
        return of(expected, COUNT_95.of(count), COUNT_998.of(count));
    }

    /**
     * Whether a directly standardised rate can be compared: not below 10 events.
     *
     * @throws InvalidArgument {@code events} is below 0 or no number
     */
    public static boolean applicable(double events) {
        return InvalidArgument.atLeastZero("events", events) >= FEWEST_EVENTS;
    }

    /** A value with these intervals against a reference; a limit that does not exist refutes nothing. */
    public static Significance of(double reference, Interval at95, Interval at998) {
        if (above(at998.lower(), reference)) {
            return HIGH_AT_0_001;
        }
        if (below(at998.upper(), reference)) {
            return LOW_AT_0_001;
        }
        if (above(at95.lower(), reference)) {
            return HIGH_AT_0_025;
        }
        return below(at95.upper(), reference) ? LOW_AT_0_025 : NONE;
    }

    private static boolean above(Result lower, double reference) {
        return lower.available() && lower.number() > reference;
    }

    private static boolean below(Result upper, double reference) {
        return upper.available() && upper.number() < reference;
    }
}
