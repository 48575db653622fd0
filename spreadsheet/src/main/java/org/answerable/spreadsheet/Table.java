package org.answerable.spreadsheet;

import java.util.List;

/**
 * One table: it gets a sheet, or a CSV file, of its own.
 *
 * @param name of the sheet: at most 31 letters, digits, spaces, hyphens or underscores, so that every
 *     spreadsheet program takes it
 * @param title what the table shows, in one line
 * @param columns headers, each different
 * @param rows read once, one after the other; each has a cell for every column
 */
public record Table(String name, String title, List<String> columns, Iterable<List<Cell>> rows) {

    public Table {
        columns = List.copyOf(columns);
        if (!name.matches("[\\p{L}\\p{N} _-]{1,31}")) {
            throw new IllegalArgumentException("No name for a sheet: " + name);
        }
        if (title.isBlank()) {
            throw new IllegalArgumentException("The table " + name + " has no title");
        }
        if (columns.isEmpty() || columns.stream().distinct().count() < columns.size()) {
            throw new IllegalArgumentException("The table " + name + " needs different headers");
        }
        if (columns.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("A header of the table " + name + " is empty");
        }
    }

    List<Cell> checked(List<Cell> row) {
        if (row.size() != columns.size()) {
            throw new IllegalArgumentException(
                    "A row of the table "
                            + name
                            + " has "
                            + row.size()
                            + " cells for "
                            + columns.size()
                            + " columns");
        }
        return row;
    }
}
