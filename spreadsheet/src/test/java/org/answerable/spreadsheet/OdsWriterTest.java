package org.answerable.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.odftoolkit.odfdom.doc.OdfSpreadsheetDocument;
import org.odftoolkit.odfdom.dom.element.table.TableTableCellElement;
import org.odftoolkit.odfdom.dom.element.table.TableTableElement;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The rules for accessible spreadsheets, read back with a library that is not ours. */
class OdsWriterTest {

    private static final String AWKWARD = "=1+1 & <b>“two  spaces”\u0000 \u0001\nsecond line";

    private static final Table TIMELINESS =
            new Table(
                    "Time-taken",
                    "Requests by time taken",
                    List.of("Authority", "Requests", "In time", "First received"),
                    List.of(
                            List.of(
                                    Cell.text("Lincolnshire County Council"),
                                    Cell.number(93),
                                    Cell.share(88, 93),
                                    Cell.date(LocalDate.of(2024, 3, 21))),
                            List.of(
                                    Cell.text(AWKWARD),
                                    Cell.number(new BigDecimal("1.50")),
                                    Cell.share(0, 0),
                                    Cell.notAvailable())));

    private static final Workbook WORKBOOK =
            new Workbook(
                    "Requests for information",
                    "Lincolnshire County Council",
                    Instant.parse("2026-07-01T09:00:00Z"),
                    List.of("April to June 2026."),
                    List.of("In time: answered by the due date.", "A second note."),
                    List.of(TIMELINESS));

    @Test
    void another_reader_finds_cover_contents_notes_and_one_sheet_for_each_table() throws Exception {
        try (OdfSpreadsheetDocument read = read(WORKBOOK)) {
            NodeList tables = read.getContentDom().getElementsByTagName("table:table");
            assertThat(IntStream.range(0, tables.getLength()).mapToObj(tables::item))
                    .extracting(t -> ((TableTableElement) t).getTableNameAttribute())
                    .containsExactly("Cover", "Contents", "Notes", "Time-taken");
            TableTableElement table = (TableTableElement) tables.item(3);
            assertThat(text(table, 0, 0)).isEqualTo("Requests by time taken");
            assertThat(text(table, 0, 2)).isEqualTo("Authority");
            assertThat(text(table, 3, 2)).isEqualTo("First received");
            assertThat(cell(table, 1, 3).getOfficeValueTypeAttribute()).isEqualTo("float");
            assertThat(cell(table, 1, 3).getOfficeValueAttribute()).isEqualTo(93);
            assertThat(cell(table, 2, 3).getOfficeValueTypeAttribute()).isEqualTo("percentage");
            assertThat(cell(table, 2, 3).getOfficeValueAttribute()).isBetween(0.9462, 0.9463);
            assertThat(text(table, 2, 3)).isEqualTo("94.6%");
            assertThat(cell(table, 3, 3).getOfficeDateValueAttribute()).isEqualTo("2024-03-21");
            assertThat(text(table, 2, 4)).isEqualTo("[z]");
            assertThat(text(table, 3, 4)).isEqualTo("[x]");
        }
    }

    @Test
    void title_language_and_creator_are_in_the_metadata() throws Exception {
        try (OdfSpreadsheetDocument read = read(WORKBOOK)) {
            assertThat(read.getOfficeMetadata().getTitle()).isEqualTo("Requests for information");
            assertThat(read.getOfficeMetadata().getLanguage()).isEqualTo("en-GB");
            assertThat(read.getOfficeMetadata().getCreator())
                    .isEqualTo("Lincolnshire County Council");
        }
    }

    @Test
    void text_is_kept_as_text_with_its_spaces_and_lines_and_never_run() throws Exception {
        Document content = part(bytes(WORKBOOK), "content.xml");
        NodeList cells = content.getElementsByTagName("table:table-cell");
        List<String> found =
                IntStream.range(0, cells.getLength())
                        .mapToObj(cells::item)
                        .filter(c -> c.getTextContent().contains("=1+1"))
                        .map(
                                c ->
                                        c.getAttributes()
                                                .getNamedItem("office:value-type")
                                                .getNodeValue())
                        .toList();
        assertThat(found).containsExactly("string");
        assertThat(content.getElementsByTagName("text:s").getLength()).isEqualTo(2);
        assertThat(content.getDocumentElement().getTextContent()).doesNotContain("\u0001");
    }

