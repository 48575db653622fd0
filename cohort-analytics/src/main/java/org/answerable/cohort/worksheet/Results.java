package org.answerable.cohort.worksheet;

import java.util.Arrays;
import java.util.List;
import org.answerable.cohort.statistics.Estimate;
import org.answerable.cohort.statistics.Interval;
import org.answerable.cohort.statistics.NotAvailable;
import org.answerable.cohort.statistics.Result;

/** The results of one row: numbers, words, or nothing with a note why. Used again for the next row. */
final class Results {

    private final List<String> names;
    private final double[] numbers;
    private final String[] words;
    private String note;

    Results(List<String> names) {
        this.names = List.copyOf(names);
        numbers = new double[names.size()];
        words = new String[names.size()];
        clear();
    }

    Results clear() {
        Arrays.fill(numbers, Double.NaN);
        Arrays.fill(words, null);
        note = null;
        return this;
    }

    List<String> names() {
        return names;
    }

    int size() {
        return numbers.length;
    }

    /** The number at a place, or NaN. */
    double number(int place) {
        return numbers[place];
    }

    /** The words at a place, or null. */
    String words(int place) {
        return words[place];
    }

    /** Why something is not available, or a warning; or null. */
    String note() {
        return note;
    }

    Results put(int place, double number) {
        numbers[place] = number;
        return this;
    }

    Results put(int place, String text) {
        words[place] = text;
        return this;
    }

    Results put(int place, Result result) {
        if (result.available()) {
            numbers[place] = result.number();
        } else {
            missing((NotAvailable) result);
        }
        return this;
    }

    /** The value and then the limits of each confidence, from a place on. */
    Results put(int place, Estimate estimate) {
        put(place, estimate.value());
        put(place + 1, estimate.intervals());
        return this;
    }

    /**
     * The limits of intervals from a place on.
     *
     * @return the place after them
     */
    int put(int place, List<Interval> intervals) {
        int next = place;
        for (Interval interval : intervals) {
            put(next++, interval.lower());
            put(next++, interval.upper());
        }
        return next;
    }

    private void missing(NotAvailable why) {
        if (note == null) {
            note("Not available: " + why.reason());
        }
    }

    /** Adds a sentence. */
    Results note(String sentence) {
        note = note == null ? sentence : note + ". " + sentence;
        return this;
    }

    /** Nothing, because a cell is blank. */
    Results blank(String column) {
        return note("Not available: " + column + " is blank");
    }
}
