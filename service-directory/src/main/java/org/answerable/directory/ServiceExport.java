package org.answerable.directory;

import java.io.IOException;
import java.io.OutputStream;

/** The public services as files. */
public interface ServiceExport {

    /**
     * Writes a zip of CSV files in the tabular form of HSDS, one for each kind of record, with their description as CSVW
     * (CSV on the Web). It holds what the feed gives to everybody, and memory does not grow with the number of services.
     *
     * @param to stays open
     */
    void csvSet(OutputStream to) throws IOException;
}
