package org.answerable.foi.letter;

import java.util.List;
import org.answerable.foi.Evidence;

/** One part of a finished letter. All text is plain and is escaped when it is written. */
sealed interface Block {

    record Heading(int level, String text) implements Block {}

    /** Lines are kept. */
    record Paragraph(String text) implements Block {}

    /** A paragraph that begins with a word in bold. */
    record Labelled(String label, String text) implements Block {}

    record Items(List<String> items) implements Block {}

    /** Somebody's own words: paragraphs are parted by blank lines, lines are kept. */
    record Words(String text) implements Block {}

    record Figure(Evidence evidence) implements Block {}
}
