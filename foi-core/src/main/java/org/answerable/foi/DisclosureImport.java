package org.answerable.foi;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Takes over an authority's earlier disclosure log from CSV. All rows are taken or none; the same
 * file again changes nothing.
 *
 * <p>Columns, with a header, UTF-8: {@code reference} (of the earlier log), {@code subject},
 * {@code received} and {@code answered} (like 2024-03-21), {@code outcome} (a {@link CaseOutcome}),
 * {@code question}, {@code answer}, and optionally {@code exemptions} (codes with semicolons). Rows
 * with the same reference are the questions of one answer, in their order.
 */
public interface DisclosureImport {

    /** The largest file that is read. */
    int MOST_BYTES = 8 << 20;

    /** The most rows of one file. */
    int MOST_ROWS = 20_000;

    /**
     * @throws NotAllowed when the actor is no publisher
     * @throws InvalidInput when the file is no CSV with the columns, or too large
     */
    Report load(InputStream file, Actor publisher) throws IOException;

    /**
     * What came of it.
     *
     * @param added answers that are published now
     * @param unchanged answers that had been imported before, word for word
     * @param faults the first of them, in the order of the file; with any, nothing was kept
     */
    record Report(int rows, int added, int unchanged, long faultCount, List<Fault> faults) {

        public boolean accepted() {
            return faultCount == 0;
        }
    }

    /** @param line in the file, from 1 */
    record Fault(long line, String column, String message) {}
}