    @Test
    void no_cell_is_merged_or_empty_or_a_formula() throws Exception {
        Document content = part(bytes(WORKBOOK), "content.xml");
        NodeList cells = content.getElementsByTagName("table:table-cell");
        for (int i = 0; i < cells.getLength(); i++) {
            var attributes = cells.item(i).getAttributes();
            assertThat(cells.item(i).getTextContent()).isNotBlank();
            assertThat(attributes.getNamedItem("table:number-columns-spanned")).isNull();
            assertThat(attributes.getNamedItem("table:formula")).isNull();
        }
    }

    @Test
    void each_table_is_marked_up_with_its_header_row() throws Exception {
        Document content = part(bytes(WORKBOOK), "content.xml");
        NodeList ranges = content.getElementsByTagName("table:database-range");
        assertThat(ranges.item(2).getAttributes().getNamedItem("table:target-range-address"))
                .extracting(n -> n.getNodeValue())
                .isEqualTo("'Time-taken'.A3:'Time-taken'.D5");
        assertThat(content.getElementsByTagName("table:table-header-rows").getLength())
                .isEqualTo(3);
    }

    @Test
    void the_kind_of_file_is_its_first_entry_and_uncompressed() throws IOException {
        byte[] file = bytes(WORKBOOK);
        assertThat(new String(file, 30, 8, StandardCharsets.US_ASCII)).isEqualTo("mimetype");
        assertThat(new String(file, 38, OdsWriter.MEDIA_TYPE.length(), StandardCharsets.US_ASCII))
                .isEqualTo(OdsWriter.MEDIA_TYPE);
    }

    @Test
    void the_same_workbook_gives_the_same_bytes() throws IOException {
        assertThat(bytes(WORKBOOK)).isEqualTo(bytes(WORKBOOK));
    }

    @Test
    void rows_are_written_while_they_are_read() throws IOException {
        long[] written = new long[1];
        List<Long> seen = new ArrayList<>();
        OutputStream counted =
                new OutputStream() {
                    @Override
                    public void write(int b) {
                        written[0]++;
                    }
                };
        Iterable<List<Cell>> rows =
                () -> {
                    Iterator<Integer> numbers = IntStream.range(0, 200_000).iterator();
                    return new Iterator<>() {
                        @Override
                        public boolean hasNext() {
                            return numbers.hasNext();
                        }

                        @Override
                        public List<Cell> next() {
                            int number = numbers.next();
                            if (number % 50_000 == 0) {
                                seen.add(written[0]);
                            }
                            return List.of(Cell.number(number * 7919L % 100_003));
                        }
                    };
                };
        Table table = new Table("Long", "A long table", List.of("Number"), rows);
        OdsWriter.write(
                new Workbook("Long", "A", Instant.EPOCH, List.of(), List.of(), List.of(table)),
                counted);
        assertThat(seen).hasSize(4).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void a_row_that_does_not_fit_its_header_is_refused() {
        Table table = new Table("T", "T", List.of("A", "B"), List.of(List.of(Cell.number(1))));
        Workbook workbook =
                new Workbook("T", "A", Instant.EPOCH, List.of(), List.of(), List.of(table));
        assertThatThrownBy(() -> bytes(workbook))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A row of the table T has 1 cells for 2 columns");
    }

    @Test
    void names_that_no_spreadsheet_program_takes_and_empty_cells_are_refused() {
        assertThatThrownBy(() -> new Table("a/b", "T", List.of("A"), List.of()))
                .hasMessageContaining("a/b");
        assertThatThrownBy(() -> new Table("T", "T", List.of("A", "A"), List.of()))
                .hasMessageContaining("different headers");
        assertThatThrownBy(() -> new Cell.Text(" ")).hasMessageContaining("never empty");
    }

    private static TableTableCellElement cell(TableTableElement table, int column, int row) {
        Element found = (Element) table.getElementsByTagName("table:table-row").item(row);
        return (TableTableCellElement) found.getElementsByTagName("table:table-cell").item(column);
    }

    private static String text(TableTableElement table, int column, int row) {
        return cell(table, column, row).getElementsByTagName("text:p").item(0).getTextContent();
    }

    private static OdfSpreadsheetDocument read(Workbook workbook) throws Exception {
        return OdfSpreadsheetDocument.loadDocument(new ByteArrayInputStream(bytes(workbook)));
    }

    private static byte[] bytes(Workbook workbook) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        OdsWriter.write(workbook, out);
        return out.toByteArray();
    }

    private static Document part(byte[] file, String name) throws Exception {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                if (e.getName().equals(name)) {
                    return DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(new ByteArrayInputStream(zip.readAllBytes()));
                }
            }
        }
        throw new AssertionError("The file has no " + name);
    }
}
