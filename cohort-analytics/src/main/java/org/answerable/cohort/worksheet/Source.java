package org.answerable.cohort.worksheet;

import java.io.IOException;
import java.util.List;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.statistics.InvalidArgument;

/** A table that is read row by row; it is the row it stands at. */
interface Source extends Row {

    /** The columns; empty when there is no row to know them by. */
    Header header();

    /** Says which columns are asked for from now on, by their place in this list. */
    void want(List<String> columns);

    /**
     * Goes to the next row.
     *
     * @throws InvalidArgument this row cannot be read; the next one can
     * @throws InvalidInput nothing more can be read
     */
    boolean next() throws IOException;

    /** The text of a wanted column without spaces around it; empty when blank or not there. */
    String text(int wanted);

    /**
     * The number of a wanted column; NaN when it is blank or not there.
     *
     * @throws InvalidArgument it is no number
     */
    double number(int wanted);
}
