package org.answerable.cohort.export;

import static org.answerable.cohort.Samples.row;
import static org.answerable.cohort.Samples.table;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.answerable.cohort.FigureTable;
import org.junit.jupiter.api.Test;

class FigureCsvTest {

    @Test
    void the_table_is_a_header_the_rows_and_the_total() throws IOException {
        assertThat(csv(table(row("Shire", 1300, 20), row("Hull, City of", 1300, 20))))
                .isEqualTo(
                        "District,Aged 0,Aged 1,Aged 0 and 1 (under 2)\r\n"
                                + "\"Hull, City of\",1300,20,1320\r\n"
                                + "Shire,1300,20,1320\r\n");
    }

    @Test
    void a_text_that_a_spreadsheet_would_run_is_disarmed() throws IOException {
        assertThat(csv(table(row("=HYPERLINK(1)", 10, 20), row("@x", 10, 20), row("-y", 0, 0))))
                .contains("'=HYPERLINK(1)", "'@x", "'-y");
    }

    @Test
    void codes_have_a_column_of_their_own() throws IOException {
        FigureTable.Row coded = new FigureTable.Row("E01000001", "City 001A", List.of(8L, 9L), 17);
        assertThat(csv(table(row("All", 8, 9), coded)).lines())
                .containsExactly(
                        "Code,District,Aged 0,Aged 1,Aged 0 and 1 (under 2)",
                        "E01000001,City 001A,8,9,17",
                        "\"\",All,8,9,17");
    }

    @Test
    void one_count_more_is_another_hash() {
        assertThat(FigureCsv.sha256(table(row("All", 8, 9))))
                .matches("[0-9a-f]{64}")
                .isEqualTo(FigureCsv.sha256(table(row("All", 8, 9))))
                .isNotEqualTo(FigureCsv.sha256(table(row("All", 8, 10))));
    }

    private static String csv(FigureTable table) throws IOException {
        StringBuilder csv = new StringBuilder();
        FigureCsv.write(table, csv);
        return csv.toString();
    }
}
