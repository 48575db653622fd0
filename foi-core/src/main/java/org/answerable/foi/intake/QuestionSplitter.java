package org.answerable.foi.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the questions in the text of a request. Numbered letters are split where the numbers run on
 * from one (so that a wrapped "12." in a sentence splits nothing); lists inside a question stay
 * with it; greeting and closing words are no questions; text without numbers is one question. It
 * only proposes: the officer corrects.
 */
public final class QuestionSplitter {

    private static final int MOST = 100;
    private static final int MOST_CLOSING = 60;

    /** The ways people number; each is its own sequence, so that (a) under 1. stays under 1. */
    private enum Form {
        QUESTION("(?i)q(?:uestion)?\\s*(\\d{1,2})(?:\\s*[.:)\\-–]|(?=\\s)|$)"),
        DOT("(\\d{1,2})\\.(?!\\d)"),
        CLOSED("(\\d{1,2})\\)"),
        BRACKETS("\\((\\d{1,2})\\)"),
        LETTER_CLOSED("([a-z])\\)"),
        LETTER_BRACKETS("\\(([a-z])\\)"),
        LETTER_DOT("([a-z])\\.(?=\\s)"),
        BULLET("([-*•–])(?=\\s)");

        private final Pattern pattern;

        Form(String marker) {
            pattern = Pattern.compile(marker + "\\s*(.*)", Pattern.DOTALL);
        }

        boolean bullet() {
            return this == BULLET;
        }

        boolean needsCompany() { // one bullet or one letter alone is no list
            return this != QUESTION && this != DOT && this != CLOSED && this != BRACKETS;
        }
    }

    private record Marker(Form form, String value, String rest) {

        boolean isNumber(int expected) {
            if (form.bullet()) {
                return true;
            }
            boolean letter = Character.isLetter(value.charAt(0));
            int number = letter ? value.charAt(0) - 'a' + 1 : Integer.parseInt(value);
            return number == expected;
        }
    }

    private static final Pattern GREETING =
            Pattern.compile(
                    "(?i)(dear|hello|hi|to whom it may concern|good (morning|afternoon))\\b.{0,80}");

    private static final Pattern CLOSING =
            Pattern.compile(
                    "(?i)(yours (faithfully|sincerely|truly)|((kind|best|warm|with) )?regards"
                            + "|kindest regards|best wishes|many thanks|thanks|thank you|sincerely"
                            + "|i look forward|looking forward|sent from my)\\b.*");

    private QuestionSplitter() {}

    /** The questions in order; at least one unless the text is blank. */
    public static List<String> split(String text) {
        List<String> lines = List.of(text.split("\\R", -1));
        Optional<Form> form = formOf(lines);
        List<String> questions = form.map(f -> numbered(lines, f)).orElse(List.of());
        if (questions.isEmpty() || questions.size() > MOST) {
            return unnumbered(lines, text);
        }
        return questions;
    }

    /** The form of the first list in the text; bullets only when nothing is numbered. */
    private static Optional<Form> formOf(List<String> lines) {
        boolean bullets = false;
        Map<Form, Integer> counts = new EnumMap<>(Form.class);
        for (String line : lines) {
            Optional<Marker> marker = marker(line).filter(m -> m.isNumber(1));
            if (marker.isEmpty()) {
                continue;
            }
            Form form = marker.get().form();
            if (form.needsCompany() && counts.computeIfAbsent(form, f -> count(lines, f)) < 2) {
                continue;
            }
            if (!form.bullet()) {
                return Optional.of(form);
            }
            bullets = true;
        }
        return bullets ? Optional.of(Form.BULLET) : Optional.empty();
    }

    private static int count(List<String> lines, Form form) {
        int next = 1;
        for (String line : lines) {
            if (next(line, form, next).isPresent()) {
                next++;
            }
        }
        return next - 1;
    }

    private static List<String> numbered(List<String> lines, Form form) {
        List<List<String>> items = new ArrayList<>();
        for (String line : lines) {
            Optional<Marker> start = next(line, form, items.size() + 1);
            if (start.isPresent()) {
                items.add(new ArrayList<>(List.of(start.get().rest())));
            } else if (!items.isEmpty()) {
                items.get(items.size() - 1).add(line);
            }
        }
        if (!items.isEmpty()) {
            List<String> last = items.remove(items.size() - 1);
            items.add(withoutClosing(last));
        }
        return items.stream().map(QuestionSplitter::joined).filter(q -> !q.isEmpty()).toList();
    }

    private static Optional<Marker> next(String line, Form form, int expected) {
        return marker(line).filter(m -> m.form() == form && m.isNumber(expected));
    }

    private static Optional<Marker> marker(String raw) {
        String line =
                raw.strip(); // first, since patterns that begin with space are slow on much of it
        for (Form form : Form.values()) {
            Matcher m = form.pattern.matcher(line);
            if (m.matches()) {
                return Optional.of(new Marker(form, m.group(1), m.group(2)));
            }
        }
        return Optional.empty();
    }

    /**
     * After the last question a new paragraph belongs to it only when it lists or asks something;
     * closing words end it at once.
     */
    private static List<String> withoutClosing(List<String> lines) {
        List<String> kept = new ArrayList<>();
        boolean afterBlank = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean startsParagraph = afterBlank && !line.isBlank();
            if (i > 0 && (closing(line) || (startsParagraph && !belongs(lines, i)))) {
                break;
            }
            kept.add(line);
            afterBlank = line.isBlank();
        }
        return kept;
    }

    private static boolean belongs(List<String> lines, int from) {
        String paragraph =
                lines.subList(from, lines.size()).stream()
                        .takeWhile(l -> !l.isBlank())
                        .collect(Collectors.joining(" "));
        return marker(lines.get(from)).isPresent() || paragraph.contains("?");
    }

    // Only a short line: "Thank you for …" may also begin the request itself.
    private static boolean closing(String line) {
        String words = line.strip();
        return words.length() <= MOST_CLOSING
                && !words.contains("?")
                && CLOSING.matcher(words).matches();
    }

    private static List<String> unnumbered(List<String> lines, String text) {
        int from = 0;
        while (from < lines.size()
                && (lines.get(from).isBlank()
                        || GREETING.matcher(lines.get(from).strip()).matches())) {
            from++;
        }
        List<String> body =
                lines.subList(from, lines.size()).stream().takeWhile(l -> !closing(l)).toList();
        String question = joined(body);
        if (question.isEmpty()) {
            question = text.strip();
        }
        return question.isEmpty() ? List.of() : List.of(question);
    }

    /** Wrapped lines become one; list entries and paragraphs keep their own line. */
    private static String joined(List<String> lines) {
        StringBuilder text = new StringBuilder();
        boolean blank = false;
        for (String line : lines) {
            String words = line.strip();
            if (words.isEmpty()) {
                blank = true;
                continue;
            }
            if (!text.isEmpty()) {
                boolean ownLine = blank || marker(line).isPresent();
                text.append(ownLine ? "\n" : " ");
            }
            text.append(words);
            blank = false;
        }
        return text.toString().strip();
    }
}
