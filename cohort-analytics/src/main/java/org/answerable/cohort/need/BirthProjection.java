package org.answerable.cohort.need;

import java.util.List;
import org.answerable.cohort.NeedQuestion.Births;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Births of the next years, as the trend of the last ones: a straight line through the logarithms of the
 * births by least squares. A year ahead has the error of a new observation, {@code s √(1 + 1/n + (x - x̄)² / Σ
 * (x - x̄)²)}, in Student's distribution with n - 2 degrees of freedom. Two years give a line without an error.
 * Nothing else that changes births is in it.
 */
final class BirthProjection {

    private final double middleYear;
    private final double level;
    private final double slope;
    private final double spread;
    private final double squares;
    private final int n;

    /**
     * @param births at least two different years, each above 0
     */
    BirthProjection(List<Births> births) {
        this.n = births.size();
        this.middleYear = births.stream().mapToInt(Births::year).average().orElseThrow();
        this.level = births.stream().mapToDouble(b -> Math.log(b.births())).average().orElseThrow();
        double xx = 0;
        double xy = 0;
        for (Births b : births) {
            double x = b.year() - middleYear;
            xx += x * x;
            xy += x * (Math.log(b.births()) - level);
        }
        this.squares = xx;
        this.slope = xy / xx;
        double rest = 0;
        for (Births b : births) {
            double miss = Math.log(b.births()) - at(b.year());
            rest += miss * miss;
        }
        this.spread = n > 2 ? Math.sqrt(rest / (n - 2)) : 0;
    }

    private double at(int year) {
        return level + slope * (year - middleYear);
    }

    /** Births of a year at a point of their distribution, from 0 to 1. */
    double quantile(int year, double chance) {
        return spread == 0
                ? births(year, 0)
                : births(year, student().inverseCumulativeProbability(chance));
    }

    /** Births of a year when its error is so many standard errors. */
    double births(int year, double errors) {
        double x = year - middleYear;
        double error = spread * Math.sqrt(1 + 1.0 / n + x * x / squares);
        return Math.exp(at(year) + error * errors);
    }

    /** The distribution of errors, in standard errors; only with three years or more. */
    TDistribution student() {
        return TDistribution.of(n - 2.0);
    }

    boolean hasError() {
        return spread > 0;
    }
}
