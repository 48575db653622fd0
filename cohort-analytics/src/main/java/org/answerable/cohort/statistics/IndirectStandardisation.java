package org.answerable.cohort.statistics;

import java.util.List;

/**
 * Indirect standardisation: events observed against those expected at the rates of a reference population,
 * {@code E = Σ n·R/N}. The ratio is {@code m·O/E}, the rate {@code (O/E)·(ΣR/ΣN)·m}; limits are those of
 * the count O ({@link CountInterval}) put in place of O. E = 0: not available.
 */
public final class IndirectStandardisation {

    private static final NotAvailable NOTHING_EXPECTED = new NotAvailable("no events are expected");

    private double observed;
    private double expected;
    private double referenceCount;
    private double referencePopulation;

    /**
     * Adds a band.
     *
     * @param population n; 0 adds nothing to what is expected
     * @throws InvalidArgument {@code observed}, {@code population} or {@code reference_numerator} is below
     *     0, or {@code reference_denominator} not above 0
     */
    public void add(double count, double population, double reference, double referenceN) {
        InvalidArgument.atLeastZero("observed", count);
        InvalidArgument.atLeastZero("population", population);
        InvalidArgument.atLeastZero("reference_numerator", reference);
        InvalidArgument.aboveZero("reference_denominator", referenceN);
        observed += count;
        expected += population * (reference / referenceN);
        referenceCount += reference;
        referencePopulation += referenceN;
    }

    public double observed() {
        return observed;
    }

    public double expected() {
        return expected;
    }

    /** The crude rate of the reference population, times the multiplier. */
    public Result referenceRate(double multiplier) {
        return referencePopulation == 0
                ? new NotAvailable("there is no reference population")
                : Result.of(referenceCount / referencePopulation * multiplier);
    }

    /** {@code m·O/E} with its intervals. */
    public Estimate ratio(double multiplier, List<CountInterval> counts) {
        return estimate(InvalidArgument.multiplier(multiplier), counts);
    }

    /** {@code (O/E)·(ΣR/ΣN)·m} with its intervals. */
    public Estimate rate(double multiplier, List<CountInterval> counts) {
        return estimate(
                InvalidArgument.multiplier(multiplier) * (referenceCount / referencePopulation),
                counts);
    }

    private Estimate estimate(double scale, List<CountInterval> counts) {
        if (!(expected > 0)) {
            return new Estimate(
                    NOTHING_EXPECTED,
                    counts.stream().map(c -> Interval.notAvailable(NOTHING_EXPECTED)).toList());
        }
        return new Estimate(
                Result.of(observed / expected * scale),
                counts.stream()
                        .map(
                                count ->
                                        Interval.of(
                                                count.lower(observed) / expected * scale,
                                                count.upper(observed) / expected * scale))
                        .toList());
    }
}
