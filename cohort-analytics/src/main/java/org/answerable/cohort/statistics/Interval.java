package org.answerable.cohort.statistics;

/** The limits of a confidence interval; one of them may not exist. */
public record Interval(Result lower, Result upper) {

    static Interval notAvailable(NotAvailable why) {
        return new Interval(why, why);
    }

    static Interval of(double lower, double upper) {
        return new Interval(Result.of(lower), Result.of(upper));
    }

    /** Both limits times a multiplier above 0. */
    Interval times(double multiplier) {
        return new Interval(lower.times(multiplier), upper.times(multiplier));
    }
}
