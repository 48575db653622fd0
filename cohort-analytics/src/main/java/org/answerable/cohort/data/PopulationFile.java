package org.answerable.cohort.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.answerable.cohort.DatasetKind;
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
final class PopulationFile implements DatasetIntake.Content {

    private static final String COPY =
            "COPY cohort.population_area ("
                    + String.join(", ", PopulationRow.COLUMNS)
                    + ") FROM STDIN (FORMAT binary)";
    private static final int REPORT_EVERY = 10_000;

    private final String vintage;
    private final Progress progress;
    private ReceivedBytes received;
    private CsvRecords records;
    private Rejections rejections;
    private PopulationHeader header;
    private PopulationRow row;
    private long rows;

    /**
     * @param vintage the code set that the description says
     */
    PopulationFile(String vintage, Progress progress) {
        this.vintage = vintage;
        this.progress = progress;
    }

    @Override
    public DatasetFacts copyInto(
            Connection connection, long key, ReceivedBytes file, Rejections faults)
            throws SQLException {
        received = file;
        records = new CsvRecords(file);
        rejections = faults;
        try {
            if (readHeader()) {
                copyRows(connection, key);
            }
        } catch (UnreadableFile e) {
            rejections.add(e.line(), "", "", e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("The upload broke off", e);
        }
        return rejections.none()
                ? DatasetFacts.ofPopulation(
                        rows,
                        header.ageFirst(),
                        header.ageLast(),
                        header.openLast(),
                        List.copyOf(row.districts()))
                : DatasetFacts.of(DatasetKind.POPULATION, rows);
    }

    private boolean readHeader() throws IOException {
        if (!records.next()) {
            throw new UnreadableFile(1, "The file is empty.");
        }
        header = PopulationHeader.of(records);
        row = new PopulationRow(records, header, rejections);
        if (!header.vintage().name().equals(vintage)) {
            rejections.add(
                    records.line(),
                    header.names().get(header.areaCode()),
                    "",
                    "The file has "
                            + header.vintage().label().toLowerCase(java.util.Locale.ROOT)
                            + ", the description says "
                            + vintage
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
