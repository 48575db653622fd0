package org.answerable.foi.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.answerable.foi.Snippet;

/**
 * PostgreSQL's headline of a text, as parts. The marks around the words found are characters that
 * received text never has, so that no text can pretend to be marked.
 */
final class Headline {

    private static final char START = '\u0001';
    private static final char END = '\u0002';

    static final String OPTIONS =
            "StartSel="
                    + START
                    + ", StopSel="
                    + END
                    + ", MaxFragments=2, MaxWords=22, MinWords=8, FragmentDelimiter=\" … \"";

    private Headline() {}

    /** Empty when none of the words is in the text. */
    static Optional<Snippet> read(String marked) {
        if (marked.indexOf(START) < 0) {
            return Optional.empty();
        }
        List<Snippet.Part> parts = new ArrayList<>();
        int start = 0;
        int open = marked.indexOf(START);
        while (open >= 0) {
            int close = marked.indexOf(END, open);
            add(marked.substring(start, open), false, parts);
            add(marked.substring(open + 1, close), true, parts);
            start = close + 1;
            open = marked.indexOf(START, start);
        }
        add(marked.substring(start), false, parts);
        return Optional.of(new Snippet(parts));
    }

    private static void add(String text, boolean found, List<Snippet.Part> parts) {
        if (!text.isEmpty()) {
            parts.add(new Snippet.Part(text, found));
        }
    }
}
