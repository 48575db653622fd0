package org.answerable.directory.geography;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.answerable.directory.InvalidInput;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The records of a CSV file in UTF-8, one after the other, in constant memory: a record that does not
 * end, such as after a quote left open, is refused.
 */
final class CsvInput {

    private static final String FIELD = "file";
    private static final int LONGEST_RECORD = 1 << 20;
    private static final char MARK = '\uFEFF';

    private final Bounded reader;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final List<String> header;

    /** Reads the header. Closing the stream is left to the caller. */
    CsvInput(InputStream in) {
        try {
            Reader text =
                    new BufferedReader(
                            new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
            text.mark(1);
            if (text.read() != MARK) {
                text.reset();
            }
            reader = new Bounded(text);
            parser = CSVParser.parse(reader, CSVFormat.RFC4180);
            records = parser.iterator();
        } catch (IOException e) {
            throw unreadable(e);
        }
        CSVRecord first = next();
        header =
                first == null
                        ? List.of()
                        : first.stream()
                                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                                .toList();
    }

    /** Names of the columns, in small letters. */
    List<String> header() {
        return header;
    }

    /** The next record, or null at the end; blank lines are passed over. */
    CSVRecord next() {
        try {
            while (records.hasNext()) {
                reader.begin();
                CSVRecord record = records.next();
                if (record.size() > 1 || !record.get(0).isBlank()) {
                    return record;
                }
            }
            return null;
        } catch (UncheckedIOException e) {
            throw unreadable(e.getCause());
        } catch (IllegalStateException e) {
            throw e.getCause() instanceof IOException io ? unreadable(io) : e;
        }
    }

    /** The line on which the last record ended. */
    long line() {
        return parser.getCurrentLineNumber();
    }

    private static InvalidInput unreadable(IOException e) {
        return new InvalidInput(
                FIELD,
                e instanceof CharacterCodingException
                        ? "The text of the file is not UTF-8. Save it as \"CSV UTF-8\" and load it again"
                        : "The file cannot be read as CSV: " + e.getMessage());
    }

    /** Refuses to read on when one record has become too long. */
    private static final class Bounded extends FilterReader {

        private int read;

        Bounded(Reader in) {
            super(in);
        }

        void begin() {
            read = 0;
        }

        @Override
        public int read() throws IOException {
            int c = super.read();
            count(c < 0 ? 0 : 1);
            return c;
        }

        @Override
        public int read(char[] to, int offset, int length) throws IOException {
            int n = super.read(to, offset, length);
            count(Math.max(n, 0));
            return n;
        }

        private void count(int n) throws IOException {
            read += n;
            if (read > LONGEST_RECORD) {
                throw new IOException(
                        "a record is longer than a million characters. Is a quote (\") left open?");
            }
        }
    }
}
