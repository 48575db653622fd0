package org.answerable.cohort.conversion;

/**
 * What one input does to a result when it alone goes to its ends: one bar of a tornado.
 *
 * @param input the input in words
 * @param low its low end as printed
 * @param high its high end as printed
 * @param atLow the result at the low end
 * @param atHigh the result at the high end
 */
public record Influence(String input, String low, String high, double atLow, double atHigh) {

    public double width() {
        return Math.abs(atHigh - atLow);
    }
}
