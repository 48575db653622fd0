package org.answerable.cohort.file;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.answerable.cohort.Progress;

/**
 * The rows of a file on their way to COPY: each is checked and sent in the same pass, while the
 * database writes the rows before. After the first fault nothing more is sent, but the rest is still
 * checked, so that one report names all faults.
 */
public final class CheckedRows {

    private final CsvRecords records;
    private final ReceivedBytes file;
    private final Rejections rejections;
    private final Progress progress;
    private final int reportEvery;
    private long count;

    /**
     * @param records stands on the header
     * @param reportEvery how many rows there are between two words on the progress
     */
    public CheckedRows(
            CsvRecords records,
            ReceivedBytes file,
            Rejections rejections,
            Progress progress,
            int reportEvery) {
        this.records = records;
        this.file = file;
        this.rejections = rejections;
        this.progress = progress;
        this.reportEvery = reportEvery;
    }

    /** How one row of the file is read; it finds the row in the records. */
    public interface Row {

        /** Whether the row is without fault; faults are noted. */
        boolean check();

        void writeTo(CopyRows out) throws SQLException;
    }

    /**
     * Copies all rows, or none if a fault was noted.
     *
     * @param table with the columns in brackets, if not all
     * @throws UnreadableFile there is no row, or the file cannot be read any further
     */
    public void copyInto(Connection connection, String table, Row row)
            throws SQLException, IOException {
        CopyRows.into(
                connection,
                table,
                out -> {
                    while (records.next()) {
                        count++;
                        if (row.check() && rejections.none()) {
                            row.writeTo(out);
                        }
                        if (count % reportEvery == 0) {
                            progress.reached(count, file.count());
                        }
                    }
                    if (count == 0) {
                        throw new UnreadableFile(1, "The file has a header and no rows.");
                    }
                    return rejections.none();
                });
        progress.reached(count, file.count());
    }

    /** The rows read so far. */
    public long count() {
        return count;
    }
}
