package org.answerable.cohort;

import java.io.IOException;
import java.io.OutputStream;

/** A figure in forms that others can take away. The numbers are those of the table in each. */
public interface FigureFormats {

    /**
     * The table as CSV (RFC 4180, UTF-8): a header, the rows, the total. Text that a spreadsheet
     * would take for a formula is given a leading apostrophe.
     */
    void csv(Figure figure, Appendable to) throws IOException;

    /**
     * What the columns of the CSV are, with source, licence and method, as W3C CSV on the Web
     * metadata.
     */
    String csvMetadata(Figure figure);

    /** An accessible OpenDocument spreadsheet: cover, contents, notes, and one table. */
    void ods(Figure figure, OutputStream to) throws IOException;

    /**
     * A chart as SVG with title and description; no script and no style, fit for a strict
     * content policy.
     */
    String svg(Figure figure);

    /** The figure with its provenance as JSON. */
    String json(Figure figure);

    /** How it was worked out: a paragraph in plain English that an answer can carry as it is. */
    String paragraph(Figure figure);
}
