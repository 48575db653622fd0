package org.answerable.cohort.person;

import java.util.List;
import org.answerable.cohort.file.CsvRecords;
import org.answerable.cohort.file.Rejections;

/**
 * The fields of the record that the reader stands on, by the number of their column. What is in the
 * first two columns, child and family, is never repeated in a report.
 */
final class ExtractFields {

    private static final int PEOPLE = 2;

    private final CsvRecords records;
    private final List<String> names;
    private final ExtractColumns columns;
    private final Rejections rejections;

    private ExtractFields(
            CsvRecords records, List<String> names, ExtractColumns columns, Rejections rejections) {
        this.records = records;
        this.names = names;
        this.columns = columns;
        this.rejections = rejections;
    }

    /**
     * Reads the header the reader stands on.
     *
     * @return null when it does not fit; the faults are noted
     */
    static ExtractFields of(CsvRecords records, List<String> names, Rejections rejections) {
        ExtractColumns columns = ExtractColumns.of(records, names, rejections);
        return columns == null ? null : new ExtractFields(records, names, columns, rejections);
    }

    /** Whether the record has as many fields as the header; notes the fault if not. */
    boolean fit() {
        return columns.fits(records, rejections);
    }

    byte[] bytes() {
        return records.bytes();
    }

    int start(int column) {
        return records.start(columns.at(column));
    }

    int end(int column) {
        return records.end(columns.at(column));
    }

    boolean isBlank(int column) {
        return start(column) == end(column);
    }

    /** The day in a column as days since 1970, or {@link Days#BAD} after noting the fault. */
    int day(int column) {
        int day = Days.day(bytes(), start(column), end(column));
        if (day == Days.BAD) {
            reject(column, "Write the day as 2024-03-21.");
        }
        return day;
    }

    void reject(int column, String message) {
        rejections.add(
                records.line(),
                names.get(column),
                column < PEOPLE ? "" : records.text(columns.at(column)),
                message);
    }
}
