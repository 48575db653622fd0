package org.answerable.spreadsheet;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** The sheets: cover, contents, notes, tables, and the mark that says where each table is. */
final class OdsContent {

    private static final String CONTENTS = "Contents";
    private static final String NOTES = "Notes";
    private static final int HEADER_ROW = 3;

    /** A marked-up table and its place; rows count from 1. */
    private record Range(String sheet, int firstRow, int lastRow, int columns) {

        String address() {
            String place = "'" + sheet + "'.";
            return place + "A" + firstRow + ":" + place + letters(columns) + lastRow;
        }

        private static String letters(int column) {
            String last = String.valueOf((char) ('A' + (column - 1) % 26));
            return column > 26 ? letters((column - 1) / 26) + last : last;
        }
    }

    private final OdsXml xml;
    private final Workbook workbook;
    private final List<Range> ranges = new ArrayList<>();

    private OdsContent(OdsXml xml, Workbook workbook) {
        this.xml = xml;
        this.workbook = workbook;
    }

    static void write(OdsXml xml, Workbook workbook) throws XMLStreamException {
        new OdsContent(xml, workbook).all();
    }

    private void all() throws XMLStreamException {
        xml.root("office:document-content", "office", "table", "text", "style", "number", "xlink");
        xml.with("office:version", "1.3");
        styles();
        xml.open("office:body");
        xml.open("office:spreadsheet");
        cover();
        contents();
        if (!workbook.notes().isEmpty()) {
            notes();
        }
        for (Table table : workbook.tables()) {
            table(table);
        }
        xml.open("table:database-ranges");
        for (Range range : ranges) {
            xml.empty(
                    "table:database-range",
                    "table:name",
                    range.sheet().replaceAll("[ -]", "_"),
                    "table:target-range-address",
                    range.address(),
                    "table:contains-header",
                    "true",
                    "table:display-filter-buttons",
                    "false");
        }
        xml.close();
        xml.close();
        xml.close();
        xml.end();
    }

    private void styles() throws XMLStreamException {
        xml.open("office:automatic-styles");
        xml.open("number:date-style");
        xml.with("style:name", "day");
        xml.empty("number:day", "number:style", "long");
        xml.element("number:text", "/");
        xml.empty("number:month", "number:style", "long");
        xml.element("number:text", "/");
        xml.empty("number:year", "number:style", "long");
        xml.close();
        xml.open("number:percentage-style");
        xml.with("style:name", "share");
        xml.empty("number:number", "number:decimal-places", "1", "number:min-integer-digits", "1");
        xml.element("number:text", "%");
        xml.close();
        dataStyle("Day", "day");
        dataStyle("Share", "share");
        width("wide", "16cm");
        width("column", "4.5cm");
        xml.close();
    }

    private void dataStyle(String name, String form) throws XMLStreamException {
        xml.empty(
                "style:style",
                "style:name",
                name,
                "style:family",
                "table-cell",
                "style:parent-style-name",
                "Default",
                "style:data-style-name",
                form);
    }

    private void width(String name, String width) throws XMLStreamException {
        xml.open("style:style");
        xml.with("style:name", name).with("style:family", "table-column");
        xml.empty("style:table-column-properties", "style:column-width", width);
        xml.close();
    }

    private void cover() throws XMLStreamException {
        sheet("Cover", 1, "wide");
        row("Heading_20_1", new Cell.Text(workbook.title()));
        row("Default", new Cell.Text("Published by " + workbook.creator() + "."));
        for (String paragraph : workbook.cover()) {
            row("Default", new Cell.Text(paragraph));
        }
        xml.close();
    }

    private void contents() throws XMLStreamException {
        sheet(CONTENTS, 2, "column", "wide");
        row("Heading_20_1", new Cell.Text("Table of contents"));
        row("Default", new Cell.Text("Each sheet has one table, which begins in column A."));
        header(List.of("Sheet", "What it shows"));
        if (!workbook.notes().isEmpty()) {
            link(NOTES, "Definitions and cautions");
        }
        for (Table table : workbook.tables()) {
            link(table.name(), table.title());
        }
        xml.close();
        int sheets = workbook.tables().size() + (workbook.notes().isEmpty() ? 0 : 1);
        mark(CONTENTS, sheets, 2);
    }

