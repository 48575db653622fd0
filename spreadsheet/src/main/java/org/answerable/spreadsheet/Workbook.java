package org.answerable.spreadsheet;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tables with what a reader needs to understand them. In the file a cover comes first, then the
 * contents, the notes, and one sheet for each table.
 *
 * @param creator who publishes it
 * @param created stands in the metadata of the file
 * @param cover paragraphs for the cover: what it is about, the period, whom to ask
 * @param notes definitions and cautions, numbered in their order
 */
public record Workbook(
        String title,
        String creator,
        Instant created,
        List<String> cover,
        List<String> notes,
        List<Table> tables) {

    public Workbook {
        cover = List.copyOf(cover);
        notes = List.copyOf(notes);
        tables = List.copyOf(tables);
        if (title.isBlank() || creator.isBlank()) {
            throw new IllegalArgumentException("A workbook has a title and a creator");
        }
        Set<String> names = new HashSet<>(List.of("cover", "contents", "notes"));
        for (Table table : tables) {
            if (!names.add(table.name().toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("Two sheets are named " + table.name());
            }
        }
    }
}
