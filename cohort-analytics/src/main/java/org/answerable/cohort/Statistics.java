package org.answerable.cohort;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Statistics of tables that anybody may send. Nothing is kept. */
public interface Statistics {

    /** What can be computed, in the order of a list for people. */
    List<StatisticMethod> methods();

    /** The method of this name: {@code proportion}. */
    Optional<StatisticMethod> method(String name);

    /**
     * Reads a table, computes, and writes the answer. Columns are found by name, in any order, in upper
     * or lower case. Rows are read one by one: memory does not grow with their number, except where a
     * method says that it needs all of them.
     *
     * @param options by name; those left out have their default
     * @param in CSV (a header, then rows; commas, or tabs as a spreadsheet copies them), or a JSON array
     *     of objects
     * @param out is written to while rows are read; worthless when this throws
     * @return how many rows were read
     * @throws NotFound there is no such method
     * @throws InvalidInput an option, the header or rows cannot be used; up to 100 faults by row and
     *     column ({@code row 3, column numerator}), rows counted from 1 below the header
     */
    long compute(
            String method,
            Map<String, String> options,
            TableFormat from,
            Reader in,
            TableFormat to,
            Writer out)
            throws IOException;

    /**
     * The same for a page: the answer as a table in memory, so only for small tables.
     *
     * @throws InvalidInput as above; also when there is no row
     */
    StatisticTable table(String method, Map<String, String> options, Reader csv) throws IOException;

    /**
     * A picture of an answer as SVG, without script and style, where the method has one: a
     * funnel plot, or the line of an index of inequality of one area. Its numbers are those of the table.
     *
     * @param csv the table as it was sent
     * @param answer of {@link #table} for it, with the same options
     */
    Optional<String> chart(
            String method, Map<String, String> options, Reader csv, StatisticTable answer)
            throws IOException;
}
