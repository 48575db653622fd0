package org.answerable.cohort.loading;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.answerable.cohort.DatasetDescription;
import org.answerable.cohort.Progress;
import org.answerable.cohort.file.CopyRows;
import org.answerable.cohort.file.CsvFiles;
import org.answerable.cohort.file.CsvRecords;
import org.answerable.cohort.file.ReceivedBytes;
import org.answerable.cohort.file.Rejections;
import org.answerable.cohort.file.UnreadableFile;

/**
 * A file on its way into the database: row by row into a staging table, then checked there as a
 * whole. Faults are noted with their line; after the first one nothing more is sent, but the rest is
 * still read, so that one report names all faults.
 */
final class Loading {

    /** Largest count that is taken. */
    static final long MOST = Integer.MAX_VALUE;

    private static final int REPORT_EVERY = 10_000;
    private static final int LINE_BITS = 40;

    private final Connection connection;
    private final long key;
    private final DatasetDescription description;
    private final CsvFiles files;
    private final ReceivedBytes received;
    private final Rejections rejections;
    private final Progress progress;
    private final List<String> notes = new ArrayList<>();
    private final List<String> fileNames = new ArrayList<>();
    private CsvRecords records;
    private Header header;
    private long rows;

    Loading(
            Connection connection,
            long key,
            DatasetDescription description,
            CsvFiles files,
            ReceivedBytes received,
            Rejections rejections,
            Progress progress) {
        this.connection = connection;
        this.key = key;
        this.description = description;
        this.files = files;
        this.received = received;
        this.rejections = rejections;
        this.progress = progress;
    }

    /** Begins with a reader that stands on the header. */
    void begin(CsvRecords standing, Header first) {
        records = standing;
        header = first;
        fileNames.add(files.name());
    }

    Connection connection() {
        return connection;
    }

    long key() {
        return key;
    }

    DatasetDescription description() {
        return description;
    }

    CsvFiles files() {
        return files;
    }

    CsvRecords records() {
        return records;
    }

    ReceivedBytes received() {
        return received;
    }

    Rejections rejections() {
        return rejections;
    }

    Progress progress() {
        return progress;
    }

    Header header() {
        return header;
    }

    long rows() {
        return rows;
    }

    /** What a reader must know and the analyst did not say. */
    void note(String sentence) {
        notes.add(sentence);
    }

    List<String> notes() {
        return notes;
    }

    boolean sound() {
        return rejections.none();
    }

    /** What is read of a row and how it is written. */
    interface Row {

        /** Reads the row the reader stands on; false when it is not to be kept. */
        boolean read() throws SQLException;

        void write(CopyRows out, long line) throws SQLException;
    }

    /** Sends all rows of the upload into a staging table that this transaction alone sees. */
    void stage(String table, String columns, Row row) throws SQLException, IOException {
        execute("CREATE TEMPORARY TABLE " + table + " (" + columns + ") ON COMMIT DROP");
        copy(
                table,
                out -> {
                    while (nextRow()) {
                        long before = rejections.count();
                        boolean wanted = row.read();
                        if (wanted && rejections.count() == before && rejections.none()) {
                            row.write(out, place());
                        }
                    }
                    if (rows == 0) {
                        throw new UnreadableFile(1, "The file has a header and no rows.");
                    }
                });
        progress.reached(rows, received.count());
        if (sound()) {
            execute("ANALYZE " + table);
            execute("SET LOCAL work_mem = '128MB'");
        }
    }

    /** Rows to be written. */
    interface Rows {
        void writeTo(CopyRows out) throws SQLException, IOException;
    }

    /** Writes rows into a table, or none if a fault was met. */
    void copy(String table, Rows from) throws SQLException, IOException {
        CopyRows.into(
                connection,
                table,
                out -> {
                    from.writeTo(out);
                    return rejections.none();
                });
    }

    /** For sources that are not rows of CSV. */
    void countRow() {
        rows++;
        if (rows % REPORT_EVERY == 0) {
            progress.reached(rows, received.count());
        }
    }

    private boolean nextRow() throws IOException {
        while (true) {
            while (!records.next()) {
                if (!nextFile()) {
                    return false;
                }
            }
            countRow();
            if (records.fields() == header.size()) {
                return true;
            }
            reject(
                    -1,
                    "The line has "
                            + records.fields()
                            + " fields, the header "
                            + header.size()
                            + ". Is a comma missing, or is a text with a comma not in quotes?");
        }
    }

    private boolean nextFile() throws IOException {
        if (!files.next()) {
            return false;
        }
        records = new CsvRecords(files.stream());
        if (!records.next()) {
            throw new UnreadableFile(1, "The file " + files.name() + " in the zip is empty.");
        }
        Header next = Header.of(records);
        if (!next.sameAs(header)) {
            throw new UnreadableFile(
                    1,
                    "The files in the zip have different headers: "
                            + fileNames.get(0)
                            + " and "
                            + files.name()
                            + ". Load them one by one.");
        }
        fileNames.add(files.name());
        return true;
    }

    /** File and line as one number, for the staging table. */
    private long place() {
        return (long) (fileNames.size() - 1) << LINE_BITS | records.line();
    }

    /** A fault of the row the reader stands on. */
    void reject(int column, String message) {
        rejectAt(
                place(),
                column < 0 ? "" : header.name(column),
                column < 0 ? "" : records.text(column),
                message);
    }

    /** A fault found by the database. */
    void rejectAt(long place, String column, String value, String message) {
        int file = (int) (place >>> LINE_BITS);
        String where = file == 0 ? "" : "In " + fileNames.get(file) + ": ";
        rejections.add(place & ((1L << LINE_BITS) - 1), column, value, where + message);
    }

    /**
     * Notes a fault for each row that a query finds.
     *
     * @param query gives the place, the value found, and what the message shall hold in {@code %s}
     */
    void rejectAll(String query, String column, String message) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query + " LIMIT 1000")) {
            while (row.next()) {
                rejectAt(
                        row.getLong(1),
                        column,
                        row.getString(2),
                        message.formatted(row.getString(3)));
            }
        }
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Runs a change. */
    long update(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeLargeUpdate();
        }
    }

    /** The first value of the first row as text, or null. */
    String value(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }

    /** A field as text, trimmed; nothing for a column that is not there. */
    String text(int column) {
        return column < 0 ? "" : records.text(column);
    }

    /** A count of people, or -1 after noting the fault. */
    int count(int column) {
        String text = records.text(column);
        if (text.matches("\\d{1,10}") && Long.parseLong(text) <= MOST) {
            return (int) Long.parseLong(text);
        }
        reject(
                column,
                text.isEmpty()
                        ? "The count is blank."
                        : text.startsWith("-") && text.length() > 1
                                ? "A count cannot be negative."
                                : "A whole number is expected, without commas and not above "
                                        + MOST
                                        + ". A withheld count is not zero.");
        return -1;
    }

    /** A whole number of 1 to a most, also written as 8.0; or -1 after noting the fault. */
    int whole(int column, int most) {
        String text = records.text(column).replace(",", "");
        if (text.matches("\\d{1,9}(\\.0+)?")) {
            int n = Integer.parseInt(text.replaceAll("\\..*", ""));
            if (n >= 1 && n <= most) {
                return n;
            }
        }
        reject(column, "A whole number from 1 to " + most + " is expected.");
        return -1;
    }
}
