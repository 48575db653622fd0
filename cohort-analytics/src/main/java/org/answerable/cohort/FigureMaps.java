package org.answerable.cohort;

import java.util.Optional;

/** Figures by area as maps, where the outlines of the areas are loaded. */
public interface FigureMaps {

    /** Whether there is a map of this figure. */
    boolean covers(Figure figure);

    /**
     * A choropleth as SVG with title, description and a legend in numbers; empty when the rows are no
     * areas, or fewer than half of them have an outline. Areas without a number are left white.
     */
    Optional<String> svg(Figure figure);
}
