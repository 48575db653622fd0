package org.answerable.cohort.need;

/**
 * Expected need and the parts of its variance.
 *
 * @param mean expected need
 * @param betweenStudies because the studies disagree
 * @param withinStudies because populations differ from those of a study
 * @param byChance who of them is affected; 0 unless asked for
 * @param ofList because the list of children may be wrong
 * @param chanceAlone what {@code byChance} would be
 */
public record Moments(
        double mean,
        double betweenStudies,
        double withinStudies,
        double byChance,
        double ofList,
        double chanceAlone) {

    public double variance() {
        return betweenStudies + withinStudies + byChance + ofList;
    }

    public double deviation() {
        return Math.sqrt(variance());
    }
}
