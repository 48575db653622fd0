package org.answerable.cohort.statistics;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A directly standardised rate (Dobson et al., Stat Med 1991;10:457). Over the bands i with weights w of
 * the standard population: {@code v = m·Σ w x/n / Σ w}, {@code Var = m²·Σ w² x/n² / (Σ w)²}, limits {@code
 * v + √(Var/O)·(Byar(O) - O)} with O = Σ x. Fewer than 10 events: not available.
 *
 * <p>Where people are counted more than once, the number N of people with exactly k events in a band is
 * given as well: {@code Var = m²·Σₖ k² Σᵢ w² N/n² / (Σ w)²}.
 */
public final class DirectStandardisation {

    private static final int FEWEST_EVENTS = 10;
    private static final double WHOLE = 1e-9;
    private static final NotAvailable TOO_FEW = new NotAvailable("fewer than 10 events");

    /**
     * One band of a population.
     *
     * @param events x; a count that is not known counts as 0
     * @param population n, above 0
     */
    public record Band(double events, double population) {}

    private double events;
    private double population;
    private double weights;
    private double weighted;
    private double squares;
    private double eventsOfPersons;
    private boolean dependent;

    /**
     * Joins the bands of a population to those of the standard by their keys, never by their order.
     *
     * @throws InvalidArgument {@code age_band}: a band is missing on either side; else as {@link #add}
     */
    public static DirectStandardisation of(Map<String, Band> bands, Map<String, Double> standard) {
        Set<String> missing = new TreeSet<>(standard.keySet());
        missing.removeAll(bands.keySet());
        Set<String> unknown = new TreeSet<>(bands.keySet());
        unknown.removeAll(standard.keySet());
        if (!missing.isEmpty() || !unknown.isEmpty()) {
            throw new InvalidArgument(
                    "age_band",
                    "The bands are not those of the standard population. Missing: "
                            + missing
                            + "; not in the standard: "
                            + unknown
                            + ".");
        }
        DirectStandardisation sum = new DirectStandardisation();
        bands.forEach((key, band) -> sum.add(band.events(), band.population(), standard.get(key)));
        return sum;
    }

    /**
     * Adds a band in which events are independent of each other.
     *
     * @throws InvalidArgument {@code numerator} or {@code standard} is below 0, {@code denominator} is
     *     not above 0
     */
    public void add(double x, double n, double weight) {
        addSums(x, n, weight);
        squares += weight * weight * (x / n / n);
        eventsOfPersons += x;
    }

    /**
     * Adds a band in which people are counted more than once.
     *
     * @param personsWith at index k - 1 the people with exactly k events
     * @throws InvalidArgument as {@link #add(double, double, double)}, and {@code persons_with_1} and so
     *     on below 0
     */
    public void add(double x, double n, double weight, double[] personsWith) {
        addSums(x, n, weight);
        dependent = true;
        for (int i = 0; i < personsWith.length; i++) {
            double k = i + 1.0;
            double persons = InvalidArgument.atLeastZero("persons_with_" + (i + 1), personsWith[i]);
            squares += k * k * weight * weight * (persons / n / n);
            eventsOfPersons += k * persons;
        }
    }

    private void addSums(double x, double n, double weight) {
        InvalidArgument.atLeastZero("numerator", x);
        InvalidArgument.aboveZero("denominator", n);
        InvalidArgument.atLeastZero("standard", weight);
        events += x;
        population += n;
        weights += weight;
        weighted += weight * (x / n);
    }

    /** All events, O. */
    public double events() {
        return events;
    }

    /** All people. */
    public double population() {
        return population;
    }

    /**
     * The rate.
     *
     * @throws InvalidArgument {@code multiplier} is not above 0; {@code standard}: all weights are 0;
     *     {@code numerator}: the events are not those of the people counted by their events
     */
    public Estimate rate(double multiplier, List<Confidence> confidences) {
        InvalidArgument.multiplier(multiplier);
        if (!(weights > 0)) {
            throw new InvalidArgument(
                    "standard", "All weights are 0. Give the standard population.");
        }
        if (dependent && Math.abs(eventsOfPersons - events) > WHOLE * Math.max(1, events)) {
            throw new InvalidArgument(
                    "numerator",
                    "The events add up to "
                            + events
                            + ", but those of the people with 1, 2, 3 … events to "
                            + eventsOfPersons
                            + ". Check the columns persons_with_1 and so on.");
        }
        if (events < FEWEST_EVENTS) {
            return Estimate.notAvailable(TOO_FEW, confidences);
        }
        double value = weighted / weights;
        double scale = Math.sqrt(squares / events) / weights;
        Function<Confidence, Interval> interval =
                confidence ->
                        Interval.of(
                                multiplier
                                        * (value
                                                + scale
                                                        * (ByarInterval.lower(
                                                                        events, confidence.z())
                                                                - events)),
                                multiplier
                                        * (value
                                                + scale
                                                        * (ByarInterval.upper(
                                                                        events, confidence.z())
                                                                - events)));
        return Estimate.of(Result.of(multiplier * value), confidences, interval);
    }
}
