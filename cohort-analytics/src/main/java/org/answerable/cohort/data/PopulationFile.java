package org.answerable.cohort.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.answerable.cohort.DatasetDescription;
import org.answerable.cohort.Progress;
import org.answerable.cohort.file.CopyRows;
import org.answerable.cohort.file.CsvRecords;
import org.answerable.cohort.file.ReceivedBytes;
import org.answerable.cohort.file.Rejections;
import org.answerable.cohort.file.UnreadableFile;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Streams a population file into the table: each row is checked and sent to COPY in the same pass,
 * while the database writes the rows before. After the first fault nothing more is sent, but the
 * rest is still checked, so that one report names all faults.
 */
final class PopulationFile {

    private static final String COPY =
            "COPY cohort.population_area ("
                    + String.join(", ", PopulationRow.COLUMNS)
                    + ") FROM STDIN (FORMAT binary)";
    private static final int REPORT_EVERY = 10_000;

    private final ReceivedBytes received;
    private final CsvRecords records;
    private final Rejections rejections = new Rejections();
    private final Progress progress;
    private PopulationHeader header;
    private PopulationRow row;
    private long rows;

    PopulationFile(ReceivedBytes received, Progress progress) {
        this.received = received;
        this.records = new CsvRecords(received);
        this.progress = progress;
    }

    /**
     * Reads the whole file, unless it is unreadable from some line on; faults are in {@link
     * #rejections}.
     */
    void copyInto(Connection connection, long datasetId, DatasetDescription description)
            throws SQLException {
        try {
            if (readHeader(description)) {
                copyRows(connection, datasetId);
            }
        } catch (UnreadableFile e) {
            rejections.add(e.line(), "", "", e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("The upload broke off", e);
        }
    }

    PopulationHeader header() {
        return header;
    }

    PopulationRow row() {
        return row;
    }

    Rejections rejections() {
        return rejections;
    }

    long rows() {
        return rows;
    }

    private boolean readHeader(DatasetDescription description) throws IOException {
        if (!records.next()) {
            throw new UnreadableFile(1, "The file is empty.");
        }
        header = PopulationHeader.of(records);
        row = new PopulationRow(records, header, rejections);
        if (!header.vintage().name().equals(description.vintage())) {
            rejections.add(
                    records.line(),
                    header.names().get(header.areaCode()),
                    "",
                    "The file has "
                            + header.vintage().label().toLowerCase(java.util.Locale.ROOT)
                            + ", the description says "
                            + description.vintage()
                            + ". Correct the one that is wrong.");
            return false;
        }
        return true;
    }

    private void copyRows(Connection connection, long datasetId) throws SQLException, IOException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
        try {
            CopyRows out = new CopyRows(copy);
            while (records.next()) {
                rows++;
                boolean good = row.check();
                if (good && rejections.none()) {
                    row.writeTo(out, datasetId);
                }
                if (rows % REPORT_EVERY == 0) {
                    progress.reached(rows, received.count());
                }
            }
            if (rows == 0) {
                throw new UnreadableFile(1, "The file has a header and no rows.");
            }
            if (rejections.none()) {
                out.end();
                copy.endCopy();
            }
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
        progress.reached(rows, received.count());
    }
}
