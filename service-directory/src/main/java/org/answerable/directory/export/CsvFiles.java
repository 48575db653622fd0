package org.answerable.directory.export;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.answerable.spreadsheet.Cell;
import org.answerable.spreadsheet.CsvWriter;

/** The tables while they are written, side by side in files that are gone afterwards; a zip has one after the other. */
final class CsvFiles implements AutoCloseable {

    /** Tables of what is nested, by the property that holds it. */
    private static final Map<String, String> NESTED =
            Map.ofEntries(
                    Map.entry("organization", "organizations"),
                    Map.entry("organization_identifiers", "organization_identifiers"),
                    Map.entry("location", "locations"),
                    Map.entry("addresses", "addresses"),
                    Map.entry("accessibility", "accessibility"),
                    Map.entry("service_at_locations", "service_at_locations"),
                    Map.entry("schedules", "schedules"),
                    Map.entry("service_areas", "service_areas"),
                    Map.entry("contacts", "contacts"),
                    Map.entry("phones", "phones"),
                    Map.entry("languages", "languages"),
                    Map.entry("funding", "funding"),
                    Map.entry("cost_options", "cost_options"),
                    Map.entry("capacities", "service_capacities"),
                    Map.entry("unit", "units"),
                    Map.entry("attributes", "attributes"),
                    Map.entry("taxonomy_term", "taxonomy_terms"));

    private final Map<String, CsvTable> tables = CsvTable.all();
    private final Map<String, Path> files = new LinkedHashMap<>();
    private final Map<String, Writer> texts = new HashMap<>();
    private final Map<String, CsvWriter> writers = new HashMap<>();
    private final Set<String> written = new HashSet<>();

    CsvFiles() throws IOException {
        try {
            for (CsvTable table : tables.values()) {
                Path file = Files.createTempFile("answerable-upload-", ".part");
                files.put(table.name(), file);
                Writer text = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
                texts.put(table.name(), text);
                writers.put(table.name(), new CsvWriter(table.names(), text));
            }
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /** Adds a service with all that is nested in it. */
    void add(JsonObject service) throws IOException {
        add(service, tables.get("services"), Map.of());
    }

    private void add(JsonObject record, CsvTable table, Map<String, String> keys)
            throws IOException {
        String id = record.getString("id", "");
        if (table.shared() && !written.add(table.name() + " " + id)) {
            return;
        }
        Map<String, String> own = new HashMap<>(keys);
        for (Map.Entry<String, JsonValue> part : record.entrySet()) {
            CsvTable inner = tables.get(NESTED.getOrDefault(part.getKey(), ""));
            if (inner != null && part.getValue() instanceof JsonObject one) {
                own.put(inner.key(), one.getString("id", ""));
                add(one, inner, Map.of());
            } else if (inner != null && part.getValue() instanceof JsonArray list) {
                Map<String, String> below =
                        Map.of(table.key(), id, "link_id", id, "link_type", table.one());
                for (JsonValue entry : list) {
                    if (entry instanceof JsonObject nested) {
                        add(nested, inner, below);
                    }
                }
            }
        }
        taxonomy(record, table);
        row(record, table, own);
    }

    /** A term names its taxonomy. */
    private void taxonomy(JsonObject record, CsvTable table) throws IOException {
        String id = record.getString("taxonomy_id", "");
        if (table.name().equals("taxonomy_terms")
                && !id.isEmpty()
                && written.add("taxonomies " + id)) {
            List<Cell> row = new ArrayList<>();
            for (String column : tables.get("taxonomies").names()) {
                row.add(
                        switch (column) {
                            case "id" -> Cell.text(id);
                            case "name", "description" ->
                                    Cell.text(record.getString("taxonomy", id));
                            default -> null;
                        });
            }
            writers.get("taxonomies").addSparse(row);
        }
    }

    private void row(JsonObject record, CsvTable table, Map<String, String> keys)
            throws IOException {
        List<Cell> row = new ArrayList<>();
        for (String column : table.names()) {
            Cell cell = cell(record.get(column));
            String key = keys.getOrDefault(column, "");
            row.add(cell == null && !key.isEmpty() ? Cell.text(key) : cell);
        }
        writers.get(table.name()).addSparse(row);
    }

    private static Cell cell(JsonValue value) {
        if (value instanceof JsonNumber number) {
            return Cell.number(number.bigDecimalValue());
        }
        if (value instanceof JsonString text) {
            return text.getString().isBlank() ? null : Cell.text(text.getString());
        }
        return value == JsonValue.TRUE || value == JsonValue.FALSE
                ? Cell.text(value.toString())
                : null;
    }

    /** Writes all files and their description into a zip. */
    void zip(String metadata, Instant at, OutputStream to) throws IOException {
        for (Writer text : texts.values()) {
            text.close();
        }
        ZipOutputStream zip = new ZipOutputStream(to, StandardCharsets.UTF_8);
        zip.putNextEntry(entry(CsvSetMetadata.FILE, at));
        zip.write(metadata.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            zip.putNextEntry(entry(tables.get(file.getKey()).file(), at));
            Files.copy(file.getValue(), zip);
            zip.closeEntry();
        }
        zip.finish();
    }

    private static ZipEntry entry(String name, Instant at) {
        ZipEntry entry = new ZipEntry(name);
        entry.setLastModifiedTime(FileTime.from(at));
        return entry;
    }

    @Override
    public void close() throws IOException {
        for (Writer text : texts.values()) {
            text.close();
        }
        for (Path file : files.values()) {
            Files.deleteIfExists(file);
        }
    }
}
