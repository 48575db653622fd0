package org.answerable.foi;

import java.util.List;

/** The place in an answer where the searched words are. Plain text: whoever shows it escapes it. */
public record Snippet(List<Part> parts) {

    /** @param found whether these are the searched words */
    public record Part(String text, boolean found) {}

    public Snippet {
        parts = List.copyOf(parts);
    }
}
