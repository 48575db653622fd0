package org.answerable.system;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The real cases beside the checkout. Without them these tests fail on CI and are skipped elsewhere. */
final class SharedCases {

    private SharedCases() {}

    static Path find(String name) {
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

    /** The request part of the published case: its three numbered questions. */
    static String requestText() {
        try {
            String all = Files.readString(find("foi/published-case-9260205.txt"));
            int begin = all.indexOf("Request") + "Request".length();
            return all.substring(begin, all.indexOf("Decision")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
