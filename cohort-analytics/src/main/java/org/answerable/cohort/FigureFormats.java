package org.answerable.cohort;

import java.io.IOException;

/** A figure in forms that others can take away. The numbers are those of the table in each. */
public interface FigureFormats {

    /**
     * The table as CSV (RFC 4180, UTF-8): a header, the rows, the total. Text that a spreadsheet
     * would take for a formula is given a leading apostrophe.
     */
    void csv(Figure figure, Appendable to) throws IOException;

    /**
     * A bar chart as SVG with title and description; no script and no style, fit for a strict
     * content policy.
     */
    String svg(Figure figure);

    /** The figure with its provenance as JSON. */
    String json(Figure figure);
}
