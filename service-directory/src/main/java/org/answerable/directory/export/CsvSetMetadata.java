package org.answerable.directory.export;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.LocalDate;

/**
 * The description of the files as CSVW.
 *
 * @see <a href="https://www.w3.org/TR/tabular-metadata/">Metadata vocabulary for tabular data</a>
 */
final class CsvSetMetadata {

    static final String FILE = "csv-metadata.json";

    private CsvSetMetadata() {}

    static String of(LocalDate day) {
        JsonArrayBuilder tables = Json.createArrayBuilder();
        CsvTable.all().values().forEach(table -> tables.add(table(table)));
        return Json.createObjectBuilder()
                .add("@context", "http://www.w3.org/ns/csvw")
                .add("dc:title", "Services, in the tabular form of HSDS 3.0")
                .add("dc:conformsTo", "https://docs.openreferral.org/en/v3.0/")
                .add("dc:modified", day.toString())
                .add("dc:language", "en-GB")
                .add(
                        "rdfs:comment",
                        "A text that a spreadsheet would run as a formula begins with an apostrophe more.")
                .add("dialect", Json.createObjectBuilder().add("encoding", "utf-8"))
                .add("tables", tables)
                .build()
                .toString();
    }

    private static JsonObjectBuilder table(CsvTable table) {
        JsonArrayBuilder columns = Json.createArrayBuilder();
        JsonArrayBuilder keys = Json.createArrayBuilder();
        for (CsvTable.Column column : table.columns()) {
            JsonObjectBuilder described =
                    Json.createObjectBuilder()
                            .add("name", column.name())
                            .add("titles", column.name())
                            .add("datatype", column.type());
            columns.add(column.name().equals("id") ? described.add("required", true) : described);
            if (column.of() != null) {
                keys.add(
                        Json.createObjectBuilder()
                                .add("columnReference", column.name())
                                .add(
                                        "reference",
                                        Json.createObjectBuilder()
                                                .add("resource", column.of() + ".csv")
                                                .add("columnReference", "id")));
            }
        }
        return Json.createObjectBuilder()
                .add("url", table.file())
                .add(
                        "tableSchema",
                        Json.createObjectBuilder()
                                .add("columns", columns)
                                .add("foreignKeys", keys));
    }
}
