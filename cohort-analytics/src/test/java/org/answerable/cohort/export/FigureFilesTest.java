package org.answerable.cohort.export;

import static org.answerable.cohort.Samples.figure;
import static org.answerable.cohort.Samples.measured;
import static org.answerable.cohort.Samples.noShare;
import static org.answerable.cohort.Samples.row;
import static org.answerable.cohort.Samples.share;
import static org.answerable.cohort.Samples.table;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.answerable.cohort.Figure;
import org.answerable.cohort.FigureTable;
import org.answerable.cohort.MeasureRequest.Breakdown;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.odftoolkit.odfdom.doc.OdfSpreadsheetDocument;
import org.odftoolkit.odfdom.dom.element.table.TableTableCellElement;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** CSV, its metadata and the spreadsheet of a figure: the same table in each. */
class FigureFilesTest {

    private static final ExportedFigures FORMATS = new ExportedFigures();
    private static final Figure SHARES =
            measured(
                    Breakdown.AREA,
                    share("", "Shire", 1050, 2000, "52.5", "40.4", "59.6"),
                    share("E01000001", "A", 30, 50, "60.0", "46.2", "72.4"),
                    noShare("E01000002", "Nobody"));

    @Test
    void the_metadata_have_a_column_for_each_of_the_csv_with_its_kind() throws Exception {
        JsonObject metadata = metadata(SHARES);
        List<JsonObject> columns =
                metadata.getJsonObject("tableSchema")
                        .getJsonArray("columns")
                        .getValuesAs(JsonObject.class);
        assertThat(columns)
                .extracting(c -> c.getString("titles"))
                .isEqualTo(csv(SHARES).get(0).toList());
        assertThat(columns)
                .extracting(c -> c.getString("datatype"))
                .containsExactly(
                        "string", "string", "integer", "integer", "integer", "decimal", "decimal",
                        "decimal");
        assertThat(columns)
                .extracting(c -> c.getString("name"))
                .doesNotHaveDuplicates()
                .contains("code", "met_the_conditions", "lower_95_limit");
        assertThat(columns.get(5).getJsonArray("null").getValuesAs(JsonString::getString))
                .containsExactly("not available");
    }

    @Test
    void every_value_of_the_csv_is_of_the_kind_that_the_metadata_say() throws Exception {
        List<JsonObject> columns =
                metadata(SHARES)
                        .getJsonObject("tableSchema")
                        .getJsonArray("columns")
                        .getValuesAs(JsonObject.class);
        for (CSVRecord record : csv(SHARES).subList(1, 4)) {
            assertThat(record.size()).isEqualTo(columns.size());
            for (int i = 0; i < record.size(); i++) {
                JsonObject column = columns.get(i);
                String cell = record.get(i);
                String pattern =
                        switch (column.getString("datatype")) {
                            case "integer" -> "[0-9]+";
                            case "decimal" -> "-?[0-9]+(\\.[0-9]+)?";
                            default -> ".*";
                        };
                boolean stands =
                        column.containsKey("null")
                                && column.getJsonArray("null")
                                        .getValuesAs(JsonString::getString)
                                        .contains(cell);
                assertThat(stands || cell.matches(pattern)).as(cell).isTrue();
            }
        }
    }

    @Test
    void the_metadata_name_the_file_its_context_source_licence_and_method() {
        JsonObject metadata = metadata(figure("T", table(row("Shire", 1, 2))));
        assertThat(metadata.getJsonArray("@context").getString(0))
                .isEqualTo("http://www.w3.org/ns/csvw");
        assertThat(metadata.getString("url")).isEqualTo("F-2026-0042.csv");
        assertThat(metadata.getJsonArray("dc:source").toString()).contains("Estimates, ONS");
        assertThat(metadata.getJsonArray("dc:rights").toString()).contains("OGL. Source: ONS");
        assertThat(metadata.getJsonArray("notes").toString()).contains("Added up.");
    }

