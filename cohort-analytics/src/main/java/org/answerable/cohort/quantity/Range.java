package org.answerable.cohort.quantity;

/**
 * A number and how low and high it may be.
 *
 * @throws IllegalArgumentException not finite, or not in order
 */
public record Range(double low, double central, double high) {

    public Range {
        if (!(low <= central && central <= high)
                || !Double.isFinite(low)
                || !Double.isFinite(high)) {
            throw new IllegalArgumentException("no range: " + low + ", " + central + ", " + high);
        }
    }

    /** A number without a range. */
    public static Range exactly(double number) {
        return new Range(number, number, number);
    }

    /** The same number, known exactly. */
    public Range atItsCentre() {
        return exactly(central);
    }

    public boolean isExact() {
        return low == high;
    }

    public Range plus(Range other) {
        return new Range(low + other.low, central + other.central, high + other.high);
    }

    /** The difference; widest when both are at opposite ends. */
    public Range minus(Range other) {
        return new Range(low - other.high, central - other.central, high - other.low);
    }

    /** The product of two ranges that are not negative. */
    public Range times(Range other) {
        return new Range(low * other.low, central * other.central, high * other.high);
    }

    public Range times(double factor) {
        return times(exactly(factor));
    }

    /** The quotient by a positive range; widest when both are at opposite ends. */
    public Range over(Range other) {
        return new Range(low / other.high, central / other.central, high / other.low);
    }
}
