package org.answerable.spreadsheet;

import java.io.OutputStream;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes elements with the usual prefixes of OpenDocument; the target stays open. */
final class OdsXml {

    private static final String NOT_XML =
            "[^\\t\\n\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]";

    private static final Map<String, String> NAMESPACES =
            Map.of(
                    "office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
                    "table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
                    "text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
                    "style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
                    "number", "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0",
                    "fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
                    "meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
                    "manifest", "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0",
                    "dc", "http://purl.org/dc/elements/1.1/",
                    "xlink", "http://www.w3.org/1999/xlink");

    private final XMLStreamWriter xml;

    OdsXml(OutputStream to) throws XMLStreamException {
        xml = XMLOutputFactory.newInstance().createXMLStreamWriter(to, "UTF-8");
    }

    /** The root element with the namespaces of these prefixes. */
    void root(String name, String... prefixes) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        for (String prefix : prefixes) {
            xml.setPrefix(prefix, NAMESPACES.get(prefix));
        }
        open(name);
        for (String prefix : prefixes) {
            xml.writeNamespace(prefix, NAMESPACES.get(prefix));
        }
    }

    /** Ends the document; what was written is in the target then. */
    void end() throws XMLStreamException {
        xml.writeEndDocument();
        xml.flush();
    }

    void open(String name) throws XMLStreamException {
        int colon = name.indexOf(':');
        xml.writeStartElement(NAMESPACES.get(name.substring(0, colon)), name.substring(colon + 1));
    }

    void close() throws XMLStreamException {
        xml.writeEndElement();
    }

    /** An attribute of the element that was opened last. */
    OdsXml with(String name, String value) throws XMLStreamException {
        int colon = name.indexOf(':');
        xml.writeAttribute(
                NAMESPACES.get(name.substring(0, colon)),
                name.substring(colon + 1),
                value.replaceAll(NOT_XML, ""));
        return this;
    }

    /** An element without content; attributes as name and value in turns. */
    void empty(String name, String... attributes) throws XMLStreamException {
        open(name);
        for (int i = 0; i < attributes.length; i += 2) {
            with(attributes[i], attributes[i + 1]);
        }
        close();
    }

    void element(String name, String text) throws XMLStreamException {
        open(name);
        text(text);
        close();
    }

    /**
     * Text with its spaces: a reader of OpenDocument makes one of several. Characters that XML cannot
     * hold are left out.
     */
    void text(String raw) throws XMLStreamException {
        String text = raw.replaceAll(NOT_XML, "");
        int start = 0;
        while (start < text.length()) {
            int spaces = start;
            while (spaces < text.length() && text.charAt(spaces) == ' ') {
                spaces++;
            }
            boolean kept = spaces == start + 1 && start > 0 && spaces < text.length();
            if (spaces > start && !kept) {
                empty("text:s", "text:c", String.valueOf(spaces - start));
            } else if (kept) {
                xml.writeCharacters(" ");
            }
            int end = text.indexOf(' ', spaces);
            end = end < 0 ? text.length() : end;
            xml.writeCharacters(text.substring(spaces, end));
            start = end;
        }
    }
}
