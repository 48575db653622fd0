package org.answerable.cohort.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvRecordsTest {

    @Test
    void line_feeds_carriage_returns_and_both_end_a_line() throws IOException {
        assertThat(read("a,b\nc,d\r\ne,f\rg,h"))
                .containsExactly("1:[a, b]", "2:[c, d]", "3:[e, f]", "4:[g, h]");
    }

    @Test
    void quotes_hold_commas_quotes_and_line_breaks() throws IOException {
        assertThat(read("\"a,b\",\"say \"\"no\"\"\"\n\"two\nlines\",x\nlast,y\n"))
                .containsExactly("1:[a,b, say \"no\"]", "2:[two\nlines, x]", "4:[last, y]");
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_first_name() throws IOException {
        assertThat(read("\uFEFF\"a\",b\n")).containsExactly("1:[a, b]");
    }

    @Test
    void blank_lines_are_passed_over_and_counted() throws IOException {
        assertThat(read("a,b\n\n\nc,d\n\n")).containsExactly("1:[a, b]", "4:[c, d]");
    }

    @Test
    void empty_fields_are_fields() throws IOException {
        assertThat(read(",\na,\n")).containsExactly("1:[, ]", "2:[a, ]");
    }

    @Test
    void an_empty_file_has_no_record() throws IOException {
        assertThat(read("")).isEmpty();
    }

    @Test
    void a_text_that_is_not_utf_8_is_refused_with_its_line() {
        assertUnreadable(
                "a,b\nc,d\nMontgomeryshire,Bro Ddyf\u00ee\n"
                        .getBytes(Charset.forName("windows-1252")),
                3,
                "not UTF-8");
        assertUnreadable("\uFEFFa,b\n".getBytes(StandardCharsets.UTF_16LE), 1, "UTF-16");
    }

    @Test
    void a_nul_byte_is_refused_with_its_line() {
        assertUnreadable("a,b\nc,\0\n".getBytes(StandardCharsets.UTF_8), 2, "NUL");
    }

    @Test
    void an_open_quote_is_refused_with_the_line_it_opens_on() {
        assertUnreadable("a,b\nc,\"d\ne,f\n".getBytes(StandardCharsets.UTF_8), 2, "never closed");
        assertUnreadable("a,\"b\"c\n".getBytes(StandardCharsets.UTF_8), 1, "after a closing quote");
    }

    @Test
    void a_record_without_end_does_not_fill_the_memory() {
        byte[] endless = new byte[CsvRecords.MAX_RECORD + 10];
        java.util.Arrays.fill(endless, (byte) 'x');
        assertUnreadable(endless, 1, "longer than 1 MB");
    }

    private static void assertUnreadable(byte[] bytes, long line, String says) {
        assertThatThrownBy(() -> read(bytes))
                .isInstanceOfSatisfying(
                        UnreadableFile.class,
                        e -> {
                            assertThat(e.line()).isEqualTo(line);
                            assertThat(e).hasMessageContaining(says);
                        });
    }

    private static List<String> read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> read(byte[] bytes) throws IOException {
        CsvRecords records = new CsvRecords(new ByteArrayInputStream(bytes));
        List<String> found = new ArrayList<>();
        while (records.next()) {
            List<String> fields = new ArrayList<>();
            for (int i = 0; i < records.fields(); i++) {
                fields.add(records.text(i));
            }
            found.add(records.line() + ":" + fields);
        }
        return found;
    }
}
