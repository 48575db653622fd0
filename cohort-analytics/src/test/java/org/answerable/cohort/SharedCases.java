package org.answerable.cohort;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;

/** The supplied case files, which are read where they lie and are no part of the project. */
public final class SharedCases {

    private SharedCases() {}

    /**
     * A file of open population data; skips the test, or fails it under CI, when it is not there.
     */
    public static Path population(String name) {
        return find("cohort/population/" + name);
    }

    /** Areas of Lincolnshire; skipped or failed as above when it is not there. */
    public static Path geo(String name) {
        return find("directory/geo/" + name);
    }

    /** A published request and answer; skipped or failed as above when it is not there. */
    public static Path foi(String name) {
        return find("foi/" + name);
    }

    /** A file of inputs and expected results; skips the test, or fails it under CI, likewise. */
    public static Path statistics(String name) {
        return find("cohort/statistics/" + name);
    }

    private static Path find(String name) {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null) {
            Path file = folder.resolve("shared/cases").resolve(name);
            if (Files.isRegularFile(file)) {
                return file;
            }
            folder = folder.getParent();
        }
        String message = "shared/cases/" + name + " is not beside the project";
        return "true".equals(System.getenv("CI")) ? fail(message) : abort(message);
    }
}
