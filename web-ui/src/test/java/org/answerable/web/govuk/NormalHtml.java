package org.answerable.web.govuk;

import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * HTML as one line for each element and text, with what means nothing to a browser taken out: white
 * space at the edges of blocks, the order of attributes and of classes.
 */
final class NormalHtml {

    private NormalHtml() {}

    static String of(Element root) {
        StringBuilder lines = new StringBuilder();
        root.childNodes().forEach(child -> add(child, "", lines));
        return lines.toString();
    }

    private static void add(Node node, String indent, StringBuilder lines) {
        if (node instanceof TextNode text) {
            if (!text.isBlank()) {
                lines.append(indent).append(words(text)).append('\n');
            }
        } else if (node instanceof Element element) {
            lines.append(indent).append('<').append(element.tagName());
            lines.append(attributes(element)).append(">\n");
            element.childNodes().forEach(child -> add(child, indent + "  ", lines));
        }
    }

    private static String attributes(Element element) {
        return element.attributes().asList().stream()
                .sorted(Comparator.comparing(Attribute::getKey))
                .map(attribute -> " " + attribute.getKey() + "=\"" + value(attribute) + "\"")
                .collect(Collectors.joining());
    }

    private static String value(Attribute attribute) {
        if (!attribute.getKey().equals("class")) {
            return attribute.getValue();
        }
        return Stream.of(attribute.getValue().strip().split("\\s+"))
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static String words(TextNode text) {
        if (text.parent().nodeName().equals("textarea")) {
            // A browser drops the line break that follows the start tag.
            return text.getWholeText().replaceFirst("^\n", "").replace("\n", "\\n");
        }
        String words = text.getWholeText().replaceAll("\\s+", " ");
        if (!isInline(text.previousSibling())) {
            words = words.stripLeading();
        }
        return isInline(text.nextSibling()) ? words : words.stripTrailing();
    }

    /** A space beside one of these is a space between two words. */
    private static boolean isInline(Node neighbour) {
        return neighbour instanceof Element element && element.tagName().matches("span|a|strong|b");
    }
}
