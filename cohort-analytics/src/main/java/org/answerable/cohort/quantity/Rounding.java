package org.answerable.cohort.quantity;

/**
 * To which base a number was rounded before we had it; 1 for not at all.
 *
 * @throws IllegalArgumentException a base below 1
 */
public record Rounding(int base) {

    public static final Rounding NONE = new Rounding(1);

    public Rounding {
        if (base < 1) {
            throw new IllegalArgumentException("no rounding base: " + base);
        }
    }

    public boolean isRounded() {
        return base > 1;
    }

    /** What the number may have been: half a base to either side, never below zero. */
    public Range bounds(Range value) {
        double half = isRounded() ? base / 2.0 : 0;
        return new Range(Math.max(0, value.low() - half), value.central(), value.high() + half);
    }
}
