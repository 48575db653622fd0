package org.answerable.directory.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.answerable.directory.ImportReport;
import org.answerable.directory.InvalidInput;
import org.answerable.directory.SharedCases;
import org.answerable.directory.TestCatalogue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What others publish comes in, and goes out again as it was. */
class RoundTripIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OFFICIAL = "ac148810-d857-441c-9679-408f346de14b";

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
    void every_property_of_the_official_service_comes_back_equal() throws IOException {
        String official = example("oruk-3.0/examples/service_full.json");

        ImportReport report = catalogue.load("official", official);

        assertThat(report.added()).isEqualTo(1);
        assertThat(report.faulty()).isZero();
        // Latitude 100 is not on Earth, and its days of the month stand on a weekly rule.
        assertThat(report.warnings()).isEqualTo(2);
        contains(
                JSON.readTree(catalogue.feed.service(OFFICIAL)),
                JSON.readTree(official),
                "",
                Set.of("/last_modified", "/service_at_locations/0/location/latitude"));
    }

    @Test
    void capacity_of_hsds_3_1_comes_back_equal_with_a_warning() throws IOException {
        String official = example("hsds-3.1-capacity/examples/service_full.json");

        ImportReport report = catalogue.load("official", official);

        assertThat(report.added()).isEqualTo(1);
        JsonNode back = JSON.readTree(catalogue.feed.service(OFFICIAL));
        contains(
                back.get("capacities"),
                JSON.readTree(official).get("capacities"),
                "/capacities",
                Set.of());
        assertThat(
                        catalogue.database.value(
                                "SELECT count(*) FROM directory.import_finding WHERE field = 'available'"))
                .isEqualTo("1");
    }

    @Test
    void importing_the_same_again_changes_nothing() throws IOException {
        String official = example("oruk-3.0/examples/service_full.json");
        catalogue.load("official", official);
        String before = catalogue.feed.service(OFFICIAL);
        catalogue.clock.forward(java.time.Duration.ofDays(1));

        ImportReport again = catalogue.load("official", official);

        assertThat(again.unchanged()).isEqualTo(1);
        assertThat(again.added() + again.changed()).isZero();
        assertThat(catalogue.feed.service(OFFICIAL)).isEqualTo(before);
    }

    @Test
    void what_the_feed_gives_can_be_imported_elsewhere_and_comes_out_the_same() throws IOException {
        catalogue.load("official", example("oruk-3.0/examples/service_full.json"));
        List<String> lines = new ArrayList<>();
        catalogue
                .feed
                .services(
                        Map.of(
                                "format", List.of("ndjson"),
                                "full", List.of("true"),
                                "status", List.of("all")))
                .lines()
                .each(lines::add);
        assertThat(lines).hasSize(1);
        try (TestCatalogue other = new TestCatalogue()) {
            other.load("copy", String.join("\n", lines));
            assertThat(JSON.readTree(other.feed.service(OFFICIAL)))
                    .isEqualTo(JSON.readTree(catalogue.feed.service(OFFICIAL)));
        }
    }

    @Test
    void a_page_of_a_feed_a_list_and_lines_are_all_read() throws IOException {
        String page = example("validator-mocks/V3.0-UK-Test/service_list.json");
        ImportReport fromPage = catalogue.load("mock", page);
        // All 128 items of this mock have one id.
        assertThat(fromPage.records()).isEqualTo(1);
        String one = JSON.readTree(page).at("/contents/0").toString();
        assertThat(catalogue.load("list", "[" + one + "]").records()).isEqualTo(1);
        assertThat(catalogue.load("lines", one + "\n\n" + one + "\n").records()).isEqualTo(1);
    }

    @Test
    void a_file_that_cannot_be_read_says_why_and_leaves_no_record() {
        for (String bad : List.of("", "   \n", "<html></html>", "[1]", "[{}", "{\"contents\":[}")) {
            assertThatThrownBy(() -> catalogue.load("bad", bad))
                    .as(bad)
                    .isInstanceOf(InvalidInput.class);
        }
        assertThat(catalogue.database.value("SELECT count(*) FROM directory.service"))
                .isEqualTo("0");
        assertThat(
                        catalogue.database.value(
                                "SELECT count(*) FROM directory.import_run WHERE state <> 'failed'"))
                .isEqualTo("0");
        assertThat(catalogue.load("bad", "{\"a\": 1}").faulty()).isEqualTo(1);
    }

    /** All that is wanted is there and equal; more may be there. */
    private static void contains(JsonNode found, JsonNode wanted, String at, Set<String> but) {
        if (but.contains(at)) {
            return;
        }
        if (wanted.isObject()) {
            wanted.fields()
                    .forEachRemaining(
                            field -> {
                                String here = at + "/" + field.getKey();
                                if (!but.contains(here)) {
                                    assertThat(found.has(field.getKey())).as(here).isTrue();
                                    contains(
                                            found.get(field.getKey()), field.getValue(), here, but);
                                }
                            });
        } else if (wanted.isArray()) {
            assertThat(found.size()).as(at).isEqualTo(wanted.size());
            for (int i = 0; i < wanted.size(); i++) {
                contains(found.get(i), wanted.get(i), at + "/" + i, but);
            }
        } else if (wanted.isTextual()) {
            assertThat(found.asText()).as(at).isEqualTo(wanted.asText().strip());
        } else {
            assertThat(found).as(at).isEqualTo(wanted);
        }
    }

    private static String example(String name) throws IOException {
        return Files.readString(SharedCases.find("directory/" + name));
    }
}
