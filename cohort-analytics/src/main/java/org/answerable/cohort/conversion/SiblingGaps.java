package org.answerable.cohort.conversion;

import java.util.List;

/**
 * How soon mothers have another birth: G, the years from a birth to the mother's next (never, for
 * some), as the share with another birth within 1, 2, 3 … years. Between the points the share runs
 * straight; beyond the last it is held constant.
 *
 * @param withinYears the shares, from 0 to 1 and never falling
 * @throws IllegalArgumentException no share, or not such a table
 */
public record SiblingGaps(List<Double> withinYears) {

    public SiblingGaps {
        withinYears = List.copyOf(withinYears);
        double before = 0;
        for (double share : withinYears) {
            if (!(share >= before && share <= 1)) {
                throw new IllegalArgumentException("no table of gaps: " + withinYears);
            }
            before = share;
        }
        if (withinYears.isEmpty()) {
            throw new IllegalArgumentException("a table of gaps needs at least one share");
        }
    }

    /** The years that the table reaches. */
    public int reach() {
        return withinYears.size();
    }

    /**
     * {@code E[min(t,G)]}, the mean years until the next birth, counted up to t: the area under the
     * share of mothers without another birth, by the trapezium rule.
     *
     * @throws IllegalArgumentException t is negative
     */
    public double expectedYears(double t) {
        if (!(t >= 0)) {
            throw new IllegalArgumentException("no such time: " + t);
        }
        double area = 0;
        for (int year = 0; year < t; year++) {
            double width = Math.min(1, t - year);
            double start = without(year);
            double end = start + (without(year + 1) - start) * width;
            area += width * (start + end) / 2;
        }
        return area;
    }

    private double without(int years) {
        return years == 0 ? 1 : 1 - withinYears.get(Math.min(years, reach()) - 1);
    }
}
