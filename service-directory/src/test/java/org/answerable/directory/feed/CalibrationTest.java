package org.answerable.directory.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.answerable.directory.SharedCases;
import org.junit.jupiter.api.Test;

/** Our checker says of the official examples, mocks and mutations what is known of them: then it can be believed. */
class CalibrationTest {

    private static final Schemas WITH_FORMATS = new Schemas(true);
    private static final Schemas WITHOUT_FORMATS = new Schemas(false);
    private static final Map<String, String> SCHEMAS =
            Map.of(
                    "service_full", "service",
                    "organization_full", "organization",
                    "service_at_location_full", "service_at_location");

    @Test
    void all_official_examples_pass() throws IOException {
        try (Stream<Path> files = Files.list(SharedCases.find("directory/oruk-3.0/examples"))) {
            List<Path> examples = files.toList();
            assertThat(examples).hasSize(10);
            assertThat(examples).allSatisfy(file -> assertThat(passes(file)).isTrue());
        }
    }

    @Test
    void the_mocks_pass_and_fail_as_their_folders_say() throws IOException {
        assertThat(failing("V3.0-UK-Default")).isEmpty();
        assertThat(failing("V3.0-UK-Test")).isEmpty();
        assertThat(failing("V3.0-UK-Warn")).containsExactly("taxonomy_term");
        assertThat(failing("V3.0-UK-Fail"))
                .containsExactlyInAnyOrder(
                        "api_details", "service_list", "service_full", "taxonomy_term");
    }

    @Test
    void every_mutation_has_the_expected_verdict() throws IOException {
        Path folder = SharedCases.find("directory/mutation-vectors");
        List<String> lines = Files.readAllLines(folder.resolve("EXPECTED.csv"));
        assertThat(lines).hasSize(28);
        List<String> wrong = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.strip().split(",");
            String json = Schemas.read(folder.resolve(cells[0]));
            String off = WITHOUT_FORMATS.faults(cells[1], json).isEmpty() ? "PASS" : "FAIL";
            String on = WITH_FORMATS.faults(cells[1], json).isEmpty() ? "PASS" : "FAIL";
            if (!off.equals(cells[2]) || !on.equals(cells[3])) {
                wrong.add(line + " but " + off + "," + on);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static List<String> failing(String folder) throws IOException {
        try (Stream<Path> files =
                Files.list(SharedCases.find("directory/validator-mocks/" + folder))) {
            return files.filter(file -> !name(file).startsWith("dashboard"))
                    .filter(file -> !name(file).equals("service_list_data"))
                    .filter(file -> !passes(file))
                    .map(CalibrationTest::name)
                    .toList();
        }
    }

    private static boolean passes(Path file) {
        String name = name(file);
        return WITH_FORMATS
                .faults(SCHEMAS.getOrDefault(name, name) + ".json", Schemas.read(file))
                .isEmpty();
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".json", "");
    }
}
