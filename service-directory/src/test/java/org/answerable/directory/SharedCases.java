package org.answerable.directory;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;

/** The real cases beside the checkout. Without them these tests fail on CI and are skipped elsewhere. */
public final class SharedCases {

    private SharedCases() {}

    public static Path find(String name) {
        for (Path folder = Path.of("").toAbsolutePath();
                folder != null;
                folder = folder.getParent()) {
            Path file = folder.resolve("shared").resolve("cases").resolve(name);
            if (Files.exists(file)) {
                return file;
            }
        }
        String message = "There is no ../shared/cases/" + name + " beside the checkout";
        return "true".equals(System.getenv("CI")) ? fail(message) : abort(message);
    }
}
