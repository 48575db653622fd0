package org.answerable.foi.letter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.answerable.document.XhtmlPage;
import org.answerable.foi.Evidence;

/**
 * Writes a letter as well-formed XHTML. Every text of a case is escaped here, once; characters that
 * XML does not allow are left out.
 */
final class Xhtml {

    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final int MOST_DIGITS = 18;
    private static final String STYLE = style();

    private final StringBuilder out = new StringBuilder();

    private Xhtml() {}

    /** The whole page, with its style. */
    static String page(String title, String body) {
        return XhtmlPage.of(title, STYLE, body);
    }

    /** What a page shows of the letter. */
    static String body(Composition letter) {
        Xhtml xhtml = new Xhtml();
        xhtml.head(letter);
        letter.blocks().forEach(xhtml::block);
        return xhtml.out.toString();
    }

    private void head(Composition letter) {
        out.append("<div class=\"head\"><p><strong>")
                .append(escaped(letter.authority()))
                .append("</strong></p>\n");
        out.append("<p>").append(lines(letter.addressee())).append("</p>\n");
        out.append("<p>")
                .append(PlainDates.of(letter.date()))
                .append("<br/>Our reference: ")
                .append(escaped(letter.reference()))
                .append("</p></div>\n");
    }

    private void block(Block block) {
        if (block instanceof Block.Heading h) {
            element("h" + h.level(), escaped(h.text()));
        } else if (block instanceof Block.Paragraph p) {
            element("p", lines(p.text().lines().toList()));
        } else if (block instanceof Block.Labelled l) {
            labelled(l);
        } else if (block instanceof Block.Items items) {
            String entries =
                    items.items().stream()
                            .map(i -> "<li>" + escaped(i) + "</li>")
                            .collect(Collectors.joining());
            element("ul", entries);
        } else if (block instanceof Block.Words w) {
            words(w.text());
        } else if (block instanceof Block.Figure f) {
            figure(f.evidence());
        }
    }

    private void labelled(Block.Labelled l) {
        List<String> paragraphs = paragraphs(l.text());
        String label = "<strong>" + escaped(l.label()) + "</strong>";
        if (paragraphs.isEmpty()) {
            element("p", label);
            return;
        }
        element("p", label + " " + lines(paragraphs.get(0).lines().toList()));
        paragraphs.stream().skip(1).forEach(this::wordsParagraph);
    }

    private void words(String text) {
        paragraphs(text).forEach(this::wordsParagraph);
    }

    private void wordsParagraph(String paragraph) {
        out.append("<p dir=\"auto\">").append(lines(paragraph.lines().toList())).append("</p>\n");
    }

    private void figure(Evidence e) {
        element("p", escaped(e.sentence()));
        element("p", "<strong>" + escaped(e.title()) + "</strong>");
        out.append("<table><thead><tr><th scope=\"col\">")
                .append(escaped(e.kind().rows()))
                .append("</th>");
        for (String column : e.columns()) {
            out.append("<th scope=\"col\" class=\"number\">")
                    .append(escaped(column))
                    .append("</th>");
        }
        out.append("</tr></thead>\n<tbody>");
        for (Evidence.Row row : e.rows()) {
            out.append("<tr><th scope=\"row\">").append(escaped(row.label())).append("</th>");
            for (String cell : row.cells()) {
                out.append("<td class=\"number\">").append(escaped(grouped(cell))).append("</td>");
            }
            out.append("</tr>\n");
        }
        out.append("</tbody></table>\n");
        source("How this was worked out.", e.method());
        for (Evidence.Source s : e.sources()) {
            source(
                    "Source.",
                    "%s, %s. %s. %s %s version %s."
                            .formatted(
                                    s.title(),
                                    s.publisher(),
                                    s.licence(),
                                    e.kind().sources(),
                                    s.id(),
                                    s.version()));
        }
        source(
                e.kind().label(),
                "%s, %s %s, computed on %s, released under %s"
                        .formatted(
                                e.figureId(),
                                e.unit(),
                                e.period(),
                                PlainDates.of(e.computedAt().atZone(ZONE).toLocalDate()),
                                e.policy()));
    }

    private void source(String label, String text) {
        out.append("<p class=\"source\"><strong>")
                .append(escaped(label))
                .append("</strong> ")
                .append(escaped(text))
                .append("</p>\n");
    }

    private void element(String name, String content) {
        out.append('<')
                .append(name)
                .append('>')
                .append(content)
                .append("</")
                .append(name)
                .append(">\n");
    }

    /** Plain digits with their thousands marked; a symbol for a withheld count stays. */
    private static String grouped(String cell) {
        boolean digits = cell.length() <= MOST_DIGITS && cell.matches("-?[0-9]+");
        return digits ? String.format(Locale.UK, "%,d", Long.parseLong(cell)) : cell;
    }

    private static List<String> paragraphs(String text) {
        return List.of(text.strip().split("\\n\\s*\\n")).stream()
                .filter(p -> !p.isBlank())
                .toList();
    }

    private static String lines(List<String> lines) {
        return lines.stream().map(Xhtml::escaped).collect(Collectors.joining("<br/>"));
    }

    static String escaped(String text) {
        return XhtmlPage.escaped(text);
    }

    private static String style() {
        try (InputStream in = Xhtml.class.getResourceAsStream("letter.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
