package org.answerable.foi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A text in which a person has marked words for hiding, as {@code [[the words|the reason]]} (R28).
 * The public copy is made from {@link #publicText} before anything is stored, so it never holds the
 * words: it says {@code [redacted: the reason]}.
 *
 * @param parts in the order of the text
 */
public record Redaction(List<Part> parts) {

    private static final String OPEN = "[[";
    private static final String CLOSE = "]]";
    private static final int MOST_REASON = 200;

    /**
     * Words that stay, or that are hidden.
     *
     * @param reason why they are hidden; empty: they stay
     */
    public record Part(String words, Optional<String> reason) {

        public boolean hidden() {
            return reason.isPresent();
        }
    }

    public Redaction {
        parts = List.copyOf(parts);
    }

    /**
     * @throws IllegalArgumentException saying which mark is not as it should be
     */
    public static Redaction of(String marked) {
        List<Part> parts = new ArrayList<>();
        int start = 0;
        int open = marked.indexOf(OPEN);
        while (open >= 0) {
            keep(marked.substring(start, open), parts);
            int close = marked.indexOf(CLOSE, open);
            if (close < 0) {
                throw new IllegalArgumentException(
                        "A mark begins with [[ and has no end: write [[words to hide|reason]].");
            }
            parts.add(hidden(marked.substring(open + OPEN.length(), close)));
            start = close + CLOSE.length();
            open = marked.indexOf(OPEN, start);
        }
        keep(marked.substring(start), parts);
        return new Redaction(parts);
    }

    private static void keep(String words, List<Part> parts) {
        if (words.contains(CLOSE)) {
            throw new IllegalArgumentException(
                    "There is a ]] without its [[: write [[words to hide|reason]].");
        }
        if (!words.isEmpty()) {
            parts.add(new Part(words, Optional.empty()));
        }
    }

    private static Part hidden(String inside) {
        if (inside.contains(OPEN)) {
            throw new IllegalArgumentException(
                    "A mark begins inside another: close the first with ]].");
        }
        int bar = inside.lastIndexOf('|');
        String words = bar < 0 ? inside : inside.substring(0, bar);
        String reason = bar < 0 ? "" : inside.substring(bar + 1).strip();
        if (words.isBlank() || reason.isEmpty()) {
            throw new IllegalArgumentException(
                    "A mark needs words and a reason: write [[words to hide|reason]].");
        }
        if (reason.length() > MOST_REASON || reason.contains("\n")) {
            throw new IllegalArgumentException(
                    "The reason of a mark has at most 200 characters, in one line.");
        }
        return new Part(words, Optional.of(reason));
    }

    /** What the public reads. */
    public String publicText() {
        return parts.stream()
                .map(p -> p.reason().map(why -> "[redacted: " + why + "]").orElse(p.words()))
                .collect(Collectors.joining());
    }

    /** The hidden words, which must appear nowhere else. */
    public List<String> hiddenWords() {
        return parts.stream().filter(Part::hidden).map(p -> p.words().strip()).toList();
    }
}
