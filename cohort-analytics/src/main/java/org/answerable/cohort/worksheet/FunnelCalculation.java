package org.answerable.cohort.worksheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.statistics.FunnelLimits;
import org.answerable.cohort.statistics.Interval;
import org.answerable.cohort.statistics.InvalidArgument;
import org.answerable.cohort.statistics.Significance;

/**
 * Control limits and significance of each row against a reference. Without a reference it is the overall
 * value of all rows, so that the rows are held until the last is read.
 */
final class FunnelCalculation implements Calculation {

    /** What is compared. */
    enum Kind {
        PROPORTION,
        RATE,
        RATIO
    }

    private static final List<String> WANTED = List.of("numerator", "denominator");
    private static final int LIMITS = 2;
    private static final int SIGNIFICANCE = 6;
    private static final int LINES = 7;

    private final Kind kind;
    private final double multiplier;
    private final FunnelLimits at2sd = new FunnelLimits(FunnelLimits.TAIL_2SD);
    private final FunnelLimits at3sd = new FunnelLimits(FunnelLimits.TAIL_3SD);
    private final List<String> kept;
    private final Results results;
    private final HeldRows held = new HeldRows();
    private final List<double[]> numbers = new ArrayList<>();
    private double reference = Double.NaN;

    FunnelCalculation(Header header, Kind kind, Options options) {
        header.require("numerator", "denominator");
        this.kind = kind;
        this.kept = header.names();
        this.multiplier = options.number("multiplier");
        if (!(multiplier > 0)) {
            throw new InvalidInput("multiplier", "Give a number above 0.");
        }
        if (kind == Kind.RATIO) {
            reference = 1;
        } else if (options.given("reference")) {
            reference = options.number("reference") / multiplier;
            if (kind == Kind.PROPORTION && !(reference >= 0 && reference <= 1)
                    || !(reference > 0)) {
                throw new InvalidInput(
                        "reference",
                        kind == Kind.PROPORTION
                                ? "Give a proportion above 0 and not above 1, times the multiplier."
                                : "Give a rate above 0, times the multiplier.");
            }
        }
        List<String> names = new ArrayList<>();
        names.addAll(List.of("value", "reference", "lower_2sd", "upper_2sd"));
        names.addAll(List.of("lower_3sd", "upper_3sd", "significance"));
        if (kind != Kind.PROPORTION) {
            names.addAll(List.of("denominator_at_lower_2sd", "denominator_at_upper_2sd"));
            names.addAll(List.of("denominator_at_lower_3sd", "denominator_at_upper_3sd"));
        }
        results = new Results(names);
    }

    @Override
    public List<String> wanted() {
        return WANTED;
    }

    @Override
    public List<String> kept() {
        return kept;
    }

    @Override
    public List<String> results() {
        return results.names();
    }

    @Override
    public void row(Source row, Sink sink) throws IOException {
        double numerator = atLeastZero("numerator", row.number(0));
        double denominator = atLeastZero("denominator", row.number(1));
        if (kind == Kind.PROPORTION && numerator > denominator) {
            throw new InvalidArgument(
                    "numerator", "This is above the denominator: a part cannot exceed its whole.");
        }
        if (!Double.isNaN(reference)) {
            answer(row, numerator, denominator, sink);
        } else {
            held.add(row);
            numbers.add(new double[] {numerator, denominator});
        }
    }

    @Override
    public void end(Sink sink, Faults faults) throws IOException {
        double events = 0;
        double people = 0;
        for (double[] pair : numbers) {
            if (!Double.isNaN(pair[0]) && pair[1] > 0) {
                events += pair[0];
                people += pair[1];
            }
        }
        reference = people > 0 ? events / people : 0;
        for (int i = 0; i < numbers.size(); i++) {
            answer(held.get(i), numbers.get(i)[0], numbers.get(i)[1], sink);
        }
    }

    private void answer(Row row, double numerator, double denominator, Sink sink)
            throws IOException {
        results.clear();
        if (Double.isNaN(numerator) || Double.isNaN(denominator)) {
            results.blank(Double.isNaN(numerator) ? "numerator" : "denominator");
        } else if (denominator == 0) {
            results.note("Not available: the denominator is 0");
        } else if (kind == Kind.PROPORTION) {
            results.put(0, numerator / denominator * multiplier).put(1, reference * multiplier);
            limits(at2sd.proportion(reference, denominator), LIMITS, 1);
            limits(at3sd.proportion(reference, denominator), LIMITS + 2, 1);
            significance(Significance.ofProportion(numerator, denominator, reference));
        } else {
            counts(numerator, denominator);
        }
        sink.row(row, results);
    }

    private void counts(double numerator, double denominator) {
        double expected = denominator * reference;
        results.put(0, numerator / denominator * multiplier).put(1, reference * multiplier);
        if (!(expected > 0)) {
            results.note("Not available: no events are expected");
            return;
        }
        limits(at2sd.counts(expected), LIMITS, 1 / denominator);
        limits(at3sd.counts(expected), LIMITS + 2, 1 / denominator);
        significance(Significance.ofCount(numerator, expected));
        results.put(LINES, at2sd.expectedAtLower(numerator) / reference);
        results.put(LINES + 1, at2sd.expectedAtUpper(numerator) / reference);
        results.put(LINES + 2, at3sd.expectedAtLower(numerator) / reference);
        results.put(LINES + 3, at3sd.expectedAtUpper(numerator) / reference);
    }

    private void limits(Interval interval, int place, double scale) {
        results.put(place, interval.lower().times(scale * multiplier));
        results.put(place + 1, interval.upper().times(scale * multiplier));
    }

    private void significance(Significance significance) {
        results.put(SIGNIFICANCE, significance.words());
    }

    private static double atLeastZero(String column, double number) {
        if (number < 0) {
            throw new InvalidArgument(column, "This is below 0. Give 0 or more.");
        }
        return number;
    }
}
