package org.answerable.cohort.map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
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
    public boolean covers(Figure figure) {
        List<String> codes = codes(figure);
        return codes.size() > 1 && outlines.count(codes, vintage(figure)) * 2 >= codes.size();
    }

    @Override
    public Optional<String> svg(Figure figure) {
        return covers(figure)
                ? Optional.of(Choropleth.of(figure, outlines.of(codes(figure), vintage(figure))))
                : Optional.empty();
    }

    /** The codes of the rows; none when they are no areas. */
    private static List<String> codes(Figure figure) {
        return vintage(figure).isEmpty()
                ? List.of()
                : figure.table().rows().stream()
                        .map(FigureTable.Row::code)
                        .filter(code -> !code.isEmpty())
                        .toList();
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
