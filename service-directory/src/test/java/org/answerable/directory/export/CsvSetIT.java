package org.answerable.directory.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.answerable.directory.SharedCases;
import org.answerable.directory.TestCatalogue;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The CSV set has what the feed has, hangs together, and says what its columns are. */
class CsvSetIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private TestCatalogue catalogue;

    @BeforeEach
    void start() {
        catalogue = new TestCatalogue();
    }

    @AfterEach
    void stop() {
        catalogue.close();
    }

    @Test
    void the_official_service_is_there_with_all_that_is_nested_in_it() throws IOException {
        catalogue.load("official", current("directory/oruk-3.0/examples/service_full.json"));

        Map<String, List<CSVRecord>> tables = tables(export());

        for (String table :
                List.of(
                        "services",
                        "organizations",
                        "locations",
                        "addresses",
                        "service_at_locations",
                        "schedules",
                        "service_areas",
                        "contacts",
                        "languages",
                        "funding",
                        "cost_options",
                        "attributes",
                        "taxonomy_terms",
                        "accessibility",
                        "organization_identifiers")) {
            assertThat(tables.get(table)).as(table).isNotEmpty();
        }
        CSVRecord service = tables.get("services").get(0);
        JsonNode item = JSON.readTree(catalogue.feed.service(service.get("id")));
        assertThat(service.get("name")).isEqualTo(item.get("name").asText());
        assertThat(service.get("organization_id")).isEqualTo(item.at("/organization/id").asText());
        assertThat(tables.get("addresses").get(0).get("location_id"))
                .isEqualTo(tables.get("locations").get(0).get("id"));
        assertThat(tables.get("attributes"))
                .anySatisfy(
                        row -> {
                            assertThat(row.get("link_id")).isEqualTo(service.get("id"));
                            assertThat(row.get("taxonomy_term_id")).isNotEmpty();
                        });
    }

    @Test
    void every_key_points_to_a_row_and_every_column_is_described() throws IOException {
        catalogue.load(
                "official", current("directory/hsds-3.1-capacity/examples/service_full.json"));
        Map<String, String> files = export();
        Map<String, List<CSVRecord>> tables = tables(files);
        JsonNode metadata = JSON.readTree(files.get("csv-metadata.json"));
        int keys = 0;
        for (JsonNode table : metadata.get("tables")) {
            String url = table.get("url").asText();
            List<CSVRecord> rows = tables.get(url.replace(".csv", ""));
            assertThat(files.get(url).lines().findFirst().orElseThrow().split(","))
                    .as(url)
                    .containsExactlyElementsOf(
                            table.at("/tableSchema/columns").findValuesAsText("name"));
            for (JsonNode key : table.at("/tableSchema/foreignKeys")) {
                String column = key.get("columnReference").asText();
                Set<String> ids =
                        tables
                                .get(key.at("/reference/resource").asText().replace(".csv", ""))
                                .stream()
                                .map(row -> row.get("id"))
                                .collect(Collectors.toSet());
                for (CSVRecord row : rows) {
                    if (!row.get(column).isEmpty()) {
                        assertThat(ids).as(url + " " + column).contains(row.get(column));
                        keys++;
                    }
                }
            }
        }
        assertThat(keys).isGreaterThan(10);
        assertThat(files).hasSize(metadata.get("tables").size() + 1);
        assertThat(tables.get("service_capacities").get(0).get("unit_id"))
                .isEqualTo(tables.get("units").get(0).get("id"));
    }

    @Test
    void shared_records_come_once_and_formulas_are_text() throws IOException {
        catalogue.load(
                "made", service(1, "=cmd|' /C calc'!A0", "") + "\n" + service(2, "+44 choir", ""));

        Map<String, List<CSVRecord>> tables = tables(export());

        assertThat(tables.get("organizations")).hasSize(1);
        assertThat(tables.get("services"))
                .extracting(row -> row.get("name"))
                .containsExactlyInAnyOrder("'=cmd|' /C calc'!A0", "'+44 choir");
        assertThat(tables.get("services").get(0).get("url")).isEmpty();
    }

    @Test
    void nothing_of_a_confidential_or_withdrawn_record_is_in_the_files() throws IOException {
        catalogue.load(
                "made",
                service(
                                1,
                                "House",
                                """
                                ,"service_at_locations":[{"id":"78102e86-bb50-41c4-8f1e-e269368c41d1","location":
                                {"id":"88102e86-bb50-41c4-8f1e-e269368c41d1","location_type":"physical",
                                "x_confidential":true,"latitude":53.21,"longitude":-0.5,"addresses":[
                                {"id":"98102e86-bb50-41c4-8f1e-e269368c41d1","address_1":"14 Hidden Lane",
                                "city":"Lincoln","state_province":"Lincolnshire","postal_code":"LN1 3ZZ",
                                "country":"GB","address_type":"physical"}]}}]
                                """
                                        .replace("\n", ""))
                        + "\n"
                        + service(2, "Gone away", "").replace("active", "inactive"));

        String all = String.join("\n", export().values());

        assertThat(all).contains("House", "Address not published");
        assertThat(all).doesNotContain("Hidden", "3ZZ", "53.21", "Gone away", "x_confidential");
    }

    /** An official example, assured lately: what nobody assured for a year is not open to people. */
    private static String current(String example) throws IOException {
        return Files.readString(SharedCases.find(example))
                .replaceAll("\"assured_date\": *\"[^\"]*\"", "\"assured_date\": \"2026-01-10\"");
    }

    private static String service(int number, String name, String more) {
        return """
                {"id":"%s","name":"%s","status":"active"%s,"organization":{"id":"00000000-0000-0002-0000-000000000001","name":"Shire","description":"Made"}}"""
                .formatted(new java.util.UUID(1, number), name, more);
    }

    private Map<String, String> export() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ExportServices(catalogue.services, catalogue.clock).csvSet(bytes);
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip =
                new ZipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                files.put(e.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static Map<String, List<CSVRecord>> tables(Map<String, String> files)
            throws IOException {
        Map<String, List<CSVRecord>> tables = new HashMap<>();
        for (Map.Entry<String, String> file : files.entrySet()) {
            if (file.getKey().endsWith(".csv")) {
                tables.put(
                        file.getKey().replace(".csv", ""),
                        CSVFormat.RFC4180
                                .builder()
                                .setHeader()
                                .setSkipHeaderRecord(true)
                                .get()
                                .parse(new StringReader(file.getValue()))
                                .getRecords());
            }
        }
        return tables;
    }
}
