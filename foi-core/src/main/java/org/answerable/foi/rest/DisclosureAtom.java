package org.answerable.foi.rest;

import java.io.StringWriter;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.answerable.foi.DisclosureSummary;

/** The disclosure log as an Atom feed (RFC 4287). */
final class DisclosureAtom {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String NOT_XML =
            "[^\\t\\n\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]";

    private DisclosureAtom() {}

    /**
     * @param base address of the server, ending in a slash
     * @param self address of this feed as it was asked for
     * @param items latest first
     */
    static String write(URI base, URI self, List<DisclosureSummary> items) {
        StringWriter out = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            element(xml, "id", base.resolve("api/foi/disclosures.atom").toString());
            element(xml, "title", "Freedom of Information: published answers");
            Instant updated = items.isEmpty() ? Instant.EPOCH : items.get(0).publishedAt();
            element(xml, "updated", updated.toString());
            link(xml, "self", "application/atom+xml", self);
            for (DisclosureSummary item : items) {
                entry(xml, base, item);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) { // it writes into memory
            throw new IllegalStateException(impossible);
        }
        return out.toString();
    }

    private static void entry(XMLStreamWriter xml, URI base, DisclosureSummary item)
            throws XMLStreamException {
        URI json = base.resolve("api/foi/disclosures/" + item.reference());
        xml.writeStartElement("entry");
        element(xml, "id", json.toString());
        element(xml, "title", item.subject());
        element(xml, "updated", item.publishedAt().toString());
        element(xml, "published", item.publishedAt().toString());
        xml.writeStartElement("author");
        element(xml, "name", item.authorityName());
        xml.writeEndElement();
        link(xml, "alternate", "text/html", base.resolve("disclosures/" + item.reference()));
        link(xml, "alternate", "application/json", json);
        element(
                xml,
                "summary",
                item.reference() + ", answered " + item.answered() + ": " + item.outcome().label());
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String text)
            throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text.replaceAll(NOT_XML, ""));
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String rel, String type, URI href)
            throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", href.toString());
    }
}
