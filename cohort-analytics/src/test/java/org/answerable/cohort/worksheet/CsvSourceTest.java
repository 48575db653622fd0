package org.answerable.cohort.worksheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvSourceTest {

    private static final String LETTERS = "ab ,\"\n\r\té7.";

    @Test
    void any_table_is_read_as_another_reader_reads_it_however_it_arrives() throws IOException {
        SplittableRandom random = new SplittableRandom(11);
        for (int round = 0; round < 300; round++) {
            String csv = table(random, 1 + random.nextInt(5), random.nextInt(30));
            List<List<String>> expected = new ArrayList<>();
            CSVFormat format = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();
            for (CSVRecord row : format.parse(new StringReader(csv))) {
                expected.add(row.toList());
            }
            assertThat(read(new Dripping(csv, random))).as(csv).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r", "\n\n\r\n"})
    void lines_end_in_any_way_and_blank_ones_are_passed_over(String end) throws IOException {
        assertThat(read(new StringReader("a,b" + end + "1,2" + end + ",4")))
                .containsExactly(List.of("a", "b"), List.of("1", "2"), List.of("", "4"));
    }

    @Test
    void blank_cells_behind_the_last_column_are_dropped() throws IOException {
        assertThat(read(new StringReader("a,b\n1,2,,\n"))).contains(List.of("1", "2"));
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.CsvSource({
        "12, 12",
        "' 12.5 ', 12.5",
        "-0.001, -0.001",
        "+7, 7",
        ".5, 0.5",
        "5., 5",
        "1e3, 1000",
        "1.5E-3, 0.0015",
        "0.1, 0.1",
        "123456789012345, 123456789012345",
        "0.1234567890123456789, 0.1234567890123456789",
        "999999999999999.9, 999999999999999.9"
    })
    void numbers_are_read_to_the_nearest_double(String text, double number)
            throws NumberText.Unreadable {
        assertThat(NumberText.parse(text)).isEqualTo(number);
    }

    @Test
    void numbers_of_a_few_digits_are_read_as_java_reads_them() throws NumberText.Unreadable {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 100_000; i++) {
            String digits = Long.toString(random.nextLong(1_000_000_000_000_000L));
            int point = random.nextInt(digits.length() + 1);
            String text = digits.substring(0, point) + "." + digits.substring(point);
            assertThat(NumberText.parse(text)).isEqualTo(Double.parseDouble(text));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, 5, -5, 0.1, 1e15, 1e16, 1.0 / 3, 1e-300, -123456.789})
    void a_number_that_is_written_is_read_back_as_the_same(double number) throws IOException {
        StringBuilder text = new StringBuilder();
        NumberText.write(number, text);
        assertThat(Double.parseDouble(text.toString())).isEqualTo(number + 0.0);
    }

    private static List<List<String>> read(Reader in) throws IOException {
        CsvSource source = new CsvSource(in);
        List<List<String>> rows = new ArrayList<>();
        rows.add(source.names());
        while (source.next()) {
            List<String> row = new ArrayList<>();
            for (int i = 0; i < source.names().size(); i++) {
                row.add(source.cell(i) == null ? "" : source.cell(i));
            }
            rows.add(row);
        }
        return rows;
    }

    private static String table(SplittableRandom random, int columns, int rows) throws IOException {
        StringBuilder csv = new StringBuilder();
        CSVPrinter printer =
                CSVFormat.RFC4180
                        .builder()
                        .setRecordSeparator(random.nextBoolean() ? "\n" : "\r\n")
                        .get()
                        .print(csv);
        List<String> header = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            header.add("c" + i);
        }
        printer.printRecord(header);
        for (int row = 0; row < rows; row++) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < columns; i++) {
                StringBuilder cell = new StringBuilder(i == 0 ? "x" : "");
                int length = random.nextInt(random.nextInt(20) == 0 ? 3_000 : 8);
                for (int c = 0; c < length; c++) {
                    cell.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
                }
                cells.add(cell.toString());
            }
            printer.printRecord(cells);
        }
        return csv.toString();
    }

    /** Gives a few characters at a time, as a network may. */
    private static final class Dripping extends Reader {
        private final String text;
        private final SplittableRandom random;
        private int at;

        Dripping(String text, SplittableRandom random) {
            this.text = text;
            this.random = random;
        }

        @Override
        public int read(char[] to, int offset, int length) {
            int n = Math.min(Math.min(length, 1 + random.nextInt(40)), text.length() - at);
            if (n == 0) {
                return -1;
            }
            text.getChars(at, at + n, to, offset);
            at += n;
            return n;
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
