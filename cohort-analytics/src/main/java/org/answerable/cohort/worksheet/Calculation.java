package org.answerable.cohort.worksheet;

import java.io.IOException;
import java.util.List;
import org.answerable.cohort.statistics.InvalidArgument;

/** One method at work on one table. */
interface Calculation {

    /** The columns that it reads, by their place in this list; some may not be there. */
    List<String> wanted();

    /** The columns of the table that come back in front of the results. */
    List<String> kept();

    /** The columns that it makes. */
    List<String> results();

    /**
     * Takes a row, and may answer at once.
     *
     * @throws InvalidArgument the row cannot be used; the argument is the column
     */
    void row(Source row, Sink sink) throws IOException;

    /** After the last row: answers what is still open. */
    default void end(Sink sink, Faults faults) throws IOException {}
}
