package org.answerable.cohort.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.answerable.cohort.DatasetKind;
import org.answerable.cohort.Progress;
import org.answerable.cohort.file.CheckedRows;
import org.answerable.cohort.file.CsvRecords;
import org.answerable.cohort.file.ReceivedBytes;
import org.answerable.cohort.file.Rejections;
import org.answerable.cohort.file.UnreadableFile;

/**
 * Streams a population file into the table: each row is checked and sent to COPY in the same pass,
 * while the database writes the rows before. After the first fault nothing more is sent, but the
 * rest is still checked, so that one report names all faults.
 */
public final class PopulationFile implements DatasetIntake.Content {

    private static final String TABLE =
            "cohort.population_area (" + String.join(", ", PopulationRow.COLUMNS) + ")";
    private static final int REPORT_EVERY = 10_000;

    private final String vintage;
    private final Progress progress;
    private ReceivedBytes received;
    private CsvRecords records;
    private Rejections rejections;
    private PopulationHeader header;
    private PopulationRow row;
    private CheckedRows rows;

    /**
     * @param vintage the code set that the description says
     */
    public PopulationFile(String vintage, Progress progress) {
        this.vintage = vintage;
        this.progress = progress;
    }

    @Override
    public DatasetFacts copyInto(
            Connection connection, long key, ReceivedBytes file, Rejections faults)
            throws SQLException {
        CsvRecords all = new CsvRecords(file);
        try {
            if (!all.next()) {
                throw new UnreadableFile(1, "The file is empty.");
            }
            return rowsAfterHeader(connection, key, all, file, faults);
        } catch (UnreadableFile e) {
            faults.add(e.line(), "", "", e.getMessage());
            return DatasetFacts.of(DatasetKind.POPULATION, read());
        } catch (IOException e) {
            throw new UncheckedIOException("The upload broke off", e);
        }
    }

    /** Whether a header with these names, in lower case, is one of a file of this form. */
    public static boolean isHeader(java.util.Set<String> names) {
        return PopulationHeader.fits(names);
    }

    /** The vintage of a header, if it is one of a file of this form and without fault. */
    public static String vintageOf(CsvRecords records) {
        return PopulationHeader.of(records).vintage().name();
    }

    /**
     * The same for a reader that stands on the header already.
     *
     * @throws UnreadableFile the file as a whole is at fault
     */
    public DatasetFacts rowsAfterHeader(
            Connection connection,
            long key,
            CsvRecords standing,
            ReceivedBytes file,
            Rejections faults)
            throws SQLException, IOException {
        received = file;
        records = standing;
        rejections = faults;
        if (readHeader()) {
            copyRows(connection, key);
        }
        return rejections.none()
                ? DatasetFacts.ofPopulation(
                        read(),
                        header.ageFirst(),
                        header.ageLast(),
                        header.openLast(),
                        List.copyOf(row.districts()))
                : DatasetFacts.of(DatasetKind.POPULATION, read());
    }

    private boolean readHeader() {
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
        rows = new CheckedRows(records, received, rejections, progress, REPORT_EVERY);
        row.belongsTo(datasetId);
        rows.copyInto(connection, TABLE, row);
    }

    private long read() {
        return rows == null ? 0 : rows.count();
    }
}
