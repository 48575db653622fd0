package org.answerable.spreadsheet;

import javax.xml.stream.XMLStreamException;

/** The parts of the file around the tables: manifest, metadata and styles. */
final class OdsFrame {

    static final String LANGUAGE = "en-GB";

    private OdsFrame() {}

    static void manifest(OdsXml xml) throws XMLStreamException {
        xml.root("manifest:manifest", "manifest");
        xml.with("manifest:version", "1.3");
        entry(xml, "/", OdsWriter.MEDIA_TYPE);
        for (String part : new String[] {"content.xml", "styles.xml", "meta.xml"}) {
            entry(xml, part, "text/xml");
        }
        xml.end();
    }

    private static void entry(OdsXml xml, String path, String type) throws XMLStreamException {
        xml.empty("manifest:file-entry", "manifest:full-path", path, "manifest:media-type", type);
    }

    static void meta(OdsXml xml, Workbook workbook) throws XMLStreamException {
        xml.root("office:document-meta", "office", "meta", "dc");
        xml.with("office:version", "1.3");
        xml.open("office:meta");
        xml.element("meta:generator", "Answerable");
        xml.element("dc:title", workbook.title());
        xml.element("meta:initial-creator", workbook.creator());
        xml.element("dc:creator", workbook.creator());
        xml.element("meta:creation-date", OdsWriter.time(workbook.created()));
        xml.element("dc:date", OdsWriter.time(workbook.created()));
        xml.element("dc:language", LANGUAGE);
        xml.close();
        xml.end();
    }

    static void styles(OdsXml xml) throws XMLStreamException {
        xml.root("office:document-styles", "office", "style", "fo", "number", "text");
        xml.with("office:version", "1.3");
        xml.open("office:styles");
        xml.open("style:default-style");
        xml.with("style:family", "table-cell");
        xml.empty(
                "style:text-properties",
                "fo:font-family",
                "Arial",
                "fo:font-size",
                "12pt",
                "fo:language",
                "en",
                "fo:country",
                "GB");
        xml.close();
        cellStyle(xml, "Default", null, null);
        cellStyle(xml, "Heading_20_1", "16pt", "Heading 1");
        cellStyle(xml, "Heading_20_2", "14pt", "Heading 2");
        cellStyle(xml, "Header", "12pt", null);
        xml.close();
        xml.end();
    }

    private static void cellStyle(OdsXml xml, String name, String bold, String shown)
            throws XMLStreamException {
        xml.open("style:style");
        xml.with("style:name", name);
        if (shown != null) {
            xml.with("style:display-name", shown);
        }
        xml.with("style:family", "table-cell");
        if (bold != null) {
            xml.with("style:parent-style-name", "Default");
            xml.empty("style:text-properties", "fo:font-size", bold, "fo:font-weight", "bold");
        } else {
            xml.empty(
                    "style:table-cell-properties",
                    "fo:wrap-option",
                    "wrap",
                    "style:vertical-align",
                    "top");
        }
        xml.close();
    }
}
