package org.answerable.cohort.map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.answerable.cohort.Figure;
import org.answerable.cohort.FigureMaps;
import org.answerable.cohort.FigureQuestion;
import org.answerable.cohort.FigureRequest;
import org.answerable.cohort.FigureTable;
import org.answerable.cohort.GroupBy;
import org.answerable.cohort.MeasureRequest;
import org.answerable.cohort.MeasureRequest.Breakdown;
import org.answerable.cohort.chart.Choropleth;
import org.answerable.cohort.store.AreaOutlines;

/** Maps of figures whose rows are areas with an outline. */
@ApplicationScoped
public class DrawnMaps implements FigureMaps {

    private AreaOutlines outlines;

    protected DrawnMaps() {}

    @Inject
    public DrawnMaps(AreaOutlines outlines) {
        this.outlines = outlines;
    }

    @Override
    public Optional<String> svg(Figure figure) {
        List<String> codes =
                figure.table().rows().stream()
                        .map(FigureTable.Row::code)
                        .filter(code -> !code.isEmpty())
                        .toList();
        String vintage = vintage(figure);
        if (codes.size() < 2 || vintage.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> found = outlines.of(codes, vintage);
        return found.size() * 2 < codes.size()
                ? Optional.empty()
                : Optional.of(Choropleth.of(figure, found));
    }

    /** The code set of the rows; empty when they are no areas. */
    private static String vintage(Figure figure) {
        FigureQuestion question = figure.question();
        if (question instanceof MeasureRequest measure) {
            return measure.by() == Breakdown.AREA
                    ? figure.source().vintage()
                    : measure.by() == Breakdown.WHOLE ? measure.whole() : "";
        }
        return ((FigureRequest) question).groupBy() == GroupBy.AREA
                ? figure.source().vintage()
                : "";
    }
}
