package org.answerable.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every package says in one sentence what lives there, and what may not. */
class PackageDescriptionsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spreadsheet",
                "document",
                "foi-core",
                "cohort-analytics",
                "service-directory",
                "web-ui"
            })
    void every_package_says_what_lives_there(String module) {
        Path sources = Path.of("..", module, "src", "main", "java");

        assertThat(packages(sources))
                .isNotEmpty()
                .allSatisfy(folder -> assertThat(folder.resolve("package-info.java")).exists());
    }

    private static List<Path> packages(Path sources) {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .distinct()
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
