package org.answerable.cohort.worksheet;

import java.io.IOException;
import java.util.List;

/** Takes the answers. */
interface Sink {

    /** Before the first row: the columns that come from the table, and those of the results. */
    void begin(List<String> columns, List<String> results) throws IOException;

    void row(Row row, Results results) throws IOException;

    void end() throws IOException;
}
