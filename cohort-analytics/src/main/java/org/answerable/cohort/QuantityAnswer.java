package org.answerable.cohort;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the check of two numbers found.
 *
 * @param operation in words: {@code coverage}
 * @param verdict {@code COMPATIBLE}, {@code CONVERTIBLE} or {@code REFUSED}
 * @param headline the verdict as a sentence
 * @param reasons why not; none when compatible
 * @param warnings what has to be said beside the result
 * @param result the number, only when compatible
 * @param interval of the result, for counts that are divided; a model has a range instead
 * @param overlap how far both numbers speak of the same births
 * @param card the parts of both numbers side by side
 * @param conversions what is on offer
 * @param assumptions the versions that the answer rests on, with the numbers that were used
 * @param changed ids of those for which the question gave other numbers
 * @param paragraph plain English that can be put in an answer
 * @param lexis the birth cohorts as SVG
 */
public record QuantityAnswer(
        String operation,
        String verdict,
        String headline,
        List<Reason> reasons,
        List<String> warnings,
        Optional<Result> result,
        Optional<Interval> interval,
        Overlap overlap,
        List<Part> card,
        List<Offer> conversions,
        List<Assumption> assumptions,
        List<String> changed,
        String paragraph,
        String lexis) {

    public boolean comparable() {
        return verdict.equals("COMPATIBLE");
    }

    /**
     * @param code as in the list of codes: {@code U1}
     * @param conversions names of those that can lift it
     */
    public record Reason(String code, String message, List<String> conversions) {}

    /**
     * @param words the number as printed, with its range
     */
    public record Result(double low, double central, double high, String words) {}

    /**
     * How far the result may lie from what is behind it by chance.
     *
     * @param confidence 0.95
     * @param method who it is by
     * @param words as printed
     */
    public record Interval(
            double confidence, double lower, double upper, String method, String words) {}

    /**
     * Birth dates behind the two numbers and the days in common.
     *
     * @param commonFirst empty when no day is in common
     */
    public record Overlap(
            LocalDate numeratorFirst,
            LocalDate numeratorLast,
            LocalDate denominatorFirst,
            LocalDate denominatorLast,
            Optional<LocalDate> commonFirst,
            Optional<LocalDate> commonLast,
            long numeratorDays,
            long denominatorDays,
            long days,
            double shareOfNumerator,
            double shareOfDenominator) {}

    /** One part of both numbers, in words. */
    public record Part(String name, String first, String second, boolean differs) {}

    /**
     * One conversion on offer.
     *
     * @param name {@code CHILDREN_TO_FAMILIES}
     * @param needs what has to be found before it can be done; empty when it was done
     * @param lifts codes of the reasons it can lift
     * @param number the converted number; empty when something is needed
     * @param outcome the operation with the converted number, when nothing then speaks against it
     * @param assumptions ids
     * @param influences what each uncertain input does, the strongest first
     * @param tornado the same as SVG; empty when nothing is uncertain
     */
    public record Offer(
            String name,
            String title,
            String description,
            List<String> needs,
            List<String> lifts,
            Optional<Result> number,
            Optional<Result> outcome,
            List<String> assumptions,
            List<Influence> influences,
            List<String> notes,
            String tornado) {}

    /** One input at its ends, and what the result then is, as printed. */
    public record Influence(String input, String low, String high, String atLow, String atHigh) {}
}
