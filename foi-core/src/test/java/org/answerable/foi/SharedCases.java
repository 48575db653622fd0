package org.answerable.foi;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Case files that lie beside the repository. */
public final class SharedCases {

    private SharedCases() {}

    /** The text of a case file; without it a test fails in CI and is skipped elsewhere. */
    public static String read(String file) {
        for (Path dir = Path.of("").toAbsolutePath(); dir != null; dir = dir.getParent()) {
            Path found = dir.resolve("shared/cases").resolve(file);
            if (Files.exists(found)) {
                try {
                    return Files.readString(found);
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(unreadable);
                }
            }
        }
        String message = "There is no shared/cases/" + file + " in any folder above this one.";
        return "true".equals(System.getenv("CI")) ? fail(message) : abort(message);
    }

    /** The request of the published case, without the headings and the decision. */
    public static String publishedRequest() {
        String text = read("foi/published-case-9260205.txt");
        int from = text.indexOf("Request\n") + "Request\n".length();
        return text.substring(from, text.indexOf("\nDecision\n"));
    }
}
