package org.answerable.cohort.worksheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.answerable.cohort.statistics.Confidence;
import org.answerable.cohort.statistics.Estimate;

/** A value with intervals for each row, from a numerator and a denominator: a proportion or a rate. */
final class RowCalculation implements Calculation {

    /** The statistic of a numerator and a denominator. */
    @FunctionalInterface
    interface Statistic {
        Estimate of(double numerator, double denominator);
    }

    private static final List<String> WANTED = List.of("numerator", "denominator");

    private final Statistic statistic;
    private final List<String> kept;
    private final Results results;

    RowCalculation(Header header, Statistic statistic, List<Confidence> confidences) {
        header.require("numerator", "denominator");
        this.statistic = statistic;
        this.kept = header.names();
        List<String> names = new ArrayList<>(List.of("value"));
        names.addAll(Options.limitNames("", confidences));
        this.results = new Results(names);
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
        double numerator = row.number(0);
        double denominator = row.number(1);
        results.clear();
        if (Double.isNaN(numerator) || Double.isNaN(denominator)) {
            statistic.of(0, Double.isNaN(denominator) ? 0 : denominator);
            statistic.of(Double.isNaN(numerator) ? 0 : numerator, NumberText.MOST);
            results.blank(Double.isNaN(numerator) ? "numerator" : "denominator");
        } else {
            results.put(0, statistic.of(numerator, denominator));
        }
        sink.row(row, results);
    }
}
