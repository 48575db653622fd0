package org.answerable.foi.letter;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.answerable.foi.FieldError;
import org.answerable.foi.InvalidInput;
import org.answerable.foi.LetterKind;

/**
 * A template as it is read: plain text with headings ({@code # }, {@code ## }), lists ({@code - }),
 * paragraphs parted by blank lines, and placeholders. A placeholder for whole paragraphs stands on a
 * line of its own.
 */
public final class LetterTemplate {

    /** Limit of a template, in characters. */
    public static final int MOST_CHARACTERS = 20_000;

    private static final Pattern MARK = Pattern.compile("\\{\\{([^{}\\n]*)\\}\\}");

    /** One part of a template, in order. */
    sealed interface Part permits Heading, Text, Items, Slot {}

    record Heading(int level, String text) implements Part {}

    record Text(String text) implements Part {}

    record Items(List<String> items) implements Part {}

    record Slot(Placeholder placeholder) implements Part {}

    private final LetterKind kind;
    private final List<Part> parts;

    private LetterTemplate(LetterKind kind, List<Part> parts) {
        this.kind = kind;
        this.parts = List.copyOf(parts);
    }

    /**
     * Reads a template and checks it.
     *
     * @throws InvalidInput naming the line of each unknown placeholder, and each missing content with
     *     the law that asks for it
     */
    public static LetterTemplate parse(LetterKind kind, String text) {
        Reading reading = new Reading();
        String clean = text == null ? "" : text.replace("\r\n", "\n").replace('\r', '\n').strip();
        if (clean.codePointCount(0, clean.length()) > MOST_CHARACTERS) {
            throw new InvalidInput(
                    "text",
                    String.format(
                            Locale.UK,
                            "The template is longer than %,d characters: shorten it.",
                            MOST_CHARACTERS));
        }
        List<String> lines = clean.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            reading.line(i + 1, lines.get(i).strip());
        }
        reading.end(kind);
        return new LetterTemplate(kind, reading.parts);
    }

    LetterKind kind() {
        return kind;
    }

    List<Part> parts() {
        return parts;
    }

    /** The text with each placeholder replaced. */
    static String fill(String text, Function<Placeholder, String> value) {
        Matcher m = MARK.matcher(text);
        return m.replaceAll(
                found ->
                        Matcher.quoteReplacement(
                                value.apply(Placeholder.find(word(found.group(1))).orElseThrow())));
    }

    private static String word(String written) {
        return written.strip().toLowerCase(Locale.ROOT);
    }

    /** What has been read so far. */
    private static final class Reading {

        private final List<Part> parts = new ArrayList<>();
        private final List<FieldError> faults = new ArrayList<>();
        private final Set<Placeholder> used = EnumSet.noneOf(Placeholder.class);
        private final List<String> paragraph = new ArrayList<>();
        private final List<String> items = new ArrayList<>();

        void line(int number, String line) {
            Optional<Placeholder> slot = placeholders(number, line);
            if (line.isEmpty()) {
                flush();
            } else if (slot.isPresent()) {
                flush();
                parts.add(new Slot(slot.get()));
            } else if (line.startsWith("# ") || line.startsWith("## ")) {
                flush();
                heading(number, line);
            } else if (line.startsWith("- ")) {
                flushParagraph();
                items.add(line.substring(2).strip());
            } else {
                flushItems();
                paragraph.add(line);
            }
        }

        private void heading(int number, String line) {
            int level = line.startsWith("## ") ? 2 : 1;
            boolean first = parts.isEmpty();
            if (level == 1 && !first) {
                fault(number, "the title (“# ”) is the first line, once: use “## ” here.");
            }
            parts.add(new Heading(level, line.substring(level + 1).strip()));
        }

        /** The placeholder that stands for the whole line; notes all of them and their faults. */
        private Optional<Placeholder> placeholders(int number, String line) {
            Optional<Placeholder> slot = Optional.empty();
            Matcher m = MARK.matcher(line);
            while (m.find()) {
                Optional<Placeholder> found = Placeholder.find(word(m.group(1)));
                if (found.isEmpty()) {
                    fault(number, m.group() + " is not known: use one of the list below.");
                    continue;
                }
                used.add(found.get());
                boolean alone = m.group().equals(line);
                if (found.get().block() && !alone) {
                    fault(
                            number,
                            m.group() + " stands for whole paragraphs: give it a line of its own.");
                } else if (found.get().block()) {
                    slot = found;
                }
            }
            String rest = m.replaceAll("");
            if (rest.contains("{{") || rest.contains("}}")) {
                fault(number, "a placeholder is not closed: write it like {{reference}}.");
            }
            return slot;
        }

        private void fault(int number, String message) {
            faults.add(new FieldError("text", "Line " + number + ": " + message));
        }

        private void flush() {
            flushParagraph();
            flushItems();
        }

        private void flushParagraph() {
            if (!paragraph.isEmpty()) {
                parts.add(new Text(String.join("\n", paragraph)));
                paragraph.clear();
            }
        }

        private void flushItems() {
            if (!items.isEmpty()) {
                parts.add(new Items(List.copyOf(items)));
                items.clear();
            }
        }

        void end(LetterKind kind) {
            flush();
            boolean titled =
                    !parts.isEmpty() && parts.get(0) instanceof Heading h && h.level() == 1;
            if (!titled) {
                faults.add(
                        new FieldError(
                                "text",
                                "Line 1: begin with the title of the letter, as “# Title”."));
            }
            for (RequiredContent content : RequiredContent.of(kind)) {
                if (!used.contains(content.placeholder())) {
                    faults.add(
                            new FieldError(
                                    "text",
                                    content.placeholder().written()
                                            + " is missing: "
                                            + content.law()
                                            + ". Put it back."));
                }
            }
            if (!faults.isEmpty()) {
                throw new InvalidInput(faults);
            }
        }
    }
}
