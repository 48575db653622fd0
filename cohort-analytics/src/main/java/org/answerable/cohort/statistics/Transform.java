package org.answerable.cohort.statistics;

/** The scale on which values are drawn and the line is fitted. */
public enum Transform {
    /** As they are. */
    NONE,
    /** The logarithm, for rates. */
    LOG,
    /** The logarithm of the odds, for proportions. */
    LOGIT;

    /** A value on this scale. */
    public double to(double value) {
        return switch (this) {
            case NONE -> value;
            case LOG -> Math.log(value);
            case LOGIT -> Math.log(value / (1 - value));
        };
    }

    /** A value of this scale taken back. */
    public double from(double transformed) {
        return switch (this) {
            case NONE -> transformed;
            case LOG -> Math.exp(transformed);
            case LOGIT -> 1 / (1 + Math.exp(-transformed));
        };
    }

    /** The standard error on this scale of a value whose standard error is given as it is. */
    double error(double value, double standardError) {
        return switch (this) {
            case NONE -> standardError;
            case LOG -> standardError / value;
            case LOGIT -> standardError / (value * (1 - value));
        };
    }

    void check(double value) {
        if (this != NONE && !(value > 0)) {
            throw new InvalidArgument("value", "This scale takes values above 0 only.");
        }
        if (this == LOGIT && !(value < 1)) {
            throw new InvalidArgument("value", "This scale takes proportions below 1 only.");
        }
    }
}
