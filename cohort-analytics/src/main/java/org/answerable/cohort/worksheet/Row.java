package org.answerable.cohort.worksheet;

import java.util.List;

/** One row of a table; valid until the next one is read. */
interface Row {

    /** From 1, the header not counted. */
    long number();

    /** The names of all its cells. */
    List<String> names();

    /** A cell as it came; null when it is blank. */
    String cell(int place);

    /** Whether a cell is no text but a number, true or false, where that makes a difference. */
    boolean literal(int place);
}