    private void link(String sheet, String shows) throws XMLStreamException {
        xml.open("table:table-row");
        xml.open("table:table-cell");
        xml.with("office:value-type", "string").with("table:style-name", "Default");
        xml.open("text:p");
        xml.open("text:a");
        xml.with("xlink:type", "simple").with("xlink:href", "#'" + sheet + "'.A1");
        xml.text(sheet);
        xml.close();
        xml.close();
        xml.close();
        cell("Default", new Cell.Text(shows));
        xml.close();
    }

    private void notes() throws XMLStreamException {
        sheet(NOTES, 2, "column", "wide");
        row("Heading_20_1", new Cell.Text(NOTES));
        row("Default", new Cell.Text("This sheet has one table, which begins in column A."));
        header(List.of("Note number", "Note"));
        int number = 0;
        for (String note : workbook.notes()) {
            number++;
            row("Default", Cell.number(number), new Cell.Text(note));
        }
        xml.close();
        mark(NOTES, number, 2);
    }

    private void table(Table table) throws XMLStreamException {
        sheet(table.name(), table.columns().size(), "column");
        row("Heading_20_1", new Cell.Text(table.title()));
        row(
                "Default",
                new Cell.Text(
                        "This sheet has one table, which begins in column A. [x] means not"
                                + " available, [z] means not applicable."));
        header(table.columns());
        int rows = 0;
        for (List<Cell> cells : table.rows()) {
            row("Default", table.checked(cells).toArray(Cell[]::new));
            rows++;
        }
        xml.close();
        mark(table.name(), rows, table.columns().size());
    }

    private void sheet(String name, int columns, String... widths) throws XMLStreamException {
        xml.open("table:table");
        xml.with("table:name", name);
        for (int i = 0; i < columns; i++) {
            xml.empty(
                    "table:table-column",
                    "table:style-name",
                    widths[Math.min(i, widths.length - 1)],
                    "table:default-cell-style-name",
                    "Default");
        }
    }

    private void header(List<String> columns) throws XMLStreamException {
        xml.open("table:table-header-rows");
        row("Header", columns.stream().map(Cell.Text::new).toArray(Cell[]::new));
        xml.close();
    }

    private void mark(String sheet, int rows, int columns) {
        ranges.add(new Range(sheet, HEADER_ROW, HEADER_ROW + rows, columns));
    }

    private void row(String style, Cell... cells) throws XMLStreamException {
        xml.open("table:table-row");
        for (Cell cell : cells) {
            cell(style, cell);
        }
        xml.close();
    }

    private void cell(String style, Cell cell) throws XMLStreamException {
        xml.open("table:table-cell");
        if (cell instanceof Cell.Number number) {
            String value = number.value().toPlainString();
            xml.with("table:style-name", style).with("office:value-type", "float");
            xml.with("office:value", value);
            xml.element("text:p", value);
        } else if (cell instanceof Cell.Percentage share) {
            xml.with("table:style-name", "Share").with("office:value-type", "percentage");
            xml.with("office:value", share.value().toPlainString());
            xml.element("text:p", shown(share));
        } else if (cell instanceof Cell.Date date) {
            xml.with("table:style-name", "Day").with("office:value-type", "date");
            xml.with("office:date-value", date.value().toString());
            xml.element("text:p", date.value().toString());
        } else {
            xml.with("table:style-name", style).with("office:value-type", "string");
            for (String line : ((Cell.Text) cell).value().split("\\R", -1)) {
                xml.element("text:p", line);
            }
        }
        xml.close();
    }

    private static String shown(Cell.Percentage share) {
        return share.value().movePointRight(2).setScale(1, RoundingMode.HALF_UP) + "%";
    }
}
