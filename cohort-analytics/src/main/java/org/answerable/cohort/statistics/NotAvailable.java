package org.answerable.cohort.statistics;

/**
 * A statistic that does not exist for these data.
 *
 * @param reason in plain English, for a reader of the table
 */
public record NotAvailable(String reason) implements Result {

    static final NotAvailable BEYOND_COMPUTING =
            new NotAvailable("the result is too large to be computed");
    static final NotAvailable NO_DENOMINATOR = new NotAvailable("the denominator is 0");

    @Override
    public boolean available() {
        return false;
    }

    @Override
    public double number() {
        throw new IllegalStateException("Not available: " + reason);
    }

    @Override
    public Result times(double multiplier) {
        return this;
    }
}
