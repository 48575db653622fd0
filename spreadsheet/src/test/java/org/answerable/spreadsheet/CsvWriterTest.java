package org.answerable.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvWriterTest {

    @Test
    void what_is_not_there_is_an_empty_cell_in_a_form_for_programs() throws IOException {
        StringBuilder csv = new StringBuilder();

        new CsvWriter(List.of("a", "b"), csv)
                .addSparse(java.util.Arrays.asList(null, Cell.text("=1+1")));

        assertThat(csv.toString()).isEqualTo("a,b\r\n,'=1+1\r\n");
    }

    @Test
    void a_table_comes_back_as_it_was_written() throws IOException {
        String csv =
                csv(
                        List.of(
                                Cell.text("said \"no\", twice\nand again"),
                                Cell.number(20),
                                Cell.date(LocalDate.of(2024, 4, 22)),
                                Cell.share(1, 4)));
        List<CSVRecord> read = CSVFormat.RFC4180.parse(new StringReader(csv)).getRecords();
        assertThat(read.get(0).values()).containsExactly("a", "b", "c", "d");
        assertThat(read.get(1).values())
                .containsExactly("said \"no\", twice\nand again", "20", "2024-04-22", "0.25");
        assertThat(csv).endsWith("\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=cmd|' /C calc'!A0", "+1", "-1", "@x", "\tx"})
    void a_text_that_a_spreadsheet_would_run_is_made_text(String text) throws IOException {
        CSVRecord row =
                CSVFormat.RFC4180
                        .parse(
                                new StringReader(
                                        csv(
                                                List.of(
                                                        Cell.text(text),
                                                        Cell.number(-1),
                                                        Cell.number(2),
                                                        Cell.number(3)))))
                        .getRecords()
                        .get(1);
        assertThat(row.get(0)).isEqualTo("'" + text);
        assertThat(row.get(1)).isEqualTo("-1");
    }

    private static String csv(List<Cell> row) throws IOException {
        StringBuilder out = new StringBuilder();
        CsvWriter.write(new Table("T", "T", List.of("a", "b", "c", "d"), List.of(row)), out);
        return out.toString();
    }
}
