package org.answerable.cohort.statistics;

/** A number that exists. */
public record Value(double number) implements Result {

    public Value {
        InvalidArgument.finite("number", number);
    }

    @Override
    public boolean available() {
        return true;
    }

    @Override
    public Result times(double multiplier) {
        return Result.of(number * multiplier);
    }
}
