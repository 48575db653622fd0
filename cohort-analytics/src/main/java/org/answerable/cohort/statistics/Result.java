package org.answerable.cohort.statistics;

/** A number, or the reason why there is none. */
public sealed interface Result permits Value, NotAvailable {

    /** The number; a number beyond what a computer holds is not available. */
    static Result of(double number) {
        return Double.isFinite(number) ? new Value(number) : NotAvailable.BEYOND_COMPUTING;
    }

    boolean available();

    /**
     * The number.
     *
     * @throws IllegalStateException there is none; the message is the reason
     */
    double number();

    /** The number times a multiplier. */
    Result times(double multiplier);
}