    @Test
    void another_reader_finds_the_numbers_of_the_table_in_the_spreadsheet() throws Exception {
        try (OdfSpreadsheetDocument ods = ods(SHARES)) {
            assertThat(ods.getContentDom().getElementsByTagName("table:table").getLength())
                    .isEqualTo(4);
            List<List<TableTableCellElement>> data = rows(ods);
            List<List<String>> cells =
                    data.stream().map(r -> r.stream().map(FigureFilesTest::text).toList()).toList();
            cells = cells.subList(cells.size() - 4, cells.size());
            data = data.subList(data.size() - 4, data.size());
            assertThat(cells.get(0)).isEqualTo(csv(SHARES).get(0).toList());
            assertThat(data.get(1).get(2).getOfficeValueAttribute()).isEqualTo(30);
            assertThat(data.get(1).get(5).getOfficeValueAttribute()).isEqualTo(60.0);
            assertThat(cells.get(2)).contains("Nobody", "[x]");
            assertThat(cells.get(3)).contains("[z]", "Shire");
            assertThat(data.get(3).get(4).getOfficeValueAttribute()).isEqualTo(2000);
            NodeList paragraphs = ods.getContentDom().getElementsByTagName("text:p");
            String notes =
                    IntStream.range(0, paragraphs.getLength())
                            .mapToObj(i -> paragraphs.item(i).getTextContent())
                            .collect(Collectors.joining("\n"));
            assertThat(notes).contains("Added up.", "Estimates, ONS", "Not released.");
        }
    }

    @Test
    void the_paragraph_says_what_was_counted_what_came_out_from_what_and_how() {
        assertThat(FORMATS.paragraph(SHARES))
                .contains(SHARES.sentence())
                .contains(
                        "Shire – met the conditions: 1,050; did not: 950; children in all: 2,000;")
                .contains("per cent: 52.5; lower 95 % limit: 40.4; upper 95 % limit: 59.6.")
                .contains("Data held: Estimates, extract of 25 June 2021 (dataset D-2026-0001,")
                .contains("Added up.")
                .contains("Computed on 2 March 2026 as figure F-2026-0042");
    }

    @Test
    void a_figure_of_the_first_kind_has_the_same_files() throws Exception {
        Figure old = figure("T", table(row("Shire", 1, 2), row("A", 1, 2)));
        assertThat(metadata(old).getJsonObject("tableSchema").getJsonArray("columns")).hasSize(4);
        try (OdfSpreadsheetDocument ods = ods(old)) {
            List<List<TableTableCellElement>> rows = rows(ods);
            assertThat(rows.get(rows.size() - 1).get(3).getOfficeValueAttribute()).isEqualTo(3);
        }
    }

    @Test
    void titles_that_look_alike_get_names_of_their_own() {
        FigureTable odd =
                new FigureTable(
                        List.of("%", "A b", "A-b", "95 %"), List.of(), List.of(), row("All", 1, 2));
        assertThat(
                        metadata(figure("T", odd))
                                .getJsonObject("tableSchema")
                                .getJsonArray("columns")
                                .getValuesAs(JsonObject.class))
                .extracting(c -> c.getString("name"))
                .doesNotHaveDuplicates()
                .allMatch(n -> n.matches("[a-z][a-z0-9_]*"));
    }

    private static JsonObject metadata(Figure figure) {
        return Json.createReader(new StringReader(FORMATS.csvMetadata(figure))).readObject();
    }

    private static List<CSVRecord> csv(Figure figure) throws IOException {
        StringBuilder csv = new StringBuilder();
        FORMATS.csv(figure, csv);
        return CSVFormat.RFC4180.parse(new StringReader(csv.toString())).getRecords();
    }

    private static OdfSpreadsheetDocument ods(Figure figure) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        FORMATS.ods(figure, bytes);
        return OdfSpreadsheetDocument.loadDocument(new ByteArrayInputStream(bytes.toByteArray()));
    }

    /** The rows of the last sheet. */
    private static List<List<TableTableCellElement>> rows(OdfSpreadsheetDocument ods)
            throws Exception {
        NodeList tables = ods.getContentDom().getElementsByTagName("table:table");
        Element table = (Element) tables.item(tables.getLength() - 1);
        return all(table, "table:table-row")
                .map(
                        row ->
                                all(row, "table:table-cell")
                                        .map(TableTableCellElement.class::cast)
                                        .toList())
                .toList();
    }

    private static String text(TableTableCellElement cell) {
        return cell.getElementsByTagName("text:p").item(0).getTextContent();
    }

    private static Stream<Element> all(Element within, String name) {
        NodeList found = within.getElementsByTagName(name);
        return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i));
    }
}
