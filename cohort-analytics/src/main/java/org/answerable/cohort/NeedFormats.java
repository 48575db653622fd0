package org.answerable.cohort;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** An estimate of need in forms that others can take away. The numbers are those of the estimate in each. */
public interface NeedFormats {

    /**
     * Need by row as CSV (RFC 4180, UTF-8), the total last: children, expected, median, limits, and for each
     * tier the share of children for whom it is commissioned with its state.
     */
    void csv(NeedEstimate estimate, Appendable to) throws IOException;

    /** An accessible OpenDocument spreadsheet: cover, contents, notes, and a table a sheet. */
    void ods(NeedEstimate estimate, OutputStream to) throws IOException;

    /** The estimate with its origin as JSON. */
    String json(NeedEstimate estimate);

    /** The report “Parent-infant relationship need and provision” as the body of a page, well-formed XHTML. */
    String report(NeedEstimate estimate);

    /** The same as PDF/UA-1. */
    byte[] pdf(NeedEstimate estimate);

    /** What each input does to the result, as SVG; empty when nothing is uncertain. */
    Optional<String> tornado(NeedEstimate estimate);

    /** Need by area as a choropleth; empty when the rows are no areas, or have no outlines. */
    Optional<String> map(NeedEstimate estimate);

    /** Whether there is a map. */
    boolean hasMap(NeedEstimate estimate);
}
