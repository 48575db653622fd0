package org.answerable.cohort.statistics;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import org.answerable.cohort.SharedCases;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The rows of a supplied case file. */
final class CaseRows {

    private CaseRows() {}

    static List<CSVRecord> of(String file) {
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
        try (Reader reader = Files.newBufferedReader(SharedCases.statistics(file))) {
            return format.parse(reader).getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean blank(CSVRecord row, String column) {
        return row.get(column).isBlank();
    }

    static double number(CSVRecord row, String column) {
        return Double.parseDouble(row.get(column));
    }

    /** A count that is not known counts as 0. */
    static double orZero(CSVRecord row, String column) {
        return blank(row, column) ? 0 : number(row, column);
    }
}
