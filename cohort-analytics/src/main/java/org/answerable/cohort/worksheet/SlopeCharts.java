package org.answerable.cohort.worksheet;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.answerable.cohort.chart.SlopeChart;
import org.answerable.cohort.statistics.SlopeIndex;
import org.answerable.cohort.statistics.Transform;

/** Draws the quantiles of one area and the line through them. */
final class SlopeCharts {

    private SlopeCharts() {}

    /**
     * The chart of a table that was computed without a fault; none of several areas.
     *
     * @param csv the table as it was sent
     */
    static Optional<String> of(Options options, Reader csv) throws IOException {
        Source row = new CsvSource(csv);
        row.want(SlopeCalculation.WANTED);
        boolean limits = !row.header().has("standard_error");
        List<SlopeCalculation.Quantile> quantiles = new ArrayList<>();
        Set<String> areas = new HashSet<>();
        while (row.next()) {
            areas.add(row.text(0));
            if (areas.size() > 1) {
                return Optional.empty();
            }
            quantiles.add(SlopeCalculation.quantile(row, limits));
        }
        quantiles.sort(Comparator.comparingInt(SlopeCalculation.Quantile::rank));
        return Optional.of(draw(quantiles, SlopeCalculation.transform(options)));
    }

    private static String draw(List<SlopeCalculation.Quantile> quantiles, Transform transform) {
        SlopeIndex index =
                new SlopeIndex(
                        quantiles.stream()
                                .mapToDouble(SlopeCalculation.Quantile::population)
                                .toArray());
        double[] values = quantiles.stream().mapToDouble(q -> transform.to(q.value())).toArray();
        double intercept = index.intercept(values);
        double slope = index.slope(values);
        double total = quantiles.stream().mapToDouble(SlopeCalculation.Quantile::population).sum();
        double before = 0;
        List<SlopeChart.Group> groups = new ArrayList<>();
        for (SlopeCalculation.Quantile quantile : quantiles) {
            double middle = (before + quantile.population() / 2) / total;
            groups.add(new SlopeChart.Group(middle, quantile.value(), quantile.error()));
            before += quantile.population();
        }
        return new SlopeChart(groups, share -> transform.from(intercept + slope * share)).draw();
    }
}
