package org.answerable.cohort.map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.answerable.cohort.Figure;
import org.answerable.cohort.FigureMaps;
import org.answerable.cohort.FigureTable;
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
        return codes.size() > 1
                && outlines.count(codes, figure.vintageOfRows()) * 2 >= codes.size();
    }

    @Override
    public Optional<String> svg(Figure figure) {
        return covers(figure)
                ? Optional.of(
                        Choropleth.of(figure, outlines.of(codes(figure), figure.vintageOfRows())))
                : Optional.empty();
    }

    /** The codes of the rows; none when they are no areas. */
    private static List<String> codes(Figure figure) {
        return figure.vintageOfRows().isEmpty()
                ? List.of()
                : figure.table().rows().stream()
                        .map(FigureTable.Row::code)
                        .filter(code -> !code.isEmpty())
                        .toList();
    }
}
